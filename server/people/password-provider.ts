import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { addresses } from '../../src/core/address.ts';
import { signInScreen } from '../screens/sign-in.ts';
import type { Account } from './account.ts';
import { formOf, sendScreen } from './forms.ts';
import type { Admit, IdentityProvider } from './identity.ts';
import { verifyPassword } from './password.ts';
import type { Room } from './room.ts';
import { PASSWORD_LIMIT } from './throttle.ts';

/** Signing in with a name and a password that this server keeps. */
export function passwordProvider(shared: Room): IdentityProvider {
  return { register: (room, admit) => registerSignIn(room, shared, admit) };
}

function registerSignIn(room: FastifyInstance, shared: Room, admit: Admit): void {
  const url = shared.address.route(addresses.signIn());
  const config = { entry: 'open' as const, screen: true };
  room.get(url, { config }, async (request, reply) => {
    const { tiep } = request.query as { tiep?: string };
    return show(shared, reply, { next: typeof tiep === 'string' ? tiep : '' });
  });
  const limited = { ...config, rateLimit: PASSWORD_LIMIT };
  room.post(url, { config: limited }, async (request, reply) => {
    const form = formOf(request);
    const name = (form.get('ten') ?? '').trim().toLowerCase().slice(0, 64);
    const next = form.get('tiep') ?? '';
    const wait = shared.throttle.attempt(name, request.ip);
    if (wait > 0) {
      await recordFailure(shared, request, name, 'Phải chờ vì sai nhiều lần.');
      reply.code(429).header('retry-after', Math.ceil(wait / 1000));
      return show(shared, reply, { name, next, message: waitWords(wait) });
    }
    const account = await verified(shared, name, form.get('mat-khau') ?? '');
    if (!account) {
      await recordFailure(shared, request, name);
      return show(shared, reply.code(401), { name, next, message: WRONG });
    }
    shared.throttle.succeeded(name, request.ip);
    return admit(request, reply, account.id, next);
  });
}

/** One sentence for an unknown name, a wrong password and a locked account. */
const WRONG =
  'Tên đăng nhập hoặc mật khẩu chưa đúng. Hãy kiểm tra phím Caps Lock và bộ gõ tiếng Việt.';

/** The account of a name and its password; it takes as long when there is none. */
async function verified(
  { accounts }: Room,
  name: string,
  password: string,
): Promise<Account | undefined> {
  const account = await accounts.find(name);
  const kept = account?.password ?? (await accounts.nobody());
  const right = await verifyPassword(password, kept);
  return right && account && !account.disabled ? account : undefined;
}

/** A name that is nobody's may be a password in the wrong field, so it is not written down. */
async function recordFailure(
  { accounts }: Room,
  request: FastifyRequest,
  name: string,
  detail?: string,
): Promise<void> {
  const known = await accounts.find(name);
  const target = known ? known.id : 'tên không có';
  await request.record({ action: 'sign-in', outcome: 'failed', target, ...(detail && { detail }) });
}

function waitWords(wait: number): string {
  const minutes = Math.ceil(wait / 60_000);
  return `Đã sai nhiều lần. Hãy chờ ${minutes} phút rồi thử lại, hoặc nhờ quản trị cấp mật khẩu mới.`;
}

async function show(
  { ward, address }: Room,
  reply: FastifyReply,
  { name, next, message }: { name?: string; next: string; message?: string },
): Promise<FastifyReply> {
  const context = { ward: (await ward()).name, href: address.href };
  const faults = message ? [{ field: '', message }] : [];
  return sendScreen(reply, signInScreen(context, { name, next, faults }));
}
