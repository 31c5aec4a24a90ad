import { closedDrifts } from './audit-facts.ts';
import { addresses } from './core/address.ts';
import { yearTrend } from './core/trend/year.ts';
import { ruleDriftOf } from './core/view/closing-drift.ts';
import { quotaMonthResult } from './core/view/quota-files.ts';
import { quotaMonthView } from './core/view/quota-month.ts';
import { quotaSheetView } from './core/view/quota-sheet.ts';
import { airingLog } from './core/view/report-log.ts';
import { filesOfReport } from './core/view/report-page.ts';
import { fileFacts, madeReport } from './reports.ts';
import { frameShown } from './shown.ts';
import { site } from './site.ts';

/**
 * What the officials' pages of twenty years of months show, and the files beside them, for
 * `toMake`. Files say the date on which they were made.
 */
const { store, quotas, settings } = site;

/** What the page and the files of a report show. */
export function reportShown(label: string) {
  const { report, document } = madeReport(label);
  const frame = frameShown(addresses.report(label), true);
  return [frame, document, filesOfReport(report), report.span.name, fileFacts.asOf];
}

/** What the page and the file of a month's loudspeaker log show. */
export function logShown(month: string) {
  const log = airingLog(store, settings.asOf, month);
  return [frameShown(addresses.airingLog(month), true), log, fileFacts.asOf];
}

/** What the page of a month's quotas shows. */
export async function quotaMonthShown(month: string) {
  const view = quotaMonthView(store, quotas, month);
  const drifts = await closedDrifts();
  return [
    frameShown(addresses.quotaMonth(month), true),
    view,
    yearTrend(store, settings.asOf, month.slice(0, 4)),
    [...view.required, ...view.tracked].map(({ id }) => ruleDriftOf(store, drifts, month, id)),
  ];
}

/** What the files of a month's quotas hold. */
export function quotaFileShown(month: string) {
  const { ward } = store;
  return [ward, quotaMonthResult(quotas, month), quotaSheetView(store, quotas, month)];
}
