import type { APIRoute, GetStaticPaths } from 'astro';
import { toMake } from '../../../kept.ts';
import { reportCsv } from '../../../render/report-csv.ts';
import { madeReport, reportLabels } from '../../../reports.ts';
import { reportShown } from '../../../shown-officials.ts';

export const getStaticPaths = ((route) => {
  const pages = reportLabels.map((period) => ({ params: { period } }));
  return toMake(route, pages, ({ params }) => reportShown(params.period));
}) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params }) =>
  new Response(reportCsv(madeReport(params['period'] ?? '').document));
