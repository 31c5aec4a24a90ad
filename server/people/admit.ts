import type { FastifyRequest } from 'fastify';
import { addresses } from '../../src/core/address.ts';
import { giveCookie, SESSION_COOKIE } from './cookie.ts';
import type { Admit } from './identity.ts';
import type { Room } from './room.ts';

/** How somebody who has proved who they are comes in; the same for every provider. */
export function admitWith({ accounts, sessions, settings, address }: Room): Admit {
  return async (request, reply, id, next) => {
    const account = await accounts.find(id);
    if (!account || account.disabled) throw new Error(`No account «${id}» to admit.`);
    await endSession(request, sessions);
    // Always a new token: one that somebody else has slipped into this browser opens nothing.
    giveCookie(request, reply, settings, await sessions.open(account));
    await request.record({ action: 'sign-in', outcome: 'ok' }, id);
    const home = address.href(addresses.admin());
    const goal = account.mustChange ? address.href(addresses.password()) : ownPath(next, home);
    return reply.redirect(goal, 303);
  };
}

/** Ends the session that a request bears, if any. */
export async function endSession(
  request: FastifyRequest,
  sessions: Room['sessions'],
): Promise<void> {
  const token = request.cookies[SESSION_COOKIE];
  if (token) await sessions.close(token);
}

/** A path that stays in the room, or its door: nobody is sent elsewhere by a crafted link. */
export function ownPath(next: string | undefined, home: string): string {
  const origin = 'http://room.invalid';
  if (!next?.startsWith('/') || !URL.canParse(next, origin)) return home;
  const url = new URL(next, origin);
  const inside = url.origin === origin && url.pathname.startsWith(home);
  return inside ? `${url.pathname}${url.search}` : home;
}
