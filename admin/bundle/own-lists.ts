import path from 'node:path';

/** Parts of Decap's page of a collection that are ours in the bundle, by how that page names them. */
const OURS: Readonly<Record<string, string>> = {
  './Entries/EntriesCollection': 'admin/list/collection-entries.ts',
  './CollectionControls': 'admin/list/collection-controls.ts',
};
/** The module that imports them; everything else gets Decap's own. */
const IMPORTER = /decap-cms-core\/dist\/esm\/components\/Collection\/Collection\.js$/;

/** What the bundler needs of a plugin; Vite's own type asks for its whole machinery. */
export interface ListsPlugin {
  name: string;
  enforce: 'pre';
  resolveId: (source: string, importer: string | undefined) => string | undefined;
  buildEnd: (error?: Error) => void;
}

/**
 * Puts our lists in the place of Decap's. The bundle fails when Decap's page no longer imports
 * what they stand for, so that an update cannot bring back lists of whole collections unseen.
 */
export function ownLists(root: string): ListsPlugin {
  const missing = new Set(Object.keys(OURS));
  return {
    name: 'cchc-own-lists',
    enforce: 'pre',
    resolveId(source, importer = '') {
      const ours = IMPORTER.test(importer.split('?')[0] ?? '') ? OURS[source] : undefined;
      if (!ours) return undefined;
      missing.delete(source);
      return path.join(root, ours);
    },
    buildEnd(error) {
      if (error || missing.size === 0) return;
      throw new Error(`Decap's page of a collection no longer imports ${[...missing].join(', ')}`);
    },
  };
}
