import type { Day } from '../calendar/day.ts';
import type { QuotaResult } from '../quota/result.ts';
import { issueSpan } from '../quota/schedule.ts';
import type { Tally } from '../quota/tally.ts';
import type { Task } from '../schema/plan.ts';
import { membersDuring, membershipsOf } from '../store/membership.ts';
import type { PlanEntry, Store } from '../store/store.ts';
import { type Due, dueOf, yearEnd } from './due.ts';
import { type Evidence, type EvidenceIndex, evidenceIndex, newestFirst } from './evidence.ts';
import { judgeMeasured } from './measured.ts';
import { type Judgement, judge, PROGRESS, type Progress } from './state.ts';

/** What the states of all tasks are computed from; the numbers are those of the count. */
export interface PlanContext {
  store: Store;
  quotas: QuotaResult;
  evidence: EvidenceIndex;
}

/** How a task stands in one department that owes it on its own. */
export interface DepartmentProgress extends Judgement {
  department: string;
  evidence: readonly Evidence[];
}

/** A task of a plan and how it stands on the date of the count. */
export interface TaskProgress {
  plan: PlanEntry;
  task: Task;
  due: Due;
  /** Departments of the ward that lead it, while it is due. */
  leads: readonly string[];
  coordinating: readonly string[];
  /** Absent for requests: what others are asked for is never judged. */
  judgement?: Judgement;
  /** Where each leading department owes it on its own; empty otherwise. */
  departments: readonly DepartmentProgress[];
  /** What names it, and what its tracked rules count; newest first. */
  evidence: readonly Evidence[];
  /** Whether required rules measure it, so that their periods are its dates. */
  measured: boolean;
}

/** How much of a plan is done. */
export interface Share {
  done: number;
  /** All tasks but the requested ones. */
  total: number;
  requested: number;
  byState: Readonly<Record<Progress, number>>;
}

/** Prepares the states of a ward's plans on the date of its count. */
export function planContext(store: Store, quotas: QuotaResult): PlanContext {
  return { store, quotas, evidence: evidenceIndex(store, quotas.asOf) };
}

/** Every task of a plan with its state, in the order of the plan. */
export function planProgress(context: PlanContext, plan: PlanEntry): TaskProgress[] {
  return plan.data.tasks.map((task) => taskProgress(context, plan, task));
}

/** How many tasks are done out of those that are judged. */
export function shareOf(tasks: readonly TaskProgress[]): Share {
  const byState = Object.fromEntries(Object.keys(PROGRESS).map((state) => [state, 0])) as Record<
    Progress,
    number
  >;
  for (const { judgement } of tasks) if (judgement) byState[judgement.state] += 1;
  const total = tasks.filter(({ judgement }) => judgement).length;
  return { done: byState.done, total, requested: tasks.length - total, byState };
}

function taskProgress(context: PlanContext, plan: PlanEntry, task: Task): TaskProgress {
  const due = dueOf(task);
  const span = spanOf(plan, due);
  const present = (names: readonly string[]) =>
    membersDuring(membershipsOf(context.store, names), span);
  const leads = present(task.lead);
  const own = leads.filter((id) => isSubordinate(context.store, id));
  const requested = task.requested || (leads.length > 0 && own.length === 0);
  const tallies = talliesOf(context, task);
  const base = {
    plan,
    task,
    due,
    leads,
    coordinating: present(task.coordinating),
    evidence: evidenceOf(context, plan, task, tallies),
    measured: tallies.some(({ status }) => status !== 'tracked'),
  };
  if (requested) return { ...base, departments: [] };
  const judgeFor = judgeWith(context, base, own.length > 0);
  const departments = task.perDepartment
    ? own.map((department) => {
        const tallied = tallies.filter(({ subject }) => subject === department);
        const evidence = base.evidence.filter((one) => one.departments.includes(department));
        return { department, evidence, ...judgeFor(tallied, evidence) };
      })
    : [];
  const judgement =
    departments.length > 0 ? together(departments) : judgeFor(tallies, base.evidence);
  return { ...base, judgement, departments };
}

/** Rules decide where they judge anything; what was published, and the file, otherwise. */
function judgeWith(
  { quotas: { asOf } }: PlanContext,
  { plan, task, due }: Pick<TaskProgress, 'plan' | 'task' | 'due'>,
  answerable: boolean,
) {
  const { status } = task;
  const known = status && (status.date ?? '') <= asOf ? { status } : {};
  const frame = { due, asOf, yearEnd: yearEnd(plan.data) };
  return (tallies: readonly Tally[], evidence: readonly Evidence[]): Judgement =>
    judgeMeasured({ ...frame, tallies }) ?? judge({ ...frame, ...known, evidence, answerable });
}

/** The state of a task that each department owes: as good as the worst that is known of them. */
function together(departments: readonly DepartmentProgress[]): Judgement {
  const states = departments.map(({ state }) => state);
  const some = (...wanted: Progress[]) => states.some((state) => wanted.includes(state));
  const [first = 'unknown'] = states;
  const counts = (Object.keys(PROGRESS) as Progress[]).flatMap((state) => {
    const count = states.filter((one) => one === state).length;
    return count > 0 ? [`${count} ${PROGRESS[state]}`] : [];
  });
  const same = counts.length === 1;
  const state = same
    ? first
    : some('late')
      ? 'late'
      : some('doing', 'done')
        ? 'doing'
        : some('upcoming')
          ? 'upcoming'
          : 'unknown';
  const reason = same
    ? `Cả ${departments.length} đơn vị: ${PROGRESS[state]}.`
    : `${departments.length} đơn vị: ${counts.join(', ')}.`;
  return { state, reason };
}

function talliesOf({ quotas }: PlanContext, { rules }: Task): Tally[] {
  return quotas.tallies.filter(({ rule }) => rules.includes(rule));
}

/** What names the task, and what its rules count: for tracked rules that is all they say. */
function evidenceOf(
  { evidence }: PlanContext,
  plan: PlanEntry,
  task: Task,
  tallies: readonly Tally[],
): Evidence[] {
  const linked = evidence.ofTask(`${plan.id}/${task.no}`);
  const counted = evidence.ofCounted(tallies.flatMap((tally) => tally.counted));
  return [...new Set([...linked, ...counted])].sort(newestFirst);
}

/** The days on which a department must belong to owe a task: its time limit, or the plan's. */
function spanOf(plan: PlanEntry, { kind, first, last }: Due): { from: Day; to: Day } {
  if (last !== undefined && (kind === 'fixed' || kind === 'relative')) {
    return { from: last, to: last };
  }
  const from = first ?? issueSpan(plan.data)?.from ?? `${plan.data.year}-01-01`;
  return { from, to: last ?? yearEnd(plan.data) };
}

/** Whether a department is under the People's Committee: only such are judged. */
export function isSubordinate(store: Store, id: string): boolean {
  return store.departmentById.get(id)?.relation === 'subordinate';
}
