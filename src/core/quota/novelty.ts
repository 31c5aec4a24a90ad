import type { Day } from '../calendar/day.ts';
import type { ArticleEntry } from '../store/store.ts';
import { type Occurrence, placementsElsewhere } from './occurrence.ts';
import type { NotCountedCode } from './tally.ts';

/** Why a text is not «tin mới, chưa từng đăng tải», with what the message needs. */
export interface Staleness {
  code: Extract<NotCountedCode, 'repost' | 'placed-before' | 'repeat'>;
  /** The other channel, the day, or the article it repeats. */
  channel?: Occurrence['channel'];
  day?: Day;
  of?: string;
}

/** The first entry, by date and then by id, of each distinct text. */
export type FirstTexts = ReadonlyMap<string, ArticleEntry>;

/** Indexes the texts of articles so that a repeated one is found at once. */
export function firstTexts(articles: readonly ArticleEntry[]): FirstTexts {
  const first = new Map<string, ArticleEntry>();
  for (const entry of articles) {
    if (!entry.textKey) continue;
    const known = first.get(entry.textKey);
    if (!known || isEarlier(entry, known)) first.set(entry.textKey, entry);
  }
  return first;
}

/**
 * Why an article is not new on the day that counts; `undefined` when it is. It is new when
 * the ward wrote it, no other channel published or aired it on an earlier day, no earlier
 * entry says the same, and nobody decided that it repeats one.
 */
export function staleness(
  entry: ArticleEntry,
  counted: Occurrence,
  texts: FirstTexts,
  asOf: Day,
): Staleness | undefined {
  const { data } = entry;
  if (data.origin.kind === 'repost') return { code: 'repost' };
  const before = earlierElsewhere(entry, counted);
  if (before) return { code: 'placed-before', channel: before.channel, day: before.day };
  const first = entry.textKey ? texts.get(entry.textKey) : undefined;
  if (first && first.id !== entry.id) return { code: 'repeat', of: first.id };
  const { originality } = data;
  const decided = originality?.decision === 'repeat' && originality.date <= asOf;
  return decided ? { code: 'repeat', of: originality.of } : undefined;
}

function earlierElsewhere({ data }: ArticleEntry, counted: Occurrence): Occurrence | undefined {
  const public_: Occurrence[] = data.web ? [{ day: data.date, channel: 'web' }] : [];
  for (const { channel, published, aired, airings } of placementsElsewhere(data)) {
    for (const day of [published, aired, ...airings.map(({ date }) => date)]) {
      if (day !== undefined) public_.push({ day, channel });
    }
  }
  return public_
    .filter(({ channel, day }) => channel !== counted.channel && day < counted.day)
    .sort((a, b) => (a.day < b.day ? -1 : 1))[0];
}

function isEarlier(a: ArticleEntry, b: ArticleEntry): boolean {
  return a.data.date < b.data.date || (a.data.date === b.data.date && a.id < b.id);
}
