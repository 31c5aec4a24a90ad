import type { APIRoute } from 'astro';
import { accentCss } from '../core/view/accent.ts';
import { site } from '../site.ts';

/** The ward's accent, for every page. */
export const GET: APIRoute = () =>
  new Response(`${accentCss(site.store.ward.accent)}\n`, {
    headers: { 'Content-Type': 'text/css; charset=utf-8' },
  });
