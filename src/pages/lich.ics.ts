import type { APIRoute } from 'astro';
import { sectionCalendar } from '../core/view/calendar.ts';
import { fullAddress } from '../links.ts';
import { icsFile } from '../render/ics.ts';
import { site } from '../site.ts';

/** The activities of the section, as a calendar to subscribe to. */
export const GET: APIRoute = () =>
  new Response(icsFile(sectionCalendar(site.store, site.quotas), fullAddress), {
    headers: { 'Content-Type': 'text/calendar; charset=utf-8' },
  });
