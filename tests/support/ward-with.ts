import { checkContent } from '../../src/core/store/check.ts';
import type { RawEntry } from '../../src/core/store/raw.ts';
import type { Store } from '../../src/core/store/store.ts';
import { readSeed, type SeedName } from './seeds.ts';

const seeds = new Map<SeedName, ReturnType<typeof readSeed>>();

/** A seed's store with its articles taken out and other entries laid into it, fully checked. */
export async function wardWith(
  name: SeedName,
  made: readonly RawEntry[],
): Promise<{ store: Store; entries: RawEntry[] }> {
  const reading = seeds.get(name) ?? readSeed(name);
  seeds.set(name, reading);
  const { content } = await reading;
  const files = new Set(made.map(({ file }) => file));
  const entries = [
    ...content.entries.filter(
      ({ collection, file }) => collection !== 'articles' && !files.has(file),
    ),
    ...made,
  ];
  const { store, issues } = checkContent({ ...content, entries, issues: [] }, { production: true });
  if (!store) throw new Error(issues.map((one) => `${one.file}: ${one.message}`).join('\n'));
  return { store, entries };
}
