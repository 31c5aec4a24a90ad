import type { NumberRow, QuotaSheetView, RowHead, YearRow } from '../core/view/quota-sheet.ts';
import type { FullAddress } from './full-address.ts';
import { type Parts, repack } from './reproducible-zip.ts';
import { columnName } from './xlsx/formula.ts';
import { type Sheet, type SheetCell, workbook } from './xlsx/workbook.ts';

/** A number that the sheet computes from others; the value stands beside the formula. */
interface Computed {
  sheet: number;
  /** Row of the table, from 0. */
  row: number;
  column: number;
  formula: (row: number) => string;
}

const HEAD = [
  { label: 'Chỉ tiêu', characters: 14 },
  { label: 'Đơn vị', characters: 46 },
  { label: 'Kỳ', characters: 20 },
] as const;

/** Columns of the numbers, from 0. */
const REQUIRED = 4;
const ACTUAL = 5;
const MISSING = 6;
/** Columns of the year: the first month. */
const FIRST_MONTH = 4;

/**
 * A month as an Excel file: its numbers with what is lacking as formulas, the year, and the
 * posts behind every number. The same input gives the same bytes.
 */
export async function quotaXlsx(
  view: QuotaSheetView,
  fullAddress: FullAddress,
): Promise<Uint8Array> {
  const sheets = [
    judgedSheet(view, fullAddress),
    yearSheet(view),
    ...(view.others.length > 0 ? [othersSheet(view, fullAddress)] : []),
    countedSheet(view, fullAddress),
    notCountedSheet(view, fullAddress),
  ];
  const { title, author, asOf } = view;
  const file = await workbook(sheets, { title, author, asOf });
  return repack(file, (parts) =>
    computedIn(view).reduce((all, one) => write(all, sheets, one), parts),
  );
}

function judgedSheet(view: QuotaSheetView, fullAddress: FullAddress): Sheet {
  const sum = (of: (row: NumberRow) => number) =>
    view.judged.reduce((all, row) => all + of(row), 0);
  return {
    name: view.monthLabel,
    heading: [...view.marks, view.title, view.sentence],
    columns: [...numberColumns(), { label: 'Minh chứng', characters: 12 }],
    rows: view.judged.map((row) => [...numberCells(row), proofLink(row, fullAddress)]),
    ...(view.judged.length > 0 && {
      total: [
        ...['Cộng các dòng', '', '', ''],
        sum(({ required }) => required ?? 0),
        sum(({ actual }) => actual),
        sum(({ missing }) => missing ?? 0),
        ...['', ''],
      ],
    }),
  };
}

function othersSheet(view: QuotaSheetView, fullAddress: FullAddress): Sheet {
  return {
    name: 'Không đánh giá',
    heading: [...view.marks, `${view.title}: theo dõi, chưa tính, chưa đến kỳ`],
    columns: [...numberColumns(), { label: 'Minh chứng', characters: 12 }],
    rows: view.others.map((row) => [...numberCells(row), proofLink(row, fullAddress)]),
  };
}

function yearSheet(view: QuotaSheetView): Sheet {
  const cells = ({ rule, demand, subject, required, months, total }: YearRow): SheetCell[] => [
    ...[rule, demand, subject],
    required,
    ...months,
    total,
  ];
  return {
    name: view.yearLabel,
    heading: [...view.marks, `${view.yearLabel}: số đã tính theo tháng mà kỳ kết thúc`],
    columns: [
      { label: 'Chỉ tiêu', characters: 14 },
      { label: 'Nội dung', characters: 80 },
      { label: 'Đơn vị', characters: 46 },
      { label: 'Phải đạt mỗi kỳ', characters: 10 },
      ...view.months.map((label) => ({ label, characters: 6 })),
      { label: 'Cộng', characters: 8 },
    ],
    rows: view.year.map(cells),
  };
}

function countedSheet(view: QuotaSheetView, fullAddress: FullAddress): Sheet {
  return {
    name: 'Minh chứng',
    heading: [...view.marks, `${view.title}: những gì đã được tính`],
    columns: [...HEAD, { label: 'Ngày tính', characters: 13 }, { label: 'Tên', characters: 80 }],
    rows: view.counted.map((row) => [
      ...headCells(row),
      { day: row.date },
      link(row.title, row.address, fullAddress),
    ]),
  };
}

function notCountedSheet(view: QuotaSheetView, fullAddress: FullAddress): Sheet {
  return {
    name: 'Không tính',
    heading: [...view.marks, `${view.title}: có ngày trong kỳ nhưng không được tính`],
    columns: [...HEAD, { label: 'Tên', characters: 60 }, { label: 'Lý do', characters: 60 }],
    rows: view.notCounted.map((row) => [
      ...headCells(row),
      link(row.title, row.address, fullAddress),
      row.reason,
    ]),
  };
}

function numberColumns() {
  return [
    ...HEAD,
    { label: 'Nội dung', characters: 80 },
    { label: 'Phải đạt', characters: 10 },
    { label: 'Đã đạt', characters: 10 },
    { label: 'Còn thiếu', characters: 10 },
    { label: 'Kết quả', characters: 24 },
  ];
}

function numberCells(row: NumberRow): SheetCell[] {
  const { demand, required, actual, missing, status } = row;
  return [...headCells(row), demand, required, actual, missing, status];
}

function headCells({ rule, subject, period }: RowHead): SheetCell[] {
  return [rule, subject, period];
}

/** A link to the proof, which is of no use without a host. */
function proofLink({ address }: NumberRow, fullAddress: FullAddress): SheetCell {
  const url = fullAddress(address);
  return url ? { text: 'Xem', url } : null;
}

function link(text: string, address: string | null, fullAddress: FullAddress): SheetCell {
  const url = address === null ? undefined : fullAddress(address);
  return url ? { text, url } : { text };
}

/** Missing = required − actual, never below 0; and the year of each row. */
function computedIn({ judged, year, months }: QuotaSheetView): Computed[] {
  const [required, actual] = [columnName(REQUIRED), columnName(ACTUAL)];
  const [first, last] = [columnName(FIRST_MONTH), columnName(FIRST_MONTH + months.length - 1)];
  return [
    ...judged.map((_, row) => ({
      ...{ sheet: 0, row, column: MISSING },
      formula: (line: number) => `MAX(0,${required}${line}-${actual}${line})`,
    })),
    ...year.map((_, row) => ({
      ...{ sheet: 1, row, column: FIRST_MONTH + months.length },
      formula: (line: number) => `SUM(${first}${line}:${last}${line})`,
    })),
  ];
}

/** Puts a formula before the number that already stands in a cell. */
function write(parts: Parts, sheets: readonly Sheet[], one: Computed): Parts {
  const line = (sheets[one.sheet]?.heading.length ?? 0) + 2 + one.row;
  const name = `xl/worksheets/sheet${one.sheet + 1}.xml`;
  const cell = new RegExp(`(<c r="${columnName(one.column)}${line}"[^>]*>)(<v>)`);
  const xml = (parts[name] ?? '').replace(cell, `$1<f>${one.formula(line)}</f>$2`);
  return { ...parts, [name]: xml };
}
