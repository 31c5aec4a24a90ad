import path from 'node:path';
import type { Loader } from 'astro/loaders';
import type { CollectionName } from '../core/schema/collections.ts';
import { wardOnce } from './ward-once.ts';

/**
 * Feeds a collection that Astro itself must know, because its bodies are MDX: front matter as
 * typed, dates as dates. Entries with errors are left out; the gate before the build has named
 * them and stopped it. Everything else never passes through Astro's store.
 */
export function wardLoader(name: CollectionName, contentDir: string): Loader {
  return {
    name: `ward-${name}`,
    load: async ({ store, config, generateDigest }) => {
      const { entries } = await wardOnce(contentDir);
      store.clear();
      for (const entry of entries.filter(({ collection }) => collection === name)) {
        const full = path.join(contentDir, entry.file);
        store.set({
          id: entry.id,
          data: entry.data as Record<string, unknown>,
          filePath: path.relative(config.root.pathname, full).split(path.sep).join('/'),
          digest: generateDigest({ data: entry.data }),
          deferredRender: true,
        });
      }
    },
  };
}
