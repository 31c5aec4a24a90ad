import type { APIRoute } from 'astro';
import { addresses } from '../../core/address.ts';
import { editionOf } from '../../core/view/edition.ts';
import { formChoices } from '../../core/view/form-choices.ts';
import { href } from '../../links.ts';
import { site } from '../../site.ts';

/** What the editors' room is told by the section it belongs to. */
export const GET: APIRoute = () => {
  const { settings, store } = site;
  const facts = {
    base: settings.base,
    ward: store.ward.name,
    home: href(addresses.home()),
    accent: store.ward.accent,
    backend: settings.cmsBackend,
    choices: formChoices(editionOf(store, settings.asOf)),
  };
  return new Response(`${JSON.stringify(facts)}\n`);
};
