import type { APIRoute, GetStaticPaths } from 'astro';
import { toMake } from '../../../kept.ts';
import { reportXlsx } from '../../../render/xlsx/report.ts';
import { fileFacts, madeReport, reportLabels } from '../../../reports.ts';
import { reportShown } from '../../../shown-officials.ts';

export const getStaticPaths = ((route) => {
  const pages = reportLabels.map((period) => ({ params: { period } }));
  return toMake(route, pages, ({ params }) => reportShown(params.period));
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const { document } = madeReport(params['period'] ?? '');
  return new Response(Buffer.from(await reportXlsx(document, fileFacts)));
};
