import type { APIRoute } from 'astro';
import { addresses } from '../core/address.ts';
import { href, outsideAddress } from '../links.ts';

/**
 * What search engines may read. They ask for it at the root of a host only: where the section
 * lives below a path, the portal's own file must take these lines over.
 */
export const GET: APIRoute = () =>
  new Response(
    [
      'User-agent: *',
      `Disallow: ${href('/can-bo/')}`,
      `Disallow: ${href(addresses.admin())}`,
      '',
      `Sitemap: ${outsideAddress(addresses.siteMapFile())}`,
      '',
    ].join('\n'),
    { headers: { 'Content-Type': 'text/plain; charset=utf-8' } },
  );
