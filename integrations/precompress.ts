import { readFileSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { atMost } from '../src/at-most.ts';

/** What is text, or near to it; pictures, fonts and Pagefind's parts are compressed already. */
const TEXT = /\.(html|css|js|json|xml|svg|ics|csv|txt)$/;
/** Below a packet's worth of bytes nothing is gained. */
const SMALLEST = 1024;
/** Files that are compressed at the same time: as many as there are threads for it. */
const AT_ONCE = 4;
/** Scripts and styles: few, and sent often. */
const DENSE = /\.(js|css)$/;

/** The forms a file is laid beside itself in, by the ending servers look for. */
const FORMS: Readonly<Record<string, (bytes: Buffer, file: string) => Promise<Buffer>>> = {
  gz: (bytes) => promisify(gzip)(bytes, { level: 9 }),
  br: (bytes, file) =>
    promisify(brotliCompress)(bytes, {
      params: {
        // Of pages there are thousands, and 11 takes 60 times as long for a tenth less.
        [constants.BROTLI_PARAM_QUALITY]: DENSE.test(file) ? 11 : 5,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        // A window that the file fills: the usual one is laid out anew for every page.
        [constants.BROTLI_PARAM_LGWIN]: windowFor(bytes.length),
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
};

/** The power of two that holds so many bytes, within what brotli takes. */
function windowFor(bytes: number): number {
  const { BROTLI_MIN_WINDOW_BITS, BROTLI_MAX_WINDOW_BITS } = constants;
  const bits = Math.ceil(Math.log2(bytes + 16));
  return Math.min(BROTLI_MAX_WINDOW_BITS, Math.max(BROTLI_MIN_WINDOW_BITS, bits));
}

/** What is added to the name of a file for each of its forms. */
export const FORM_ENDINGS: readonly string[] = Object.keys(FORMS).map((ending) => `.${ending}`);

/**
 * Lays `<file>.gz` and `<file>.br` beside every text of a built site that gets smaller by them.
 * `taken` tells of files, by their paths below `site`, that came with their forms from the last
 * site. Nothing else is kept: a page is compressed faster than it is looked up.
 */
export async function precompress(
  site: string,
  taken: ReadonlySet<string> = new Set(),
): Promise<void> {
  const found = await readdir(site, { recursive: true, withFileTypes: true });
  const files = found
    .filter((item) => item.isFile() && TEXT.test(item.name))
    .map((item) => path.join(item.parentPath, item.name))
    .filter((file) => !taken.has(path.relative(site, file)));
  const atOnce = atMost(AT_ONCE);
  await Promise.all(files.map((file) => atOnce(() => lay(file))));
}

/**
 * Lays one file's forms beside it. It is read and written where it is asked for: of thousands,
 * waiting for each takes longer than the work, which other threads do.
 */
async function lay(file: string): Promise<void> {
  const bytes = readFileSync(file);
  if (bytes.length < SMALLEST) return;
  for (const [ending, compress] of Object.entries(FORMS)) {
    const form = await compress(bytes, file);
    if (form.length < bytes.length) writeFileSync(`${file}.${ending}`, form);
  }
}
