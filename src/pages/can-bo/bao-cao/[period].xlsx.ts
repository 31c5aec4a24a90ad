import type { APIRoute, GetStaticPaths } from 'astro';
import { reportXlsx } from '../../../render/xlsx/report.ts';
import { fileFacts, madeReport, reportLabels } from '../../../reports.ts';

export const getStaticPaths = (() =>
  reportLabels.map((period) => ({ params: { period } }))) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const { document } = madeReport(params['period'] ?? '');
  return new Response(Buffer.from(await reportXlsx(document, fileFacts)));
};
