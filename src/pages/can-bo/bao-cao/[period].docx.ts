import type { APIRoute, GetStaticPaths } from 'astro';
import { reportDocx } from '../../../render/docx/report.ts';
import { fileFacts, madeReport, reportLabels } from '../../../reports.ts';

export const getStaticPaths = (() =>
  reportLabels.map((period) => ({ params: { period } }))) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const { document } = madeReport(params['period'] ?? '');
  return new Response(Buffer.from(await reportDocx(document, fileFacts)));
};
