import type { FastifyInstance } from 'fastify';
import { addresses } from '../../src/core/address.ts';
import type { Room } from '../people/room.ts';
import { STYLE_ADDRESS } from './frame.ts';
import { FONT_FILE, fontFile, screenStyle } from './style.ts';

/** The style sheet and the fonts of the screens; the way in needs them, so they are for all. */
export function screenRoutes(room: FastifyInstance, { address, ward }: Room): void {
  const config = { entry: 'open' as const, screen: true };
  room.get(address.route(STYLE_ADDRESS), { config }, async (_, reply) => {
    const { accent } = await ward();
    return reply.type('text/css; charset=utf-8').send(await screenStyle(accent, address.href));
  });
  const kept = { ...config, keep: 'public, max-age=604800' };
  room.get(
    address.route(addresses.roomAsset(':name')),
    { config: kept },
    async (request, reply) => {
      const { name } = request.params as { name: string };
      if (!FONT_FILE.test(name)) return reply.callNotFound();
      return reply.type('font/woff2').send(await fontFile(name));
    },
  );
}
