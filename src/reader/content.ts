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
  /** Content files that could not be read; references to them are not broken by that. */
  unreadable: string[];
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
  const content: Content = { root, entries: [], media: [], issues: [], unreadable: [] };
  const files = await listFiles(root);
  for (const collection of Object.values(COLLECTIONS) as Collection[]) {
    if (collection.required && collection.file && !files.has(collection.file)) {
      content.issues.push(
        issue('file-missing', { file: collection.file }, { value: collection.file }),
      );
    }
  }
  await Promise.all([...files].map(([file, onDisk]) => take(content, file, onDisk)));
  // Reading is concurrent; the order of files must not depend on it.
  content.entries.sort((a, b) => (a.file < b.file ? -1 : 1));
  content.media.sort((a, b) => (a.file < b.file ? -1 : 1));
  return content;
}

async function take(content: Content, file: string, onDisk: string): Promise<void> {
  const full = path.join(content.root, onDisk);
  if (collectionOf(file)) {
    const read = readEntry(file, await readFile(full, 'utf8'));
    content.issues.push(...read.issues);
    if ('entry' in read) content.entries.push(read.entry);
    else content.unreadable.push(file);
  } else if (CONTENT_ENDING.test(file)) {
    content.issues.push(issue('file-unexpected', { file }, { value: file }));
  } else {
    content.media.push({ file, size: (await stat(full)).size });
  }
}

/**
 * All files below a folder: their names with `/` and in NFC, as texts refer to them, and as
 * they stand on disk, where a Mac writes accents apart. A folder that does not exist has none.
 */
async function listFiles(root: string): Promise<Map<string, string>> {
  try {
    const found = await readdir(root, { recursive: true, withFileTypes: true });
    const names = found
      .filter((item) => item.isFile())
      .map((item) => path.relative(root, path.join(item.parentPath, item.name)))
      .map((onDisk) => [onDisk.split(path.sep).join('/').normalize('NFC'), onDisk] as const)
      .filter(([file]) => !IGNORED.test(file));
    return new Map(names.sort(([a], [b]) => (a < b ? -1 : 1)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Map();
    throw error;
  }
}
