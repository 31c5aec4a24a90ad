import type { Report } from '../report/report.ts';
import { annexesOf } from './report-annexes.ts';
import { breakdownSection } from './report-breakdown.ts';
import type { ReportDocument, ReportTable } from './report-document.ts';
import { dutiesSection } from './report-duties.ts';
import { closingOf, openingOf, reportForm } from './report-form.ts';
import { gapsSection } from './report-gaps.ts';
import { indicatorsSection } from './report-indicators.ts';
import { recordsSection } from './report-records.ts';
import { resultsSection } from './report-results.ts';

/** A report as page, Word, Excel and CSV lay it out. */
export function reportDocument(report: Report): ReportDocument {
  return {
    form: reportForm(report),
    opening: openingOf(report),
    sections: [
      resultsSection(report),
      indicatorsSection(report),
      breakdownSection(report),
      recordsSection(report),
      gapsSection(report),
      dutiesSection(report),
    ],
    annexes: annexesOf(report),
    closing: closingOf(report),
  };
}

/** Every table of a report in the order of the text. */
export function tablesOf({ sections, annexes }: ReportDocument): ReportTable[] {
  const inText = sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : [])),
  );
  return [...inText, ...annexes.map(({ table }) => table)];
}
