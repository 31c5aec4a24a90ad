import { yearOfId } from '../core/search/row.ts';
import type { TextHit, TextSearch } from '../core/search/text-score.ts';
import { toIndex } from '../core/text/search-spelling.ts';

/** A page as Pagefind hands it out, in the index's spelling. */
export interface Found {
  url: string;
  /** Text with the escapes of HTML, whose only elements are `mark`. */
  excerpt: string;
  meta: Record<string, string>;
  filters: Record<string, string[]>;
}

interface PagefindHit extends TextHit {
  data(): Promise<Found>;
}

/** The part of Pagefind's browser interface that is used here. */
interface Pagefind {
  createInstance(options: { excerptLength: number; baseUrl: string }): {
    search(query: string): Promise<{ results: PagefindHit[] }>;
    mergeIndex(folder: string, options: { excerptLength: number; baseUrl: string }): Promise<void>;
  };
}

/** The full-text index, as the ranking and the list of results need it. */
export interface TextIndex {
  /** Searches the timeless pages and those of these years; loads what is not there yet. */
  of(years: readonly string[]): Promise<TextSearch>;
  /** A page with the excerpt for the query that found it. */
  page(id: string, foundBy: string): Promise<Found | undefined>;
}

const OPTIONS = { excerptLength: 36, baseUrl: '/' };
/** Queries whose hits are kept while the reader types on. */
const KEPT = 200;

/** Loads the index; rejects where the browser refuses to run it. */
export async function loadTextIndex(base: string): Promise<TextIndex> {
  const folder = `${base}pagefind/`;
  const pagefind = (await import(/* @vite-ignore */ `${folder}pagefind.js`)) as Pagefind;
  const index = pagefind.createInstance(OPTIONS);
  // A refused WebAssembly shows at the first search, and a merged index would wait for it for ever.
  await index.search('');
  const merged = new Map<string, Promise<void>>();
  const kept = new Map<string, Promise<PagefindHit[]>>();
  const merge = (year: string) => {
    const merging =
      merged.get(year) ?? index.mergeIndex(`${folder}${year}/`, OPTIONS).then(() => kept.clear());
    merged.set(year, merging);
    return merging;
  };
  const hits = (query: string) => {
    if (kept.size > KEPT) kept.clear();
    const known = kept.get(query) ?? index.search(toIndex(query)).then(({ results }) => results);
    kept.set(query, known);
    return known;
  };
  return {
    async of(years) {
      await Promise.all(years.map(merge));
      // An index once merged answers every query, whether its year is asked for or not.
      const open = new Set<string | undefined>([undefined, ...years]);
      return async (query) => (await hits(query)).filter(({ id }) => open.has(yearOfId(id)));
    },
    page: async (id, foundBy) => (await hits(foundBy)).find((hit) => hit.id === id)?.data(),
  };
}
