import { addDays, type Day, earlierOf, laterOf } from '../calendar/day.ts';
import type { Department, Group } from '../schema/departments.ts';

/** A department's belonging to something, for a stretch of days with open ends. */
export interface Membership {
  department: string;
  from?: Day;
  to?: Day;
}

/** The departments and groups that memberships are looked up in. */
export interface Units {
  departmentById: ReadonlyMap<string, Department>;
  groupById: ReadonlyMap<string, Group>;
}

/** The prefix by which rules and tasks name a group. */
export const GROUP_PREFIX = 'group:';

/**
 * The memberships that a list of departments and `group:<id>` stands for, in order and
 * without repeats. A member of a group belongs to it only while it exists itself.
 */
export function membershipsOf(units: Units, names: readonly string[]): Membership[] {
  const found: Membership[] = [];
  for (const name of names) {
    const members: readonly Membership[] = name.startsWith(GROUP_PREFIX)
      ? (units.groupById.get(name.slice(GROUP_PREFIX.length))?.members ?? [])
      : [{ department: name }];
    for (const member of members) {
      const own = units.departmentById.get(member.department);
      const clipped = own ? overlap(member, own) : undefined;
      if (clipped && !found.some((known) => same(known, clipped))) found.push(clipped);
    }
  }
  return found;
}

/** Whether a department belongs on a day. */
export function isMember(
  memberships: readonly Membership[],
  department: string,
  day: Day,
): boolean {
  return memberships.some(
    (member) =>
      member.department === department &&
      (member.from === undefined || member.from <= day) &&
      (member.to === undefined || day <= member.to),
  );
}

/** The departments that belong on any day of a span, in the order of the memberships. */
export function membersDuring(
  memberships: readonly Membership[],
  span: { from: Day; to: Day },
): string[] {
  const found = memberships
    .filter(({ from, to }) => (from ?? span.from) <= span.to && (to ?? span.to) >= span.from)
    .map(({ department }) => department);
  return [...new Set(found)];
}

/** Whether a department belongs on every day of a span, over one or several memberships. */
export function belongsThroughout(
  memberships: readonly Membership[],
  department: string,
  span: { from: Day; to: Day },
): boolean {
  const own = memberships
    .filter((member) => member.department === department)
    .sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
  let covered: Day | undefined;
  for (const { from, to } of own) {
    const start = covered === undefined || covered < span.from ? span.from : addDays(covered, 1);
    if ((from ?? span.from) > start) break;
    if (to === undefined) return true;
    covered = covered === undefined ? to : laterOf(covered, to);
  }
  return covered !== undefined && covered >= span.to;
}

function overlap(member: Membership, own: { from?: Day; to?: Day }): Membership | undefined {
  const from = member.from && own.from ? laterOf(member.from, own.from) : (member.from ?? own.from);
  const to = member.to && own.to ? earlierOf(member.to, own.to) : (member.to ?? own.to);
  if (from !== undefined && to !== undefined && to < from) return undefined;
  return { department: member.department, from, to };
}

function same(a: Membership, b: Membership): boolean {
  return a.department === b.department && a.from === b.from && a.to === b.to;
}
