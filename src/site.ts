import { getEntry, render } from 'astro:content';
import { countQuotas, type QuotaResult } from './core/quota/result.ts';
import { hasSamples, type Store } from './core/store/store.ts';
import type { SiteWard } from './reader/site-ward.ts';
import { countedQuotas, wardOnce } from './reader/ward-once.ts';
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
  /** What was read and found of the content, for what the store does not hold. */
  read: SiteWard;
}

const settings = readSettings();
const read = await wardOnce(settings.contentDir);
const { store } = read;
const bodies = new Map(read.entries.map(({ file, body }) => [file, body]));

export const site: Site = {
  settings,
  store,
  quotas: countedQuotas(settings.contentDir, settings.asOf) ?? countQuotas(store, settings.asOf),
  sample: hasSamples(store),
  read,
};

/** The Markdown of an entry's body; `''` when it has none. */
export function bodyOf({ file }: { file: string }): string {
  return bodies.get(file)?.source ?? '';
}

/** The same as HTML, where it was made in passing while the body was read. */
export function madeHtmlOf({ file }: { file: string }): string | undefined {
  return bodies.get(file)?.html;
}

/** Codes of the procedures that an entry's body links to. */
export function proceduresNamedIn({ file }: { file: string }): string[] {
  return (bodies.get(file)?.procedures ?? []).map(({ code }) => code);
}

/** The body of an evergreen page as an Astro component. */
export async function pageBody(id: string) {
  const entry = await getEntry('pages', id);
  if (!entry) throw new RangeError(`No page ${id}`);
  return (await render(entry)).Content;
}
