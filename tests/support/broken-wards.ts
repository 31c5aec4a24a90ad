import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Small wards, each with one thing wrong: `_base` is valid, the others hold what differs. */
export const BROKEN_WARDS = path.resolve(import.meta.dirname, '../fixtures/broken');

const BASE = '_base';
/** An overlay's file with this ending says that the base's file of that name is not there. */
const DELETED = '.deleted';

/** A whole ward in a temporary folder, which is removed when the scope ends. */
export interface TemporaryWard extends AsyncDisposable {
  folder: string;
}

/** The names of the overlays, each the code that its ward provokes. */
export async function brokenCodes(): Promise<string[]> {
  const found = await readdir(BROKEN_WARDS, { withFileTypes: true });
  return found
    .filter((item) => item.isDirectory() && !item.name.startsWith('_'))
    .map(({ name }) => name)
    .sort();
}

/** Makes the valid ward, with one overlay laid over it when it is named. */
export async function makeWard(overlay?: string): Promise<TemporaryWard> {
  const folder = await mkdtemp(path.join(tmpdir(), 'phuong-mau-'));
  await cp(path.join(BROKEN_WARDS, BASE), folder, { recursive: true });
  if (overlay) await lay(path.join(BROKEN_WARDS, overlay), folder);
  return {
    folder,
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

async function lay(overlay: string, folder: string): Promise<void> {
  const isDeletion = (file: string) => file.endsWith(DELETED);
  await cp(overlay, folder, { recursive: true, filter: (file) => !isDeletion(file) });
  const files = await readdir(overlay, { recursive: true });
  for (const file of files.filter(isDeletion)) {
    await rm(path.join(folder, file.slice(0, -DELETED.length)));
  }
}
