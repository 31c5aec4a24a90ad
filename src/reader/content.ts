import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { type Issue, issue } from '../core/issue/issue.ts';
import { COLLECTIONS, type Collection } from '../core/schema/collections.ts';
import type { MediaFile, RawEntry } from '../core/store/raw.ts';
import type { BodyInspector } from './body-cache.ts';
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

/** One file of a content folder, wherever it is kept. */
export interface ContentFile {
  /** Path below the content folder, with `/`, in NFC. */
  file: string;
  /** Size in bytes. */
  size: () => Promise<number>;
  /** The file read as an entry; asked for only when its path is that of one. */
  read: () => Promise<ReturnType<typeof readEntry>>;
}

/**
 * Reads a content folder: the one way in for the site and the scripts. Files that cannot be
 * read become issues; the rest is read all the same.
 */
export async function readContent(folder: string, inspect?: BodyInspector): Promise<Content> {
  const root = path.resolve(folder);
  const files = [...(await listFiles(root))].map(([file, onDisk]) => {
    const full = path.join(root, onDisk);
    return {
      file,
      size: async () => (await stat(full)).size,
      read: async () => readEntry(file, await readFile(full, 'utf8'), inspect),
    };
  });
  return { root, ...(await gatherContent(files)) };
}

/** Puts the files of a ward together, from a folder or from the editors' ledger alike. */
export async function gatherContent(files: readonly ContentFile[]): Promise<Omit<Content, 'root'>> {
  const content: Omit<Content, 'root'> = { entries: [], media: [], issues: [], unreadable: [] };
  const names = new Set(files.map(({ file }) => file));
  for (const collection of Object.values(COLLECTIONS) as Collection[]) {
    if (collection.required && collection.file && !names.has(collection.file)) {
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

async function take(content: Omit<Content, 'root'>, { file, size, read }: ContentFile) {
  if (collectionOf(file)) {
    const found = await read();
    content.issues.push(...found.issues);
    if ('entry' in found) content.entries.push(found.entry);
    else content.unreadable.push(file);
  } else if (CONTENT_ENDING.test(file)) {
    content.issues.push(issue('file-unexpected', { file }, { value: file }));
  } else {
    content.media.push({ file, size: await size() });
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
