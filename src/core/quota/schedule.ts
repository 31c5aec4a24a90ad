import { addDays, type Day, earlierOf, earliest, laterOf, yearOf } from '../calendar/day.ts';
import {
  firstDayOf,
  lastDayOf,
  type Period,
  type PeriodKind,
  periodHolding,
  periodsStarting,
  windowPeriod,
} from '../calendar/period.ts';
import type { Plan } from '../schema/plan.ts';
import type { Reading } from './reading.ts';

/** The periods that a rule is counted in. */
export interface Schedule {
  /** The day from which events qualify. */
  from: Day;
  periods: { period: Period; counts: boolean }[];
}

/** Periods short enough that a part of one would be unfair to count. */
const WHOLE_ONLY: readonly PeriodKind[] = ['week', 'month', 'quarter'];

/**
 * The periods of a reading: every one from the plan's issue to the rule's end. Weeks, months
 * and quarters that start before the rule's own first day are there but do not count, nor do
 * longer periods that end before it; otherwise longer periods and windows count whole. `last` ends a rule early when another plan takes over.
 */
export function scheduleOf(plan: Plan, reading: Reading, last?: Day): Schedule | undefined {
  const end = reading.to === undefined ? lastDayOfYear(plan, reading) : lastDayOf(reading.to);
  if (end === undefined) return undefined;
  const to = last === undefined ? end : earlierOf(end, last);
  if (reading.period === 'window') return windowSchedule(reading, to);
  const kind = reading.period;
  const from = firstCountedDay(plan, reading);
  const issue = issueSpan(plan);
  if (!from || !issue) return undefined;
  const start = earliest([periodHolding(kind, issue.from)?.from, periodHolding(kind, from)?.from]);
  const periods = periodsStarting(kind, start ?? from, to).map((period) => ({
    period,
    counts: WHOLE_ONLY.includes(kind) ? period.from >= from : period.to >= from,
  }));
  return { from, periods };
}

/**
 * The day from which a reading counts: its own `from`, or by default the first whole week,
 * month or quarter after the plan; for longer periods the start of the one that holds it.
 */
export function firstCountedDay(plan: Plan, reading: Reading): Day | undefined {
  if (reading.from !== undefined) return firstDayOf(reading.from);
  const issue = issueSpan(plan);
  if (!issue || reading.period === 'window') return undefined;
  const holding = periodHolding(reading.period, issue.to);
  if (holding && WHOLE_ONLY.includes(reading.period)) return addDays(holding.to, 1);
  // A plan issued in December for the next year promises nothing for the year that is ending.
  const holdingFrom = holding?.from ?? `${yearOf(issue.to) + 1}-01-01`;
  return laterOf(holdingFrom, `${plan.year}-01-01`);
}

/** The end of a plan's year; a week belongs to the year of its ISO label, as W53 of 2026 does. */
function lastDayOfYear(plan: Plan, reading: Reading): Day | undefined {
  if (reading.period !== 'week') return lastDayOf(String(plan.year));
  const next = firstDayOf(`${plan.year + 1}-W01`);
  return next && addDays(next, -1);
}

/** The day of a plan's issue; the whole month where its text leaves the day blank. */
export function issueSpan(plan: Plan): { from: Day; to: Day } | undefined {
  const text = plan.date ?? plan.issuedMonth;
  const from = text && firstDayOf(text);
  const to = text && lastDayOf(text);
  return from && to ? { from, to } : undefined;
}

/**
 * The last day of a replaced plan's rule: the day before the new plan's rules of the same
 * kind of period begin. Where it has none, the day before its earliest week, month or quarter
 * rule, or else its earliest rule of any kind, but not before the new plan is issued.
 */
export function lastDayBefore(replacing: Plan, reading: Reading): Day | undefined {
  const begins = (rules: readonly Reading[]) =>
    earliest(rules.map((rule) => firstCountedDay(replacing, rule)));
  const sameKind = replacing.quotas.filter(({ period }) => period === reading.period);
  const issued = issueSpan(replacing)?.from;
  const any = begins(replacing.quotas);
  const begin =
    begins(sameKind) ??
    begins(replacing.quotas.filter(({ period }) => WHOLE_ONLY.includes(period))) ??
    (any && issued ? laterOf(any, issued) : issued);
  return begin && addDays(begin, -1);
}

function windowSchedule(reading: Reading, to: Day): Schedule | undefined {
  const from = reading.from && firstDayOf(reading.from);
  const span = from && windowPeriod(from, to);
  return span ? { from: span.from, periods: [{ period: span, counts: true }] } : undefined;
}
