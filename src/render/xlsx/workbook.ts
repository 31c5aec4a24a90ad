import writeExcelFile, { type Cell as ExcelCell, type Row } from 'write-excel-file/node';
import type { Day } from '../../core/calendar/day.ts';
import { type Parts, repack } from '../reproducible-zip.ts';
import { type Formula, hyperlink, sumBelow } from './formula.ts';
import { withCachedValues, withPrinting, withProperties } from './parts.ts';

/** A cell: text is always text, whatever it begins with; `null` and '' stay blank. */
export type SheetCell = string | number | null | { day: Day } | { text: string; url?: string };

/** One sheet: lines of heading, one table with a frozen head, and its sums. */
export interface Sheet {
  /** At most 31 characters, without `[]/\:*?`. */
  name: string;
  /** Lines above the table. */
  heading: readonly string[];
  columns: readonly { label: string; characters: number }[];
  rows: readonly (readonly SheetCell[])[];
  /** The row of sums: a number is written as the formula that adds up its column. */
  total?: readonly SheetCell[];
  /** Rows in which everything is bold. */
  strong?: (row: readonly SheetCell[]) => boolean;
}

/** What the file says of itself. */
export interface WorkbookFacts {
  title: string;
  author: string;
  /** Stands for the time of writing, so that the same input gives the same bytes. */
  asOf: Day;
}

const LOOK = { fontFamily: 'Times New Roman', fontSize: 11 } as const;
const BORDER = { borderStyle: 'thin', borderColor: '#000000' } as const;
/** Height of a line in points. */
const LINE_HEIGHT = 15;
const WRAPPED = { wrap: true, alignVertical: 'top' } as const;

/** An Excel file with a sheet for each table; the same input gives the same bytes. */
export async function workbook(
  sheets: readonly Sheet[],
  facts: WorkbookFacts,
): Promise<Uint8Array> {
  const file = writeExcelFile(
    sheets.map((sheet) => ({
      sheet: sheet.name,
      data: dataOf(sheet),
      columns: sheet.columns.map(({ characters }) => ({ width: characters })),
      stickyRowsCount: headRow(sheet),
      orientation: 'landscape' as const,
      showGridLines: false,
    })),
    LOOK,
  );
  return repack(await file.toBuffer(), (parts) => {
    const cached = sheets.reduce<Parts>(
      (all, sheet, index) => withCachedValues(all, index, formulasOf(sheet)),
      parts,
    );
    const heads = sheets.map((sheet) => ({ name: sheet.name, row: headRow(sheet) }));
    return withProperties(withPrinting(cached, heads), facts);
  });
}

/** Row of the table's head, counted from 1. */
function headRow({ heading }: Sheet): number {
  return heading.length + 1;
}

function dataOf(sheet: Sheet): Row[] {
  const labels = sheet.columns.map(({ label }) => label);
  const head = sheet.columns.map(
    ({ label }): ExcelCell => ({
      ...{ value: label, type: String, fontWeight: 'bold', align: 'center' },
      ...{ ...BORDER, wrap: true, alignVertical: 'center' },
      height: heightOf(sheet, labels),
    }),
  );
  const first = headRow(sheet) + 1;
  const bold = { fontWeight: 'bold' } as const;
  return [
    ...sheet.heading.map((line): Row => [{ value: line, type: String, ...bold }]),
    head,
    ...sheet.rows.map((row) =>
      row.map((cell) => ({
        ...excelCell(cell),
        ...(sheet.strong?.(row) ? bold : {}),
        height: heightOf(sheet, row),
      })),
    ),
    ...(sheet.total
      ? [sheet.total.map((cell, at) => ({ ...totalCell(sheet, cell, at, first), ...bold }))]
      : []),
  ];
}

/** Rows say their height, for not every reader fits them to wrapped text. */
function heightOf({ columns }: Sheet, row: readonly SheetCell[]): number {
  const lines = row.map((cell, at) => {
    const text =
      typeof cell === 'string'
        ? cell
        : cell && typeof cell === 'object' && 'text' in cell
          ? cell.text
          : '';
    return Math.ceil(text.length / (columns[at]?.characters ?? 1));
  });
  return LINE_HEIGHT * Math.max(1, ...lines);
}

function excelCell(cell: SheetCell): Exclude<ExcelCell, string | number | null | undefined> {
  const look = { ...BORDER, ...WRAPPED };
  if (cell === null || cell === '') return { ...look };
  if (typeof cell === 'string') return { value: cell, type: String, ...look };
  if (typeof cell === 'number') return { value: cell, type: Number, align: 'center', ...look };
  if ('day' in cell) {
    const value = new Date(`${cell.day}T00:00:00Z`);
    return { value, type: Date, format: 'dd/mm/yyyy', align: 'center', ...look };
  }
  const link = hyperlink(cell);
  if (!link) return { value: cell.text, type: String, ...look };
  const underlined = { textColor: '#1f3a8a', textDecoration: { underline: true } } as const;
  return { value: link.text, type: 'Formula', ...underlined, ...look };
}

function totalCell(sheet: Sheet, cell: SheetCell, column: number, first: number) {
  if (typeof cell !== 'number') return excelCell(cell);
  const { text } = sumBelow(column, first, sheet.rows.length, cell);
  return { value: text, type: 'Formula' as const, align: 'center' as const, ...BORDER, ...WRAPPED };
}

/** Every formula of a sheet by its cell's row and column, counted from 0. */
function formulasOf(sheet: Sheet): { row: number; column: number; formula: Formula }[] {
  const first = headRow(sheet);
  const links = sheet.rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) => {
      const formula = typeof cell === 'object' && cell && 'text' in cell && hyperlink(cell);
      return formula ? [{ row: first + row, column, formula }] : [];
    }),
  );
  const sums = (sheet.total ?? []).flatMap((cell, column) => {
    if (typeof cell !== 'number') return [];
    const formula = sumBelow(column, first + 1, sheet.rows.length, cell);
    return [{ row: first + sheet.rows.length, column, formula }];
  });
  return [...links, ...sums];
}
