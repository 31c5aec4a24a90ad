import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { addresses } from '../../src/core/address.ts';
import { passwordScreen } from '../screens/password.ts';
import { type Account, knownOf, personOf } from './account.ts';
import { giveCookie } from './cookie.ts';
import { formOf, screenContext, sendScreen } from './forms.ts';
import { verifyPassword } from './password.ts';
import { passwordFault } from './password-rules.ts';
import type { Fault } from './refused.ts';
import type { Room } from './room.ts';
import { PASSWORD_LIMIT } from './throttle.ts';

/** Where people change their own password, of their own accord or because they must. */
export function passwordRoutes(room: FastifyInstance, shared: Room): void {
  const url = shared.address.route(addresses.password());
  const config = { entry: 'signed-in' as const, screen: true };
  room.get(url, { config }, async (request, reply) => show(shared, request, reply, []));
  const limited = { ...config, rateLimit: PASSWORD_LIMIT };
  room.post(url, { config: limited }, async (request, reply) => {
    const { account } = request;
    if (!account) return reply.callNotFound();
    const faults = await faultsOf(shared, request, account);
    if (faults.length > 0) {
      await request.record({ action: 'password.change', outcome: 'refused' });
      return show(shared, request, reply.code(422), faults);
    }
    const changed = await shared.accounts.setPassword(
      account.id,
      formOf(request).get('moi') ?? '',
      false,
    );
    // The new stamp has ended every session, this one too; the person goes on in a new one.
    giveCookie(request, reply, shared.settings, await shared.sessions.open(changed));
    await request.record({ action: 'password.change', outcome: 'ok' });
    request.person = personOf(changed);
    return show(shared, request, reply, [], true);
  });
}

async function faultsOf(
  { throttle, ward }: Room,
  request: FastifyRequest,
  account: Account,
): Promise<Fault[]> {
  const form = formOf(request);
  const [now = '', next = '', again = ''] = ['hien-tai', 'moi', 'nhac-lai'].map(
    (field) => form.get(field) ?? '',
  );
  const faults: Fault[] = [];
  const wait = throttle.attempt(account.id, request.ip);
  if (wait > 0) {
    const minutes = Math.ceil(wait / 60_000);
    const message = `Đã sai nhiều lần. Hãy chờ ${minutes} phút rồi thử lại.`;
    return [{ field: 'hien-tai', message }];
  }
  if (await verifyPassword(now, account.password)) throttle.succeeded(account.id, request.ip);
  else faults.push({ field: 'hien-tai', message: 'Mật khẩu hiện tại chưa đúng.' });
  const { id, name } = await ward();
  const weak = passwordFault(next, [...knownOf(account), id, name]);
  if (weak) faults.push({ field: 'moi', message: weak });
  else if (next === now) {
    faults.push({ field: 'moi', message: 'Mật khẩu mới phải khác mật khẩu hiện tại.' });
  }
  if (again !== next) {
    faults.push({ field: 'nhac-lai', message: 'Hai lần nhập mật khẩu mới chưa giống nhau.' });
  }
  return faults;
}

async function show(
  shared: Room,
  request: FastifyRequest,
  reply: FastifyReply,
  faults: readonly Fault[],
  changed = false,
): Promise<FastifyReply> {
  const context = await screenContext(shared, request);
  const { id = '', mustChange: forced = false } = request.account ?? {};
  return sendScreen(reply, passwordScreen(context, { id, forced, changed, faults }));
}
