import { addresses } from '../address.ts';
import type { Day } from '../calendar/day.ts';
import { holds, type Period } from '../calendar/period.ts';
import { heldOn } from '../schema/activity.ts';
import { isMember, type Membership } from '../store/membership.ts';
import type { ArticleEntry, Store } from '../store/store.ts';
import { existing } from '../store/store.ts';
import { bearing } from './bearing.ts';
import { type FirstTexts, firstTexts, type Staleness, staleness } from './novelty.ts';
import { airingsOf, datesOf, type Occurrence, occurrences } from './occurrence.ts';
import type { Reading } from './reading.ts';
import {
  absenceReason,
  againReason,
  type Names,
  type Reason,
  stalenessReason,
  standingReason,
} from './reason.ts';
import type { Schedule } from './schedule.ts';
import type { Counted } from './tally.ts';

/** What one entry comes to under a reading, in one period. */
export interface Outcome {
  period: Period;
  department: string;
  id: string;
  /** Set when it counts; `reason` says why it does not. */
  counted?: Counted;
  reason?: Reason;
}

/** What the counting of every rule shares: computed once for a store and a date. */
export interface CountingContext {
  store: Store;
  asOf: Day;
  articles: readonly ArticleEntry[];
  texts: () => FirstTexts;
  names: Names;
}

/** Prepares the counting of a store as it stands on a date. */
export function countingContext(store: Store, asOf: Day): CountingContext {
  const articles = existing(store.articles, asOf);
  let texts: FirstTexts | undefined;
  return {
    store,
    asOf,
    articles,
    texts: () => {
      texts ??= firstTexts(articles);
      return texts;
    },
    names: {
      topic: (id) => store.topicNames.get(id) ?? id,
      article: (id) => store.articleById.get(id)?.data.title ?? id,
    },
  };
}

/**
 * What every entry of the rule's departments comes to: one outcome for each period in which
 * it counts, or has a date and does not count. Together they are all candidates of the rule.
 */
export function outcomes(
  context: CountingContext,
  reading: Reading,
  schedule: Schedule,
  memberships: readonly Membership[],
): Outcome[] {
  if (reading.measure === 'activity') {
    return activityOutcomes(context, reading, schedule, memberships);
  }
  const departments = new Set(memberships.map(({ department }) => department));
  const judge = reading.measure === 'item' ? itemOutcomes : airingOutcomes;
  const [from, to] = [schedule.periods[0]?.period.from, schedule.periods.at(-1)?.period.to];
  if (from === undefined || to === undefined) return [];
  // A rule is about a year of a ward that may have twenty: the others are not even looked at.
  return bearing(context.articles, { from, until: to })
    .filter((entry) => departments.has(entry.data.department))
    .flatMap((entry) => judge(context, reading, schedule, memberships, entry));
}

/** An item counts once, in the period of its earliest qualifying day. */
function itemOutcomes(
  context: CountingContext,
  reading: Reading,
  schedule: Schedule,
  memberships: readonly Membership[],
  entry: ArticleEntry,
): Outcome[] {
  const { department } = entry.data;
  const standing = standingReason(entry.data, reading, context.asOf, context.names);
  const found = qualifying(context, schedule, occurrences(entry.data, reading));
  const first = earliestOf(found);
  // Outside its membership a department's entries are nobody's candidates.
  if (first && !isMember(memberships, department, first.day)) return [];
  const home = first && periodOf(schedule, first.day);
  const stale =
    first && reading.conditions.new ? stalenessOnDay(context, entry, found, first.day) : undefined;
  const result: Outcome[] = [];
  for (const period of periodsTouched(context, schedule, entry, home)) {
    const base = { period, department, id: entry.id };
    if (standing) result.push({ ...base, reason: standing });
    else if (!first || !home) {
      result.push({ ...base, reason: absenceReason(entry.data, reading, schedule.from) });
    } else if (stale) result.push({ ...base, reason: stalenessReason(stale, context.names) });
    else if (period !== home) result.push({ ...base, reason: againReason(home.label) });
    else result.push({ ...base, counted: countedArticle(entry, entry.id, first.day) });
  }
  return result;
}

