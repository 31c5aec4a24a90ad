import { hash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { brotliCompressSync, constants, gunzipSync, gzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import { minify } from 'vite';
import { toIndex } from '../../src/core/text/search-spelling.ts';
import type { SearchMark } from './record.ts';

/** A page that search sees, by the path of its file below the built site. */
export interface MarkedPage extends SearchMark {
  file: string;
}

/** Pages that are indexed together. */
export interface Bundle {
  /** The year of all its pages; absent for the timeless one, which holds what the browser runs, too. */
  year?: string;
  pages: readonly MarkedPage[];
}

/**
 * How much of the index the browser fetches for one word, in places of words: a small part
 * of Pagefind's own measure, for a query needs the word and not its neighbours in the alphabet.
 */
const CHUNK_PLACES = '1500';
/** What the browser runs. */
const SCRIPT = 'pagefind-worker.js';
/** Pagefind's own interfaces, and its way of filtering, which the section does not use. */
const UNUSED = /^(pagefind\.js|pagefind-(ui|modular-ui|component-ui|highlight)\..*|filter)$/;
/** What the script runs; for the language without a stemmer of its own, such as Vietnamese. */
const WASM = 'wasm.unknown.pagefind';
/** What all bundles share. */
const SHARED = /^(pagefind-worker\.js|wasm\..*)$/;

/** Deals pages into one bundle a year, from the latest, and the timeless one before them. */
export function bundlesOf(pages: readonly MarkedPage[]): Bundle[] {
  const byYear = Map.groupBy(
    pages.filter(({ year }) => year !== undefined),
    ({ year }) => year ?? '',
  );
  return [
    { pages: pages.filter(({ year }) => year === undefined) },
    ...[...byYear]
      .toSorted(([a], [b]) => b.localeCompare(a))
      .map(([year, own]) => ({ year, pages: own })),
  ];
}

/** What a bundle's files follow from: its records to the letter, and the code that makes them. */
export function keyOf({ year, pages }: Bundle, code: string): string {
  const marks = pages.map(({ file, digest }) => [file, digest]);
  const whole = JSON.stringify([code, year ?? '', marks]);
  return hash('sha256', whole).slice(0, 32);
}

/**
 * Indexes a bundle into a folder; `textOf` gives the record of a page. Ids of pages begin with the
 * name of their bundle, so that no two bundles can give the same one. Throws when a page cannot be
 * indexed.
 */
export async function writeBundle(
  folder: string,
  { year, pages }: Bundle,
  textOf: (file: string) => Promise<string>,
): Promise<void> {
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = CHUNK_PLACES;
  const forceLanguage = year ? `vi-${year}` : 'vi';
  const created = await pagefind.createIndex({ forceLanguage });
  const { index } = created;
  if (!index) throw new Error(`Pagefind: ${created.errors.join('; ')}`);
  for (const { file } of pages) {
    const content = toIndex(await textOf(file));
    const { errors } = await index.addHTMLFile({ sourcePath: file, content });
    if (errors.length > 0) throw new Error(`Pagefind, ${file}: ${errors.join('; ')}`);
  }
  const { errors, files } = await index.getFiles();
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
  await index.deleteIndex();
  const wanted = files.filter(({ path: name }) => isWanted(name, year));
  const folders = new Set(wanted.map(({ path: name }) => path.dirname(path.join(folder, name))));
  await Promise.all([...folders].map((own) => mkdir(own, { recursive: true })));
  for (const { path: name, content } of wanted) await writeFile(path.join(folder, name), content);
  if (year) return;
  await shorten(path.join(folder, SCRIPT));
  await unpack(path.join(folder, WASM));
}

function isWanted(name: string, year: string | undefined): boolean {
  const [top = ''] = name.split('/');
  return !UNUSED.test(top) && !(year && SHARED.test(top));
}

/** Pagefind's script comes with long names and costs a phone a fifth more than it must. */
async function shorten(file: string): Promise<void> {
  const { code, errors } = await minify(file, await readFile(file, 'utf8'), { module: false });
  if (errors.length > 0) throw new Error(`Pagefind, ${file}: ${errors.join('; ')}`);
  await writeFile(file, code);
}

/**
 * Pagefind packs its WebAssembly itself, by gzip; its script reads it unpacked as well. So it
 * can be sent by brotli, a sixth smaller, and the browser unpacks it faster than a script.
 */
async function unpack(file: string): Promise<void> {
  const bytes = gunzipSync(await readFile(file));
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  await writeFile(file, bytes);
  await writeFile(`${file}.br`, brotliCompressSync(bytes, { params }));
  await writeFile(`${file}.gz`, gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION }));
}
