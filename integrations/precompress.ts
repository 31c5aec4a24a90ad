import { createHash, randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import {
  copyFile,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { now } from '../src/settings.ts';

/** What is text, or near to it; pictures, fonts and Pagefind's parts are compressed already. */
const TEXT = /\.(html|css|js|json|xml|svg|ics|csv|txt)$/;
/** Below a packet's worth of bytes nothing is gained. */
const SMALLEST = 1024;
/** Files that are read and compressed at the same time. */
const AT_ONCE = 16;
/** Raised whenever the settings below change, so that nothing kept from before is used. */
const MADE_AS = '1';
const DAY_MS = 24 * 60 * 60_000;
/** What no build has used for so long is not kept any more. */
const KEPT_MS = 7 * DAY_MS;

/** The forms a file is laid beside itself in, by the ending servers look for. */
const FORMS: Readonly<Record<string, (bytes: Buffer, file: string) => Promise<Buffer>>> = {
  gz: (bytes) => promisify(gzip)(bytes, { level: 9 }),
  br: (bytes, file) =>
    promisify(brotliCompress)(bytes, {
      params: {
        // Of pages there are thousands, and 11 takes 60 times as long for a tenth less.
        [constants.BROTLI_PARAM_QUALITY]: /\.(js|css)$/.test(file) ? 11 : 6,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
};

/** What is added to the name of a file for each of its forms. */
export const FORM_ENDINGS: readonly string[] = Object.keys(FORMS).map((ending) => `.${ending}`);

/**
 * Lays `<file>.gz` and `<file>.br` beside every text of a built site that gets smaller by them.
 * `cache` keeps them by the content they were made of, so that a build compresses only what is
 * new; what no site has used for a week is thrown away. `taken` tells of files, by their paths
 * below `site`, that came with their forms from the last site.
 */
export async function precompress(
  site: string,
  cache: string,
  taken: ReadonlySet<string> = new Set(),
): Promise<void> {
  await mkdir(cache, { recursive: true });
  const found = await readdir(site, { recursive: true, withFileTypes: true });
  const files = found
    .filter((item) => item.isFile() && TEXT.test(item.name))
    .map((item) => path.join(item.parentPath, item.name))
    .filter((file) => !taken.has(path.relative(site, file)));
  for (let at = 0; at < files.length; at += AT_ONCE) {
    await Promise.all(files.slice(at, at + AT_ONCE).map((file) => lay(file, cache)));
  }
  for (const name of await readdir(cache)) {
    const kept = path.join(cache, name);
    // There are tens of thousands of them: waiting for each takes ten times as long.
    if (statSync(kept).mtimeMs < now() - KEPT_MS) await rm(kept);
  }
}

/** Lays one file's forms beside it. */
async function lay(file: string, cache: string): Promise<void> {
  if ((await stat(file)).size < SMALLEST) return;
  const bytes = await readFile(file);
  // The ending is part of what decides how it is compressed.
  const digest = createHash('sha256')
    .update(`${MADE_AS}${path.extname(file)}\n`)
    .update(bytes);
  const key = digest.digest('hex').slice(0, 40);
  for (const [ending, compress] of Object.entries(FORMS)) {
    const kept = path.join(cache, `${key}.${ending}`);
    if (!(await isKept(kept))) await keep(kept, await compress(bytes, file));
    if ((await stat(kept)).size < bytes.length) await copyFile(kept, `${file}.${ending}`);
  }
}

/** Whether something is kept; what is asked for stays. */
async function isKept(kept: string): Promise<boolean> {
  const found = await stat(kept).catch(() => undefined);
  if (!found) return false;
  const seconds = now() / 1000;
  if (found.mtimeMs < now() - DAY_MS) await utimes(kept, seconds, seconds);
  return true;
}

/** Written beside and moved, so that an interruption keeps no half of one. */
async function keep(kept: string, bytes: Buffer): Promise<void> {
  // Two pages may have the same content.
  const making = `${kept}.${randomUUID()}`;
  await writeFile(making, bytes);
  await rename(making, kept);
}
