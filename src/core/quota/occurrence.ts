import type { Day } from '../calendar/day.ts';
import type { Article, Placement } from '../schema/article.ts';
import type { Channel } from '../schema/vocabulary.ts';
import type { ArticleEntry } from '../store/store.ts';
import type { Reading } from './reading.ts';

/** Something that happened to an article on a channel, on a day. */
export interface Occurrence {
  day: Day;
  channel: Channel;
}

/** One airing of an article, with the id it counts under. */
export interface AiringOccurrence extends Occurrence {
  id: string;
}

/**
 * The days on which the reading's event happened to an article on the reading's channels.
 * Publication on the section is implied by the article's date; `published` and `aired` are
 * never inferred; a blank `sent` is the earliest other date of its placement.
 */
export function occurrences(article: Article, reading: Reading): Occurrence[] {
  const wanted = (channel: Channel) =>
    reading.channels.length === 0 || reading.channels.includes(channel);
  const found: Occurrence[] = [];
  if (article.web && wanted('web') && (reading.event === 'published' || reading.event === 'sent')) {
    found.push({ day: article.date, channel: 'web' });
  }
  for (const placement of placementsElsewhere(article)) {
    if (!wanted(placement.channel)) continue;
    for (const day of daysOf(placement, reading.event)) {
      found.push({ day, channel: placement.channel });
    }
  }
  return found;
}

/** Every airing of an article on the reading's channels. */
export function airingsOf(entry: ArticleEntry, reading: Reading): AiringOccurrence[] {
  return placementsElsewhere(entry.data)
    .filter(({ channel }) => reading.channels.length === 0 || reading.channels.includes(channel))
    .flatMap((placement) =>
      airingList(placement).map(({ date, time }) => ({
        day: date,
        channel: placement.channel,
        id: `${entry.id}#${date}${time ? `T${time}` : ''}`,
      })),
    );
}

/** The placements on other channels; one on `web` says nothing that the date does not. */
export function placementsElsewhere(article: Article): Placement[] {
  return article.placements.filter(({ channel }) => channel !== 'web');
}

/** Every date an article bears: its own, and those of its placements. */
export function datesOf(article: Article): Day[] {
  return [article.date, ...placementsElsewhere(article).flatMap(allDays)];
}

/** The airings of a placement; one that is aired without a list is one airing. */
function airingList(placement: Placement): { date: Day; time?: string }[] {
  if (placement.airings.length > 0) return placement.airings;
  return placement.aired ? [{ date: placement.aired }] : [];
}

function daysOf(placement: Placement, event: Reading['event']): Day[] {
  switch (event) {
    case 'published':
      return placement.published ? [placement.published] : [];
    case 'aired':
      return airedDays(placement);
    case 'sent': {
      if (placement.sent) return [placement.sent];
      const first = allDays(placement).sort()[0];
      return first ? [first] : [];
    }
    case 'held':
      return [];
  }
}

function airedDays(placement: Placement): Day[] {
  const listed = placement.airings.map(({ date }) => date);
  return placement.aired ? [placement.aired, ...listed] : listed;
}

function allDays(placement: Placement): Day[] {
  return [placement.sent, placement.published, ...airedDays(placement)].filter(
    (day) => day !== undefined,
  );
}
