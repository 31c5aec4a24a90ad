import { type Day, monthOf } from '../calendar/day.ts';
import { hasEnded, period } from '../calendar/period.ts';
import type { QuotaResult } from '../quota/result.ts';
import type { Tally } from '../quota/tally.ts';
import type { Closing } from '../schema/records.ts';

/** Why a month cannot be closed. */
export type CloseRefusal = 'not-a-month' | 'not-ended' | 'closed-already' | 'nothing-to-close';

/**
 * The numbers of every period that ends in a month, to be kept from then on: what counted,
 * the minimum, and the words of the rules as they stand. A month is closed once, after it
 * has ended; what changes later shows as drift. `by` is the role of whoever closes it.
 */
export function closeMonth(
  result: QuotaResult,
  closings: readonly Closing[],
  month: string,
  by?: string,
): { closing: Closing } | { refusal: CloseRefusal } {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) return { refusal: 'not-a-month' };
  if (!hasEnded(period(month), result.asOf)) return { refusal: 'not-ended' };
  if (closings.some((closing) => closing.month === month)) return { refusal: 'closed-already' };
  const tallies = result.tallies.filter(({ to }) => monthOf(to) === month);
  if (tallies.length === 0) return { refusal: 'nothing-to-close' };
  const rules = result.rules.filter(({ id }) => tallies.some(({ rule }) => rule === id));
  return {
    closing: {
      month,
      closedOn: result.asOf,
      by,
      rules: rules.map(({ id, quote, min }) => ({ id, quote, min })),
      tallies: tallies.map(keep),
      sample: result.sample,
    },
  };
}

/** The months that can be closed now, newest first: ended, open, with numbers to keep. */
export function closableMonths(result: QuotaResult, closings: readonly Closing[]): string[] {
  const months = new Set(
    result.tallies.filter(({ status }) => status !== 'not-counted').map(({ to }) => monthOf(to)),
  );
  return [...months]
    .filter((month) => !('refusal' in closeMonth(result, closings, month)))
    .toSorted()
    .reverse();
}

function keep(tally: Tally): Closing['tallies'][number] {
  return {
    rule: tally.rule,
    subject: tally.subject,
    period: tally.period,
    required: tally.required ?? undefined,
    actual: tally.actual,
    status: tally.status,
    shares: Object.entries(tally.shares).map(([department, count]) => ({ department, count })),
    counted: tally.counted.map(({ id, title, date, url }) => keepEntry(id, title, date, url)),
  };
}

function keepEntry(id: string, title: string, date: Day, url: string | null) {
  return { id, title, date, url: url ?? undefined };
}
