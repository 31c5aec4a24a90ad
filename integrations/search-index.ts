import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import * as pagefind from 'pagefind';
import { toIndex } from '../src/core/text/search-spelling.ts';

/** Where the search index lies in the built site. */
export const SEARCH_FOLDER = 'pagefind';
/** Few, larger files of results: a search then needs fewer requests on a slow line. */
const MAX_FRAGMENTS = 8;

/**
 * Indexes the pages of a built site that mark their main text for it; the officials' pages
 * do not. Throws when a page cannot be indexed.
 */
export async function buildSearchIndex(site: string): Promise<void> {
  const created = await pagefind.createIndex({
    forceLanguage: 'vi',
    maxFragments: MAX_FRAGMENTS,
  });
  const { index } = created;
  if (!index) throw new Error(`Pagefind: ${created.errors.join('; ')}`);
  for (const file of await htmlFiles(site)) {
    const content = toIndex(await readFile(path.join(site, file), 'utf8'));
    if (!content.includes('data-pagefind-body')) continue;
    const { errors } = await index.addHTMLFile({ sourcePath: file, content });
    if (errors.length > 0) throw new Error(`Pagefind, ${file}: ${errors.join('; ')}`);
  }
  const written = await index.writeFiles({ outputPath: path.join(site, SEARCH_FOLDER) });
  if (written.errors.length > 0) throw new Error(`Pagefind: ${written.errors.join('; ')}`);
  await pagefind.close();
}

/** The pages of a built site, in order. */
export async function htmlFiles(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true });
  return found
    .filter((file) => file.endsWith('.html'))
    .map((file) => file.split(path.sep).join('/'))
    .sort();
}
