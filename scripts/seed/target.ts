import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { collectionOf, readEntry } from '../../src/reader/entry.ts';
import type { DealtFile } from './deal.ts';

/**
 * The files of a target that somebody made: neither samples nor unchanged copies of a seed.
 * Writing over them would lose work.
 */
export async function ownWork(target: string, seedsDir: string): Promise<string[]> {
  const files = await filesBelow(target);
  const seeds = (await readdir(seedsDir)).map((name) => path.join(seedsDir, name));
  const verdicts = await Promise.all(
    files.map(async (file) => {
      const text = await readFile(path.join(target, file));
      if (isSample(file, text.toString('utf8'))) return undefined;
      const copies = await Promise.all(seeds.map((seed) => sameFile(path.join(seed, file), text)));
      return copies.includes(true) ? undefined : file;
    }),
  );
  return verdicts.filter((file) => file !== undefined);
}

/**
 * Makes a ward at `target` in one step: it is put together beside it and moved into place,
 * so that a failure leaves the old content as it was.
 */
export async function replaceTarget(
  target: string,
  seed: string,
  keep: (file: string) => boolean,
  dealt: readonly DealtFile[],
): Promise<void> {
  await mkdir(path.dirname(target), { recursive: true });
  const next = await mkdtemp(`${target}.next-`);
  try {
    for (const file of (await filesBelow(seed)).filter(keep)) {
      await mkdir(path.dirname(path.join(next, file)), { recursive: true });
      await cp(path.join(seed, file), path.join(next, file));
    }
    for (const { file, text } of dealt) {
      await mkdir(path.dirname(path.join(next, file)), { recursive: true });
      await writeFile(path.join(next, file), text);
    }
    const old = `${next}.old`;
    await rename(target, old).catch(ignoreMissing);
    await rename(next, target);
    await rm(old, { recursive: true, force: true });
  } finally {
    await rm(next, { recursive: true, force: true });
  }
}

/** All files below a folder; none when it does not exist. */
export async function filesBelow(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      ignoreMissing(error);
      return [];
    },
  );
  return found
    .filter((item) => item.isFile())
    .map((item) => path.relative(folder, path.join(item.parentPath, item.name)))
    .map((file) => file.split(path.sep).join('/'))
    .sort();
}

function isSample(file: string, text: string): boolean {
  if (!collectionOf(file)) return false;
  const read = readEntry(file, text);
  return 'entry' in read && (read.entry.data as { sample?: unknown }).sample === 'true';
}

async function sameFile(file: string, bytes: Buffer): Promise<boolean> {
  return readFile(file).then(
    (other) => other.equals(bytes),
    () => false,
  );
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
