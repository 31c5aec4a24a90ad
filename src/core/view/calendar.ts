import type { Day } from '../calendar/day.ts';
import { shortDate } from '../calendar/wording.ts';
import { currentObligations, planBook } from '../plan/book.ts';
import { type Obligation, owedBy } from '../plan/obligations.ts';
import type { QuotaResult } from '../quota/result.ts';
import type { Department } from '../schema/departments.ts';
import type { Store } from '../store/store.ts';
import {
  OBLIGATION_KINDS,
  obligationAddress,
  obligationTitle,
  printedDay,
  standingText,
} from './obligation-row.ts';

/** A calendar that people subscribe to: whole days only. */
export interface CalendarView {
  name: string;
  description: string;
  /** The date it was computed for, which stamps every event. */
  asOf: Day;
  sample: boolean;
  events: CalendarEvent[];
}

/** One event of whole days. */
export interface CalendarEvent {
  /** The same for the same thing, however its words or day change. */
  uid: string;
  from: Day;
  /** Last day, included. */
  to: Day;
  title: string;
  lines: string[];
  place?: string;
  /** Root-relative, without `BASE`. */
  address: string;
}

/** How long the title of a task may be; its whole text stands in the description. */
const TITLE = 90;

/** The calendar of what a department owes: ends of quota periods, task dates, report dates. */
export function departmentCalendar(
  store: Store,
  quotas: QuotaResult,
  { id, name }: Department,
): CalendarView {
  const owed = owedBy(currentObligations(planBook(store, quotas)), id);
  return {
    name: `CCHC: ${name}`,
    description: `Hạn chỉ tiêu, nhiệm vụ, báo cáo tuyên truyền cải cách hành chính của ${name}, ${store.ward.name}.`,
    asOf: quotas.asOf,
    sample: quotas.sample,
    events: owed.map((one) => ({
      uid: `${uidOf(one)}.${id}@${store.ward.id}.cchc`,
      from: one.day,
      to: one.day,
      title: `${OBLIGATION_KINDS[one.kind]}: ${shortened(obligationTitle(one))}`,
      lines: linesOf(one, quotas.asOf),
      address: obligationAddress(one),
    })),
  };
}

/** Made of ids only: they stay when words and days are corrected. */
function uidOf(one: Obligation): string {
  switch (one.kind) {
    case 'quota':
      return `chi-tieu.${one.rule.id}.${one.tally.subject}.${one.tally.period}`;
    case 'task':
      return `nhiem-vu.${one.plan.id}.${encodeURIComponent(one.progress.task.no)}`;
    case 'report':
      return `bao-cao.${one.plan.id}.${one.duty.id}.${one.period}`;
  }
}

function linesOf(one: Obligation, asOf: Day): string[] {
  const last = `Ngày cuối còn đúng hạn: ${shortDate(one.day)}`;
  const note = printedDay(one);
  const day = `${last}${note ? ` (${note})` : ''}.`;
  switch (one.kind) {
    case 'quota':
      return [
        `${obligationTitle(one)}.`,
        `${day} Đến ${shortDate(asOf)}: ${standingText(one.tally)}.`,
        `«${one.rule.quote}» (${one.rule.where})`,
      ];
    case 'task':
      return [`Nhiệm vụ ${one.progress.task.no}: ${one.progress.task.text}`, day];
    case 'report':
      return [`Gửi ${one.duty.receiver}.`, day, `«${one.duty.quote}» (${one.duty.where})`];
  }
}

/** Cut between words, for the narrow columns of a calendar. */
function shortened(text: string): string {
  if (text.length <= TITLE) return text;
  const cut = text.lastIndexOf(' ', TITLE);
  return `${text.slice(0, cut > 0 ? cut : TITLE)}…`;
}
