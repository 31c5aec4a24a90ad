import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { addresses } from '../src/core/address.ts';
import { hasSamples } from '../src/core/store/store.ts';
import type { Edition } from '../src/core/view/edition.ts';
import { type BuiltPage, listedPages } from '../src/core/view/sitemap.ts';
import { sitemapFile } from '../src/render/sitemap.ts';
import { htmlFiles } from './search-index.ts';

/**
 * Writes the site map for search engines into a built site. It is made of the pages that are
 * there, so that no page can be forgotten; the content only says when they changed.
 */
export async function writeSitemap(
  site: string,
  edition: Edition,
  full: (address: string) => string,
): Promise<void> {
  const built: BuiltPage[] = [];
  for (const file of await htmlFiles(site)) {
    const html = await readFile(path.join(site, file), 'utf8');
    built.push({
      address: `/${file.replace(/(^|\/)index\.html$/, '$1')}`,
      hidden: /<meta name="robots" content="noindex"/.test(html),
    });
  }
  const pages = listedPages(edition, built);
  const text = sitemapFile(pages, full, hasSamples(edition.store));
  await writeFile(path.join(site, addresses.siteMapFile()), text);
}
