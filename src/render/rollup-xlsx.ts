import type { Rollup, Standing } from '../core/rollup/rollup.ts';
import type { RollupView } from '../core/rollup/view.ts';
import { type Sheet, type SheetCell, workbook } from './xlsx/workbook.ts';

/** The province's view as an Excel file; the same files give the same bytes. */
export function rollupXlsx(result: Rollup, view: RollupView): Promise<Uint8Array> {
  const heading = [view.title, ...view.marks];
  const sheets = [
    matrixSheet(result, view, heading),
    trendSheet(result, heading),
    ...(result.rejected.length > 0 ? [rejectedSheet(result, heading)] : []),
  ];
  return workbook(sheets, { title: view.title, author: 'Tổng hợp', asOf: result.asOf });
}

const COUNTS = ['Đạt', 'Thiếu', 'Đang làm', 'Số còn thiếu', 'Tỷ lệ đạt (%)'];

function matrixSheet(result: Rollup, view: RollupView, heading: string[]): Sheet {
  return {
    name: 'Tổng hợp',
    heading: [...heading, view.sentence],
    columns: [
      { label: 'TT', characters: 5 },
      { label: 'Phường, xã', characters: 40 },
      { label: 'Số liệu đến', characters: 13 },
      ...COUNTS.map((label) => ({ label, characters: 10 })),
      ...result.kinds.flatMap(({ label }) => [
        { label: `${label}: kỳ đạt`, characters: 18 },
        { label: `${label}: kỳ thiếu`, characters: 18 },
      ]),
      { label: 'Chỉ tiêu chỉ theo dõi', characters: 12 },
      { label: 'Nguồn', characters: 50 },
    ],
    rows: view.rows.map(({ rank, ward, name }) => [
      rank,
      name,
      { day: ward.asOf },
      ...counts(ward.all),
      ...ward.kinds.flatMap((one) => [one ? one.met : null, one ? one.short : null]),
      ward.trackedRules,
      sourceCell(ward.source),
    ]),
    total: [
      ...['', 'Tất cả', ''],
      ...[result.all.met, result.all.short, result.all.open, result.all.lacking, ''],
      ...result.kinds.flatMap(({ all }) => [all.met, all.short]),
      ...['', ''],
    ],
  };
}

/** One line for each ward and month, as pivot tables want it. */
function trendSheet({ wards, months }: Rollup, heading: string[]): Sheet {
  return {
    name: 'Theo tháng',
    heading: [...heading, 'Theo tháng mà kỳ kết thúc'],
    columns: [
      { label: 'Phường, xã', characters: 40 },
      { label: 'Tháng', characters: 10 },
      ...COUNTS.map((label) => ({ label, characters: 12 })),
    ],
    rows: wards.flatMap((ward) =>
      months.flatMap(({ month }, index): SheetCell[][] => {
        const own = ward.months[index];
        return own ? [[ward.name, month, ...counts(own)]] : [];
      }),
    ),
  };
}

function rejectedSheet({ rejected }: Rollup, heading: string[]): Sheet {
  return {
    name: 'Không dùng được',
    heading: [...heading, 'Tệp không dùng được'],
    columns: [
      { label: 'Tệp, địa chỉ', characters: 60 },
      { label: 'Lý do', characters: 80 },
    ],
    rows: rejected.map(({ source, reason }) => [source, reason]),
  };
}

function counts({ met, short, open, lacking, percent }: Standing): SheetCell[] {
  return [met, short, open, lacking, percent];
}

function sourceCell(source: string): SheetCell {
  return /^https?:\/\//.test(source) ? { text: source, url: source } : source;
}
