import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { addresses } from '../../src/core/address.ts';
import { personOf } from '../people/account.ts';
import { SESSION_COOKIE } from '../people/cookie.ts';
import { answerRefusal } from '../people/forms.ts';
import type { Deed } from '../people/request.ts';
import type { Room } from '../people/room.ts';
import { hostFault, hostNames } from './host.ts';
import { markFault, originFault } from './origin.ts';

/** Stands at the door: host, origin, session, password, in that order, before any route runs. */
export function guardRequests(room: FastifyInstance, shared: Room): void {
  const { settings, audit, address } = shared;
  const names = hostNames(settings.siteUrl, settings.allowedHosts);
  const api = address.href(addresses.roomApi(''));
  room.decorateRequest('person', undefined);
  room.decorateRequest('account', undefined);
  room.decorateRequest('record', function record(this: FastifyRequest, deed: Deed, person) {
    const who = person ?? this.account?.id;
    return audit.write({ ...deed, ...(who ? { person: who } : {}), address: this.ip });
  });
  room.addHook('onRequest', async (request, reply) => {
    const isApi = request.url.startsWith(api);
    const fault =
      hostFault(request, names) ??
      originFault(request, settings.siteUrl) ??
      (isApi ? markFault(request) : undefined);
    if (fault) {
      await request.record(blocked(request, fault));
      return answerRefusal(shared, request, reply, 403, fault);
    }
    await recognise(request, shared);
    return admitOrSend(request, reply, shared, isApi);
  });
}

/** Finds out whose session the request bears; roles are read anew each time. */
async function recognise(request: FastifyRequest, { sessions, accounts }: Room): Promise<void> {
  const token = request.cookies[SESSION_COOKIE];
  const session = token ? await sessions.find(token) : undefined;
  const account = session && (await accounts.find(session.person));
  if (!account || account.disabled || account.stamp !== session.stamp) return;
  request.account = account;
  if (!account.mustChange) request.person = personOf(account);
}

async function admitOrSend(
  request: FastifyRequest,
  reply: FastifyReply,
  { address }: Room,
  isApi: boolean,
): Promise<FastifyReply | undefined> {
  const { entry } = request.routeOptions.config;
  if (entry === 'open' || request.person || (entry === 'signed-in' && request.account)) {
    return undefined;
  }
  const mustChange = request.account !== undefined;
  if (isApi) {
    const error = mustChange
      ? 'Bạn cần đặt mật khẩu riêng trước khi làm việc.'
      : 'Bạn chưa đăng nhập, hoặc phiên làm việc đã hết. Hãy đăng nhập lại.';
    return reply.code(401).send({ error, reason: mustChange ? 'password' : 'sign-in' });
  }
  if (mustChange) return reply.redirect(address.href(addresses.password()), 303);
  // Going on to a form that was sent would not send it again.
  const next = request.method === 'GET' ? `?${new URLSearchParams({ tiep: request.url })}` : '';
  return reply.redirect(`${address.href(addresses.signIn())}${next}`, 303);
}

function blocked({ method, url }: FastifyRequest, detail: string): Deed {
  const [path = ''] = url.split('?');
  return { action: 'request', outcome: 'refused', target: `${method} ${path}`, detail };
}
