import type { APIRoute, GetStaticPaths } from 'astro';
import { reportCsv } from '../../../render/report-csv.ts';
import { madeReport, reportLabels } from '../../../reports.ts';

export const getStaticPaths = (() =>
  reportLabels.map((period) => ({ params: { period } }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params }) =>
  new Response(reportCsv(madeReport(params['period'] ?? '').document));
