import type { Day } from '../calendar/day.ts';
import { lastDayOf } from '../calendar/period.ts';
import { shortDate } from '../calendar/wording.ts';
import { lastGoodDay } from '../plan/due.ts';
import type { ReportDuty } from '../plan/obligations.ts';
import { REPORT_FORMS } from '../schema/vocabulary.ts';
import type { PlanEntry, Store } from '../store/store.ts';
import { limit } from './due-wording.ts';
import type { FactValue } from './link.ts';
import { memberValue, momentName, upperFirst } from './names.ts';
import { deskValue, leftText } from './obligation-row.ts';

/** A duty to report with its dates. */
export interface ReportWork {
  label: string;
  from: FactValue[];
  via?: FactValue;
  receiver: string;
  form: string;
  deadlines: ReportDeadline[];
  /** What takes the place of deadlines where the plan names no period. */
  none?: string;
}

/** One period of a report and until when it is to be handed in. */
export interface ReportDeadline {
  period: string;
  /** The last good day; absent where the plan gives none. */
  day?: Day;
  /** `Chậm nhất 04/9/2026`, or that the plan does not say. */
  text: string;
  /** The plan's words, where its day is not the last good one. */
  note?: string;
  left?: string;
}

/** The duties of a plan to report, in its order. */
export function reportWork(
  store: Store,
  asOf: Day,
  { data }: PlanEntry,
  duties: readonly ReportDuty[] = data.reportSchedule,
): ReportWork[] {
  return duties.map((duty) => ({
    label: duty.label,
    from: duty.from.map((name) => bodyValue(store, asOf, name)),
    ...(duty.via && { via: deskValue(store, asOf, duty.via) }),
    receiver: duty.receiver,
    form: upperFirst(REPORT_FORMS[duty.form]),
    deadlines: duty.deadlines.toSorted(byEnd).map((one) => deadlineOf(asOf, one)),
    ...(duty.deadlines.length === 0 && {
      none: 'Kế hoạch không ghi kỳ và ngày gửi; theo yêu cầu của cấp trên hoặc khi phát sinh.',
    }),
  }));
}

function deadlineOf(
  asOf: Day,
  { period, date, inclusive }: ReportDuty['deadlines'][number],
): ReportDeadline {
  const name = upperFirst(momentName(period));
  if (!date) return { period: name, text: 'Kế hoạch không ghi ngày' };
  const day = lastGoodDay(date, inclusive);
  return {
    period: name,
    day,
    text: `Chậm nhất ${shortDate(day)}`,
    ...(!inclusive && { note: `kế hoạch ghi «${limit(date, inclusive).toLowerCase()}»` }),
    left: leftText(day, asOf),
  };
}

function bodyValue(store: Store, asOf: Day, name: string): FactValue {
  return store.departmentById.has(name) ? deskValue(store, asOf, name) : memberValue(store, name);
}

function byEnd(a: { period: string }, b: { period: string }): number {
  const [first, second] = [lastDayOf(a.period) ?? '', lastDayOf(b.period) ?? ''];
  return first < second ? -1 : first > second ? 1 : 0;
}
