import type { Day } from '../calendar/day.ts';
import type { Status } from '../schema/vocabulary.ts';

/** Why an article with a date in a period is not counted in it. */
export type NotCountedCode =
  | 'no-date'
  | 'no-event'
  | 'again'
  | 'repost'
  | 'placed-before'
  | 'repeat'
  | 'topic'
  | 'field'
  | 'genre'
  | 'withdrawn';

/** Something that a tally counts. */
export interface Counted {
  /** Article id, airing id `<article>#<date>T<time>`, or activity id. */
  id: string;
  title: string;
  /** Root-relative, without `BASE`; null for texts that have no page here. */
  url: string | null;
  /** The date it counts on. */
  date: Day;
}

/** Something of the right department and period that a tally does not count. */
export interface NotCounted {
  id: string;
  code: NotCountedCode;
  /** The reason in Vietnamese, for an editor. */
  message: string;
}

/** The count of one rule for one subject in one period. */
export interface Tally {
  rule: string;
  /** A department's id, or `joint`. */
  subject: string;
  /** Label of the period. */
  period: string;
  from: Day;
  /** Last day, included. */
  to: Day;
  /** The minimum; null for tracked rules. */
  required: number | null;
  actual: number;
  status: Status;
  /** Whether the period was closed, so that `actual` is the closed number. */
  closed: boolean;
  /** Today's number of a closed tally; null for others. */
  live: number | null;
  /** How many of the counted come from each department. */
  shares: Record<string, number>;
  counted: Counted[];
  notCounted: NotCounted[];
}

/** The subject of a joint tally. */
export const JOINT = 'joint';

/** What decides the status of a tally. */
export interface StatusFacts {
  tracked: boolean;
  /** Whether the period, or the department's part in it, is whole. */
  counts: boolean;
  from: Day;
  to: Day;
  actual: number;
  required: number;
  asOf: Day;
}

/** The status of a tally: a period is open on its last day and short only after it. */
export function statusOf(facts: StatusFacts): Status {
  if (facts.tracked) return 'tracked';
  if (!facts.counts) return 'not-counted';
  if (facts.from > facts.asOf) return 'upcoming';
  if (facts.actual >= facts.required) return 'met';
  return facts.to < facts.asOf ? 'short' : 'open';
}
