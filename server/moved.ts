import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';

/** Where the build writes old addresses with their new ones. */
const MAP = 'chuyen-huong.json';

/**
 * A look-up from an old address of a built site to the new one, both without `BASE`. Every
 * build replaces the map, so it is read again whenever its file is another one.
 */
export function movedPages(outDir: string): (address: string) => Promise<string | undefined> {
  const file = path.join(outDir, MAP);
  let made = 0;
  let known = new Map<string, string>();
  return async (address) => {
    const mtimeMs = (await stat(file).catch(() => undefined))?.mtimeMs ?? 0;
    if (mtimeMs !== made) {
      made = mtimeMs;
      known = new Map(Object.entries(await readMap(file)));
    }
    return known.get(address);
  };
}

async function readMap(file: string): Promise<Record<string, string>> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    // No build yet, or one is just being put in its place: the pages themselves lead on.
    return {};
  }
}
