import { addresses } from '../../src/core/address.ts';
import { SHORTEST_PASSWORD } from '../people/password-rules.ts';
import type { Fault } from '../people/refused.ts';
import { done, faultSummary, textField } from './form.ts';
import { type ScreenContext, screen } from './frame.ts';
import { html } from './html.ts';

/** What the screen for a new password shows. */
export interface PasswordState {
  /** Sign-in name, for programs that keep passwords. */
  id: string;
  /** Whether the present password was given by somebody else. */
  forced: boolean;
  changed: boolean;
  faults: readonly Fault[];
}

/** Where a person changes the own password. */
export function passwordScreen(context: ScreenContext, state: PasswordState): string {
  const { id, forced, changed, faults } = state;
  const body = changed
    ? html`${done('Đã đổi mật khẩu. Các máy khác đang đăng nhập bằng tên của bạn đã được đăng xuất.')}
<p><a class="button" href="${context.href(addresses.admin())}">Vào phòng biên tập</a></p>`
    : html`${forced && html`<p class="lead">Mật khẩu hiện tại do người khác cấp. Hãy đặt mật khẩu của riêng bạn để bắt đầu làm việc.</p>`}
${faultSummary(faults)}
<form class="form" method="post" action="${context.href(addresses.password())}">
<input type="text" name="ten" value="${id}" autocomplete="username" hidden>
${textField(
  {
    name: 'hien-tai',
    label: 'Mật khẩu hiện tại',
    type: 'password',
    autocomplete: 'current-password',
  },
  faults,
)}
${textField(
  {
    name: 'moi',
    label: 'Mật khẩu mới',
    hint: `Ít nhất ${SHORTEST_PASSWORD} ký tự. Một câu ngắn gồm vài từ không liên quan vừa dễ nhớ vừa khó đoán; dùng được dấu tiếng Việt và dấu cách.`,
    type: 'password',
    autocomplete: 'new-password',
  },
  faults,
)}
${textField(
  {
    name: 'nhac-lai',
    label: 'Nhắc lại mật khẩu mới',
    type: 'password',
    autocomplete: 'new-password',
  },
  faults,
)}
<button type="submit" class="button">Đổi mật khẩu</button>
</form>`;
  return screen(context, 'Đổi mật khẩu', addresses.password(), body);
}
