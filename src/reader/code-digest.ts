import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** What decides, beside our own code, what the code does: the version of every library. */
const LIBRARIES = 'package-lock.json';

/**
 * A digest of the code in some folders and files of the project, of its libraries and of this
 * Node: what was made by it and kept is used as long as it stays the same. Content is no code.
 */
export async function codeDigest(root: string, places: readonly string[]): Promise<string> {
  const files = (await Promise.all([...places, LIBRARIES].map((place) => filesIn(root, place))))
    .flat()
    .sort();
  const texts = await Promise.all(files.map((file) => readFile(path.join(root, file))));
  const hash = createHash('sha256').update(process.version);
  for (const [at, file] of files.entries()) hash.update(`\n${file}\n`).update(texts[at] ?? '');
  return hash.digest('hex');
}

/** The files of a folder, at any depth, or the file itself; by their paths below `root`. */
async function filesIn(root: string, place: string): Promise<string[]> {
  if (path.extname(place)) return [place];
  const found = await readdir(path.join(root, place), { recursive: true, withFileTypes: true });
  return found
    .filter((item) => item.isFile())
    .map((item) => path.relative(root, path.join(item.parentPath, item.name)))
    .filter((file) => !file.startsWith(path.join('src', 'content', path.sep)));
}
