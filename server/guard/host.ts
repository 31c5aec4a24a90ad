import type { FastifyRequest } from 'fastify';

/** This machine under its own names: what `npm start` says to open. */
const OWN_NAMES: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/** The host names the room answers to. */
export function hostNames(
  siteUrl: string | undefined,
  allowed: readonly string[],
): ReadonlySet<string> {
  const site = siteUrl ? [new URL(siteUrl).hostname] : [];
  return new Set([...OWN_NAMES, ...site, ...allowed].map((name) => name.toLowerCase()));
}

/**
 * Why a request's host is not ours, in Vietnamese. A page elsewhere can make its own name point
 * to this machine and then ask the room as if from here; such a request bears that page's name.
 * The header is read as it was sent: what a proxy says of it could be said by that page as well.
 */
export function hostFault(
  request: Pick<FastifyRequest, 'raw'>,
  names: ReadonlySet<string>,
): string | undefined {
  const host = request.raw.headers.host ?? '';
  const url = URL.canParse(`http://${host}`) ? new URL(`http://${host}`) : undefined;
  // `user@host` and the like parse as well, but no browser sends them.
  if (url && url.host === host.toLowerCase().replace(/:80$/, '') && names.has(url.hostname)) {
    return undefined;
  }
  return `Tên máy «${host.slice(0, 80)}» chưa được phép vào phòng biên tập. Quản trị đặt SITE_URL, hoặc thêm tên này vào ALLOWED_HOSTS.`;
}
