import {
  AlignmentType,
  BorderStyle,
  ExternalHyperlink,
  LeaderType,
  Paragraph,
  type ParagraphChild,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { shortDate } from '../../core/calendar/wording.ts';
import {
  type Cell,
  numberText,
  type ReportColumn,
  type ReportTable,
  rowSpansOf,
} from '../../core/view/report-document.ts';
import type { FullAddress } from '../full-address.ts';
import { twips } from './measure.ts';
import { STYLES } from './styles.ts';

/** Left and right inside a cell, in millimetres. */
const PADDING = 1.2;
const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const LINES = {
  ...{ top: LINE, bottom: LINE, left: LINE, right: LINE },
  ...{ insideHorizontal: LINE, insideVertical: LINE },
};
/** Lines of dots in a cell that an officer writes in. */
const ROOM_LINES = 2;
/** A table of about so many lines stays on one page; a longer one may break between rows. */
const KEPT_LINES = 24;
/** Width of a letter of the text of tables, in millimetres. */
const LETTER = 2;

/** A real table: its head repeats on every page, and no row is torn apart. */
export function wordTable(table: ReportTable, fullAddress: FullAddress): Table {
  const spans = rowSpansOf(table);
  const widths = table.columns.map(({ width }) => twips(width));
  const rows = table.total ? [...table.rows, table.total] : table.rows;
  const kept = linesOf(table, rows) <= KEPT_LINES ? rows.length - 1 : 0;
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    borders: LINES,
    margins: { left: twips(PADDING), right: twips(PADDING) },
    rows: [
      headOf(table),
      ...rows.map((row, index) =>
        rowOf(table, row, {
          fullAddress,
          spanOf: (column) => spans[index]?.[column] ?? 1,
          bold: row === table.total || (table.leading === true && row[0] !== ''),
          keepNext: index < kept,
        }),
      ),
    ],
  });
}

/** About how many lines the rows of a table take. */
function linesOf({ columns }: ReportTable, rows: readonly (readonly Cell[])[]): number {
  const linesIn = (cell: Cell | undefined, width: number) =>
    typeof cell === 'string' ? Math.ceil((cell.length * LETTER) / (width - 2 * PADDING)) : 1;
  return rows.reduce(
    (sum, row) => sum + Math.max(1, ...columns.map(({ width }, at) => linesIn(row[at], width))),
    0,
  );
}

/** How a row is laid out. */
interface RowLook {
  fullAddress: FullAddress;
  /** How many rows a cell covers; 0 where one above covers it. */
  spanOf: (column: number) => number;
  bold: boolean;
  keepNext: boolean;
}

function headOf({ columns }: ReportTable): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(
      ({ label, width }) =>
        new TableCell({
          width: { size: twips(width), type: WidthType.DXA },
          verticalAlign: VerticalAlignTable.CENTER,
          children: [new Paragraph({ style: STYLES.tableHead, text: label })],
        }),
    ),
  });
}

function rowOf({ columns }: ReportTable, row: readonly Cell[], look: RowLook): TableRow {
  return new TableRow({
    cantSplit: true,
    children: columns.flatMap((column, index) => {
      const rowSpan = look.spanOf(index);
      if (rowSpan === 0) return [];
      return new TableCell({
        width: { size: twips(column.width), type: WidthType.DXA },
        ...(rowSpan > 1 && { rowSpan }),
        children: paragraphsOf(row[index] ?? null, column, look),
      });
    }),
  });
}

function paragraphsOf(cell: Cell, column: ReportColumn, look: RowLook): Paragraph[] {
  if (typeof cell === 'object' && cell !== null && 'room' in cell) {
    return Array.from({ length: ROOM_LINES }, () =>
      dots(column.width - 2 * PADDING, look.keepNext),
    );
  }
  const centred = column.kind === 'number' || column.kind === 'day';
  return [
    new Paragraph({
      style: STYLES.table,
      keepNext: look.keepNext,
      ...(centred && { alignment: AlignmentType.CENTER }),
      children: runsOf(cell, look),
    }),
  ];
}

function runsOf(cell: Cell, { fullAddress, bold }: RowLook): ParagraphChild[] {
  if (cell === null || cell === '') return [];
  if (typeof cell === 'string') return [new TextRun({ text: cell, bold })];
  if (typeof cell === 'number') return [new TextRun({ text: numberText(cell), bold })];
  if ('day' in cell) return [new TextRun({ text: shortDate(cell.day), bold })];
  if (!('address' in cell)) return [];
  const link = fullAddress(cell.address);
  if (!link) return [new TextRun({ text: cell.text, bold })];
  const run = new TextRun({ text: cell.text, style: 'Hyperlink' });
  return [new ExternalHyperlink({ link, children: [run] })];
}

/** A line of dots as wide as the place it stands in, in millimetres. */
function dots(width: number, keepNext: boolean): Paragraph {
  return new Paragraph({
    style: STYLES.table,
    keepNext,
    tabStops: [{ type: TabStopType.RIGHT, position: twips(width), leader: LeaderType.DOT }],
    children: [new TextRun({ children: [new Tab()] })],
  });
}
