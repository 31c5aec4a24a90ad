import type { APIRoute } from 'astro';
import { editionOf } from '../core/view/edition.ts';
import { activitiesCalendar } from '../core/view/public-calendar.ts';
import { fullAddress } from '../links.ts';
import { icsFile } from '../render/ics.ts';
import { site } from '../site.ts';

/** The activities of the section, as a calendar to subscribe to. */
export const GET: APIRoute = () =>
  new Response(
    icsFile(activitiesCalendar(editionOf(site.store, site.settings.asOf)), fullAddress),
    { headers: { 'Content-Type': 'text/calendar; charset=utf-8' } },
  );
