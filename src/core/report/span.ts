import { addDays, type Day, daysBetween, earlierOf, yearOf } from '../calendar/day.ts';
import {
  hasEnded,
  type Period,
  type PeriodKind,
  period,
  periodHolding,
  windowPeriod,
} from '../calendar/period.ts';
import { longDate, periodName } from '../calendar/wording.ts';
import { issuedPlans } from '../plan/in-force.ts';
import type { Store } from '../store/store.ts';

/** The days a report is about, and from which day it looks back on them. */
export interface ReportSpan {
  period: Period;
  /** `quý III năm 2026`, `từ ngày 01 tháng 7 năm 2026 đến …`. */
  name: string;
  from: Day;
  /** Last day, included. */
  to: Day;
  /** Last day that has data: the end of the span, or the date of the report before that. */
  until: Day;
  /** The day that deadlines are judged on: the day after the span once it has ended. */
  judgedOn: Day;
  ended: boolean;
}

/** The kinds of period that reports have names for, shortest first. */
const NAMED: readonly Exclude<PeriodKind, 'window'>[] = [
  'month',
  'quarter',
  'half',
  'nine-months',
  'year',
];

/** The span of a period as a report of `asOf` sees it. */
export function reportSpan(span: Period, asOf: Day): ReportSpan {
  const { from, to } = span;
  const ended = hasEnded(span, asOf);
  return {
    period: span,
    name: spanName(span),
    from,
    to,
    until: earlierOf(asOf, to),
    judgedOn: ended ? addDays(to, 1) : asOf,
    ended,
  };
}

/** The periods of a year that there is a report on, in the order in which they are due. */
export function yearPeriods(year: number): Period[] {
  const labels = ['-Q1', '-Q2', '-H1', '-Q3', '-9M', '-Q4', ''];
  return labels.map((label) => period(`${year}${label}`));
}

/** The years of the plans that are issued by a date, newest first. */
export function reportYears(store: Store, asOf: Day): number[] {
  const years = issuedPlans(store, asOf).map(({ data }) => data.year);
  return [...new Set(years)].sort((a, b) => b - a);
}

/** The periods of every plan year that have begun, so that there is something to report. */
export function begunPeriods(store: Store, asOf: Day): Period[] {
  return reportYears(store, asOf)
    .flatMap(yearPeriods)
    .filter(({ from }) => from <= asOf);
}

/** The period that is exactly these days: a named one where there is one, else a window. */
export function periodBetween(from: Day, to: Day): Period | undefined {
  const window = windowPeriod(from, to);
  const named = NAMED.map((kind) => window && periodHolding(kind, from)).find(
    (one) => one?.from === from && one.to === to,
  );
  return named ?? window;
}

/** The period that follows: of the same kind, and after nine months the fourth quarter. */
export function followingPeriod({ kind, from, to }: Period): Period {
  const first = addDays(to, 1);
  const next =
    kind === 'window'
      ? windowPeriod(first, addDays(first, daysBetween(from, to)))
      : periodHolding(kind === 'nine-months' ? 'quarter' : kind, first);
  if (!next) throw new RangeError(`Nothing follows ${from}..${to}`);
  return next;
}

/** The plan year that a span is about: that of its last day. */
export function yearOfSpan({ to }: Pick<ReportSpan, 'to'>): number {
  return yearOf(to);
}

/** A period as reports name it; a run of days in full words. */
export function spanName(span: Period): string {
  return span.kind === 'window'
    ? `từ ${longDate(span.from)} đến ${longDate(span.to)}`
    : periodName(span);
}
