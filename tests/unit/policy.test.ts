import { describe, expect, test } from 'vitest';
import { type Person, ROLES, type Role } from '../../server/people/person.ts';
import { type Action, may, type Target } from '../../server/people/policy.ts';
import { COLLECTIONS } from '../../src/core/schema/collections.ts';

const who = (...roles: Role[]): Person => ({
  id: 'ai',
  name: 'Ai',
  email: 'ai@example.vn',
  roles,
  department: 'vhxh',
});
const own: Target = { collection: 'articles', id: 'a', departments: ['vhxh'] };
const others: Target = { collection: 'articles', id: 'a', departments: ['kt'] };
const plan: Target = { collection: 'plans', id: 'p', departments: [] };
const ward: Target = { collection: 'ward', id: 'ward', departments: [] };
const closing: Target = { collection: 'closings', id: '2026-09', departments: [] };

/** Rows: what is asked; columns: contributor, editor, publisher, administrator. `+` may. */
const TABLE: [Action, Target, string][] = [
  ['draft.read', own, '+++-'],
  ['draft.read', others, '-++-'],
  ['draft.read', plan, '-++-'],
  ['draft.read', ward, '---+'],
  ['draft.write', own, '+++-'],
  ['draft.write', others, '-++-'],
  ['draft.write', plan, '-++-'],
  ['draft.write', ward, '---+'],
  ['draft.write', closing, '----'],
  ['draft.submit', own, '+++-'],
  ['draft.submit', others, '-++-'],
  ['draft.submit', ward, '---+'],
  ['draft.return', own, '-++-'],
  ['draft.return', others, '-++-'],
  ['draft.delete', own, '--+-'],
  ['draft.delete', ward, '---+'],
  ['publish', own, '--+-'],
  ['publish', plan, '--+-'],
  ['publish', ward, '---+'],
  ['publish', closing, '----'],
  ['withdraw', own, '--+-'],
  ['withdraw', others, '--+-'],
  ['month.close', closing, '--+-'],
  ['ward.edit', ward, '---+'],
  ['people.manage', ward, '---+'],
  ['audit.read', ward, '--++'],
];
const COLUMNS = Object.keys(ROLES) as Role[];

describe('every role × action', () => {
  test.each(TABLE)('%s on %o: %s', (action, target, marks) => {
    const found = COLUMNS.map((role) => (may(who(role), action, target) ? '-' : '+')).join('');
    expect(found).toBe(marks);
  });

  test('roles add up', () => {
    for (const [action, target, marks] of TABLE) {
      for (const [i, a] of COLUMNS.entries()) {
        for (const [j, b] of COLUMNS.entries()) {
          const either = marks[i] === '+' || marks[j] === '+';
          expect(may(who(a, b), action, target) === undefined, `${a}+${b} ${action}`).toBe(either);
        }
      }
    }
  });
});

describe('contributors', () => {
  test('stay in their own department, whatever stands beside it', () => {
    expect(may({ ...who('contributor'), department: undefined }, 'draft.write', own)).toBeDefined();
    expect(may(who('contributor'), 'draft.write', { ...own, departments: [] })).toBeDefined();
    const joint = { ...own, collection: 'practices', departments: ['vhxh', 'kt'] };
    expect(may(who('contributor'), 'draft.write', joint)).toBeUndefined();
  });

  test('write five kinds of content and no other', () => {
    const mine = Object.keys(COLLECTIONS).filter(
      (collection) => !may(who('contributor'), 'draft.write', { ...own, collection }),
    );
    const written = ['articles', 'practices', 'procedureChanges', 'activities', 'questions'];
    expect(mine.sort()).toEqual(written.sort());
  });
});

test('nobody without a role may do anything', () => {
  for (const [action, target] of TABLE) expect(may(who(), action, target)).toBeDefined();
});

test('a refusal says which role it takes, in Vietnamese', () => {
  expect(may(who('editor'), 'publish', own)).toBe(
    'Cần vai trò «Duyệt» để xuất bản. Hãy nhờ người có vai trò này, hoặc hỏi quản trị.',
  );
  expect(may(who('contributor'), 'draft.write', others)).toContain('đơn vị khác');
});
