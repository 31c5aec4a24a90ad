import type { APIRoute, GetStaticPaths } from 'astro';
import { airingLog, logMonths } from '../../../../core/view/report-log.ts';
import { logXlsx } from '../../../../render/xlsx/report.ts';
import { fileFacts } from '../../../../reports.ts';
import { site } from '../../../../site.ts';

export const getStaticPaths = (() =>
  logMonths(site.store, site.settings.asOf).map((month) => ({
    params: { month },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const log = airingLog(site.store, site.settings.asOf, params['month'] ?? '');
  return new Response(Buffer.from(await logXlsx(log, fileFacts)));
};
