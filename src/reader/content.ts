import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { type Issue, issue } from '../core/issue/issue.ts';
import { COLLECTIONS, type Collection } from '../core/schema/collections.ts';
import type { MediaFile, RawEntry } from '../core/store/raw.ts';
import { collectionOf, readEntry } from './entry.ts';

/** Everything a content folder holds, read once. */
export interface Content {
  /** The folder it was read from, absolute. */
  root: string;
  entries: RawEntry[];
  media: MediaFile[];
  issues: Issue[];
}

/** Files that tools leave behind; they are nobody's content. */
const IGNORED = /(^|\/)(\.|Thumbs\.db$|desktop\.ini$|~\$)/;
const CONTENT_ENDING = /\.(mdx?|ya?ml)$/;

/**
 * Reads a content folder: the one way in for the site, the scripts and the editors' server.
 * Files that cannot be read become issues; the rest is read all the same.
 */
export async function readContent(folder: string): Promise<Content> {
  const root = path.resolve(folder);
  const content: Content = { root, entries: [], media: [], issues: [] };
  const files = await listFiles(root);
  for (const collection of Object.values(COLLECTIONS) as Collection[]) {
    if (collection.required && collection.file && !files.includes(collection.file)) {
      content.issues.push(
        issue('file-missing', { file: collection.file }, { value: collection.file }),
      );
    }
  }
  await Promise.all(files.map((file) => take(content, file)));
  // Reading is concurrent; the order of files must not depend on it.
  content.entries.sort((a, b) => (a.file < b.file ? -1 : 1));
  content.media.sort((a, b) => (a.file < b.file ? -1 : 1));
  return content;
}

async function take(content: Content, file: string): Promise<void> {
  const full = path.join(content.root, file);
  if (collectionOf(file)) {
    const read = readEntry(file, await readFile(full, 'utf8'));
    content.issues.push(...read.issues);
    if ('entry' in read) content.entries.push(read.entry);
  } else if (CONTENT_ENDING.test(file)) {
    content.issues.push(issue('file-unexpected', { file }, { value: file }));
  } else {
    content.media.push({ file, size: (await stat(full)).size });
  }
}

/** All files below a folder, with `/`, sorted. A folder that does not exist has none. */
async function listFiles(root: string): Promise<string[]> {
  try {
    const found = await readdir(root, { recursive: true, withFileTypes: true });
    return found
      .filter((item) => item.isFile())
      .map((item) =>
        path.relative(root, path.join(item.parentPath, item.name)).split(path.sep).join('/'),
      )
      .filter((file) => !IGNORED.test(file))
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
