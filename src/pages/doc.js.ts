import type { APIRoute } from 'astro';
import { minify, transformWithOxc } from 'vite';
import source from '../reading/reading.ts?raw';

/**
 * The one script of every page. It must run before the first paint, which Astro's own scripts,
 * all deferred modules, do not.
 */
export const GET: APIRoute = async () => {
  const { code } = await transformWithOxc(source, 'reading.ts');
  const { code: small } = await minify('reading.js', code);
  return new Response(small, { headers: { 'Content-Type': 'text/javascript; charset=utf-8' } });
};
