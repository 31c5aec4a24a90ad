import type { Day } from '../../core/calendar/day.ts';
import { tablesOf } from '../../core/view/report.ts';
import {
  type Cell,
  isLink,
  type ReportColumn,
  type ReportDocument,
  type ReportTable,
} from '../../core/view/report-document.ts';
import type { AiringLog } from '../../core/view/report-log.ts';
import type { FullAddress } from '../full-address.ts';
import { type Sheet, type SheetCell, workbook } from './workbook.ts';

/** What a workbook needs to know beside the document. */
export interface ExcelOptions {
  asOf: Day;
  author: string;
  fullAddress: FullAddress;
}

/** A report as an Excel file: its text on the first sheet, each of its tables on one more. */
export function reportXlsx(
  report: ReportDocument,
  { asOf, author, fullAddress }: ExcelOptions,
): Promise<Uint8Array> {
  const { title, marks } = report.form;
  const sheets = [
    textSheet(report),
    ...tablesOf(report).map((table) => tableSheet(table, [title, ...marks], fullAddress)),
  ];
  return workbook(sheets, { title, author, asOf });
}

/** A table as a sheet below the title of what it is part of. */
export function tableSheet(
  table: ReportTable,
  heading: readonly string[],
  fullAddress: FullAddress,
): Sheet {
  const convert = (cell: Cell) => sheetCell(cell, fullAddress);
  return {
    name: table.sheet,
    heading: [...heading, table.caption],
    columns: table.columns.map((column) => ({
      label: column.label,
      characters: charactersOf(column),
    })),
    rows: table.rows.map((row) => row.map(convert)),
    ...(table.total && { total: table.total.map(convert) }),
    ...(table.leading && { strong: (row: readonly SheetCell[]) => row[0] !== '' }),
  };
}

/** What stands between the tables, so that the workbook says all that the page does. */
function textSheet({ form, opening, sections, annexes, closing }: ReportDocument): Sheet {
  const rows = sections.flatMap(({ title, blocks }): SheetCell[][] => [
    [title, ''],
    ...blocks.map((block): SheetCell[] => {
      if (block.kind === 'table') return [block.table.caption, `Trang tính «${block.table.sheet}»`];
      return [block.kind === 'lines' ? block.label : block.text, ''];
    }),
  ]);
  return {
    name: 'Báo cáo',
    heading: [form.authority.join(' '), form.title, ...form.marks],
    columns: [
      { label: 'Nội dung', characters: 110 },
      { label: 'Số liệu ở', characters: 40 },
    ],
    strong: ([first]) => sections.some(({ title }) => title === first),
    rows: [
      ...opening.map((text) => [text, '']),
      ...rows,
      ...annexes.map(({ number, title, table }) => [
        `${number}. ${title}`,
        `Trang tính «${table.sheet}»`,
      ]),
      [closing, ''],
      ['Nơi nhận', form.recipients.join('; ')],
      ['Thẩm quyền ký', form.signer.join(', ')],
    ],
  };
}

function sheetCell(cell: Cell, fullAddress: FullAddress): SheetCell {
  if (typeof cell !== 'object' || cell === null || 'day' in cell) return cell;
  if (!isLink(cell)) return '';
  const url = fullAddress(cell.address);
  // Where the address itself is what is shown, a sheet has room for the whole of it.
  return { text: url && cell.text === cell.address ? url : cell.text, ...(url && { url }) };
}

/** Millimetres on paper as characters of a sheet, which may be wider. */
function charactersOf({ width }: ReportColumn): number {
  return Math.max(9, Math.round(width * 0.7));
}

/** The loudspeaker log of a month as an Excel file. */
export function logXlsx(log: AiringLog, { asOf, author, fullAddress }: ExcelOptions) {
  const heading = [author, log.title, ...log.marks];
  const sheet = tableSheet(log.table, heading, fullAddress);
  return workbook([sheet], { title: log.title, author, asOf });
}
