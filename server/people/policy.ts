import { COLLECTIONS, type CollectionName } from '../../src/core/schema/collections.ts';
import { type Person, ROLES, type Role } from './person.ts';

/** Everything that the server asks leave for. */
export type Action =
  | 'draft.read'
  | 'draft.write'
  | 'draft.submit'
  | 'draft.return'
  | 'draft.delete'
  | 'publish'
  | 'withdraw'
  | 'month.close'
  | 'ward.edit'
  | 'people.manage'
  | 'audit.read';

/**
 * What an action is about: an entry as it stands. Who writes one asks twice, for the entry as
 * it stood and as it will stand, so that nobody takes over another department's.
 */
export interface Target {
  collection: string;
  id: string;
  /** The departments the entry belongs to; none for the files of the ward. */
  departments: readonly string[];
  /** Sign-in name of who began it. */
  author?: string;
}

/** What contributors write about their department's work. */
const CONTRIBUTED: readonly string[] = [
  'articles',
  'practices',
  'procedureChanges',
  'activities',
  'questions',
] satisfies CollectionName[];
/** What the ward itself is; only administrators touch it. */
const SETTINGS: readonly string[] = ['ward', 'departments', 'pages'] satisfies CollectionName[];
/** What programs write: closing a month and checking links have actions of their own. */
const MADE: readonly string[] = ['closings', 'linkCheck'] satisfies CollectionName[];

type Ask = (person: Person, target: Target) => string | undefined;

/** One row for each action: who may, and on what. */
const POLICY: Readonly<Record<Action, Ask>> = {
  'draft.read': (person, target) => settings(person, target) ?? ownOrReviewed(person, target),
  'draft.write': (person, target) =>
    byHand(target) ?? settings(person, target) ?? ownOrReviewed(person, target),
  'draft.submit': (person, target) =>
    byHand(target) ?? settings(person, target) ?? ownOrReviewed(person, target),
  'draft.return': (person, target) => settings(person, target) ?? reviewed(person, target),
  'draft.delete': (person, target) =>
    settings(person, target) ?? only(person, target, ['publisher'], 'xóa bản nháp'),
  publish: (person, target) =>
    byHand(target) ?? settings(person, target) ?? only(person, target, ['publisher'], 'xuất bản'),
  withdraw: (person, target) =>
    settings(person, target) ?? only(person, target, ['publisher'], 'gỡ bài'),
  'month.close': (person) => lacking(person, ['publisher'], 'khóa sổ tháng'),
  'ward.edit': (person) => lacking(person, ['administrator'], 'sửa cài đặt của phường, xã'),
  'people.manage': (person) => lacking(person, ['administrator'], 'quản lý người dùng'),
  'audit.read': (person) => lacking(person, ['publisher', 'administrator'], 'xem nhật ký'),
};

/**
 * Whether a person may do something to something: `undefined`, or the refusal in Vietnamese.
 * Roles add up. The server asks it for every request, whatever the browser has shown.
 */
export function may(
  person: Person,
  action: Action,
  target: Target = { collection: '', id: '', departments: [] },
): string | undefined {
  return POLICY[action](person, target);
}

/** Settings have their own keeper; `undefined` lets the rest of the row decide. */
function settings(person: Person, { collection }: Target): string | undefined {
  return SETTINGS.includes(collection)
    ? lacking(person, ['administrator'], `sửa «${labelOf(collection)}»`)
    : undefined;
}

function byHand({ collection }: Target): string | undefined {
  return MADE.includes(collection)
    ? `«${labelOf(collection)}» do chương trình ghi, không sửa bằng tay.`
    : undefined;
}

/** Editors work on every entry, contributors on those of their own department alone. */
function ownOrReviewed(person: Person, target: Target): string | undefined {
  if (SETTINGS.includes(target.collection)) return undefined;
  if (holds(person, ['editor', 'publisher'])) return undefined;
  if (!holds(person, ['contributor'])) {
    return lacking(person, ['contributor', 'editor', 'publisher'], 'làm việc với bản nháp');
  }
  if (!CONTRIBUTED.includes(target.collection)) {
    return lacking(person, ['editor', 'publisher'], `sửa «${labelOf(target.collection)}»`);
  }
  const { departments } = target;
  const own = person.department !== undefined && departments.includes(person.department);
  return own
    ? undefined
    : 'Bản nháp này của đơn vị khác. Cộng tác viên chỉ làm việc với bài của đơn vị mình.';
}

function reviewed(person: Person, { collection }: Target): string | undefined {
  if (SETTINGS.includes(collection)) return undefined;
  return lacking(person, ['editor', 'publisher'], 'trả lại bài hoặc xếp bài vào «Sẵn sàng»');
}

function only(
  person: Person,
  { collection }: Target,
  roles: readonly Role[],
  doing: string,
): string | undefined {
  return SETTINGS.includes(collection) ? undefined : lacking(person, roles, doing);
}

function lacking(person: Person, roles: readonly Role[], doing: string): string | undefined {
  if (holds(person, roles)) return undefined;
  const names = roles.map((role) => `«${ROLES[role]}»`).join(' hoặc ');
  return `Cần vai trò ${names} để ${doing}. Hãy nhờ người có vai trò này, hoặc hỏi quản trị.`;
}

function holds({ roles }: Person, wanted: readonly Role[]): boolean {
  return wanted.some((role) => roles.includes(role));
}

function labelOf(collection: string): string {
  return COLLECTIONS[collection as CollectionName]?.label ?? collection;
}
