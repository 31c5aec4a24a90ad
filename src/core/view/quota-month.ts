import { addresses } from '../address.ts';
import { type Day, monthOf } from '../calendar/day.ts';
import { daysLeft, hasEnded, period } from '../calendar/period.ts';
import { monthName } from '../calendar/wording.ts';
import { type QuotaResult, resultOfMonth } from '../quota/result.ts';
import type { Tally } from '../quota/tally.ts';
import type { Store } from '../store/store.ts';
import { type QuotaRuleView, quotaRuleView } from './quota-rule.ts';

/** The officials' page of one month. */
export interface QuotaMonthView {
  month: string;
  name: string;
  asOf: Day;
  sample: boolean;
  /** Who lacks what, and how long there is left. */
  sentence: string;
  /** Every month there is a page for, newest first. */
  months: { month: string; name: string; href: string; chosen: boolean }[];
  required: QuotaRuleView[];
  tracked: QuotaRuleView[];
}

/** The months that have a page: those in which a period ends, and the current one. */
export function quotaMonths(result: QuotaResult): string[] {
  const ends = result.tallies.map(({ to }) => monthOf(to));
  return [...new Set([...ends, monthOf(result.asOf)])].sort();
}

/**
 * The month that the officials' page opens with: the current one, or the last that has
 * numbers when the plan's year is over or has not begun.
 */
export function openingMonth(result: QuotaResult): string {
  const current = monthOf(result.asOf);
  const counted = [...new Set(result.tallies.map(({ to }) => monthOf(to)))].sort();
  if (counted.length === 0 || counted.includes(current)) return current;
  return counted.findLast((month) => month < current) ?? counted[0] ?? current;
}

/** The page of a month. A rule is on it when one of its periods ends in that month. */
export function quotaMonthView(store: Store, result: QuotaResult, month: string): QuotaMonthView {
  const here = resultOfMonth(result, month).tallies;
  const rules = result.rules.filter(({ id }) => here.some(({ rule }) => rule === id));
  const view = (level: 'required' | 'tracked') =>
    rules
      .filter((rule) => rule.level === level)
      .map((rule) => quotaRuleView(store, result, rule, month));
  return {
    month,
    name: monthName(month),
    asOf: result.asOf,
    sample: result.sample,
    sentence: sentenceOf(store, result, month, here),
    months: quotaMonths(result)
      .toReversed()
      .map((one) => ({
        month: one,
        name:
          one.slice(0, 4) === month.slice(0, 4) ? `tháng ${Number(one.slice(5))}` : monthName(one),
        href: addresses.quotaMonth(one),
        chosen: one === month,
      })),
    required: view('required'),
    tracked: view('tracked'),
  };
}

/** What a head of ward must know in five seconds. */
export function sentenceOf(
  store: Store,
  result: QuotaResult,
  month: string,
  tallies: readonly Tally[],
): string {
  if (store.plans.length === 0) {
    return 'Chưa có kế hoạch nào được đăng nên chưa có chỉ tiêu để tính.';
  }
  const judged = tallies.filter(({ status }) => status !== 'tracked');
  const name = capitalized(monthName(month));
  if (judged.length === 0) return `${name} không có chỉ tiêu bắt buộc nào kết thúc trong tháng.`;
  if (judged.every(({ status }) => status === 'not-counted')) {
    return `${name} chưa tính chỉ tiêu: kế hoạch ban hành trong tháng này.`;
  }
  if (judged.every(({ status }) => status === 'upcoming' || status === 'not-counted')) {
    return `${name} chưa đến kỳ tính chỉ tiêu.`;
  }
  const lacking = judged.filter(({ status }) => status === 'open' || status === 'short');
  if (lacking.length === 0) return `${name}: mọi chỉ tiêu bắt buộc đều đạt.`;
  const missing = lacking.reduce((sum, one) => sum + (one.required ?? 0) - one.actual, 0);
  const subjects = new Set(lacking.map(({ subject }) => subject)).size;
  const span = period(month);
  const rest = hasEnded(span, result.asOf)
    ? 'kỳ đã kết thúc'
    : `còn ${daysLeft(span, result.asOf)} ngày`;
  return `${name} ${hasEnded(span, result.asOf) ? 'thiếu' : 'còn thiếu'} ${missing} ${unitWord(result, lacking)} của ${subjects} đơn vị, ${rest}.`;
}

function unitWord(result: QuotaResult, tallies: readonly Tally[]): string {
  const measures = new Set(
    tallies.map(({ rule }) => result.rules.find(({ id }) => id === rule)?.measure),
  );
  if (measures.size > 1) return 'mục (tin/bài, lần phát, hoạt động)';
  if (measures.has('airing')) return 'lần phát';
  return measures.has('activity') ? 'hoạt động' : 'tin/bài';
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
