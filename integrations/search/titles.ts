import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { EVERYDAY_WORDS } from '../../src/core/search/synonyms.ts';
import {
  currentYears,
  dealRows,
  type TitleFile,
  writeRows,
} from '../../src/core/search/title-file.ts';
import type { KnownPages } from './known.ts';

/** What the ward adds to the words people search by. */
export interface SearchWords {
  synonyms: readonly { from: string; to: string }[];
  dictionary: readonly { short: string; long: string }[];
}

/** A bundle whose pages are known. */
export interface KnownBundle extends KnownPages {
  year?: string;
}

/** In a large section a word that stands once is more often a slip than a word. */
const LARGE_SECTION = 500;
/** More than Vietnamese has syllables in use; what is rarer is found where it is typed in full. */
const MOST_WORDS = 5000;

/**
 * Writes what the search page knows of pages beside their texts: `titles.json` for every
 * search, one for each year beside the year's index, and `words.json` for queries with words
 * that no name has.
 */
export async function writeTitles(
  folder: string,
  bundles: readonly KnownBundle[],
  words: SearchWords,
): Promise<void> {
  const years = bundles.filter((bundle) => bundle.year !== undefined);
  const dealt = dealRows(
    bundles.filter((bundle) => bundle.year === undefined).flatMap(({ rows }) => rows),
    new Set(years.map(({ year = '' }) => year)),
  );
  const current = currentYears(years.map(({ year = '', rows }) => [year, rows.length]));
  const file: TitleFile = {
    ...writeRows(dealt.always),
    synonyms: [
      ...words.synonyms.map(({ from, to }): [string, string] => [from, to]),
      ...words.dictionary.map(({ short, long }): [string, string] => [short, long]),
      ...EVERYDAY_WORDS.map(([from, to]): [string, string] => [from, to]),
    ],
    currentYears: current,
    olderYears: years.map(({ year = '' }) => year).filter((year) => !current.includes(year)),
  };
  await writeFile(path.join(folder, 'titles.json'), JSON.stringify(file));
  await writeFile(path.join(folder, 'words.json'), JSON.stringify(vocabularyOf(bundles).join(' ')));
  for (const { year = '', rows } of years) {
    const own = writeRows([...rows, ...(dealt.byYear.get(year) ?? [])]);
    await writeFile(path.join(folder, year, 'titles.json'), JSON.stringify(own));
  }
}

/** The words of all pages, the most frequent first. */
function vocabularyOf(bundles: readonly KnownBundle[]): string[] {
  const counts = new Map<string, number>();
  for (const [word, count] of bundles.flatMap(({ words }) => Object.entries(words))) {
    counts.set(word, (counts.get(word) ?? 0) + count);
  }
  const pages = bundles.reduce((sum, { rows }) => sum + rows.length, 0);
  const least = pages > LARGE_SECTION ? 2 : 1;
  return [...counts]
    .filter(([, count]) => count >= least)
    .toSorted(([a, first], [b, second]) => second - first || (a < b ? -1 : 1))
    .slice(0, MOST_WORDS)
    .map(([word]) => word);
}
