import { addresses } from '../address.ts';
import { addDays, type Day } from '../calendar/day.ts';
import { hasEnded, holds, period } from '../calendar/period.ts';
import { periodName, shortDate } from '../calendar/wording.ts';
import { currentObligations, type PlanBook, planBook } from '../plan/book.ts';
import { replacementOf } from '../plan/in-force.ts';
import { dueBetween, owedBy, type QuotaObligation, reportsOf } from '../plan/obligations.ts';
import type { TaskProgress } from '../plan/tasks.ts';
import { chosenReading } from '../quota/reading.ts';
import type { QuotaResult } from '../quota/result.ts';
import { JOINT } from '../quota/tally.ts';
import type { Department } from '../schema/departments.ts';
import type { Store } from '../store/store.ts';
import type { Card } from './card.ts';
import { type Rhythm, rhythmOf } from './department-rhythm.ts';
import { editionOf } from './edition.ts';
import type { Link } from './link.ts';
import { upperFirst } from './names.ts';
import { leftText, type ObligationRow, obligationRows } from './obligation-row.ts';
import { type QuotaCell, quotaCell } from './quota-cell.ts';
import { amountsText } from './quota-sentence.ts';
import { type ReportWork, reportWork } from './report-work.ts';
import { what } from './rule-wording.ts';
import { type TaskWork, taskWorkOf } from './task-work.ts';

/** How many days ahead the page looks for what is due. */
const AHEAD = 30;
/** How many of its newest pieces the page shows. */
const LATEST = 8;

/** One number that a department answers for, alone or with others. */
export interface OwedNumber {
  demand: string;
  periodName: string;
  cell: QuotaCell;
  /** `còn 12 ngày; tính chung, đơn vị góp 1`; `hết kỳ 30/9/2026` once it has ended. */
  note: string;
}

/** The tasks of a plan that a department has a part in. */
export interface DeskTasks {
  plan: Link;
  /** Those it leads and of which something is known. */
  leading: TaskWork[];
  /** Those it leads and of which nothing tells how they stand. */
  untold: TaskWork[];
  coordinating: TaskWork[];
}

/** What a department owes and has done: the page its head opens on Monday. */
export interface DepartmentDesk {
  department: Department;
  address: string;
  /** Its page for citizens. */
  published: string;
  calendar: string;
  /** Whether it has ceased to exist. */
  ended: boolean;
  asOf: Day;
  sample: boolean;
  sentence: string;
  /** The numbers of the periods that run now. */
  current: OwedNumber[];
  /** Of each rule the last period that has ended, where it was missed. */
  missed: OwedNumber[];
  until: Day;
  /** Tasks and reports that are due until then; the numbers stand in `current`. */
  soon: ObligationRow[];
  rhythm: Rhythm;
  tasks: DeskTasks[];
  reports: ReportWork[];
  latest: { cards: readonly Card[]; total: number };
}

/** A department in the list of desks. */
export interface DeskHeading {
  name: string;
  address: string;
  sentence: string;
  ended: boolean;
  /** How many tasks it leads are late. */
  late: number;
}

/** The departments that exist by the date of a count, or once existed, in the ward's order. */
export function deskDepartments(store: Store, { asOf }: QuotaResult): Department[] {
  return store.departments.filter(({ from }) => from === undefined || from <= asOf);
}

/** Every desk in a line. */
export function deskHeadings(store: Store, quotas: QuotaResult): DeskHeading[] {
  return deskDepartments(store, quotas).map((department) => {
    const { address, sentence, ended, tasks } = departmentDesk(store, quotas, department);
    const leading = tasks.flatMap((one) => one.leading);
    const late = leading.filter(({ badge }) => badge?.state === 'late').length;
    return { name: department.name, address, sentence, ended, late };
  });
}

