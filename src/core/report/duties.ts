import { addDays, type Day } from '../calendar/day.ts';
import { lastDayOf, type Period } from '../calendar/period.ts';
import {
  dueBetween,
  obligationsOf,
  type QuotaObligation,
  type ReportObligation,
  type TaskObligation,
  type UndatedReport,
  undatedReports,
} from '../plan/obligations.ts';
import { type PlanContext, planProgress, type TaskProgress } from '../plan/tasks.ts';
import type { ResultRule } from '../quota/result.ts';
import type { Tally } from '../quota/tally.ts';
import type { PlanEntry } from '../store/store.ts';
import { followingPeriod, type ReportSpan } from './span.ts';

/** What one subject owes of a rule from now to the end of the next period. */
export interface QuotaDuty {
  rule: ResultRule;
  subject: string;
  tallies: readonly Tally[];
}

/** What lies ahead at the end of a span. */
export interface Duties {
  /** The first day ahead. */
  from: Day;
  next: Period;
  quotas: QuotaDuty[];
  tasks: TaskObligation[];
  reports: ReportObligation[];
  /** Reports whose day the plan leaves to others. */
  undated: UndatedReport[];
}

/** What is owed between the end of the data and the end of the following period. */
export function dutiesAfter(
  context: PlanContext,
  plans: readonly PlanEntry[],
  span: ReportSpan,
): Duties {
  const next = followingPeriod(span.period);
  const all = plans.flatMap((plan) => obligationsOf(context, plan, planProgress(context, plan)));
  const from = span.ended ? addDays(span.to, 1) : span.until;
  const ahead = dueBetween(all, { from, to: next.to });
  return {
    from,
    next,
    quotas: quotaDuties(ahead.filter((one) => one.kind === 'quota')),
    tasks: ahead.filter((one) => one.kind === 'task'),
    reports: ahead.filter((one) => one.kind === 'report'),
    undated: plans
      .flatMap((plan) => undatedReports(context, plan))
      .flatMap((report) => inReach(report, span.to, next.to)),
  };
}

/** A report without a day, on the periods that end with the span or the one that follows. */
function inReach(report: UndatedReport, from: Day, to: Day): UndatedReport[] {
  if (report.periods.length === 0) return [report];
  const periods = report.periods.filter((label) => {
    const last = lastDayOf(label) ?? '';
    return last >= from && last <= to;
  });
  return periods.length > 0 ? [{ ...report, periods }] : [];
}

/** Every task of the plans that a report is about, in their order. */
export function tasksOf(context: PlanContext, plans: readonly PlanEntry[]): TaskProgress[] {
  return plans.flatMap((plan) => planProgress(context, plan));
}

function quotaDuties(owed: readonly QuotaObligation[]): QuotaDuty[] {
  const groups = Map.groupBy(owed, ({ rule, tally }) => `${rule.id} ${tally.subject}`);
  return [...groups.values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const { rule, tally } = first;
    return [{ rule, subject: tally.subject, tallies: own.map((one) => one.tally) }];
  });
}
