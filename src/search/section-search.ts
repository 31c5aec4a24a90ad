import { type ExcerptPart, excerptParts } from '../core/search/excerpt.ts';
import { wordsOf } from '../core/search/fold.ts';
import { nearestNames } from '../core/search/nearest.ts';
import type { Row } from '../core/search/row.ts';
import { type Hit, search } from '../core/search/search.ts';
import { fromIndex } from '../core/text/search-spelling.ts';
import { plainText } from './dom.ts';
import { type Found, loadTextIndex, type TextIndex } from './pagefind.ts';
import { type Titles, titleLoader } from './titles.ts';

/** A page of the section that answers a query. */
export interface Result {
  row: Row;
  foundBy?: string;
  /** The words that its excerpt is to show. */
  asked: string;
}

/** What the search page shows. */
export interface Results {
  results: Result[];
  /** The query that was answered instead of the one typed. */
  repaired?: string;
  /** Names of pages nearest to a query that nothing answers. */
  nearest: Row[];
  /** Whether texts were searched, or names and numbers only. */
  texts: boolean;
}

/** Searches the section, and fetches the excerpts of what is shown. */
export interface SectionSearch {
  ask(query: string, years: readonly string[]): Promise<Results>;
  /** The part of a page that bears on the query; empty when its text cannot be had. */
  excerpt(result: Result): Promise<ExcerptPart[]>;
}

/** How many results there are at most; who needs the sixty-first asks more closely. */
const MOST_RESULTS = 60;
/** How many pages without a loaded name are looked up. */
const MOST_UNNAMED = 20;

/** Prepares a search; nothing is loaded before the first query. */
export function sectionSearch(base: string): SectionSearch {
  const titles = titleLoader(base);
  let index: Promise<TextIndex | undefined> | undefined;
  const textIndex = () => {
    index ??= loadTextIndex(base).catch(() => undefined);
    return index;
  };
  return {
    async ask(query, years) {
      const named = query.match(/\b20\d\d\b/g) ?? [];
      const [loaded, texts] = await Promise.all([titles([...years, ...named]), textIndex()]);
      const answer = await search(query, { ...loaded, text: texts?.search ?? (async () => []) });
      const asked = answer.repaired ?? query;
      const results = (await resultsOf(answer.hits, loaded, texts)).map((result) => ({
        ...result,
        asked: `${result.foundBy ?? ''} ${asked}`,
      }));
      return {
        results,
        ...(answer.repaired && { repaired: answer.repaired }),
        nearest: results.length > 0 ? [] : nearestNames(wordsOf(query), loaded.lexicon),
        texts: texts !== undefined,
      };
    },
    async excerpt({ row, foundBy, asked }) {
      const texts = await textIndex();
      const found = await texts?.page(row.id, foundBy ?? wordsOf(row.title).join(' '));
      if (!found) return [];
      // Found by its name alone: its text is shown, but nothing in it was asked for.
      return excerptParts(plainText(fromIndex(found.excerpt)), row.title, foundBy ? asked : '');
    },
  };
}

async function resultsOf(
  hits: readonly Hit[],
  { rows }: Titles,
  texts: TextIndex | undefined,
): Promise<Omit<Result, 'asked'>[]> {
  const byId = new Map(rows.map((row) => [row.id, row]));
  let unnamed = 0;
  const found = await Promise.all(
    hits
      .slice(0, MOST_RESULTS)
      .map(async ({ id, foundBy }): Promise<Omit<Result, 'asked'> | undefined> => {
        const row = byId.get(id);
        if (row) return { row, ...(foundBy && { foundBy }) };
        unnamed += 1;
        if (!foundBy || unnamed > MOST_UNNAMED) return undefined;
        const page = await texts?.page(id, foundBy);
        return page && { row: rowOf(id, page), foundBy };
      }),
  );
  return found.filter((one) => one !== undefined);
}

/** An older article, of which only the full-text index knows. */
function rowOf(id: string, { url, meta, filters }: Found): Row {
  const values = (name: string) => (filters[name] ?? []).map(fromIndex);
  const [kind = ''] = values('loai');
  const [year] = values('nam');
  return {
    id,
    address: url,
    title: fromIndex(meta['title'] ?? url),
    kind,
    fields: values('linh-vuc'),
    departments: values('don-vi'),
    ...(meta['ngay'] && { date: meta['ngay'] }),
    ...(year && { year }),
    codes: [],
    names: [],
  };
}
