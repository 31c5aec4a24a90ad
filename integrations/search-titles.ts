import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { wordsOf } from '../src/core/search/fold.ts';
import type { Row } from '../src/core/search/row.ts';
import { EVERYDAY_WORDS } from '../src/core/search/synonyms.ts';
import { dealRows, type TitleFile, writeRows } from '../src/core/search/title-file.ts';
import { fromIndex } from '../src/core/text/search-spelling.ts';
import { CARD_KINDS } from '../src/core/view/card.ts';

/** What the ward adds to the words people search by. */
export interface SearchWords {
  synonyms: readonly { from: string; to: string }[];
  dictionary: readonly { short: string; long: string }[];
}

/** A page as Pagefind keeps it, in the index's spelling. */
interface Fragment {
  url: string;
  content: string;
  meta: Record<string, string>;
  filters: Record<string, string[]>;
}

/** Pagefind begins its files with a mark of its own. */
const FRAGMENT_MARK = 'pagefind_dcd'.length;
/** In a large section a word that stands once is more often a slip than a word. */
const LARGE_SECTION = 500;
const LONGEST_WORD = 12;

/**
 * Writes what the search page knows of pages beside their texts: `titles.json`, and
 * `titles-<year>.json` for articles too many to load at once.
 */
export async function writeTitles(folder: string, words: SearchWords): Promise<void> {
  const pages = await readFragments(folder);
  const rows = pages.map(([id, page]) => rowOf(id, page));
  const { always, byYear } = dealRows(rows, CARD_KINDS.articles);
  const file: TitleFile = {
    ...writeRows(always),
    words: vocabularyOf(pages.map(([, { content }]) => fromIndex(content))).join(' '),
    synonyms: [
      ...words.synonyms.map(({ from, to }): [string, string] => [from, to]),
      ...words.dictionary.map(({ short, long }): [string, string] => [short, long]),
      ...EVERYDAY_WORDS.map(([from, to]): [string, string] => [from, to]),
    ],
    olderYears: [...byYear.keys()].sort(),
  };
  await writeFile(path.join(folder, 'titles.json'), JSON.stringify(file));
  for (const [year, older] of byYear) {
    await writeFile(path.join(folder, `titles-${year}.json`), JSON.stringify(writeRows(older)));
  }
}

/** The pages of an index by their ids, sorted by address. */
async function readFragments(folder: string): Promise<[id: string, page: Fragment][]> {
  const names = await readdir(path.join(folder, 'fragment'));
  const found = await Promise.all(
    names.map(async (name): Promise<[string, Fragment][]> => {
      const bytes = await readFile(path.join(folder, 'fragment', name));
      const text = gunzipSync(bytes).subarray(FRAGMENT_MARK).toString('utf8');
      const parsed = JSON.parse(text);
      return name.includes('_group_')
        ? Object.entries(parsed)
        : [[path.basename(name, '.pf_fragment'), parsed]];
    }),
  );
  return found.flat().toSorted(([, a], [, b]) => a.url.localeCompare(b.url));
}

function rowOf(id: string, { url, meta, filters }: Fragment): Row {
  const values = (name: string) => (filters[name] ?? []).map(fromIndex);
  const listed = (name: string) =>
    fromIndex(meta[name] ?? '')
      .split('|')
      .filter(Boolean);
  const year = values('nam')[0];
  return {
    id,
    address: url,
    title: fromIndex(meta['title'] ?? ''),
    kind: values('loai')[0] ?? '',
    fields: values('linh-vuc'),
    departments: values('don-vi'),
    ...(meta['ngay'] && { date: meta['ngay'] }),
    ...(year && { year }),
    ...(meta['so'] && { number: fromIndex(meta['so']) }),
    codes: listed('ma'),
    names: listed('ten'),
  };
}

/** The words of the pages, the most frequent first. */
function vocabularyOf(texts: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const word of texts.flatMap(wordsOf)) {
    if (/\d/.test(word) || word.length > LONGEST_WORD) continue;
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const least = texts.length > LARGE_SECTION ? 2 : 1;
  return [...counts]
    .filter(([, count]) => count >= least)
    .toSorted(([a, first], [b, second]) => second - first || (a < b ? -1 : 1))
    .map(([word]) => word);
}
