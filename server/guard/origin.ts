import type { FastifyRequest } from 'fastify';

/** The header by which our own pages mark what they send; a foreign page cannot without asking. */
export const OWN_HEADER = 'x-cchc';

const READING: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Why a request that changes something may come from a foreign page, in Vietnamese. Browsers name
 * the page a request comes from; what names none, as a program does, must bear the own header.
 */
export function originFault(
  request: Pick<FastifyRequest, 'method' | 'raw'>,
  siteUrl: string | undefined,
): string | undefined {
  if (READING.includes(request.method)) return undefined;
  const { host, origin } = request.raw.headers;
  const { 'sec-fetch-site': fetchSite, [OWN_HEADER]: own } = request.raw.headers;
  const ours = [host, siteUrl && new URL(siteUrl).host];
  const named = origin !== undefined && URL.canParse(origin) ? new URL(origin).host : undefined;
  if (origin !== undefined) {
    return named !== undefined && ours.includes(named) ? undefined : FOREIGN;
  }
  if (fetchSite !== undefined) return fetchSite === 'same-origin' ? undefined : FOREIGN;
  return own === undefined ? FOREIGN : undefined;
}

/** Requests to the programs' addresses always bear the own header, wherever they come from. */
export function markFault(request: Pick<FastifyRequest, 'method' | 'raw'>): string | undefined {
  const marked = request.raw.headers[OWN_HEADER] !== undefined;
  return READING.includes(request.method) || marked ? undefined : FOREIGN;
}

const FOREIGN =
  'Yêu cầu này không đến từ phòng biên tập nên bị chặn. Hãy mở lại trang biên tập và thử lại.';
