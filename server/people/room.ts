import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { auditRoutes } from '../audit/routes.ts';
import { deskRoutes } from '../desk/routes.ts';
import { EDITOR_HEADERS, SCREEN_HEADERS } from '../guard/headers.ts';
import { guardRequests } from '../guard/hooks.ts';
import { screenRoutes } from '../screens/routes.ts';
import { type Address, addressing } from './addressing.ts';
import { admitWith } from './admit.ts';
import { editorFiles } from './editor-files.ts';
import { answerRefusal } from './forms.ts';
import type { IdentityProvider } from './identity.ts';
import type { RoomParts } from './parts.ts';
import { passwordProvider } from './password-provider.ts';
import { passwordRoutes } from './password-routes.ts';
import { peopleRoutes } from './people-routes.ts';
import { sessionRoutes } from './session-routes.ts';
import { Throttle } from './throttle.ts';
import './request.ts';

/** What the room's own routes share. */
export interface Room extends RoomParts {
  address: Address;
  throttle: Throttle;
}

/**
 * Opens the editors' room under `<base>/admin`: whoever is not signed in meets the sign-in screen,
 * foreign pages and host names meet a refusal, and what is done is written down. `furnish` adds
 * what people come for; all its routes stand behind the same door.
 */
export function editorsRoom(
  server: FastifyInstance,
  parts: RoomParts,
  furnish: (room: FastifyInstance) => void | Promise<void> = () => undefined,
): void {
  const address = addressing(parts.settings.base);
  server.register(
    async (room) => {
      const shared: Room = { ...parts, address, throttle: new Throttle(parts.now) };
      await room.register(cookie);
      await room.register(rateLimit, {
        global: false,
        errorResponseBuilder: () => ({ statusCode: 429, message: TOO_MANY }),
      });
      guardRequests(room, shared);
      room.addHook('onSend', setHeaders);
      room.setErrorHandler((error: Error & { statusCode?: number }, request, reply) =>
        answerError(shared, error, request, reply),
      );
      readForms(room);
      const provider: IdentityProvider = passwordProvider(shared);
      provider.register(room, admitWith(shared));
      for (const routes of [sessionRoutes, passwordRoutes, peopleRoutes, auditRoutes]) {
        routes(room, shared);
      }
      screenRoutes(room, shared);
      deskRoutes(room, shared);
      await furnish(room);
      editorFiles(room, parts.settings.outDir);
    },
    { prefix: address.href('/admin') },
  );
}

const TOO_MANY = 'Có quá nhiều lần thử từ máy này. Hãy chờ một phút rồi thử lại.';

async function setHeaders(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { screen, keep } = request.routeOptions.config;
  reply.headers(screen ? SCREEN_HEADERS : EDITOR_HEADERS);
  if (keep && reply.statusCode === 200) reply.header('cache-control', keep);
}

/** What went wrong inside is for the server's own log; people learn that it was not their fault. */
async function answerError(
  shared: Room,
  error: Error & { statusCode?: number },
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const status = error.statusCode ?? 500;
  if (status >= 500) request.log.error(error);
  const own = status === 429 ? TOO_MANY : 'Máy chủ không hiểu yêu cầu này. Hãy tải lại trang.';
  const message = status >= 500 ? 'Máy chủ gặp lỗi, chưa có gì thay đổi. Hãy thử lại.' : own;
  return answerRefusal(shared, request, reply, status, message);
}

/** Forms arrive as the browser sends them; anything longer than a form is none of ours. */
function readForms(room: FastifyInstance): void {
  room.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: 16_384 },
    async (_request: FastifyRequest, body: string) => new URLSearchParams(body),
  );
}
