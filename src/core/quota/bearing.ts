import { type Day, monthOf, monthsBetween } from '../calendar/day.ts';
import type { ArticleEntry } from '../store/store.ts';
import { datesOf } from './occurrence.ts';

/** The days an inquiry is about, or those between which an article bears dates; both counted. */
export interface Days {
  from: Day;
  until: Day;
}

/** Where in a list the articles of each month are, and the months there are, in order. */
interface Months {
  places: Map<string, number[]>;
  names: string[];
}

/** Lists shorter than this are looked through as quickly as months are looked up. */
const WORTH = 500;

const spans = new WeakMap<ArticleEntry, Days>();
const months = new WeakMap<readonly ArticleEntry[], Months>();

/**
 * The articles, in the order of the list, between whose first and last day a span lies, or begins,
 * or ends: nothing happened to any other. Every rule, month and report of twenty years asks this of the
 * same ten thousand, so that their months are found out once: a list does not change.
 */
export function bearing(articles: readonly ArticleEntry[], days: Days): ArticleEntry[] {
  const near = articles.length < WORTH ? articles : nearTo(articles, days);
  return near.filter((entry) => {
    const own = spanOf(entry);
    return own.from <= days.until && own.until >= days.from;
  });
}

/** Those that bear a month of the span; all of them when it holds most months. */
function nearTo(articles: readonly ArticleEntry[], { from, until }: Days): readonly ArticleEntry[] {
  const { names, places } = monthsIn(articles);
  const asked = names.filter((month) => month >= monthOf(from) && month <= monthOf(until));
  if (asked.length > names.length / 2) return articles;
  const found = new Set(asked.flatMap((month) => places.get(month) ?? []));
  return [...found].sort((a, b) => a - b).flatMap((at) => articles[at] ?? []);
}

function monthsIn(articles: readonly ArticleEntry[]): Months {
  const known = months.get(articles);
  if (known) return known;
  const places = new Map<string, number[]>();
  for (const [at, entry] of articles.entries()) {
    const { from, until } = spanOf(entry);
    for (const month of monthsBetween(from, until)) {
      const list = places.get(month);
      if (list) list.push(at);
      else places.set(month, [at]);
    }
  }
  const found = { places, names: [...places.keys()].sort() };
  months.set(articles, found);
  return found;
}

/** The first and the last day that an article bears; its dates are gathered once. */
function spanOf(entry: ArticleEntry): Days {
  const known = spans.get(entry);
  if (known) return known;
  const days = datesOf(entry.data).sort();
  const span = { from: days[0] ?? entry.data.date, until: days.at(-1) ?? entry.data.date };
  spans.set(entry, span);
  return span;
}
