import { type Day, monthOf, monthsBetween } from '../calendar/day.ts';
import { bearing } from '../quota/bearing.ts';
import {
  CHANNELS,
  type Channel,
  type Genre,
  keysOf,
  REFORM_FIELDS,
  type ReformField,
} from '../schema/vocabulary.ts';
import type { ArticleEntry, Store } from '../store/store.ts';
import {
  type Airing,
  airingsBetween,
  happenedOn,
  isCounted,
  publishedHere,
  reachedOn,
} from './posts.ts';
import type { ReportSpan } from './span.ts';

/** Some articles, split as reports split them. */
export interface Split {
  /** Tin, bài and phóng sự together. */
  total: number;
  brief: number;
  story: number;
  reportage: number;
  /** Of the total. */
  own: number;
  repost: number;
  /** Beside the total. */
  photo: number;
  video: number;
}

/** The articles of one department, field or month. */
export interface Share extends Split {
  /** Id of the department or field, or the month `YYYY-MM`. */
  key: string;
  /** Airings on the loudspeakers; null where nobody keeps the books of them. */
  airings: number | null;
}

/** What happened on one channel. */
export interface ChannelShare extends Split {
  channel: Channel;
  /** Tin, bài, phóng sự handed in. */
  sent: number;
  airings: number;
}

/** The articles of a span by department, channel, reform field and month. */
export interface Breakdown {
  all: Split;
  departments: Share[];
  channels: ChannelShare[];
  /** An article may be of several fields, or of none. */
  fields: Share[];
  /** Articles that name no field. */
  fieldless: Split;
  months: Share[];
}

/** Splits the articles that exist on a date over a span. */
export function breakdownOf(
  store: Store,
  articles: readonly ArticleEntry[],
  span: ReportSpan,
): Breakdown {
  const near = bearing(articles, span);
  const here = publishedHere(near, span);
  const airings = airingsBetween(near, span);
  const aired = (of: (airing: Airing) => boolean) => airings.filter(of).length;
  const share = (key: string, of: (entry: ArticleEntry) => boolean): Share => ({
    key,
    ...splitOf(here.filter(of)),
    airings: aired(({ entry }) => of(entry)),
  });
  return {
    all: splitOf(here),
    departments: departmentsShown(store, span, here, airings).map((id) =>
      share(id, ({ data }) => data.department === id),
    ),
    channels: channelsShown(articles, span.until).map((channel) =>
      channelShare(near, channel, span),
    ),
    fields: keysOf(REFORM_FIELDS).map((field: ReformField) =>
      share(field, ({ data }) => data.fields.includes(field)),
    ),
    fieldless: splitOf(here.filter(({ data }) => data.fields.length === 0)),
    months: monthsBetween(span.from, span.until).map((month) => ({
      key: month,
      ...splitOf(here.filter(({ data }) => monthOf(data.date) === month)),
      airings: aired(({ date }) => monthOf(date) === month),
    })),
  };
}

/** The same where nobody keeps the books of the loudspeakers: no airing recorded is not none. */
export function withoutAirings(breakdown: Breakdown): Breakdown {
  const blank = (shares: readonly Share[]) => shares.map((one) => ({ ...one, airings: null }));
  const { departments, fields, months } = breakdown;
  return {
    ...breakdown,
    departments: blank(departments),
    fields: blank(fields),
    months: blank(months),
  };
}

/** Counts articles by genre and origin. */
export function splitOf(articles: readonly ArticleEntry[]): Split {
  const genre = (wanted: Genre) => articles.filter(({ data }) => data.genre === wanted).length;
  const counted = articles.filter(isCounted);
  const own = counted.filter(({ data }) => data.origin.kind === 'own').length;
  return {
    total: counted.length,
    brief: genre('brief'),
    story: genre('story'),
    reportage: genre('reportage'),
    own,
    repost: counted.length - own,
    photo: genre('photo'),
    video: genre('video'),
  };
}

/** The channels that anything was recorded on in the year by a date; the section always. */
export function channelsShown(articles: readonly ArticleEntry[], until: Day): Channel[] {
  const year = until.slice(0, 4);
  const used = new Set(
    bearing(articles, { from: `${year}-01-01`, until }).flatMap(({ data }) =>
      data.placements
        .filter((placement) =>
          daysOf(placement).some((day) => day.startsWith(year) && day <= until),
        )
        .map(({ channel }) => channel),
    ),
  );
  return keysOf(CHANNELS).filter((channel) => channel === 'web' || used.has(channel));
}

function channelShare(
  articles: readonly ArticleEntry[],
  channel: Channel,
  span: ReportSpan,
): ChannelShare {
  return {
    channel,
    ...splitOf(reachedOn(articles, channel, span)),
    sent: happenedOn(articles, channel, 'sent', span).filter(isCounted).length,
    airings: channel === 'loudspeaker' ? airingsBetween(articles, span).length : 0,
  };
}

/** Departments under the committee, and others only where they have something to show. */
function departmentsShown(
  store: Store,
  { from, until }: ReportSpan,
  here: readonly ArticleEntry[],
  airings: readonly Airing[],
): string[] {
  const active = new Set([
    ...here.map(({ data }) => data.department),
    ...airings.map(({ entry }) => entry.data.department),
  ]);
  return store.departments
    .filter(
      (unit) =>
        active.has(unit.id) ||
        (unit.relation === 'subordinate' &&
          (unit.from ?? from) <= until &&
          (unit.to ?? until) >= from),
    )
    .map(({ id }) => id);
}

function daysOf({ sent, published, aired, airings }: ArticleEntry['data']['placements'][number]) {
  const days = [sent, published, aired, ...airings.map(({ date }) => date)];
  return days.filter((day) => day !== undefined);
}
