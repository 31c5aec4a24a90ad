import type { FastifyInstance } from 'fastify';
import { addresses } from '../../src/core/address.ts';
import { roleNames } from './account.ts';
import { endSession } from './admit.ts';
import { takeCookie } from './cookie.ts';
import { type Action, may } from './policy.ts';
import { contentRights } from './rights.ts';
import type { Room } from './room.ts';

/** Signing out, and what the editors' program may know of who uses it. */
export function sessionRoutes(room: FastifyInstance, shared: Room): void {
  const { address, sessions, settings, ward } = shared;
  const config = { entry: 'signed-in' as const };
  room.post(address.route(addresses.signOut()), { config }, async (request, reply) => {
    await endSession(request, sessions);
    takeCookie(request, reply, settings);
    await request.record({ action: 'sign-out', outcome: 'ok' });
    return reply.redirect(address.href(addresses.signIn()), 303);
  });
  room.get(address.route(addresses.roomApi('me')), async ({ person }) => {
    if (!person) return undefined;
    const { departments } = await ward();
    const { id, name, roles, department } = person;
    const departmentName = departments.find((one) => one.id === department)?.name;
    const allowed = (action: Action) => may(person, action) === undefined;
    return {
      id,
      name,
      roles,
      roleNames: roleNames(roles),
      ...(department === undefined ? {} : { department, departmentName }),
      may: {
        people: allowed('people.manage'),
        audit: allowed('audit.read'),
        review: allowed('draft.return'),
        publish: allowed('publish'),
        close: allowed('month.close'),
        ward: allowed('ward.edit'),
        content: contentRights(person),
      },
    };
  });
}
