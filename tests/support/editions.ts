import { parseEntries } from '../../src/core/store/entry.ts';
import type { RawEntry } from '../../src/core/store/raw.ts';
import { buildStore } from '../../src/core/store/store.ts';
import { type Edition, editionOf } from '../../src/core/view/edition.ts';
import { readEntry } from '../../src/reader/entry.ts';
import { readSeed, type SeedName } from './seeds.ts';

/** A text of a ward, from its front matter; throws when it could not be read. */
export function text(path: string, front: Record<string, unknown>, body = 'Nội dung.'): RawEntry {
  const source = path.endsWith('.yaml')
    ? JSON.stringify(front)
    : `---\n${JSON.stringify(front)}\n---\n${body}\n`;
  const found = readEntry(path, source);
  if (!('entry' in found)) throw new Error(`${path}: ${found.issues[0]?.message}`);
  return found.entry;
}

/** An announcement of procedure changes by the office, published on a date. */
export function announcement(slug: string, date: string, ...procedures: object[]): RawEntry {
  return text(`procedure-changes/${slug}.md`, {
    title: `Thông báo mang tên ${slug}`,
    date,
    department: 'vp',
    decision: { number: '5/QĐ-UBND', date, issuer: 'UBND tỉnh' },
    procedures,
  });
}

/** A seed with its plan and departments, some texts instead of its own, as of a date. */
export async function edition(
  seed: SeedName,
  asOf: string,
  texts: readonly RawEntry[] = [],
): Promise<Edition> {
  const { content } = await readSeed(seed);
  const kept = content.entries.filter(({ collection }) => collection !== 'articles');
  const { entries, issues } = parseEntries([...kept, ...texts]);
  if (issues.length > 0) throw new Error(issues.map(({ message }) => message).join('\n'));
  return editionOf(buildStore(entries), asOf);
}
