import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { SEED_TAG } from '../../src/reader/git-dates.ts';
import { Git } from './git.ts';
import { MAIN, Repository } from './repository.ts';

/** Where the parts of a ledger lie in its folder. */
export interface LedgerPlaces {
  /** The bare repository. */
  repository: string;
  /** Indexes that live for one commit. */
  scratch: string;
  /** The published content as files, for builds. */
  published: string;
}

/** The parts of a ledger below its folder. */
export function placesIn(ledgerDir: string): LedgerPlaces {
  return {
    repository: path.join(ledgerDir, 'content.git'),
    scratch: path.join(ledgerDir, 'scratch'),
    published: path.join(ledgerDir, 'published'),
  };
}

/** Whether a ledger has been made already. */
export function hasLedger(ledgerDir: string): boolean {
  return existsSync(placesIn(ledgerDir).repository);
}

/**
 * Makes the ledger from a content folder, once: later changes of that folder never reach it.
 * It is put together beside its place and renamed, so that an interruption leaves none.
 */
export async function seedLedger(ledgerDir: string, contentDir: string): Promise<void> {
  const places = placesIn(ledgerDir);
  const making = `${places.repository}.next`;
  await mkdir(ledgerDir, { recursive: true });
  await rm(making, { recursive: true, force: true });
  await new Git(making).run([
    'init',
    '--bare',
    '--quiet',
    '--template=',
    '--initial-branch=main',
    making,
  ]);
  for (const [name, value] of Object.entries(CONFIG)) {
    await new Git(making).run(['config', name, value]);
  }
  const onDisk = new Map(await contentFiles(contentDir));
  await new Repository(making, places.scratch).begin(
    [MAIN, SEED_TAG],
    [...onDisk.keys()],
    (file) => readFile(path.join(contentDir, onDisk.get(file) ?? '')),
    'Nội dung ban đầu\n',
  );
  await rename(making, places.repository);
}

/** What may come in from outside by `git push`: whole objects, and never a rewritten past. */
const CONFIG: Readonly<Record<string, string>> = {
  'core.symlinks': 'false',
  'receive.fsckObjects': 'true',
  'receive.denyNonFastForwards': 'true',
  'receive.denyDeletes': 'true',
};

/** The files of a content folder, as texts refer to them and as they stand on disk. */
async function contentFiles(contentDir: string): Promise<[string, string][]> {
  const found = await readdir(contentDir, { recursive: true, withFileTypes: true });
  return found
    .filter((item) => item.isFile())
    .map((item) => path.relative(contentDir, path.join(item.parentPath, item.name)))
    .map((onDisk): [string, string] => [onDisk.split(path.sep).join('/').normalize('NFC'), onDisk])
    .filter(([file]) => !/(^|\/)\./.test(file))
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
