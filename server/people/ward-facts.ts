import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { COLLECTIONS } from '../../src/core/schema/collections.ts';
import { ofCollection, parseEntries } from '../../src/core/store/entry.ts';
import { readEntry } from '../../src/reader/entry.ts';
import type { WardFacts } from './parts.ts';

/**
 * Reads what the room must know of a ward from its two files alone: people sign in to mend
 * content that is broken. Throws an `Error` in Vietnamese when the ward's own file is.
 */
export async function readWardFacts(contentDir: string): Promise<WardFacts> {
  const files = [COLLECTIONS.ward.file, COLLECTIONS.departments.file];
  const raws = await Promise.all(
    files.map(async (file) => {
      const text = await readFile(path.join(contentDir, file), 'utf8').catch(() => '');
      const read = readEntry(file, text);
      return 'entry' in read ? [read.entry] : [];
    }),
  );
  const { entries } = parseEntries(raws.flat());
  const ward = ofCollection(entries, 'ward')[0]?.data;
  if (!ward) {
    throw new Error(
      `Chưa đọc được ${path.join(contentDir, COLLECTIONS.ward.file)}. Chạy npm run -s check để xem lỗi.`,
    );
  }
  const units = ofCollection(entries, 'departments')[0]?.data.departments ?? [];
  const departments = units.map(({ id, name }) => ({ id, name }));
  return { id: ward.id, name: ward.name, accent: ward.accent, departments };
}
