import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import { now } from '../../src/settings.ts';

/** How many bundles are kept: those of twenty years, and of a few wards built beside. */
const KEPT = 120;

/** Folders of finished work by the key of what they were made from. */
export interface FolderCache {
  /** The folder of a key; made by `make` in an empty folder where there is none yet. */
  folder(key: string, make: (folder: string) => Promise<void>): Promise<string>;
  /** Drops what has not been used for longest. */
  prune(): Promise<void>;
}

/** A cache in a folder. What is half made when a process dies is never taken for finished. */
export function folderCache(root: string): FolderCache {
  return {
    async folder(key, make) {
      const own = path.join(root, key);
      const used = new Date(now());
      const known = await utimes(own, used, used).then(
        () => true,
        () => false,
      );
      if (known) return own;
      const half = `${own}.half`;
      await rm(half, { recursive: true, force: true });
      await mkdir(half, { recursive: true });
      await make(half);
      await rename(half, own);
      return own;
    },
    async prune() {
      const names = await readdir(root).catch(() => []);
      const ages = await Promise.all(
        names.map(async (name) => ({ name, used: (await stat(path.join(root, name))).mtimeMs })),
      );
      const stale = ages.toSorted((a, b) => b.used - a.used).slice(KEPT);
      await Promise.all(
        stale.map(({ name }) => rm(path.join(root, name), { recursive: true, force: true })),
      );
    },
  };
}
