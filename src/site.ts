import { type CollectionEntry, getCollection, getEntry, render } from 'astro:content';
import { countQuotas, type QuotaResult } from './core/quota/result.ts';
import { COLLECTIONS, type CollectionName } from './core/schema/collections.ts';
import type { Entry } from './core/store/entry.ts';
import { buildStore, hasSamples, type Store } from './core/store/store.ts';
import type { EntryFacts } from './reader/astro-loader.ts';
import { readSettings, type Settings } from './settings.ts';

/**
 * The ward as the pages see it: collected, indexed and counted once for a build. This is the
 * only module beside `content.config.ts` that knows Astro's collections.
 */
export interface Site {
  settings: Settings;
  store: Store;
  quotas: QuotaResult;
  /** Whether any content is a sample, so that every page says so. */
  sample: boolean;
}

const settings = readSettings();
const names = Object.keys(COLLECTIONS) as CollectionName[];
const entries = (await Promise.all(names.map(entriesOf))).flat();
const store = buildStore(entries);

export const site: Site = {
  settings,
  store,
  quotas: countQuotas(store, settings.asOf),
  sample: hasSamples(store),
};

/** The body of an evergreen page as an Astro component. */
export async function pageBody(id: string) {
  const entry = await getEntry('pages', id);
  if (!entry) throw new RangeError(`No page ${id}`);
  return (await render(entry)).Content;
}

async function entriesOf(name: CollectionName): Promise<Entry[]> {
  const found = (await getCollection(name)) as CollectionEntry<CollectionName>[];
  return found.map((entry): Entry => {
    const facts = entry.rendered?.metadata?.['facts'];
    if (!facts) throw new Error(`Entry ${entry.id} was not loaded by the ward's reader`);
    const { file, media, textKey } = facts as EntryFacts;
    const data = entry.data as Entry['data'];
    return { collection: name, id: entry.id, file, data, media, textKey: textKey || undefined };
  });
}
