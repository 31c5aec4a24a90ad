import type { Day } from '../calendar/day.ts';
import type { AlternativeResult, QuotaResult } from '../quota/result.ts';
import { statusOf, type Tally } from '../quota/tally.ts';
import type { ReportSpan } from './span.ts';

/**
 * The count as it stood at the end of a span. Nothing is counted anew: a tally that ends with
 * the span or before keeps its number; one that runs on keeps what it counted by then; one
 * that begins later is still to come. Before the span has ended that is the count of today.
 */
export function standingAt(result: QuotaResult, span: ReportSpan): QuotaResult {
  if (!span.ended) return result;
  const trimmed = (tallies: readonly Tally[]) => tallies.map((tally) => trim(tally, span.to));
  return {
    ...result,
    asOf: span.judgedOn,
    tallies: trimmed(result.tallies),
    alternatives: result.alternatives.map(
      (one): AlternativeResult => ({ ...one, tallies: trimmed(one.tallies) }),
    ),
  };
}

/** The tallies that a report on a span tells of: those that end in it. */
export function endingIn(tallies: readonly Tally[], { from, to }: ReportSpan): Tally[] {
  return tallies.filter((tally) => tally.to >= from && tally.to <= to);
}

/** The tallies that have begun and run on after the span: their numbers are of a part only. */
export function runningAfter(tallies: readonly Tally[], { to, until }: ReportSpan): Tally[] {
  return tallies.filter((tally) => tally.to > to && tally.from <= until);
}

function trim(tally: Tally, last: Day): Tally {
  if (tally.to <= last) return tally;
  const counted = tally.counted.filter(({ date }) => date <= last);
  const actual = counted.length;
  const { from, to, required } = tally;
  const judged = tally.status !== 'tracked' && tally.status !== 'not-counted';
  return {
    ...tally,
    actual,
    counted,
    notCounted: [],
    // A number that was closed later than this was not closed yet.
    closed: false,
    live: null,
    shares: {},
    status: judged
      ? statusOf({
          tracked: false,
          counts: true,
          from,
          to,
          actual,
          required: required ?? 0,
          asOf: last,
        })
      : tally.status,
  };
}
