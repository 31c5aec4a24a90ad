import { monthOf } from '../calendar/day.ts';
import type { QuotaResult } from '../quota/result.ts';

/** The months that have a page: those in which a period ends, and the current one. */
export function quotaMonths(result: QuotaResult): string[] {
  const ends = result.tallies.map(({ to }) => monthOf(to));
  return [...new Set([...ends, monthOf(result.asOf)])].sort();
}
