import { existsSync, mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import fastify, { type FastifyInstance } from 'fastify';
import { movedPages } from './moved.ts';
import { cachingOf, SECURITY_HEADERS } from './security.ts';

/** What the server serves, and where. */
export interface SiteOptions {
  /** The built site; replaced as a whole by every build. */
  outDir: string;
  /** Path the section lives under, `/` or `/cchc`. */
  base: string;
}

/** Serves a built section; never lists folders, and answers with the section's own 404 page. */
export function siteServer({ outDir, base }: SiteOptions): FastifyInstance {
  mkdirSync(outDir, { recursive: true });
  const server = fastify({
    routerOptions: { ignoreTrailingSlash: false },
    // A proxy on this machine says who really asks; from elsewhere nobody may claim to be another.
    trustProxy: 'loopback',
  });
  server.addHook('onSend', async (request, reply) => {
    reply.headers(SECURITY_HEADERS);
    if (reply.statusCode === 200) reply.header('cache-control', cachingOf(request.url));
  });
  const movedTo = movedPages(outDir);
  const below = base === '/' ? '' : base;
  server.addHook('onRequest', async (request, reply) => {
    const [address = ''] = request.url.split('?');
    const moved = await movedTo(address.slice(below.length));
    if (moved !== undefined) return reply.redirect(`${below}${moved}`, 301);
  });
  server.register(fastifyStatic, {
    root: outDir,
    prefix: base === '/' ? '/' : `${base}/`,
    redirect: true,
    cacheControl: false,
    dotfiles: 'ignore',
    preCompressed: true,
  });
  if (base !== '/') server.get('/', async (_, reply) => reply.redirect(`${base}/`));
  server.setNotFoundHandler(async (_, reply) => {
    const page = path.join(outDir, '404.html');
    if (!existsSync(page)) {
      return reply.code(503).type('text/plain; charset=utf-8').send('Trang chưa dựng xong.\n');
    }
    return reply
      .code(404)
      .type('text/html; charset=utf-8')
      .send(await readFile(page));
  });
  return server;
}
