import { type ExcerptPart, excerptParts } from '../core/search/excerpt.ts';
import { wordsOf } from '../core/search/fold.ts';
import { nearestNames } from '../core/search/nearest.ts';
import type { Row } from '../core/search/row.ts';
import { type Hit, search } from '../core/search/search.ts';
import { isSettled } from '../core/search/settled.ts';
import { yearsAsked, yearsNext } from '../core/search/years.ts';
import { fromIndex } from '../core/text/search-spelling.ts';
import { plainText } from './dom.ts';
import { EXCERPT_WORDS, type Found, loadTextIndex, type TextIndex } from './pagefind.ts';
import { titleLoader } from './titles.ts';

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
  /** Years whose articles and activities were not looked through. */
  unsearched: string[];
}

/** Searches the section, and fetches the excerpts of what is shown. */
export interface SectionSearch {
  /**
   * `year` is one year of articles to look through beside the current ones, or all of them.
   * Rejects when not even names can be had; another search must then be prepared.
   */
  ask(query: string, year: string | undefined): Promise<Results>;
  /** The part of a page that bears on the query; empty when its text cannot be had. */
  excerpt(result: Result): Promise<ExcerptPart[]>;
}

/** How many pages without a loaded name are looked up. */
const MOST_UNNAMED = 20;

/** Prepares a search, and begins to load what every query needs. */
export function sectionSearch(base: string): SectionSearch {
  const titles = titleLoader(base);
  const index = loadTextIndex(base);
  const textIndex = index.ready.then(
    () => index,
    () => undefined,
  );
  const current = titles.main().then(({ currentYears }) => {
    return Promise.all([titles.of(currentYears), index.of(currentYears)]);
  });
  // Whoever asks is told.
  current.catch(() => {});
  const answered = async (query: string, years: readonly string[]) => {
    const [{ synonyms }, { rows, names, whole }, text = NO_TEXTS] = await Promise.all([
      titles.main(),
      titles.of(years),
      textIndex.then((own) => own?.of(years)),
    ]);
    const lexicon = isSettled(query, names, synonyms) ? names : await whole();
    const answer = await search(query, { rows, lexicon, synonyms, text });
    return { rows, lexicon, answer };
  };
  const ask: SectionSearch['ask'] = async (query, year) => {
    const [main, texts] = await Promise.all([titles.main(), textIndex]);
    let years = yearsAsked(query, year, main);
    let { rows, lexicon, answer } = await answered(query, years);
    const next = answer.hits.length > 0 ? [] : yearsNext(years, year, main);
    if (next.length > 0) {
      years = next;
      ({ rows, lexicon, answer } = await answered(query, years));
    }
    const asked = answer.repaired ?? query;
    const results = (await resultsOf(answer.hits, rows, texts)).map((result) => ({
      ...result,
      asked: `${result.foundBy ?? ''} ${asked}`,
    }));
    return {
      results,
      ...(answer.repaired && { repaired: answer.repaired }),
      nearest: results.length > 0 ? [] : nearestNames(wordsOf(query), lexicon),
      texts: texts !== undefined,
      unsearched: main.olderYears.filter((one) => !years.includes(one)),
    };
  };
  return {
    ask: (query, year) =>
      ask(query, year).catch((error) => {
        index.stop();
        throw error;
      }),
    async excerpt({ row, foundBy, asked }) {
      const texts = await textIndex;
      if (!texts) return [];
      // Found by its name alone: its text is shown, but nothing in it was asked for. A search
      // for the name, to have the page from the index, would load a part for each of its words.
      if (!foundBy) return excerptParts(firstWords(await texts.text(row.id), row), row.title, '');
      const found = await texts.page(row.id, foundBy);
      return found ? excerptParts(plainText(fromIndex(found.excerpt)), row.title, asked) : [];
    },
  };
}

function firstWords(text: string, { title }: Row): string {
  const words = fromIndex(text).split(/\s+/, title.split(' ').length + EXCERPT_WORDS);
  return words.join(' ');
}

const NO_TEXTS = async () => [];

async function resultsOf(
  hits: readonly Hit[],
  rows: readonly Row[],
  texts: TextIndex | undefined,
): Promise<Omit<Result, 'asked'>[]> {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const unnamed = hits.filter(({ id, foundBy }) => foundBy && !byId.has(id)).slice(0, MOST_UNNAMED);
  await Promise.all(
    unnamed.map(async ({ id, foundBy = '' }) => {
      const page = await texts?.page(id, foundBy);
      if (page) byId.set(id, rowOf(id, page));
    }),
  );
  return hits.flatMap(({ id, foundBy }) => {
    const row = byId.get(id);
    return row ? [{ row, ...(foundBy && { foundBy }) }] : [];
  });
}

/** An older procedure or practice, of which only the full-text index knows. */
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
    ...(meta['so'] && { number: fromIndex(meta['so']) }),
    codes: [],
    names: [],
  };
}
