import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { wordsOf } from '../../src/core/search/fold.ts';
import type { Row } from '../../src/core/search/row.ts';
import { fromIndex } from '../../src/core/text/search-spelling.ts';

/** What is known of a bundle's pages beside their texts. */
export interface KnownPages {
  /** Sorted by address. */
  rows: Row[];
  /** How often each word stands in the texts. */
  words: Record<string, number>;
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
/** Longer ones are addresses and slips. */
const LONGEST_WORD = 12;

/** Reads the pages of an index back, with the ids it has given them. */
export async function knownPages(folder: string): Promise<KnownPages> {
  const pages = await readFragments(path.join(folder, 'fragment'));
  return {
    rows: pages.map(([id, page]) => rowOf(id, page)),
    words: countWords(pages.map(([, { content }]) => fromIndex(content))),
  };
}

async function readFragments(folder: string): Promise<[id: string, page: Fragment][]> {
  const names = await readdir(folder).catch(() => []);
  const found = await Promise.all(
    names.map(async (name): Promise<[string, Fragment]> => {
      const bytes = gunzipSync(await readFile(path.join(folder, name)));
      const text = bytes.subarray(FRAGMENT_MARK).toString('utf8');
      return [path.basename(name, '.pf_fragment'), JSON.parse(text)];
    }),
  );
  return found.toSorted(([, a], [, b]) => (a.url < b.url ? -1 : 1));
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

function countWords(texts: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const word of texts.flatMap(wordsOf)) {
    if (/\d/.test(word) || word.length > LONGEST_WORD) continue;
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return Object.fromEntries(counts);
}
