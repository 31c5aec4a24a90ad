import type { APIRoute, GetStaticPaths } from 'astro';
import { quotaMonths } from '../../../core/view/quota-pages.ts';
import { quotaSheetView } from '../../../core/view/quota-sheet.ts';
import { toMake } from '../../../kept.ts';
import { fullAddress } from '../../../links.ts';
import { quotaXlsx } from '../../../render/quota-xlsx.ts';
import { quotaFileShown } from '../../../shown-officials.ts';
import { site } from '../../../site.ts';

export const getStaticPaths = ((route) => {
  const pages = quotaMonths(site.quotas).map((month) => ({ params: { month } }));
  return toMake(route, pages, ({ params }) => quotaFileShown(params.month));
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const view = quotaSheetView(site.store, site.quotas, params['month'] ?? '');
  return new Response(new Uint8Array(await quotaXlsx(view, fullAddress)));
};
