import type { APIRoute } from 'astro';
import { accentOf } from '../core/view/accent.ts';
import { site } from '../site.ts';

/** The ward's accent as a style sheet of its own, for pages carry nothing inline. */
export const GET: APIRoute = () => {
  const { light, onLight, dark, onDark } = accentOf(site.store.ward.accent);
  const css = [
    `:root{--accent:light-dark(${light},${dark});--on-accent:light-dark(${onLight},${onDark})}`,
    // Paper is white and ink black, whatever the screen was.
    '@media print{:root{--accent:#000;--on-accent:#fff}}',
  ].join('\n');
  return new Response(`${css}\n`, { headers: { 'Content-Type': 'text/css; charset=utf-8' } });
};