/** The desk of a department on the date of a count. */
export function departmentDesk(
  store: Store,
  quotas: QuotaResult,
  department: Department,
): DepartmentDesk {
  const book = planBook(store, quotas);
  const { asOf, sample } = quotas;
  const { id } = department;
  const owed = owedBy(currentObligations(book), id);
  const numbers = owed.filter((one) => one.kind === 'quota');
  const now = numbers.filter(({ tally }) => holds(tally, asOf));
  const missed = missedLast(numbers, asOf);
  const until = addDays(asOf, AHEAD);
  const dated = owed.filter(({ kind }) => kind !== 'quota');
  const rules = quotas.rules.filter(({ plan }) => book.current.some((one) => one.id === plan));
  const cards = editionOf(store, asOf).cardsByDepartment.get(id) ?? [];
  return {
    department,
    address: addresses.departmentDesk(id),
    published: addresses.department(id),
    calendar: addresses.departmentCalendar(id),
    ended: department.to !== undefined && department.to < asOf,
    asOf,
    sample,
    sentence: numbers.length > 0 ? deskSentence(quotas, now, missed) : nothingOwed(department),
    current: now.map((one) => owedNumber(store, asOf, one, id)),
    missed: missed.map((one) => owedNumber(store, asOf, one, id)),
    until,
    soon: obligationRows(store, asOf, dueBetween(dated, { from: asOf, to: until }, id)),
    rhythm: rhythmOf(store, quotas, rules, id),
    tasks: standingPlans(book).map((plan) => deskTasks(book, plan.id, plan.data.title, id)),
    reports: standingPlans(book).flatMap((plan) =>
      reportWork(store, asOf, plan, reportsOf(book, plan, id)),
    ),
    latest: { cards: cards.slice(0, LATEST), total: cards.length },
  };
}

function standingPlans({ current, store, quotas }: PlanBook) {
  return current.filter((plan) => !replacementOf(store, plan, quotas.asOf));
}

/** The tasks of a plan that a department leads, and those it helps with. */
function deskTasks(
  { store, quotas, tasks }: PlanBook,
  plan: string,
  title: string,
  id: string,
): DeskTasks {
  const { asOf } = quotas;
  const all = tasks.get(plan) ?? [];
  const view = (progress: TaskProgress) => taskWorkOf(store, asOf, progress, id);
  const leading = all.filter(({ leads }) => leads.includes(id)).map(view);
  return {
    plan: { label: title, address: addresses.planWork(plan) },
    leading: leading.filter(({ badge }) => badge?.state !== 'unknown'),
    untold: leading.filter(({ badge }) => badge?.state === 'unknown'),
    coordinating: all
      .filter(({ leads, coordinating }) => coordinating.includes(id) && !leads.includes(id))
      .map(view),
  };
}

/** Of each rule the last period that has ended, when it is short. */
export function missedLast(numbers: readonly QuotaObligation[], asOf: Day): QuotaObligation[] {
  const ended = numbers.filter(({ tally }) => hasEnded(tally, asOf));
  return [...Map.groupBy(ended, ({ rule }) => rule.id).values()].flatMap((own) => {
    const last = own.reduce((latest, one) => (one.day > latest.day ? one : latest));
    return last.tally.status === 'short' ? [last] : [];
  });
}

function owedNumber(store: Store, asOf: Day, one: QuotaObligation, id: string): OwedNumber {
  const { tally, rule } = one;
  const ended = hasEnded(tally, asOf);
  const notes = [
    ended ? `hết kỳ ${shortDate(tally.to)}` : leftText(tally.to, asOf),
    ...(tally.subject === JOINT ? [`tính chung, đơn vị góp ${tally.shares[id] ?? 0}`] : []),
    ...(tally.closed ? ['đã khóa sổ'] : []),
  ];
  return {
    demand: upperFirst(what(chosenReading(rule))),
    periodName: periodName(period(tally.period)),
    cell: quotaCell(store, tally),
    note: notes.join('; '),
  };
}

/** What a head of department must know in five seconds. */
export function deskSentence(
  quotas: QuotaResult,
  now: readonly QuotaObligation[],
  missed: readonly QuotaObligation[],
): string {
  const last = missed.map(({ tally }) => tally);
  const lost = last.length > 0 ? ` Kỳ vừa hết thiếu ${amountsText(quotas, last)}.` : '';
  const open = now.filter(({ tally }) => tally.status === 'open');
  const [first] = open.toSorted((a, b) => (a.day < b.day ? -1 : 1));
  if (first) {
    const amount = amountsText(
      quotas,
      open.map(({ tally }) => tally),
    );
    const joint = open.some(({ tally }) => tally.subject === JOINT)
      ? ', kể cả phần tính chung'
      : '';
    const when = `hạn gần nhất ${shortDate(first.day)}, ${leftText(first.day, quotas.asOf)}`;
    return `Còn thiếu ${amount}${joint}; ${when}.${lost}`;
  }
  const done =
    now.length > 0 ? 'Đã đủ mọi chỉ tiêu của kỳ này.' : 'Hiện không có kỳ chỉ tiêu nào đang tính.';
  return `${done}${lost}`;
}

function nothingOwed({ relation }: Department): string {
  return relation === 'subordinate'
    ? 'Đơn vị không có chỉ tiêu bắt buộc nào trong năm kế hoạch.'
    : 'Kế hoạch chỉ đề nghị đơn vị phối hợp nên trang này không đánh giá.';
}
