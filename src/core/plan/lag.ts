import { type Day, daysBetween } from '../calendar/day.ts';
import { holds } from '../calendar/period.ts';
import type { Ward } from '../schema/ward.ts';
import { existing, type ProcedureChangeEntry, type Store } from '../store/store.ts';

/** How soon a change of procedures was published, against the thresholds of the ward. */
export const LAG_VERDICTS = {
  timely: 'kịp thời',
  slow: 'quá mức kịp thời',
  late: 'chậm',
} as const;
export type LagVerdict = keyof typeof LAG_VERDICTS;

/** The days that one announced change took from reaching the ward to being published. */
export interface PublicationLag {
  entry: ProcedureChangeEntry;
  /** The day counted from. */
  since: Day;
  /** Whether the ward wrote down when it received the decision; else its date stands in. */
  received: boolean;
  days: number;
  verdict: LagVerdict;
  /** Whether some procedure was changed already when citizens were told. */
  afterEffect: boolean;
}

/** The lags of a stretch of time. */
export interface LagSummary {
  /** By day of publication, newest first. */
  lags: PublicationLag[];
  /** Average in days over the announcements; absent where there was none. */
  average?: number;
  byVerdict: Readonly<Record<LagVerdict, number>>;
}

/**
 * The changes published between two days, as the section stands on a date. No change at all is
 * an empty list and no failure: there was nothing to publish.
 */
export function publicationLags(
  store: Store,
  asOf: Day,
  published: { from: Day; to: Day },
): LagSummary {
  const lags = existing(store.procedureChanges, asOf)
    .filter(({ data }) => holds(published, data.date))
    .map((entry) => lagOf(entry, store.ward.thresholds));
  const count = (verdict: LagVerdict) => lags.filter((lag) => lag.verdict === verdict).length;
  const sum = lags.reduce((total, { days }) => total + days, 0);
  return {
    lags,
    ...(lags.length > 0 && { average: sum / lags.length }),
    byVerdict: { timely: count('timely'), slow: count('slow'), late: count('late') },
  };
}

/** The lag of one announcement; what is published before it was received waited no day. */
export function lagOf(entry: ProcedureChangeEntry, thresholds: Ward['thresholds']): PublicationLag {
  const { date, decision, procedures } = entry.data;
  const since = decision.received ?? decision.date;
  const days = Math.max(0, daysBetween(since, date));
  return {
    entry,
    since,
    received: decision.received !== undefined,
    days,
    verdict: verdictOf(days, thresholds),
    afterEffect: procedures.some(({ effective }) => effective < date),
  };
}

function verdictOf(days: number, { publishDays, lateDays }: Ward['thresholds']): LagVerdict {
  if (days <= publishDays) return 'timely';
  return days > lateDays ? 'late' : 'slow';
}
