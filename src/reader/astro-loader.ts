import path from 'node:path';
import type { Loader } from 'astro/loaders';
import { COLLECTIONS, type CollectionName } from '../core/schema/collections.ts';
import { type LoadedWard, loadWard } from './ward.ts';

/** What the data store keeps beside an entry's front matter. */
export interface EntryFacts {
  file: string;
  textKey: string;
  /** Paths of pictures and files in the body, as typed. */
  media: readonly string[];
}

let loading: { folder: string; ward: Promise<LoadedWard> } | undefined;

/** All collections of one build are fed by one reading of the ward. */
function wardOnce(folder: string): Promise<LoadedWard> {
  if (loading?.folder !== folder) {
    loading = { folder, ward: loadWard(folder, { production: false }) };
  }
  return loading.ward;
}

/**
 * Feeds one collection from the project's own reader: front matter as typed, dates as dates.
 * Bodies stay in their files, which keeps the data store small. Entries with errors are left
 * out; the gate before the build has named them and stopped it.
 */
export function wardLoader(name: CollectionName, contentDir: string): Loader {
  return {
    name: `ward-${name}`,
    load: async ({ store, config, generateDigest }) => {
      const { entries } = await wardOnce(contentDir);
      store.clear();
      for (const entry of entries.filter(({ collection }) => collection === name)) {
        const facts: EntryFacts = {
          file: entry.file,
          textKey: entry.textKey ?? '',
          media: entry.raw.body?.media ?? [],
        };
        const full = path.join(contentDir, entry.file);
        store.set({
          id: entry.id,
          data: entry.data as Record<string, unknown>,
          filePath: path.relative(config.root.pathname, full).split(path.sep).join('/'),
          digest: generateDigest({ data: entry.data, facts }),
          rendered: { html: '', metadata: { facts } },
          ...(COLLECTIONS[name].extension === '.mdx' ? { deferredRender: true } : {}),
        });
      }
    },
  };
}
