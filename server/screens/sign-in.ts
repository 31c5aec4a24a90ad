import { addresses } from '../../src/core/address.ts';
import type { Fault } from '../people/refused.ts';
import { faultSummary, textField } from './form.ts';
import { type ScreenContext, screen } from './frame.ts';
import { html } from './html.ts';

/** What the sign-in screen shows. */
export interface SignInState {
  /** The name typed before, so that nobody types it twice. */
  name?: string;
  /** Where to go on to. */
  next?: string;
  faults: readonly Fault[];
}

/** The way in. */
export function signInScreen(context: ScreenContext, { name, next, faults }: SignInState): string {
  const fields = [
    textField({ name: 'ten', label: 'Tên đăng nhập', value: name, autocomplete: 'username' }, []),
    textField(
      { name: 'mat-khau', label: 'Mật khẩu', type: 'password', autocomplete: 'current-password' },
      [],
    ),
  ];
  const body = html`${faultSummary(faults)}
<form class="form" method="post" action="${context.href(addresses.signIn())}">
${fields}
<input type="hidden" name="tiep" value="${next ?? ''}">
<button type="submit" class="button">Đăng nhập</button>
</form>
<p class="aside">Quên mật khẩu, hoặc chưa có tài khoản? Người quản trị của phường, xã sẽ cấp mật khẩu mới.</p>`;
  return screen(context, 'Đăng nhập', addresses.signIn(), body);
}
