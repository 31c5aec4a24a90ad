import { addDays, type Day } from '../calendar/day.ts';
import { shortDate } from '../calendar/wording.ts';
import { CHANGE_STATES, type ChangeState } from '../schema/vocabulary.ts';
import { type Change, ceases } from './procedure-state.ts';

/**
 * Procedures by their codes: what was announced of each, what it replaced and what replaced
 * it. Announcements name codes that nothing here announced, and may replace in a circle; both
 * are shown as they are, for the ward does not announce procedures itself.
 */

/** A code that took the place of another. */
interface Replacement {
  code: string;
  from: Day;
}

/** What the announcements say of one code. */
export interface CodeRecord {
  code: string;
  /** Oldest effective date first; empty for a code that is only named by others. */
  changes: Change[];
  replaces: Replacement[];
  replacedBy: Replacement[];
}

/** How a procedure itself stands on a date, in words. */
export interface CodeStanding {
  state: ChangeState;
  text: string;
}

/** One procedure in a line of replacements. */
export interface LineStep {
  code: string;
  /** Its newest announced name; absent where nothing here announced it. */
  name?: string;
  /** `từ 01/7/2026 đến hết 30/9/2026`; what is not known is left out. */
  span: string;
  standing?: CodeStanding;
  /** Whether it is the procedure that the line is drawn for. */
  here: boolean;
}

/** An event in the life of a procedure. */
interface Event {
  day: Day;
  ends: boolean;
  text: string;
}

/** Every code that some changes announce or name, by code. */
export function codeBook(changes: readonly Change[]): ReadonlyMap<string, CodeRecord> {
  const book = new Map<string, CodeRecord>();
  const recordOf = (code: string): CodeRecord => {
    const record = book.get(code) ?? { code, changes: [], replaces: [], replacedBy: [] };
    book.set(code, record);
    return record;
  };
  const replace = (old: string, next: string, from: Day) => {
    if (old === next) return;
    add(recordOf(old).replacedBy, { code: next, from });
    add(recordOf(next).replaces, { code: old, from });
  };
  for (const change of changes) {
    const { code, effective, replaces, replacedBy } = change.procedure;
    recordOf(code).changes.push(change);
    for (const old of replaces) replace(old, code, effective);
    for (const next of replacedBy) replace(code, next, effective);
  }
  for (const record of book.values()) record.changes.sort(byDay);
  return book;
}

/**
 * The line of replacements through a code, the oldest first: everything before it and
 * everything after it, each once. A code on its own is a line of one step.
 */
export function lineOf(book: ReadonlyMap<string, CodeRecord>, code: string, asOf: Day): LineStep[] {
  const reached = new Map([[code, 0]]);
  const walk = (from: string, step: -1 | 1) => {
    for (let edge = [from], depth = step; edge.length > 0; depth += step) {
      edge = edge
        .flatMap((one) => book.get(one)?.[step < 0 ? 'replaces' : 'replacedBy'] ?? [])
        .map((one) => one.code)
        .filter((one) => !reached.has(one));
      for (const one of edge) reached.set(one, depth);
    }
  };
  walk(code, -1);
  walk(code, 1);
  return [...reached]
    .sort(([a, at], [b, bt]) => at - bt || (a < b ? -1 : 1))
    .flatMap(([one]) => {
      const record = book.get(one);
      return record ? [stepOf(record, asOf, one === code)] : [];
    });
}

/** The newest announced name of a code. */
export function nameOf({ changes }: CodeRecord): string | undefined {
  return changes.at(-1)?.procedure.name;
}

/** How a procedure stands on a date; `undefined` when nothing here says so. */
export function standingOf(record: CodeRecord, asOf: Day): CodeStanding | undefined {
  const events = eventsOf(record);
  const last = events.filter(({ day }) => day <= asOf).at(-1);
  if (last) {
    return last.ends
      ? { state: 'ended', text: last.text }
      : { state: 'in-force', text: 'Đang áp dụng' };
  }
  const [next] = events;
  if (!next) return undefined;
  return begins(record) === next.day && !next.ends
    ? { state: 'upcoming', text: CHANGE_STATES.upcoming }
    : { state: 'in-force', text: 'Đang áp dụng' };
}

function stepOf(record: CodeRecord, asOf: Day, here: boolean): LineStep {
  const name = nameOf(record);
  const standing = standingOf(record, asOf);
  return {
    code: record.code,
    ...(name && { name }),
    span: spanOf(record),
    ...(standing && { standing }),
    here,
  };
}

function spanOf(record: CodeRecord): string {
  const from = begins(record);
  const end = eventsOf(record)
    .filter(({ ends, day }) => ends && day >= (from ?? ''))
    .at(-1);
  return [from && `từ ${shortDate(from)}`, end && `đến hết ${shortDate(addDays(end.day, -1))}`]
    .filter(Boolean)
    .join(' ');
}

/** The day a procedure came into being, where an announcement says so. */
function begins({ changes, replaces }: CodeRecord): Day | undefined {
  const made = changes.find(({ procedure }) => !ceases(procedure) && procedure.kind !== 'amended')
    ?.procedure.effective;
  return made ?? replaces.map(({ from }) => from).sort()[0];
}

/** Everything that begins or ends a procedure, by day; on one day what ends it has the last word. */
function eventsOf({ changes, replacedBy }: CodeRecord): Event[] {
  const own = changes.flatMap(({ procedure }): Event[] => {
    const { kind, effective, expires } = procedure;
    if (ceases(procedure)) {
      const text = kind === 'repealed' ? 'Đã bãi bỏ' : 'Đã được thay thế';
      return [{ day: effective, ends: true, text }];
    }
    // What a temporary amendment ends with is the amendment, not the procedure.
    const limit = kind === 'amended' ? undefined : expires;
    return [
      { day: effective, ends: false, text: '' },
      ...(limit ? [{ day: addDays(limit, 1), ends: true, text: CHANGE_STATES.ended }] : []),
    ];
  });
  const others = replacedBy.map(
    ({ from }): Event => ({ day: from, ends: true, text: 'Đã được thay thế' }),
  );
  return [...own, ...others].sort((a, b) =>
    a.day === b.day ? Number(a.ends) - Number(b.ends) : a.day < b.day ? -1 : 1,
  );
}

/** Two announcements may name one replacement; the first day holds. */
function add(list: Replacement[], one: Replacement): void {
  const known = list.find(({ code }) => code === one.code);
  if (!known) list.push(one);
  else if (one.from < known.from) known.from = one.from;
}

function byDay(a: Change, b: Change): number {
  const [x, y] = [a.procedure.effective, b.procedure.effective];
  return x === y ? (a.entry.id < b.entry.id ? -1 : 1) : x < y ? -1 : 1;
}
