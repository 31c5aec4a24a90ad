import type { APIRoute, GetStaticPaths } from 'astro';
import { quotaMonthResult } from '../../../core/view/quota-files.ts';
import { quotaMonths } from '../../../core/view/quota-pages.ts';
import { toMake } from '../../../kept.ts';
import { quotaCsv } from '../../../render/quota-table.ts';
import { quotaFileShown } from '../../../shown-officials.ts';
import { site } from '../../../site.ts';

export const getStaticPaths = ((route) => {
  const pages = quotaMonths(site.quotas).map((month) => ({ params: { month } }));
  return toMake(route, pages, ({ params }) => quotaFileShown(params.month));
}) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params }) =>
  new Response(quotaCsv(quotaMonthResult(site.quotas, params['month'] ?? '')));
