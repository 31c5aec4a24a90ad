import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readEntry } from './entry.ts';

/** The Markdown of an entry's body, from its file; `''` when it has none. */
export async function readBody(contentDir: string, file: string): Promise<string> {
  const read = readEntry(file, await readFile(path.join(contentDir, file), 'utf8'));
  return ('entry' in read && read.entry.body?.source) || '';
}
