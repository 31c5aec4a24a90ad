import type { Day } from '../calendar/day.ts';
import { holds } from '../calendar/period.ts';
import { bearing, type Days } from '../quota/bearing.ts';
import { occurrences, placementsElsewhere } from '../quota/occurrence.ts';
import type { Reading } from '../quota/reading.ts';
import type { Placement } from '../schema/article.ts';
import { type Channel, COUNTED_GENRES, type EventName } from '../schema/vocabulary.ts';
import { type ArticleEntry, existing, type Store } from '../store/store.ts';

/** One airing of an article on the loudspeakers. */
export interface Airing {
  entry: ArticleEntry;
  date: Day;
  time?: string;
  minutes?: number;
  /** Neighbourhoods where it was heard; none means all. */
  areas: readonly string[];
  evidence: Placement['evidence'];
}

const standing = new WeakMap<Store, { asOf: Day; articles: ArticleEntry[] }>();

/**
 * Articles that exist on a date and were not withdrawn: what numbers are made of. The same list
 * for the same date, so that what is known of the list is known the next time.
 */
export function standingArticles(store: Store, asOf: Day): readonly ArticleEntry[] {
  const known = standing.get(store);
  if (known?.asOf === asOf) return known.articles;
  const articles = existing(store.articles, asOf).filter(
    ({ data }) => !data.withdrawn || data.withdrawn.date > asOf,
  );
  standing.set(store, { asOf, articles });
  return articles;
}

/** The articles that the section itself published on the days of a span. */
export function publishedHere(articles: readonly ArticleEntry[], days: Days): ArticleEntry[] {
  return articles.filter(({ data }) => data.web && within(days, data.date));
}

/** The articles to which something happened on a channel on the days of a span, each once. */
export function happenedOn(
  articles: readonly ArticleEntry[],
  channel: Channel,
  event: Exclude<EventName, 'held'>,
  days: Days,
): ArticleEntry[] {
  const reading = readingOf(channel, event);
  return bearing(articles, days).filter(({ data }) =>
    occurrences(data, reading).some(({ day }) => within(days, day)),
  );
}

/** The articles that reached people on a channel: published or aired there, each once. */
export function reachedOn(
  articles: readonly ArticleEntry[],
  channel: Channel,
  days: Days,
): ArticleEntry[] {
  const found = new Set([
    ...happenedOn(articles, channel, 'published', days),
    ...happenedOn(articles, channel, 'aired', days),
  ]);
  return articles.filter((entry) => found.has(entry));
}

/** Every airing on the loudspeakers on the days of a span, in the order of the day. */
export function airingsBetween(articles: readonly ArticleEntry[], days: Days): Airing[] {
  return bearing(articles, days)
    .flatMap((entry) =>
      placementsElsewhere(entry.data)
        .filter(({ channel }) => channel === 'loudspeaker')
        .flatMap((placement) => airingsOfPlacement(entry, placement)),
    )
    .filter(({ date }) => within(days, date))
    .sort((a, b) => order(keyOf(a), keyOf(b)));
}

/** Whether an article is one of the tin, bài, phóng sự that plans count together. */
export function isCounted({ data }: ArticleEntry): boolean {
  return COUNTED_GENRES.includes(data.genre);
}

/** Whether a day lies in a span and has data. */
export function within({ from, until }: Days, day: Day): boolean {
  return holds({ from, to: until }, day);
}

function airingsOfPlacement(entry: ArticleEntry, placement: Placement): Airing[] {
  const { airings, aired, evidence } = placement;
  if (airings.length > 0) return airings.map((airing) => ({ entry, evidence, ...airing }));
  return aired ? [{ entry, evidence, date: aired, areas: [] }] : [];
}

function keyOf({ date, time, entry }: Airing): string {
  return `${date} ${time ?? ''} ${entry.id}`;
}

/** Only the channel and the event of a reading decide when something happened. */
function readingOf(channel: Channel, event: EventName): Reading {
  return {
    subject: { departments: [], mode: 'joint', lead: undefined },
    measure: 'item',
    event,
    channels: [channel],
    min: undefined,
    period: 'year',
    from: undefined,
    to: undefined,
    conditions: {},
    level: 'tracked',
  };
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
