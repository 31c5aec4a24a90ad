import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { addresses } from '../src/core/address.ts';
import { hasSamples } from '../src/core/store/store.ts';
import type { Edition } from '../src/core/view/edition.ts';
import { type BuiltPage, listedPages } from '../src/core/view/sitemap.ts';
import { sitemapFile } from '../src/render/sitemap.ts';
import type { KeptPages } from './kept-pages.ts';
import { htmlFiles } from './search-index.ts';

/**
 * Writes the site map for search engines into a built site. It is made of the pages that are
 * there, so that no page can be forgotten; the content only says when they changed. `kept` knows
 * of the pages of the last site whether they are hidden.
 */
export async function writeSitemap(
  site: string,
  edition: Edition,
  full: (address: string) => string,
  kept: Pick<KeptPages, 'fact'>,
): Promise<void> {
  const built: BuiltPage[] = [];
  for (const file of await htmlFiles(site)) {
    built.push({
      address: `/${file.replace(/(^|\/)index\.html$/, '$1')}`,
      hidden: kept.fact(file, 'hidden', () => asksToBeLeftAlone(path.join(site, file))),
    });
  }
  const pages = listedPages(edition, built);
  const text = sitemapFile(pages, full, hasSamples(edition.store));
  await writeFile(path.join(site, addresses.siteMapFile()), text);
}

function asksToBeLeftAlone(file: string): boolean {
  return /<meta name="robots" content="noindex"/.test(readFileSync(file, 'utf8'));
}
