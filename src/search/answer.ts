import { isChosen } from '../core/search/facets.ts';
import type { Row } from '../core/search/row.ts';
import { ALL_YEARS, spansOf } from '../core/search/years.ts';
import { make } from './dom.ts';
import type { Shown } from './parts.ts';
import { resultGroups } from './result-list.ts';
import { type Asked, addressOf } from './search-address.ts';
import { sectionSearch } from './section-search.ts';
import { NAMES_ONLY, statusOf } from './wording.ts';

/** An answer as the page shows it, and the pages it can be narrowed to. */
export interface Answered {
  shown: Shown;
  /** All pages that answer the query, whatever is chosen. */
  rows: Row[];
  /** Years whose articles and activities were not looked through. */
  unsearched: readonly string[];
}

/** Answers what is asked; rejects when not even the names of pages could be loaded. */
export type Answering = (asked: Asked) => Promise<Answered>;

/** Prepares answers; loaded when the box is entered, for most readers of the page never ask. */
export function answering(base: string): Answering {
  const engine = sectionSearch(base);
  return async ({ query, chosen }) => {
    const found = await engine.ask(query, chosen.nam);
    const results = found.results.filter(({ row }) => isChosen(row, chosen));
    const unsearched = chosen.nam === undefined ? found.unsearched : [];
    const nearest = found.nearest.map(({ address, title }) =>
      make('li', {}, make('a', { href: base + address.slice(1) }, title)),
    );
    return {
      rows: found.results.map(({ row }) => row),
      unsearched: found.unsearched,
      shown: {
        status: statusOf(query, found, results.length),
        note: found.texts ? '' : NAMES_ONLY,
        results: await resultGroups(results, { base, excerpt: engine.excerpt }),
        nearest,
        help: found.results.length === 0,
        older: unsearched.length > 0 ? olderYears({ query, chosen }, unsearched) : [],
      },
    };
  };
}

/** Says what was not looked through, and leads to the search that does. */
function olderYears({ query, chosen }: Asked, years: readonly string[]): (Node | string)[] {
  const href = addressOf({ query, chosen: { ...chosen, nam: ALL_YEARS } }, location.pathname);
  return [
    `Chưa tìm tin bài, hoạt động của ${years.length > 1 ? 'các ' : ''}năm ${spansOf(years)}. `,
    make('a', { href }, 'Tìm cả các năm trước'),
  ];
}
