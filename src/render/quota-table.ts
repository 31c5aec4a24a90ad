import type { QuotaResult } from '../core/quota/result.ts';
import type { Tally } from '../core/quota/tally.ts';
import { STATUSES } from '../core/schema/vocabulary.ts';

const HEADINGS = ['Chỉ tiêu', 'Đối tượng', 'Kỳ', 'Phải đạt', 'Đã đạt', 'Kết quả'];

/** A result as columns for a terminal. */
export function quotaTable(result: QuotaResult): string {
  const rows = [HEADINGS, ...result.tallies.map(rowOf)];
  const widths = HEADINGS.map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const title = `${result.ward.name}, số liệu tính đến ${result.asOf}`;
  return [...(result.sample ? ['SỐ LIỆU MẪU'] : []), title, '', ...lines].join('\n');
}

/** A result as comma-separated values, one tally a line, with a byte-order mark for Excel. */
export function quotaCsv(result: QuotaResult): string {
  const note = (heading: boolean) => (result.sample ? [heading ? 'Ghi chú' : 'SỐ LIỆU MẪU'] : []);
  const lines = [
    [...HEADINGS, ...note(true)],
    ...result.tallies.map((tally) => [...rowOf(tally), ...note(false)]),
  ];
  return `\uFEFF${lines.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

function rowOf(tally: Tally): string[] {
  const status = STATUSES[tally.status];
  return [
    tally.rule,
    tally.subject === 'joint' ? 'chung' : tally.subject,
    tally.period,
    tally.required === null ? '' : String(tally.required),
    String(tally.actual),
    tally.closed ? `${status} (đã khóa sổ)` : status,
  ];
}

/** Quotes what a spreadsheet would split, and disarms what it would run as a formula. */
function csvCell(text: string): string {
  const safe = /^[=+@\t\r-]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
