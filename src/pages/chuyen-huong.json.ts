import type { APIRoute } from 'astro';
import { editionOf } from '../core/view/edition.ts';
import { movesOf } from '../core/view/moved.ts';
import { site } from '../site.ts';

/** Old addresses with their new ones, for servers: `{ "/thu-tuc/cu/": "/thu-tuc/moi/" }`. */
export const GET: APIRoute = () => {
  const moves = movesOf(editionOf(site.store, site.settings.asOf));
  const map = Object.fromEntries(moves.map(({ from, to }) => [from, to]));
  return new Response(`${JSON.stringify(map, null, 2)}\n`, {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
};
