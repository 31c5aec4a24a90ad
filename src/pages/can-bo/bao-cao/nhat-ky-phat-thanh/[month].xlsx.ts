import type { APIRoute, GetStaticPaths } from 'astro';
import { airingLog, logMonths } from '../../../../core/view/report-log.ts';
import { toMake } from '../../../../kept.ts';
import { logXlsx } from '../../../../render/xlsx/report.ts';
import { fileFacts } from '../../../../reports.ts';
import { logShown } from '../../../../shown-officials.ts';
import { site } from '../../../../site.ts';

export const getStaticPaths = ((route) => {
  const months = logMonths(site.store, site.settings.asOf);
  const pages = months.map((month) => ({ params: { month } }));
  return toMake(route, pages, ({ params }) => logShown(params.month));
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const log = airingLog(site.store, site.settings.asOf, params['month'] ?? '');
  return new Response(Buffer.from(await logXlsx(log, fileFacts)));
};
