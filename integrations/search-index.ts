import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as pagefind from 'pagefind';
import { minify } from 'vite';
import { toIndex } from '../src/core/text/search-spelling.ts';
import { type SearchWords, writeTitles } from './search-titles.ts';

/** Where the search index lies in the built site. */
export const SEARCH_FOLDER = 'pagefind';
/** Few, larger files of results: a search then needs fewer requests on a slow line. */
const FEWEST_FRAGMENTS = 8;
const PAGES_A_FRAGMENT = 25;
/** What the browser runs. */
const SCRIPTS = ['pagefind.js', 'pagefind-worker.js'];
/** Pagefind's own interfaces, which the section does not use. */
const UNUSED = /^pagefind-(ui|modular-ui|component-ui|highlight)\./;

/**
 * Indexes the pages of a built site that mark their main text for it; the officials' pages
 * do not. Throws when a page cannot be indexed.
 */
export async function buildSearchIndex(site: string, words: SearchWords): Promise<void> {
  const pages = await markedPages(site);
  const created = await pagefind.createIndex({
    forceLanguage: 'vi',
    maxFragments: Math.max(FEWEST_FRAGMENTS, Math.ceil(pages.length / PAGES_A_FRAGMENT)),
  });
  const { index } = created;
  if (!index) throw new Error(`Pagefind: ${created.errors.join('; ')}`);
  for (const { file, content } of pages) {
    const { errors } = await index.addHTMLFile({ sourcePath: file, content: toIndex(content) });
    if (errors.length > 0) throw new Error(`Pagefind, ${file}: ${errors.join('; ')}`);
  }
  const folder = path.join(site, SEARCH_FOLDER);
  const written = await index.writeFiles({ outputPath: folder });
  if (written.errors.length > 0) throw new Error(`Pagefind: ${written.errors.join('; ')}`);
  await pagefind.close();
  const unused = (await readdir(folder)).filter((name) => UNUSED.test(name));
  await Promise.all(unused.map((name) => rm(path.join(folder, name))));
  await Promise.all(SCRIPTS.map((name) => shorten(path.join(folder, name))));
  await writeTitles(folder, words);
}

/** Pagefind's scripts come with long names and cost a phone a fifth more than they must. */
async function shorten(file: string): Promise<void> {
  const module = path.basename(file) === 'pagefind.js';
  const { code, errors } = await minify(file, await readFile(file, 'utf8'), { module });
  if (errors.length > 0) throw new Error(`Pagefind, ${file}: ${errors.join('; ')}`);
  await writeFile(file, code);
}

/** The pages of a built site, in order. */
export async function htmlFiles(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true });
  return found
    .filter((file) => file.endsWith('.html'))
    .map((file) => file.split(path.sep).join('/'))
    .sort();
}

async function markedPages(site: string): Promise<{ file: string; content: string }[]> {
  const files = await htmlFiles(site);
  const pages = await Promise.all(
    files.map(async (file) => ({ file, content: await readFile(path.join(site, file), 'utf8') })),
  );
  return pages.filter(({ content }) => content.includes('data-pagefind-body'));
}
