import { addresses } from '../../src/core/address.ts';
import { type Account, roleNames } from '../people/account.ts';
import type { DepartmentChoice, TypedDetails } from '../people/account-details.ts';
import { ROLES } from '../people/person.ts';
import type { Fault } from '../people/refused.ts';
import { done, faultLines, faultSummary, textField } from './form.ts';
import { type ScreenContext, screen } from './frame.ts';
import { type Html, html } from './html.ts';

/** What each role is for, beside its name. */
const ROLE_HINTS: Readonly<Record<keyof typeof ROLES, string>> = {
  contributor: 'viết và gửi duyệt bài của đơn vị mình',
  editor: 'sửa bài của mọi đơn vị, trả lại bài',
  publisher: 'thêm quyền xuất bản, gỡ bài, khóa sổ tháng, xóa bản nháp',
  administrator: 'quản lý người dùng và cài đặt của phường, xã',
};

/** A password that was just given to somebody, shown once. */
export interface GivenPassword {
  id: string;
  name: string;
  password: string;
}

/** What the list of people shows. */
export interface PeopleState {
  accounts: readonly Account[];
  departments: readonly DepartmentChoice[];
  given?: GivenPassword;
  /** What was typed for a new person before it was refused. */
  typed?: TypedDetails;
  faults: readonly Fault[];
}

/** Everybody who may sign in, and the form for one more. */
export function peopleScreen(context: ScreenContext, state: PeopleState): string {
  const { accounts, departments, given, typed, faults } = state;
  const body = html`${given && givenNotice(given)}${faultSummary(faults)}
<div class="table-scroll"><table class="table table-stack">
<thead><tr><th scope="col">Họ và tên</th><th scope="col">Vai trò</th><th scope="col">Đơn vị</th><th scope="col">Tình trạng</th></tr></thead>
<tbody>${accounts.map((one) => row(context, one, departments))}</tbody>
</table></div>
<h2>Thêm người dùng</h2>
<form class="form" method="post" action="${context.href(addresses.people())}">
${textField(
  {
    name: 'id',
    label: 'Tên đăng nhập',
    hint: 'Chữ thường không dấu, ví dụ lan.nt. Không đổi được về sau.',
    value: typed?.id,
    autocomplete: 'off',
  },
  faults,
)}
${detailFields(departments, typed, faults)}
<button type="submit" class="button">Thêm và cấp mật khẩu</button>
</form>`;
  return screen(context, 'Người dùng', addresses.people(), body);
}

/** The fields about a person that can be changed. */
export function detailFields(
  departments: readonly DepartmentChoice[],
  typed: TypedDetails | undefined,
  faults: readonly Fault[],
): Html {
  const of = (field: string) => faults.filter((fault) => fault.field === field);
  const roles = Object.entries(ROLES).map(
    ([role, label]) =>
      html`<label class="choice"><input type="checkbox" name="roles" value="${role}"${
        typed?.roles.includes(role) && html` checked`
      }> <span><strong>${label}</strong>: ${ROLE_HINTS[role as keyof typeof ROLES]}</span></label>`,
  );
  const options = departments.map(
    ({ id, name }) =>
      html`<option value="${id}"${typed?.department === id && html` selected`}>${name}</option>`,
  );
  return html`${textField({ name: 'name', label: 'Họ và tên', hint: 'Hiện bên cạnh mỗi lần lưu bài.', value: typed?.name, autocomplete: 'off' }, faults)}
${textField({ name: 'email', label: 'Thư điện tử', type: 'email', value: typed?.email, autocomplete: 'off' }, faults)}
<fieldset class="field" id="roles"${of('roles').length > 0 && html` aria-describedby="roles-loi"`}>
<legend>Vai trò</legend>${roles}${faultLines('roles', of('roles'))}</fieldset>
<div class="field"><label for="department">Đơn vị</label>
<p class="hint" id="department-goi-y">Cộng tác viên cần có đơn vị; các vai trò khác có thể để trống.</p>
<select id="department" name="department" aria-describedby="department-goi-y"${of('department').length > 0 && html` aria-invalid="true"`}><option value="">Không thuộc đơn vị nào</option>${options}</select>
${faultLines('department', of('department'))}</div>`;
}

/** Says the password that somebody was just given, for the only time. */
export function givenNotice({ id, name, password }: GivenPassword): Html {
  return done(html`<h2>Mật khẩu dùng một lần của ${name}</h2>
<p>Tên đăng nhập: <strong>${id}</strong><br>Mật khẩu: <code class="secret">${password}</code></p>
<p>Hãy trao tận tay; mật khẩu chỉ hiện một lần này và phải đổi khi đăng nhập.</p>`);
}

function row(
  { href }: ScreenContext,
  one: Account,
  departments: readonly DepartmentChoice[],
): Html {
  const department = departments.find(({ id }) => id === one.department)?.name ?? one.department;
  return html`<tr><th scope="row"><a href="${href(addresses.person(one.id))}">${one.name}</a><span class="person-id">${one.id}</span></th>
<td data-label="Vai trò">${roleNames(one.roles)}</td><td data-label="Đơn vị">${department ?? 'Không'}</td>
<td data-label="Tình trạng">${standing(one)}</td></tr>`;
}

/** How an account stands, in words. */
export function standing({ disabled, mustChange }: Account): string {
  if (disabled) return 'Đã khóa';
  return mustChange ? 'Chưa đặt mật khẩu riêng' : 'Đang dùng';
}
