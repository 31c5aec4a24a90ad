import { addresses } from '../address.ts';
import { addDays, type Day } from '../calendar/day.ts';
import { shortDate } from '../calendar/wording.ts';
import { type PlanBook, planBook } from '../plan/book.ts';
import { replacementOf } from '../plan/in-force.ts';
import { publicationLags } from '../plan/lag.ts';
import { dueBetween } from '../plan/obligations.ts';
import { PROGRESS, type Progress } from '../plan/state.ts';
import { type Share, shareOf, type TaskProgress } from '../plan/tasks.ts';
import type { QuotaResult } from '../quota/result.ts';
import type { Plan } from '../schema/plan.ts';
import { type PlanEntry, type Store, slugOf } from '../store/store.ts';
import type { Link } from './link.ts';
import { upperFirst } from './names.ts';
import { type ObligationRow, obligationRows } from './obligation-row.ts';
import { decimalText, type LagView, lagView } from './publication-lag.ts';
import { type ReportWork, reportWork } from './report-work.ts';
import { type TaskWork, taskWork } from './task-work.ts';

/** How many days ahead the page looks for what is due. */
const AHEAD = 30;

/** A plan at work in a list. */
export interface PlanWorkHeading {
  title: string;
  address: string;
  year: number;
  /** `2/34 nhiệm vụ xong (5,9%), 1 chậm.` */
  sentence: string;
}

/** A plan at work: its tasks with their states, what is due, what was late to be published. */
export interface PlanWorkPage {
  title: string;
  address: string;
  /** The plan as citizens read it. */
  published: Link;
  replacedBy?: Link;
  asOf: Day;
  sample: boolean;
  sentence: string;
  share: { done: number; total: number; percent: string; note: string };
  /**
   * How many tasks stand how, and their part of a bar of 100; the sum is the total. States
   * that no task has are left out, but for the two that everybody looks for.
   */
  states: { state: Progress; name: string; count: number; start: number; percent: number }[];
  late: TaskWork[];
  /** The last day the list of what is due looks at. */
  until: Day;
  soon: ObligationRow[];
  /** Tasks under the part of the plan they stand in; the first, and those with late tasks, open. */
  groups: { where: string; count: string; open: boolean; rows: TaskWork[] }[];
  requested: TaskWork[];
  reports: ReportWork[];
  lag: LagView;
  conflicts: Plan['conflicts'];
}

/** The plans issued by the date of a count, newest first. */
export function planWorkHeadings(store: Store, quotas: QuotaResult): PlanWorkHeading[] {
  const book = planBook(store, quotas);
  return book.plans.map((plan) => ({
    title: plan.data.title,
    address: addresses.planWork(plan.id),
    year: plan.data.year,
    sentence: sentenceOf(shareOf(tasksOf(book, plan))),
  }));
}

/** The last part of the address of each plan's page, with the plan. */
export function planWorkPaths(
  store: Store,
  quotas: QuotaResult,
): { id: string; plan: PlanEntry }[] {
  return planBook(store, quotas).plans.map((plan) => ({ id: slugOf(plan.id), plan }));
}

