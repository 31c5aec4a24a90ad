import type { Day } from '../calendar/day.ts';

/**
 * A report as a document without markup: page, Word, Excel and CSV lay out the same blocks, so
 * that none of them can say anything the others do not.
 */
export interface ReportDocument {
  form: ReportForm;
  /** Paragraphs before the first section. */
  opening: string[];
  sections: ReportSection[];
  annexes: ReportAnnex[];
  /** The sentence that ends the report. */
  closing: string;
}

/** What Nghị định 30/2020/NĐ-CP puts around the text of a report. */
export interface ReportForm {
  /** `Báo cáo kết quả … quý III năm 2026 (tạm tính)`: for lists, tabs and document properties. */
  title: string;
  /** What the report is about, below the word BÁO CÁO. */
  subject: string;
  /** `TẠM TÍNH …` and `SỐ LIỆU MẪU …`; none on a report that can be signed. */
  marks: string[];
  /** The body above the issuing one, in lines; none where the law prints none. */
  superior: string[];
  /** The issuing body, in lines. */
  authority: string[];
  /** Number and symbol, with room for the number. */
  number: string;
  /** Place and date, with room for day and month. */
  placeAndDate: string;
  /** The line below the title of an annex. */
  annexNote: string;
  /** Role in which it is signed, in lines; blank where the plan does not say. */
  signer: string[];
  recipients: string[];
}

/** One section of the report, `I` to `VI`. */
export interface ReportSection {
  id: string;
  title: string;
  blocks: Block[];
}

/** One annex: a wide table on pages of its own. */
export interface ReportAnnex {
  id: string;
  /** `Phụ lục I`. */
  number: string;
  title: string;
  table: ReportTable;
}

/** A piece of a section. */
export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'table'; table: ReportTable }
  /** Dotted lines that an officer fills in. */
  | { kind: 'lines'; label: string; lines: number };

/** A table; every row has a cell for each column. */
export interface ReportTable {
  id: string;
  caption: string;
  /** Name of its sheet in a workbook, at most 31 characters. */
  sheet: string;
  columns: ReportColumn[];
  rows: Cell[][];
  /** Whether rows whose first cell says something lead the rows below them. */
  leading?: true;
  /** Sums of the columns marked `sum`; absent where they would add up nothing. */
  total?: Cell[];
}

/** One column. */
export interface ReportColumn {
  label: string;
  /** Width in millimetres on paper. */
  width: number;
  /** `short` is text of a few letters. */
  kind: 'text' | 'short' | 'number' | 'day' | 'link';
  /** Whether equal cells below each other are one on paper. */
  merged?: boolean;
  /** Whether the row below adds it up. */
  sum?: boolean;
}

/**
 * A cell: a text, a number, a day, a link, or room to write. `null` is a number that is not
 * known: it stays blank in every form.
 */
export type Cell = string | number | null | DayCell | LinkCell | RoomCell;
export interface DayCell {
  day: Day;
}
export interface LinkCell {
  text: string;
  /** Address within the section. */
  address: string;
}
/** Dotted room for handwriting. */
export interface RoomCell {
  room: true;
}

export const ROOM: RoomCell = { room: true };

/** Whether a cell leads to a page of the section. */
export function isLink(cell: Cell): cell is LinkCell {
  return typeof cell === 'object' && cell !== null && 'address' in cell;
}

/** A day as a cell; blank where there is none. */
export function dayCell(day: Day | undefined): Cell {
  return day === undefined ? '' : { day };
}

/** The row that adds up the columns marked `sum`, when there is more than one row to add. */
export function withTotal(table: ReportTable, label: string): ReportTable {
  if (table.rows.length < 2) return table;
  const total = table.columns.map((column, index): Cell => {
    if (index === 0) return label;
    return column.sum ? sumOf(table.rows.map((row) => row[index] ?? null)) : '';
  });
  return { ...table, total };
}

/** A sum of nothing known is not known either. */
function sumOf(cells: readonly Cell[]): number | null {
  const known = cells.filter((cell) => typeof cell === 'number');
  return known.length > 0 ? known.reduce((sum, cell) => sum + cell, 0) : null;
}

/** Short ways to say what a column is. */
export const columns = {
  text: (label: string, width: number): ReportColumn => ({ label, width, kind: 'text' }),
  short: (label: string, width: number): ReportColumn => ({ label, width, kind: 'short' }),
  merged: (label: string, width: number): ReportColumn => ({
    label,
    width,
    kind: 'text',
    merged: true,
  }),
  number: (label: string, width: number): ReportColumn => ({ label, width, kind: 'number' }),
  sum: (label: string, width: number): ReportColumn => ({
    label,
    width,
    kind: 'number',
    sum: true,
  }),
  day: (label: string, width: number): ReportColumn => ({ label, width, kind: 'day' }),
  link: (label: string, width: number): ReportColumn => ({ label, width, kind: 'link' }),
};

/** At most so many equal cells are one on paper, so that every page says what its rows are. */
const MERGED_ROWS = 8;

/**
 * How many rows the cell at a place covers: 1 by itself, 0 where one above covers it.
 */
export function rowSpansOf({ columns: heads, rows }: ReportTable): number[][] {
  const spans = rows.map((row) => row.map(() => 1));
  heads.forEach(({ merged }, column) => {
    if (!merged) return;
    let start = 0;
    rows.forEach((row, index) => {
      const same = index > 0 && row[column] === rows[index - 1]?.[column];
      if (!same || index - start >= MERGED_ROWS) start = index;
      else {
        (spans[start] as number[])[column] = index - start + 1;
        (spans[index] as number[])[column] = 0;
      }
    });
  });
  return spans;
}

/** A number as people write it here: `3,5`. */
export function numberText(value: number): string {
  return String(value).replace('.', ',');
}
