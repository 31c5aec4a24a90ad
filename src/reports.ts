import { period } from './core/calendar/period.ts';
import { type Report, reportOf } from './core/report/report.ts';
import { begunPeriods } from './core/report/span.ts';
import { reportDocument } from './core/view/report.ts';
import type { ReportDocument } from './core/view/report-document.ts';
import { fullAddressOn } from './render/full-address.ts';
import { site } from './site.ts';

/** A report with the document that its page and its files lay out. */
export interface MadeReport {
  report: Report;
  document: ReportDocument;
}

const made = new Map<string, MadeReport>();

/** Labels of the periods that there are reports on. */
export const reportLabels = begunPeriods(site.store, site.settings.asOf).map(({ label }) => label);

/** The report on a period; made once for its page and its files. */
export function madeReport(label: string): MadeReport {
  const known = made.get(label);
  if (known) return known;
  const report = reportOf(site.store, site.quotas, period(label));
  const one = { report, document: reportDocument(report) };
  made.set(label, one);
  return one;
}

/** What files say of themselves beside the report. */
export const fileFacts = {
  asOf: site.settings.asOf,
  author: site.store.ward.authority,
  fullAddress: fullAddressOn(site.settings.siteUrl, site.settings.base),
};
