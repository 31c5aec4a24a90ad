import type { FastifyReply, FastifyRequest } from 'fastify';
import { LONGEST_MS } from './sessions.ts';

/** Holds the token of a session. */
export const SESSION_COOKIE = 'cchc_session';

/** Where the room lives, for its cookie. */
export interface CookieScope {
  /** Path of the section, `/` or `/cchc`. */
  base: string;
  siteUrl: string | undefined;
}

/** Hands a session's token to the browser; scripts cannot read it, other sites cannot send it. */
export function giveCookie(
  request: FastifyRequest,
  reply: FastifyReply,
  scope: CookieScope,
  token: string,
): void {
  reply.setCookie(SESSION_COOKIE, token, {
    ...attributes(request, scope),
    maxAge: LONGEST_MS / 1000,
  });
}

/** Takes the token back. */
export function takeCookie(request: FastifyRequest, reply: FastifyReply, scope: CookieScope): void {
  reply.clearCookie(SESSION_COOKIE, attributes(request, scope));
}

function attributes(request: FastifyRequest, { base, siteUrl }: CookieScope) {
  return {
    path: `${base === '/' ? '' : base}/admin`,
    httpOnly: true,
    // Not `strict`: a link from a message must find its reader signed in; nothing changes by GET.
    sameSite: 'lax' as const,
    secure: isSecure(request, siteUrl),
  };
}

/** Whether the browser came by HTTPS, here or at the proxy before this server. */
function isSecure(request: FastifyRequest, siteUrl: string | undefined): boolean {
  const site = siteUrl ? new URL(siteUrl) : undefined;
  const atSite = request.raw.headers.host === site?.host && site?.protocol === 'https:';
  return request.protocol === 'https' || atSite;
}
