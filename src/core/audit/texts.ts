import type { Day } from '../calendar/day.ts';
import { type Likeness, likenesses } from '../originality/likeness.ts';
import { type ComparedText, phraseIndex } from '../originality/phrase-index.ts';
import { paragraphsOf } from '../originality/words.ts';
import type { Entry } from '../store/entry.ts';
import { existing, type Store } from '../store/store.ts';

/** An entry whose text is compared with others. */
export type TextEntry = Entry<'articles' | 'practices' | 'procedureChanges' | 'activities'>;

/** Ids are unique in their collection only. */
export function textId({ collection, id }: Pick<TextEntry, 'collection' | 'id'>): string {
  return `${collection}/${id}`;
}

/** The day from which an entry's text was there. */
export function textDate({ data }: TextEntry): Day {
  return ('window' in data ? data.window?.from : undefined) ?? data.date ?? '';
}

/** Everything of the section that has a text, as it stands on a date; the earliest first. */
export function textEntries(store: Store, asOf: Day): TextEntry[] {
  const entries: TextEntry[] = [
    ...existing(store.articles, asOf),
    ...existing(store.practices, asOf),
    ...existing(store.procedureChanges, asOf),
    ...store.activities.filter((entry) => textDate(entry) <= asOf),
  ];
  return entries.sort((a, b) => order(textDate(a), textDate(b)) || order(textId(a), textId(b)));
}

/** What an entry says: its title first, then what stands in its form, then its body. */
export function comparedText(entry: TextEntry, body: string): ComparedText {
  const { data } = entry;
  const form = [
    data.title,
    data.summary,
    ...('problem' in data ? [data.problem, data.solution] : []),
  ].filter((text) => text !== undefined);
  return { id: textId(entry), paragraphs: [...form, ...paragraphsOf(body)] };
}

/**
 * The articles that are like something the section already has, or that something else is
 * like. Announcements of procedures keep to one frame, so they are not held against each other.
 */
export function wardLikenesses(
  store: Store,
  asOf: Day,
  bodies: ReadonlyMap<string, string>,
): Likeness[] {
  const texts = textEntries(store, asOf).map((entry) =>
    comparedText(entry, bodies.get(entry.file) ?? ''),
  );
  const isArticle = (id: string) => id.startsWith('articles/');
  return likenesses(phraseIndex(texts)).filter(
    ({ later, earlier }) => isArticle(later) || isArticle(earlier),
  );
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
