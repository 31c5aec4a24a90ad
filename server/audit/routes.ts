import type { FastifyInstance } from 'fastify';
import { addresses } from '../../src/core/address.ts';
import { onlyFor, screenContext, sendScreen } from '../people/forms.ts';
import type { Room } from '../people/room.ts';
import { auditScreen } from '../screens/audit.ts';
import { auditPage } from './page.ts';

/** The log's screen, for those who may see it. */
export function auditRoutes(room: FastifyInstance, shared: Room): void {
  const url = shared.address.route(addresses.auditLog());
  const preHandler = onlyFor('audit.read', shared);
  room.get(url, { config: { screen: true }, preHandler }, async (request, reply) => {
    const [, query = ''] = request.url.split('?');
    const page = await auditPage(shared.audit, new URLSearchParams(query));
    return sendScreen(reply, auditScreen(await screenContext(shared, request), page));
  });
}
