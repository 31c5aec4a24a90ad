import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ScreenContext } from '../screens/frame.ts';
import { refusalScreen } from '../screens/refusal.ts';
import { type Action, may } from './policy.ts';
import type { Room } from './room.ts';

/** The fields of a form that was sent; none when something else was. */
export function formOf(request: FastifyRequest): URLSearchParams {
  return request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
}

/** Answers with a screen. */
export function sendScreen(reply: FastifyReply, markup: string): FastifyReply {
  return reply.type('text/html; charset=utf-8').send(markup);
}

/** What the frame of a screen needs to know for somebody who is signed in. */
export async function screenContext(
  { ward, address }: Room,
  { person }: FastifyRequest,
): Promise<ScreenContext> {
  return { ward: (await ward()).name, href: address.href, ...(person ? { person } : {}) };
}

/** Says no: on a screen where people look at screens, as data to programs. */
export async function answerRefusal(
  shared: Room,
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  message: string,
): Promise<FastifyReply> {
  reply.code(status);
  if (!request.routeOptions.config.screen) return reply.send({ error: message });
  return sendScreen(reply, refusalScreen(await screenContext(shared, request), message));
}

/** The screens that not everybody may see: says why, and writes down that somebody tried. */
export function onlyFor(action: Action, shared: Room) {
  return async (
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply | undefined> => {
    const refusal = request.person && may(request.person, action);
    if (!refusal) return undefined;
    const target = request.url.split('?')[0] ?? '';
    await request.record({ action: 'request', outcome: 'refused', target, detail: refusal });
    return answerRefusal(shared, request, reply, 403, refusal);
  };
}
