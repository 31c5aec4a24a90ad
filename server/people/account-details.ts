import { slugify } from '../../src/core/text/slug.ts';
import { type AccountDetails, account } from './account.ts';
import { ROLES, type Role } from './person.ts';
import type { Fault } from './refused.ts';

/** What was typed about a person, before anything is known to be right. */
export interface TypedDetails {
  id: string;
  name: string;
  email: string;
  /** Roles by their code or by their name without accents: `editor`, `bien-tap`. */
  roles: readonly string[];
  department: string;
}

/** A department that a person may write for. */
export interface DepartmentChoice {
  id: string;
  name: string;
}

/** The name of a role as one types it on a command line: `cong-tac-vien`, `bien-tap`. */
export function roleSlug(role: Role): string {
  return slugify(ROLES[role]);
}

/** Reads what was typed about a person: the details, or every fault in it at once. */
export function readDetails(
  typed: TypedDetails,
  departments: readonly DepartmentChoice[],
): { details: AccountDetails; faults: [] } | { faults: Fault[] } {
  const known = Object.keys(ROLES) as Role[];
  const named = (text: string) =>
    known.find((role) => role === text.trim() || roleSlug(role) === slugify(text));
  const roles = [...new Set(typed.roles.flatMap((text) => named(text) ?? []))];
  const details: AccountDetails = {
    id: typed.id.trim().toLowerCase(),
    name: typed.name.normalize('NFC').replace(/\s+/g, ' ').trim(),
    email: typed.email.trim(),
    roles,
    ...(typed.department.trim() ? { department: typed.department.trim() } : {}),
  };
  const faults = [
    ...idFaults(details.id),
    ...nameFaults(details.name),
    ...emailFaults(details.email),
    ...roleFaults(
      typed.roles.filter((text) => !named(text)),
      roles,
    ),
    ...departmentFaults(details, departments),
  ];
  return faults.length > 0 ? { faults } : { details, faults: [] };
}

function idFaults(id: string): Fault[] {
  if (account.shape.id.safeParse(id).success) return [];
  const remedy =
    'Cần 2 đến 31 ký tự: chữ thường không dấu, số, dấu chấm, gạch nối; bắt đầu bằng chữ.';
  return [{ field: 'id', message: `Tên đăng nhập «${id}» chưa đúng. ${remedy}` }];
}

/** Commits carry the name, so it may hold nothing that ends a line or opens an address there. */
function nameFaults(name: string): Fault[] {
  const fits = account.shape.name.safeParse(name).success && !/[<>\p{Cc}]/u.test(name);
  if (fits) return [];
  const remedy = 'Hãy ghi họ và tên, từ 2 đến 120 ký tự, không có dấu < và >.';
  return [{ field: 'name', message: `Họ và tên «${name.slice(0, 80)}» chưa đúng. ${remedy}` }];
}

function emailFaults(email: string): Fault[] {
  if (account.shape.email.safeParse(email).success) return [];
  const remedy = 'Hãy ghi đầy đủ, ví dụ ten@quangninh.gov.vn.';
  return [{ field: 'email', message: `Thư điện tử «${email.slice(0, 80)}» chưa đúng. ${remedy}` }];
}

function roleFaults(unknown: readonly string[], roles: readonly Role[]): Fault[] {
  const all = (Object.keys(ROLES) as Role[]).map((role) => `${ROLES[role]} (${roleSlug(role)})`);
  const remedy = `Hãy chọn trong: ${all.join(', ')}.`;
  if (unknown.length > 0) {
    return [{ field: 'roles', message: `Không có vai trò «${unknown.join(', ')}». ${remedy}` }];
  }
  return roles.length > 0 ? [] : [{ field: 'roles', message: `Chưa chọn vai trò. ${remedy}` }];
}

function departmentFaults(
  { department, roles }: AccountDetails,
  departments: readonly DepartmentChoice[],
): Fault[] {
  const all = departments.map(({ id }) => id).join(', ');
  if (department !== undefined && !departments.some(({ id }) => id === department)) {
    const message = `Không có đơn vị «${department}» trong departments.yaml. Hãy chọn trong: ${all}.`;
    return [{ field: 'department', message }];
  }
  if (department === undefined && roles.includes('contributor')) {
    const message = `Chưa chọn đơn vị. Cộng tác viên viết cho một đơn vị; hãy chọn trong: ${all}.`;
    return [{ field: 'department', message }];
  }
  return [];
}
