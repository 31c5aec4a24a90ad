import type { APIRoute, GetStaticPaths } from 'astro';
import { slugOf } from '../../core/store/store.ts';
import { activityPages, editionOf } from '../../core/view/edition.ts';
import { activityCalendar } from '../../core/view/public-calendar.ts';
import { fullAddress } from '../../links.ts';
import { icsFile } from '../../render/ics.ts';
import { site } from '../../site.ts';

const edition = editionOf(site.store, site.settings.asOf);

export const getStaticPaths = (() =>
  activityPages(edition).map((entry) => ({
    params: { slug: slugOf(entry.id) },
    props: { entry },
  }))) satisfies GetStaticPaths;

/** One activity, to be added to a calendar by hand. */
export const GET: APIRoute = ({ props: { entry } }) =>
  new Response(icsFile(activityCalendar(edition, entry), fullAddress), {
    headers: { 'Content-Type': 'text/calendar; charset=utf-8' },
  });
