import type { ListedPage } from '../core/view/sitemap.ts';

/**
 * The site map of the sitemaps.org protocol. One file holds 50 000 pages, more than a ward
 * publishes in decades.
 */
export function sitemapFile(
  pages: readonly ListedPage[],
  full: (address: string) => string,
  sample: boolean,
): string {
  const urls = pages.map(({ address, changed }) => {
    const lastmod = changed ? `<lastmod>${changed}</lastmod>` : '';
    return `  <url><loc>${full(address).replaceAll('&', '&amp;')}</loc>${lastmod}</url>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    ...(sample ? ['<!-- SỐ LIỆU MẪU, không phải thông tin chính thức -->'] : []),
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...urls,
    '</urlset>\n',
  ].join('\n');
}
