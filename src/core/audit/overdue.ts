import { type Day, daysBetween } from '../calendar/day.ts';
import type { Procedure } from '../schema/procedure-change.ts';
import {
  type ArticleEntry,
  existing,
  type ProcedureChangeEntry,
  type QuestionEntry,
} from '../store/store.ts';

/** An article or an answer whose day of review has passed. */
export interface OverdueReview {
  entry: ArticleEntry | QuestionEntry;
  reviewBy: Day;
  /** Days since that day. */
  days: number;
}

/** A procedure that was not held against the national portal for too long. */
export interface UncheckedProcedure {
  entry: ProcedureChangeEntry;
  procedure: Procedure;
  /** The last check; absent when it was never checked after its publication. */
  checked?: Day;
  /** Days since the last check, or else since publication. */
  days: number;
}

/** What should have been reviewed before `asOf` and still stands, the longest first. */
export function overdueReviews(
  entries: readonly (ArticleEntry | QuestionEntry)[],
  asOf: Day,
): OverdueReview[] {
  return existing(entries, asOf)
    .flatMap((entry) => {
      const { reviewBy } = entry.data;
      const withdrawn = 'withdrawn' in entry.data ? entry.data.withdrawn : undefined;
      const gone = withdrawn !== undefined && withdrawn.date <= asOf;
      if (!reviewBy || reviewBy >= asOf || gone) return [];
      return [{ entry, reviewBy, days: daysBetween(reviewBy, asOf) }];
    })
    .sort((a, b) => b.days - a.days || (a.entry.id < b.entry.id ? -1 : 1));
}

/**
 * Procedures whose last check is more than `recheckDays` back, the longest first. `changes`
 * are those that still matter: what is no longer in force needs no check.
 */
export function uncheckedProcedures(
  changes: readonly { entry: ProcedureChangeEntry; procedure: Procedure }[],
  recheckDays: number,
  asOf: Day,
): UncheckedProcedure[] {
  return changes
    .flatMap(({ entry, procedure }) => {
      const { checked } = procedure;
      const days = daysBetween(checked ?? entry.data.date, asOf);
      return days > recheckDays ? [{ entry, procedure, checked, days }] : [];
    })
    .sort((a, b) => b.days - a.days || (a.procedure.code < b.procedure.code ? -1 : 1));
}
