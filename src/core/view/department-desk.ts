import { addresses } from '../address.ts';
import { addDays, type Day, monthOf } from '../calendar/day.ts';
import { daysLeft, hasEnded, holds, period } from '../calendar/period.ts';
import { periodName, shortDate } from '../calendar/wording.ts';
import { currentObligations, type PlanBook, planBook } from '../plan/book.ts';
import { dueBetween, type Obligation, owedBy, type QuotaObligation, reportsOf } from '../plan/obligations.ts';
import type { TaskProgress } from '../plan/tasks.ts';
import { chosenReading } from '../quota/reading.ts';
import type { QuotaResult } from '../quota/result.ts';
import { JOINT, type Tally } from '../quota/tally.ts';
import type { Department } from '../schema/departments.ts';
import type { Store } from '../store/store.ts';
import type { Card } from './card.ts';
import { editionOf } from './edition.ts';
import type { Link } from './link.ts';
import { upperFirst } from './names.ts';
import { type ObligationRow, obligationRow } from './obligation-row.ts';
import { type QuotaCell, quotaCell } from './quota-cell.ts';
import { amountsText } from './quota-sentence.ts';
import { type QuotaYearView, quotaYearView } from './quota-year.ts';
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
  /** `còn 12 ngày`; absent once the period has ended. */
  left?: string;
  /** What it gave to a joint number: `đơn vị đóng góp 1`. */
  share?: string;
}

/** What a department owes and has done: the page its head opens on Monday. */
export interface DepartmentDesk {
  department: Department;
  address: string;
  /** Its page for citizens. */
  published: Link;
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
  soon: ObligationRow[];
  year: QuotaYearView | undefined;
  tasks: { plan: Link; leading: TaskWork[]; coordinating: TaskWork[] }[];
  reports: ReportWork[];
  latest: { cards: readonly Card[]; total: number };
}

/** A department in the list of desks. */
export interface DeskHeading {
  name: string;
  address: string;
  sentence: string;
  ended: boolean;
  late: number;
  soon?: { day: Day; title: string };
}

/** The departments that exist by the date of a count, or once existed, in the ward's order. */
export function deskDepartments(store: Store, asOf: Day): Department[] {
  return store.departments.filter(({ from }) => from === undefined || from <= asOf);
}

/** Every desk in a line. */
export function deskHeadings(store: Store, quotas: QuotaResult): DeskHeading[] {
  const book = planBook(store, quotas);
  return deskDepartments(store, quotas.asOf).map((department) => {
    const { soon, tasks, sentence, ended, address } = departmentDesk(store, quotas, department);
    const [next] = soon;
    const late = tasks.flatMap(({ leading }) => leading).filter(({ badge }) => badge?.state === 'late');
    return {
      name: department.name,
      address,
      sentence,
      ended,
      late: late.length,
      ...(next && { soon: { day: next.day, title: next.title } }),
    };
  });
}
