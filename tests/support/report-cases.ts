import { parsePeriod } from '../../src/core/calendar/period.ts';
import { countQuotas, type QuotaResult } from '../../src/core/quota/result.ts';
import type { Indicator } from '../../src/core/report/indicator.ts';
import { type Report, reportOf } from '../../src/core/report/report.ts';
import { checkContent } from '../../src/core/store/check.ts';
import type { Store } from '../../src/core/store/store.ts';
import { tablesOf } from '../../src/core/view/report.ts';
import type { Cell, ReportDocument, ReportTable } from '../../src/core/view/report-document.ts';
import type { Made } from './quota-cases.ts';
import { readSeed, type SeedName } from './seeds.ts';

/** A report with the store and the count it was made of. */
export interface ReportCase {
  store: Store;
  result: QuotaResult;
  report: Report;
}

/** A report on a period of a seed, its own articles taken out and some content laid into it. */
export async function reportOn(
  seed: SeedName,
  asOf: string,
  label: string,
  made: readonly Made[] = [],
): Promise<ReportCase> {
  const { content } = await readSeed(seed);
  let entries = content.entries.filter(({ collection }) => collection !== 'articles');
  for (const one of made) entries = typeof one === 'function' ? one(entries) : [...entries, one];
  const { store, issues } = checkContent(
    { ...content, entries, issues: [] },
    { production: false },
  );
  if (!store) throw new Error(issues.map((one) => `${one.file}: ${one.message}`).join('\n'));
  const period = parsePeriod(label);
  if (!period) throw new RangeError(label);
  const result = countQuotas(store, asOf);
  return { store, result, report: reportOf(store, result, period) };
}

/**
 * An indicator by words of its label; of a part, the words of the indicator above it come
 * first: `Tin, bài phát thanh > Lượt phát`.
 */
export function indicator({ indicators }: Report, words: string): Indicator {
  const [head = '', part] = words.split(' > ');
  const at = indicators.findIndex(({ no, label }) => no !== '' && label.includes(head));
  const own = indicators.slice(at + 1);
  const end = own.findIndex(({ no }) => no !== '');
  const parts = end < 0 ? own : own.slice(0, end);
  const found = part ? parts.find(({ label }) => label.includes(part)) : indicators[at];
  if (at < 0 || !found) throw new RangeError(`No indicator: ${words}`);
  return found;
}

/** A table of a report by its id. */
export function tableOf(document: ReportDocument, id: string): ReportTable {
  const found = tablesOf(document).find((table) => table.id === id);
  if (!found) throw new RangeError(`No table: ${id}`);
  return found;
}

/** A cell as every form of the report says it. */
export function said(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'object') {
    return 'day' in cell ? cell.day : 'text' in cell ? cell.text : '';
  }
  return String(cell);
}