/** The page of a plan at work. */
export function planWorkPage(store: Store, quotas: QuotaResult, plan: PlanEntry): PlanWorkPage {
  const book = planBook(store, quotas);
  const { asOf } = quotas;
  const tasks = tasksOf(book, plan);
  const share = shareOf(tasks);
  const view = (progress: TaskProgress) => taskWork(store, asOf, progress);
  const replacement = replacementOf(store, plan, asOf);
  const until = addDays(asOf, AHEAD);
  const due = dueBetween(book.obligations.get(plan.id) ?? [], { from: asOf, to: until });
  const { year } = plan.data;
  const lags = publicationLags(store, asOf, { from: `${year}-01-01`, to: `${year}-12-31` });
  return {
    title: plan.data.title,
    address: addresses.planWork(plan.id),
    published: { label: 'Bản kế hoạch đã đăng', address: addresses.plan(plan.id) },
    ...(replacement && {
      replacedBy: { label: replacement.data.title, address: addresses.planWork(replacement.id) },
    }),
    asOf,
    sample: quotas.sample,
    sentence: sentenceOf(share),
    share: {
      done: share.done,
      total: share.total,
      percent: percentText(share.done, share.total),
      note: shareNote(share),
    },
    states: statesOf(share),
    late: tasks.filter(({ judgement }) => judgement?.state === 'late').map(view),
    until,
    soon: obligationRows(store, asOf, due),
    groups: groupsOf(tasks.filter(({ judgement }) => judgement).map(view), plan),
    requested: tasks.filter(({ judgement }) => !judgement).map(view),
    reports: reportWork(store, asOf, plan),
    lag: lagView(store, asOf, lags, year),
    conflicts: plan.data.conflicts,
  };
}

/** `5,9%`; nothing to divide by is a dash, never 0. */
export function percentText(part: number, whole: number): string {
  return whole === 0 ? '–' : `${decimalText((part / whole) * 100)}%`;
}

function tasksOf(book: PlanBook, plan: PlanEntry): readonly TaskProgress[] {
  return book.tasks.get(plan.id) ?? [];
}

function sentenceOf({ done, total, byState }: Share): string {
  if (total === 0) return 'Kế hoạch này chưa được nhập nhiệm vụ.';
  const others = (['late', 'doing', 'upcoming', 'unknown', 'dropped'] as const)
    .filter((state) => byState[state] > 0)
    .map((state) => `${byState[state]} ${PROGRESS[state]}`);
  const rest = others.length > 0 ? `; ${others.join(', ')}` : '';
  return `${done}/${total} nhiệm vụ đã xong (${percentText(done, total)})${rest}.`;
}

function shareNote({ total, requested }: Share): string {
  const apart = requested > 0 ? ` Không kể ${requested} việc chỉ đề nghị cơ quan khác.` : '';
  return `Tính trên ${total} nhiệm vụ của kế hoạch.${apart} Việc thường xuyên, định kỳ chỉ tính là xong khi đã hết năm.`;
}

function statesOf({ byState, total }: Share): PlanWorkPage['states'] {
  let start = 0;
  const shown = (Object.keys(PROGRESS) as Progress[]).filter(
    (state) => byState[state] > 0 || state === 'done' || state === 'late',
  );
  return shown.map((state) => {
    const percent = total === 0 ? 0 : (byState[state] / total) * 100;
    const segment = { state, name: PROGRESS[state], count: byState[state], start, percent };
    start += percent;
    return segment;
  });
}

/** Tasks in the order of the plan, under the part of its text they stand in. */
function groupsOf(rows: readonly TaskWork[], plan: PlanEntry): PlanWorkPage['groups'] {
  const partOf = new Map(plan.data.tasks.map(({ no, where }) => [no, firstPart(where)]));
  return [...Map.groupBy(rows, ({ no }) => partOf.get(no) ?? '')].map(([where, own], index) => ({
    where,
    open: index === 0 || own.some(({ badge }) => badge?.state === 'late'),
    count: `${own.length} nhiệm vụ`,
    rows: own,
  }));
}

/** `Phụ lục, dòng 3` → `Phụ lục`; `Mục IV.1, gạch đầu dòng thứ nhất` → `Mục IV.1`. */
function firstPart(where: string): string {
  return upperFirst((where.split(/[,;]/)[0] ?? where).trim());
}

/** `Số liệu tính đến 20/10/2026, gồm số liệu mẫu.` */
export function asOfText({ asOf, sample }: { asOf: Day; sample: boolean }): string {
  return `Số liệu tính đến ${shortDate(asOf)}${sample ? ', gồm SỐ LIỆU MẪU' : ''}.`;
}
