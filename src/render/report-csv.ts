import { shortDate } from '../core/calendar/wording.ts';
import {
  type Block,
  type Cell,
  numberText,
  type ReportDocument,
  type ReportTable,
} from '../core/view/report-document.ts';

/**
 * A report as comma-separated values, with a byte-order mark for Excel: its tables below each
 * other, each under its caption, a blank line between them.
 */
export function reportCsv(report: ReportDocument): string {
  const { form, opening, sections, annexes, closing } = report;
  const lines = (texts: readonly string[]) => texts.map((text) => [text]);
  return csvText([
    lines([form.title, ...form.marks, ...opening]),
    ...sections.flatMap(({ title, blocks }) => [lines([title]), ...blocks.map(blockRows)]),
    ...annexes.map(({ number, table }) => [[number], ...tableRows(table)]),
    lines([closing]),
  ]);
}

function blockRows(block: Block): string[][] {
  if (block.kind === 'table') return tableRows(block.table);
  return [[block.kind === 'lines' ? block.label : block.text]];
}

/** One table as comma-separated values below some lines. */
export function tableCsv(heading: readonly string[], table: ReportTable): string {
  return csvText([heading.map((line) => [line]), tableRows(table)]);
}

function tableRows({ caption, columns, rows, total }: ReportTable): string[][] {
  const all = total ? [...rows, total] : rows;
  return [
    [caption],
    columns.map(({ label }) => label),
    ...all.map((row) => row.map((cell) => textOf(cell))),
  ];
}

function csvText(blocks: readonly (readonly (readonly string[])[])[]): string {
  const lines = blocks.map((rows) => rows.map((row) => row.map(csvCell).join(',')).join('\r\n'));
  return `\uFEFF${lines.join('\r\n\r\n')}\r\n`;
}

function textOf(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return numberText(cell);
  if ('day' in cell) return shortDate(cell.day);
  return 'address' in cell ? cell.text : '';
}

/** Quotes what a spreadsheet would split, and disarms what it would run as a formula. */
function csvCell(text: string): string {
  const safe = /^[=+@\t\r-]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
