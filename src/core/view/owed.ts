import { type Day, monthOf } from '../calendar/day.ts';
import { daysLeft, hasEnded, holds, period } from '../calendar/period.ts';
import { monthName, periodName, shortDate } from '../calendar/wording.ts';
import { currentObligations, planBook } from '../plan/book.ts';
import { owedBy, type QuotaObligation } from '../plan/obligations.ts';
import { chosenReading } from '../quota/reading.ts';
import type { QuotaResult } from '../quota/result.ts';
import { JOINT } from '../quota/tally.ts';
import { CHANNELS, type Status } from '../schema/vocabulary.ts';
import type { Store } from '../store/store.ts';
import { deskSentence, missedLast } from './department-desk.ts';
import { upperFirst } from './names.ts';
import { leftText } from './obligation-row.ts';
import { missingOf, proofAddress, statusWord, tallyNumber } from './quota-cell.ts';
import { what } from './rule-wording.ts';

/** One number that a department has to reach in a period of this month. */
export interface OwedRow {
  /** `Ít nhất 02 tin/bài phát trên truyền thanh`. */
  demand: string;
  /** `tháng 10 năm 2026`. */
  period: string;
  /** `1/2`. */
  number: string;
  status: Status;
  /** `còn thiếu 1`, `đạt`. */
  word: string;
  missing: number;
  /** Days that are left, today included; 0 once the period has ended. */
  daysLeft: number;
  /** `còn 12 ngày`, `hết kỳ 30/9/2026`. */
  left: string;
  /** Set where several departments reach the number together: how much of it is the own. */
  share?: number;
  /** Where the posts behind the number stand. */
  address: string;
}

/** What one department owes, by channel. */
export interface OwedDepartment {
  id: string;
  name: string;
  sentence: string;
  channels: { name: string; rows: OwedRow[] }[];
}

/** What is still owed in the month of a count: the editors' panel. */
export interface OwedView {
  asOf: Day;
  /** `tháng 10 năm 2026`. */
  month: string;
  /** Whether samples were counted. */
  sample: boolean;
  departments: OwedDepartment[];
}

/** The panel for some departments, in the ward's order; those that owe nothing are left out. */
export function owedView(store: Store, quotas: QuotaResult, ids: readonly string[]): OwedView {
  const { asOf, sample } = quotas;
  const all = currentObligations(planBook(store, quotas));
  const departments = store.departments
    .filter(({ id }) => ids.includes(id))
    .flatMap(({ id, name }) => {
      const numbers = owedBy(all, id).filter((one) => one.kind === 'quota');
      const month = numbers.filter(({ tally }) => isOfMonth(tally, asOf));
      if (month.length === 0) return [];
      const now = numbers.filter(({ tally }) => holds(tally, asOf));
      const sentence = deskSentence(quotas, now, missedLast(numbers, asOf));
      return [{ id, name, sentence, channels: byChannel(month, asOf, id) }];
    });
  return { asOf, month: monthName(monthOf(asOf)), sample, departments };
}

/** Periods that run on the date, and those of its month that have ended. */
function isOfMonth(tally: { from: Day; to: Day }, asOf: Day): boolean {
  return holds(tally, asOf) || (hasEnded(tally, asOf) && monthOf(tally.to) === monthOf(asOf));
}

function byChannel(numbers: readonly QuotaObligation[], asOf: Day, id: string) {
  const groups = Map.groupBy(numbers, ({ rule }) => placeName(rule.channels));
  return [...groups].map(([name, own]) => ({
    name,
    rows: own.toSorted(byUrgency(asOf)).map((one) => owedRow(one, asOf, id)),
  }));
}

/** Activities have no channel. */
function placeName(channels: QuotaObligation['rule']['channels']): string {
  return channels.length > 0
    ? channels.map((channel) => CHANNELS[channel]).join(', ')
    : 'Mọi kênh và hoạt động';
}

/** What can still be done first, the nearest end on top. */
function byUrgency(asOf: Day) {
  const rank = ({ tally }: QuotaObligation) => (tally.status === 'open' ? 0 : 1);
  return (a: QuotaObligation, b: QuotaObligation) =>
    rank(a) - rank(b) || daysLeft(a.tally, asOf) - daysLeft(b.tally, asOf);
}

function owedRow({ rule, tally }: QuotaObligation, asOf: Day, id: string): OwedRow {
  const ended = hasEnded(tally, asOf);
  return {
    demand: upperFirst(what(chosenReading(rule))),
    period: periodName(period(tally.period)),
    number: tallyNumber(tally),
    status: tally.status,
    word: statusWord(tally),
    missing: missingOf(tally),
    daysLeft: daysLeft(tally, asOf),
    left: ended ? `hết kỳ ${shortDate(tally.to)}` : leftText(tally.to, asOf),
    ...(tally.subject === JOINT ? { share: tally.shares[id] ?? 0 } : {}),
    address: proofAddress(tally),
  };
}
