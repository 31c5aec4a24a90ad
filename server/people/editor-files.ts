import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/**
 * Serves the editors' program, the `admin` folder of the built site, behind the door and with
 * the room's own policy. Browsers ask each time whether it is still the same.
 */
export function editorFiles(room: FastifyInstance, outDir: string): void {
  room.register(async (files) => {
    files.addHook('onSend', async (_, reply) => {
      reply.header('cache-control', 'private, no-cache');
    });
    await files.register(fastifyStatic, {
      root: path.join(outDir, 'admin'),
      prefix: '/',
      decorateReply: false,
      cacheControl: false,
      dotfiles: 'ignore',
      preCompressed: true,
    });
  });
}
