import { addresses } from '../address.ts';
import { addDays, type Day } from '../calendar/day.ts';
import { daysLeft, period } from '../calendar/period.ts';
import { periodName, shortDate } from '../calendar/wording.ts';
import type { Obligation } from '../plan/obligations.ts';
import { chosenReading } from '../quota/reading.ts';
import { JOINT, type Tally } from '../quota/tally.ts';
import type { Store } from '../store/store.ts';
import type { FactValue } from './link.ts';
import { upperFirst } from './names.ts';
import { proofAddress, statusWord, tallyNumber } from './quota-cell.ts';
import { what } from './rule-wording.ts';
import { taskAnchor } from './task-link.ts';

/** What an obligation is, before its title. */
export const OBLIGATION_KINDS = {
  quota: 'Chỉ tiêu',
  task: 'Nhiệm vụ',
  report: 'Báo cáo',
} as const satisfies Record<Obligation['kind'], string>;

/** Something that is due, with its last good day. */
export interface ObligationRow {
  day: Day;
  /** `còn 12 ngày`; `quá hạn` once the day has passed. */
  left: string;
  kind: string;
  title: string;
  address: string;
  /** Who owes it; of a number also how each stands: `1/2, còn thiếu 1`. */
  who: { name: FactValue; standing?: string }[];
  /** The plan's words where the last good day is not the day it prints. */
  note?: string;
}

/** Obligations as lists show them: one number asked of several departments is one row. */
export function obligationRows(
  store: Store,
  asOf: Day,
  all: readonly Obligation[],
): ObligationRow[] {
  const same = (one: Obligation) =>
    one.kind === 'quota' ? `${one.rule.id} ${one.tally.period}` : one;
  return [...Map.groupBy(all, same).values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const who = group.flatMap((one) => whoOwes(store, asOf, one));
    return [{ ...obligationRow(asOf, first), who }];
  });
}

function obligationRow(asOf: Day, one: Obligation): Omit<ObligationRow, 'who'> {
  const note = printedDay(one);
  return {
    day: one.day,
    left: leftText(one.day, asOf),
    kind: OBLIGATION_KINDS[one.kind],
    title: obligationTitle(one),
    address: obligationAddress(one),
    ...(note && { note }),
  };
}

/** What is owed, in a line: `Ít nhất 02 tin/bài phát trên truyền thanh, tháng 10 năm 2026`. */
export function obligationTitle(one: Obligation): string {
  switch (one.kind) {
    case 'quota': {
      const joint = one.tally.subject === JOINT ? ' (tính chung)' : '';
      const demand = what(chosenReading(one.rule));
      return `${upperFirst(demand)}, ${periodName(period(one.tally.period))}${joint}`;
    }
    case 'task':
      return one.progress.task.text;
    case 'report':
      return `${one.duty.label}, ${periodName(period(one.period))}`;
  }
}

/** Where an obligation and its proof stand. */
export function obligationAddress(one: Obligation): string {
  switch (one.kind) {
    case 'quota':
      return proofAddress(one.tally);
    case 'task':
      return `${addresses.planWork(one.plan.id)}#${taskAnchor(one.progress.task.no)}`;
    case 'report':
      return `${addresses.planWork(one.plan.id)}#${REPORTS_ANCHOR}`;
  }
}

/** The id of the reports on the page of a plan at work. */
export const REPORTS_ANCHOR = 'bao-cao';

/** `1/2, còn thiếu 1`. */
export function standingText(tally: Pick<Tally, 'status' | 'required' | 'actual'>): string {
  return `${tallyNumber(tally)}, ${statusWord(tally)}`;
}

/** How long there is left; the day itself is the last of them. */
export function leftText(day: Day, asOf: Day): string {
  const left = daysLeft({ to: day }, asOf);
  if (left === 0) return 'đã qua';
  return left === 1 ? 'hạn hôm nay' : `còn ${left} ngày`;
}

/** A department with its page at the officials' desk; none before it exists. */
export function deskValue(store: Store, asOf: Day, id: string): FactValue {
  const unit = store.departmentById.get(id);
  if (!unit || (unit.from ?? asOf) > asOf) return { text: unit?.name ?? id };
  return { text: unit.name, address: addresses.departmentDesk(id) };
}

/** `kế hoạch ghi «trước ngày 05/9/2026»`, where the last good day is the 4th. */
export function printedDay(one: Obligation): string | undefined {
  if (one.kind === 'quota') return undefined;
  const inclusive = one.kind === 'task' ? one.progress.task.due.inclusive : one.inclusive;
  return inclusive ? undefined : `kế hoạch ghi «trước ngày ${shortDate(addDays(one.day, 1))}»`;
}

function whoOwes(store: Store, asOf: Day, one: Obligation): ObligationRow['who'] {
  if (one.kind === 'quota') {
    const standing = standingText(one.tally);
    const joint = { text: `Tính chung ${one.departments.length} đơn vị` };
    return one.tally.subject === JOINT
      ? [{ name: joint, standing }]
      : one.departments.map((id) => ({ name: deskValue(store, asOf, id), standing }));
  }
  const outside = one.kind === 'task' ? one.progress.task.leadOutside : undefined;
  return [
    ...one.departments.map((id) => ({ name: deskValue(store, asOf, id) })),
    ...(outside ? [{ name: { text: outside } }] : []),
  ];
}
