import { addresses } from '../../src/core/address.ts';
import type { Account } from '../people/account.ts';
import type { DepartmentChoice, TypedDetails } from '../people/account-details.ts';
import type { Fault } from '../people/refused.ts';
import { done, faultSummary } from './form.ts';
import { type ScreenContext, screen } from './frame.ts';
import { html } from './html.ts';
import { detailFields, type GivenPassword, givenNotice, standing } from './people.ts';

/** What the screen of one person shows. */
export interface PersonState {
  account: Account;
  departments: readonly DepartmentChoice[];
  given?: GivenPassword;
  /** What has just been done. */
  said?: string;
  typed?: TypedDetails;
  faults: readonly Fault[];
}

/** One person: what is known of them, a new password, and the lock. */
export function personScreen(context: ScreenContext, state: PersonState): string {
  const { account, departments, given, said, faults } = state;
  const { id, name, email, roles, department = '' } = account;
  const typed = state.typed ?? { id, name, email, roles, department };
  const action = context.href(addresses.person(id));
  const [lock, label] = account.disabled ? ['mo', 'Mở khóa'] : ['khoa', 'Khóa'];
  const body = html`<p class="trail-up"><a href="${context.href(addresses.people())}">Tất cả người dùng</a></p>
${given && givenNotice(given)}${said && done(said)}${faultSummary(faults)}
<p class="lead">Tên đăng nhập <strong>${id}</strong>. ${standing(account)}.</p>
<form class="form" method="post" action="${action}">
${detailFields(departments, typed, faults)}
<button type="submit" class="button">Lưu</button>
</form>
<h2>Mật khẩu</h2>
<form class="form" method="post" action="${action}/mat-khau">
<p>Cấp mật khẩu dùng một lần; mật khẩu cũ và mọi máy đang đăng nhập mất hiệu lực ngay.</p>
<button type="submit" class="button-quiet">Cấp lại mật khẩu</button>
</form>
<h2>${label} tài khoản</h2>
<form class="form" method="post" action="${action}/${lock}">
<p>${
    account.disabled
      ? 'Người này sẽ đăng nhập được bằng mật khẩu cũ.'
      : 'Người này sẽ không đăng nhập được và bị đăng xuất ngay trên mọi máy. Bài đã viết được giữ nguyên.'
  }</p>
<button type="submit" class="button-quiet">${label} tài khoản</button>
</form>`;
  return screen(context, account.name, addresses.people(), body);
}
