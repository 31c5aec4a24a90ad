import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as pagefind from 'pagefind';
import { linkTree } from './link-tree.ts';
import { bundlesOf, keyOf, type MarkedPage, writeBundle } from './search/bundle.ts';
import { folderCache } from './search/cache.ts';
import { type KnownPages, knownPages } from './search/known.ts';
import { type SearchMark, searchMark, searchRecord } from './search/record.ts';
import { type KnownBundle, type SearchWords, writeTitles } from './search/titles.ts';

/** Where the search index lies in the built site. */
export const SEARCH_FOLDER = 'pagefind';
/** Where a finished bundle keeps its files, and what is known of them. */
const FILES = 'files';
const KNOWN = 'known.json';
/** What a bundle's files depend on beside its records, below the root of the project. */
export const BUNDLE_CODE = [
  'integrations/search-index.ts',
  'integrations/search/bundle.ts',
  'integrations/search/known.ts',
  'src/core/search/fold.ts',
  'src/core/text/search-spelling.ts',
  'src/core/text/slug.ts',
  'node_modules/pagefind/package.json',
  'node_modules/vite/package.json',
];

/** Where bundles are kept between builds, and by which code they were made. */
export interface SearchCache {
  folder: string;
  code: string;
}

/** The mark of a page: known of one that was taken over from the last site, found out of others. */
type MarkOf = (file: string, find: () => SearchMark | null) => SearchMark | null;

/** What an index came to. */
export interface SearchIndex {
  /** Pages that can be found. */
  pages: number;
  /** Names of the bundles that had to be made anew; `''` for the timeless one. */
  made: string[];
}

/**
 * Indexes the pages of a built site that mark their main text for it; the officials' pages
 * do not. A year whose pages are what they were keeps its index from the cache, and its pages
 * are not read. Throws when a page cannot be indexed.
 */
export async function buildSearchIndex(
  site: string,
  words: SearchWords,
  { folder, code }: SearchCache,
  markOf: MarkOf = (_, find) => find(),
): Promise<SearchIndex> {
  const marked = await markedPages(site, markOf);
  const target = path.join(site, SEARCH_FOLDER);
  await rm(target, { recursive: true, force: true });
  const textOf = async (file: string) =>
    searchRecord(file, await readFile(path.join(site, file), 'utf8'))?.html ?? '';
  const cache = folderCache(folder);
  const known: KnownBundle[] = [];
  const made: string[] = [];
  for (const bundle of bundlesOf(marked)) {
    const { year = '' } = bundle;
    const own = await cache.folder(keyOf(bundle, code), async (half) => {
      made.push(year);
      await writeBundle(path.join(half, FILES), bundle, textOf);
      const pages = await knownPages(path.join(half, FILES));
      await writeFile(path.join(half, KNOWN), JSON.stringify(pages));
    });
    await linkTree(path.join(own, FILES), path.join(target, year));
    const pages: KnownPages = JSON.parse(await readFile(path.join(own, KNOWN), 'utf8'));
    known.push({ ...pages, ...(year && { year }) });
  }
  await pagefind.close();
  await writeTitles(target, known, words);
  await cache.prune();
  return { pages: marked.length, made };
}

/** A fingerprint of the code that makes bundles, so that a change of it makes them anew. */
export async function searchCode(root: string): Promise<string> {
  const hash = createHash('sha256');
  for (const file of BUNDLE_CODE) hash.update(await readFile(path.join(root, file)));
  return hash.digest('hex');
}

/** The pages of a built site, in order. */
export async function htmlFiles(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true });
  return found
    .filter((file) => file.endsWith('.html'))
    .map((file) => file.split(path.sep).join('/'))
    .sort();
}

async function markedPages(site: string, markOf: MarkOf): Promise<MarkedPage[]> {
  return (await htmlFiles(site)).flatMap((file) => {
    const mark = markOf(file, () => searchMark(file, readFileSync(path.join(site, file), 'utf8')));
    return mark ? [{ file, ...mark }] : [];
  });
}
