import type { Day } from '../calendar/day.ts';
import { lastDayOf } from '../calendar/period.ts';
import type { ResultRule } from '../quota/result.ts';
import { JOINT, type Tally } from '../quota/tally.ts';
import type { Plan } from '../schema/plan.ts';
import { membersDuring, membershipsOf } from '../store/membership.ts';
import type { PlanEntry } from '../store/store.ts';
import { lastGoodDay } from './due.ts';
import { replacementOf } from './in-force.ts';
import { judged } from './measured.ts';
import { isSubordinate, type PlanContext, type TaskProgress } from './tasks.ts';

/** One duty to report, as the plan words it. */
export type ReportDuty = Plan['reportSchedule'][number];

interface Owed {
  plan: PlanEntry;
  /** Ids of the departments that owe it. */
  departments: readonly string[];
  /** The last day in time. */
  day: Day;
}

/** A number to be reached by the end of a period. */
export interface QuotaObligation extends Owed {
  kind: 'quota';
  rule: ResultRule;
  tally: Tally;
}

/** A task with a day of its own; tasks that rules measure are owed by their periods. */
export interface TaskObligation extends Owed {
  kind: 'task';
  progress: TaskProgress;
}

/** A report that is to be handed in. */
export interface ReportObligation extends Owed {
  kind: 'report';
  duty: ReportDuty;
  /** Label of the period reported on. */
  period: string;
  /** False where the plan says «trước ngày», so that `day` is the day before. */
  inclusive: boolean;
}

export type Obligation = QuotaObligation | TaskObligation | ReportObligation;

/** A report whose day the plan leaves to others. */
export interface UndatedReport {
  plan: PlanEntry;
  duty: ReportDuty;
  departments: readonly string[];
  /** Labels of the periods; none where the plan names none. */
  periods: readonly string[];
}

/**
 * Everything with a day that departments owe by a plan, by day. What is settled is among it: a
 * calendar shows the whole year. Of a plan that was replaced only its numbers are still owed,
 * for as long as they are counted.
 */
export function obligationsOf(
  context: PlanContext,
  plan: PlanEntry,
  tasks: readonly TaskProgress[],
): Obligation[] {
  const numbers = quotaObligations(context, plan);
  if (replacementOf(context.store, plan, context.quotas.asOf)) return numbers;
  const dated = [...taskObligations(context, tasks), ...reportObligations(context, plan)];
  return [...numbers, ...dated].sort(byDay);
}

/**
 * Whether nothing is left to do for an obligation, as far as this site can tell; for one
 * department where each owes it on its own. It cannot tell of reports.
 */
export function isSettled(one: Obligation, department?: string): boolean {
  if (one.kind === 'quota') return one.tally.status === 'met';
  if (one.kind === 'report') return false;
  const own = one.progress.departments.find((unit) => unit.department === department);
  const { state } = own ?? one.progress.judgement ?? {};
  return state === 'done' || state === 'dropped';
}

/** What is left to do from a day on until another, both included. */
export function dueBetween(
  all: readonly Obligation[],
  { from, to }: { from: Day; to: Day },
  department?: string,
): Obligation[] {
  return all.filter((one) => one.day >= from && one.day <= to && !isSettled(one, department));
}

/** What one department owes, jointly with others too. */
export function owedBy(all: readonly Obligation[], department: string): Obligation[] {
  return all.filter(({ departments }) => departments.includes(department));
}

/** The reports of a plan that it gives no day for. */
export function undatedReports(context: PlanContext, plan: PlanEntry): UndatedReport[] {
  return plan.data.reportSchedule.flatMap((duty) => {
    const periods = duty.deadlines.filter(({ date }) => !date).map(({ period }) => period);
    if (periods.length === 0 && duty.deadlines.length > 0) return [];
    const departments = reporters(context, plan, duty, String(plan.data.year));
    return [{ plan, duty, departments, periods: periods.toSorted(byEnd) }];
  });
}

/** The duties of a plan to report that a department has, in its order. */
export function reportsOf(
  { store }: PlanContext,
  { data }: PlanEntry,
  department: string,
): ReportDuty[] {
  return data.reportSchedule.filter(({ from }) =>
    membershipsOf(store, from).some((member) => member.department === department),
  );
}

function quotaObligations({ store, quotas }: PlanContext, plan: PlanEntry): QuotaObligation[] {
  const rules = quotas.rules.filter((rule) => rule.plan === plan.id);
  return rules.flatMap((rule) => {
    const memberships = membershipsOf(store, rule.subject.departments);
    const tallies = judged(quotas.tallies.filter((tally) => tally.rule === rule.id));
    return tallies.map((tally) => ({
      kind: 'quota' as const,
      plan,
      rule,
      tally,
      departments: tally.subject === JOINT ? membersDuring(memberships, tally) : [tally.subject],
      day: tally.to,
    }));
  });
}

function taskObligations({ store }: PlanContext, tasks: readonly TaskProgress[]): TaskObligation[] {
  return tasks.flatMap((progress) => {
    const { plan, due, judgement, leads, measured } = progress;
    if (!judgement || measured || due.last === undefined) return [];
    const departments = leads.filter((id) => isSubordinate(store, id));
    return [{ kind: 'task' as const, plan, progress, departments, day: due.last }];
  });
}

function reportObligations(context: PlanContext, plan: PlanEntry): ReportObligation[] {
  return plan.data.reportSchedule.flatMap((duty) =>
    duty.deadlines.flatMap(({ period, date, inclusive }) => {
      if (!date) return [];
      const departments = reporters(context, plan, duty, period);
      const day = lastGoodDay(date, inclusive);
      return [{ kind: 'report' as const, plan, duty, period, inclusive, departments, day }];
    }),
  );
}

/** Who reports on a period: the members on its last day. */
function reporters(
  { store }: PlanContext,
  plan: PlanEntry,
  duty: ReportDuty,
  period: string,
): string[] {
  const last = lastDayOf(period) ?? `${plan.data.year}-12-31`;
  return membersDuring(membershipsOf(store, duty.from), { from: last, to: last });
}

function byDay(a: Obligation, b: Obligation): number {
  return a.day < b.day ? -1 : a.day > b.day ? 1 : 0;
}

function byEnd(a: string, b: string): number {
  const [first, second] = [lastDayOf(a) ?? '', lastDayOf(b) ?? ''];
  return first < second ? -1 : first > second ? 1 : 0;
}