/** Placed on several channels on the day that counts, a text is new if it is new on any. */
function stalenessOnDay(
  { texts, asOf }: CountingContext,
  entry: ArticleEntry,
  found: readonly Occurrence[],
  day: Day,
): Staleness | undefined {
  const verdicts = found
    .filter((one) => one.day === day)
    .map((one) => staleness(entry, one, texts(), asOf));
  return verdicts.includes(undefined) ? undefined : verdicts[0];
}

/** Every airing counts, in the period of its own day. */
function airingOutcomes(
  context: CountingContext,
  reading: Reading,
  schedule: Schedule,
  memberships: readonly Membership[],
  entry: ArticleEntry,
): Outcome[] {
  const { department } = entry.data;
  const standing = standingReason(entry.data, reading, context.asOf, context.names);
  const airings = qualifying(context, schedule, airingsOf(entry, reading)).filter(({ day }) =>
    isMember(memberships, department, day),
  );
  const touched = new Set(periodsTouched(context, schedule, entry));
  for (const { day } of airings) {
    const home = periodOf(schedule, day);
    if (home) touched.add(home);
  }
  return [...touched].flatMap((period): Outcome[] => {
    const base = { period, department };
    if (standing) return [{ ...base, id: entry.id, reason: standing }];
    const here = airings.filter(({ day }) => holds(period, day));
    if (here.length === 0) {
      const reason = absenceReason(entry.data, reading, schedule.from);
      return [{ ...base, id: entry.id, reason }];
    }
    return here.map((airing) => {
      const stale = reading.conditions.new
        ? staleness(entry, airing, context.texts(), context.asOf)
        : undefined;
      return stale
        ? { ...base, id: airing.id, reason: stalenessReason(stale, context.names) }
        : { ...base, id: airing.id, counted: countedArticle(entry, airing.id, airing.day) };
    });
  });
}

/** An activity of a wanted kind counts on its (last) day. */
function activityOutcomes(
  { store, asOf }: CountingContext,
  reading: Reading,
  schedule: Schedule,
  memberships: readonly Membership[],
): Outcome[] {
  const { activityKinds = [], fields, topics } = reading.conditions;
  return store.activities.flatMap(({ id, data }): Outcome[] => {
    const day = heldOn(data);
    const period = periodOf(schedule, day);
    const wanted =
      activityKinds.includes(data.kind) &&
      (!fields || fields.some((field) => data.fields.includes(field))) &&
      !topics &&
      day >= schedule.from &&
      day <= asOf &&
      isMember(memberships, data.department, day);
    if (!wanted || !period) return [];
    const counted = { id, title: data.title, url: addresses.activity(id), date: day };
    return [{ period, department: data.department, id, counted }];
  });
}

function qualifying<O extends Occurrence>(
  { asOf }: CountingContext,
  { from }: Schedule,
  found: readonly O[],
): O[] {
  return found.filter(({ day }) => day >= from && day <= asOf);
}

function earliestOf(found: readonly Occurrence[]): Occurrence | undefined {
  return found.reduce<Occurrence | undefined>(
    (best, next) => (best === undefined || next.day < best.day ? next : best),
    undefined,
  );
}

/** The periods in which an article must be accounted for: those that hold a date of it. */
function periodsTouched(
  { asOf }: CountingContext,
  schedule: Schedule,
  entry: ArticleEntry,
  home?: Period,
): Period[] {
  const days = datesOf(entry.data).filter((day) => day <= asOf);
  return schedule.periods
    .map(({ period }) => period)
    .filter((period) => period === home || days.some((day) => holds(period, day)));
}

function periodOf(schedule: Schedule, day: Day): Period | undefined {
  return schedule.periods.find(({ period }) => holds(period, day))?.period;
}

function countedArticle(entry: ArticleEntry, id: string, date: Day): Counted {
  const url = entry.data.web ? addresses.article(entry) : null;
  return { id, title: entry.data.title, url, date };
}
