import { period } from '../calendar/period.ts';
import type { Closing } from '../schema/records.ts';
import { STATUSES, type Status } from '../schema/vocabulary.ts';
import type { Tally } from './tally.ts';

/**
 * Lays closed numbers over today's: a closed tally keeps what it was closed with, and `live`
 * is what would be counted now. A closed tally whose subject is gone is kept all the same.
 */
export function withClosings(
  tallies: readonly Tally[],
  closings: readonly Closing[],
  rule: string,
): Tally[] {
  const closed = new Map(
    closings.flatMap((closing) =>
      closing.tallies
        .filter((tally) => tally.rule === rule)
        .map((tally) => [keyOf(tally), tally] as const),
    ),
  );
  const overlaid = tallies.map((tally): Tally => {
    const kept = closed.get(keyOf(tally));
    closed.delete(keyOf(tally));
    return kept ? { ...tally, ...closedNumbers(kept), live: tally.actual } : tally;
  });
  const orphans = [...closed.values()].map((kept): Tally => {
    const { from, to } = period(kept.period);
    const { rule: id, subject, period: label } = kept;
    const frame = { rule: id, subject, period: label, from, to, shares: {}, notCounted: [] };
    return { ...frame, ...closedNumbers(kept), live: 0 };
  });
  return [...overlaid, ...orphans];
}

function closedNumbers(kept: Closing['tallies'][number]) {
  return {
    required: kept.required ?? null,
    actual: kept.actual,
    status: isStatus(kept.status) ? kept.status : 'not-counted',
    closed: true,
    shares: Object.fromEntries(kept.shares.map(({ department, count }) => [department, count])),
    counted: kept.counted.map(({ id, title, date, url }) => ({
      id,
      title,
      url: url ?? null,
      date,
    })),
  } satisfies Partial<Tally>;
}

function isStatus(text: string): text is Status {
  return Object.hasOwn(STATUSES, text);
}

function keyOf({ subject, period: label }: { subject: string; period: string }): string {
  return `${subject} ${label}`;
}
