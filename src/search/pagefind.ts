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
  options(options: { excerptLength: number; baseUrl: string }): Promise<void>;
  search(query: string): Promise<{ results: PagefindHit[] }>;
}

/** The full-text index, as the ranking and the list of results need it. */
export interface TextIndex {
  search: TextSearch;
  /** A page with the excerpt for the query that found it. */
  page(id: string, foundBy: string): Promise<Found | undefined>;
}

const EXCERPT_WORDS = 36;
/** Queries whose hits are kept while the reader types on. */
const KEPT = 200;

/** Loads the index; rejects where the browser refuses to run it. */
export async function loadTextIndex(base: string): Promise<TextIndex> {
  const pagefind = (await import(/* @vite-ignore */ `${base}pagefind/pagefind.js`)) as Pagefind;
  await pagefind.options({ excerptLength: EXCERPT_WORDS, baseUrl: '/' });
  const kept = new Map<string, Promise<PagefindHit[]>>();
  const hits = (query: string) => {
    if (kept.size > KEPT) kept.clear();
    const known = kept.get(query) ?? pagefind.search(toIndex(query)).then(({ results }) => results);
    kept.set(query, known);
    return known;
  };
  // A refused WebAssembly shows at the first search, not before.
  await hits('a');
  return {
    search: hits,
    page: async (id, foundBy) => (await hits(foundBy)).find((hit) => hit.id === id)?.data(),
  };
}
