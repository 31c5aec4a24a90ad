import { monthName } from '../calendar/wording.ts';
import type { Share, Split } from '../report/breakdown.ts';
import type { Report } from '../report/report.ts';
import { CHANNELS, REFORM_FIELDS, type ReformField } from '../schema/vocabulary.ts';
import { departmentLink, upperFirst } from './names.ts';
import {
  type Block,
  type Cell,
  columns,
  type ReportColumn,
  type ReportSection,
  type ReportTable,
  withTotal,
} from './report-document.ts';

/** Section III: tin, bài by department, channel, reform field and month. */
export function breakdownSection(report: Report): ReportSection {
  const { store, breakdown } = report;
  const { departments, fields, months } = breakdown;
  const department = ({ key }: Share) => departmentLink(store, key).label;
  const field = ({ key }: Share) => REFORM_FIELDS[key as ReformField];
  return {
    id: 'chi-tiet',
    title: 'III. Tin, bài theo đơn vị, kênh, lĩnh vực, tháng',
    blocks: [
      {
        kind: 'paragraph',
        text: '«Cộng» là tổng tin, bài, phóng sự; «tự viết» và «đăng lại» là cách chia của tổng này. Ảnh, video đếm riêng.',
      },
      ...part('1. Theo đơn vị', sharesTable('don-vi', 'Đơn vị', departments, department), true),
      ...part('2. Theo kênh', channelsTable(report)),
      ...part('3. Theo lĩnh vực', sharesTable('linh-vuc', 'Lĩnh vực', fields, field)),
      { kind: 'paragraph', text: fieldsNote(breakdown.fieldless) },
      ...part('4. Theo tháng', sharesTable('thang', 'Tháng', months, monthOfShare), true),
    ],
  };
}

function part(heading: string, table: ReportTable, total = false): Block[] {
  return [
    { kind: 'heading', text: heading },
    { kind: 'table', table: total ? withTotal(table, 'Cộng') : table },
  ];
}

function monthOfShare({ key }: Share): string {
  return upperFirst(monthName(key));
}

function fieldsNote(fieldless: Split): string {
  const rest = fieldless.total > 0 ? ` ${fieldless.total} tin, bài chưa ghi lĩnh vực nào.` : '';
  return `Một tin, bài có thể thuộc nhiều lĩnh vực nên không cộng các dòng.${rest}`;
}

const SPLIT_LABELS: readonly (readonly [keyof Split, string])[] = [
  ['brief', 'Tin'],
  ['story', 'Bài'],
  ['reportage', 'Phóng sự'],
  ['total', 'Cộng'],
  ['own', 'Tự viết'],
  ['repost', 'Đăng lại'],
];

function sharesTable(
  id: string,
  label: string,
  shares: readonly Share[],
  nameOf: (share: Share) => string,
): ReportTable {
  return {
    id,
    caption: `Tin, bài đăng trên Trang thông tin điện tử và lượt phát thanh theo ${label.toLowerCase()}`,
    sheet: `Theo ${label.toLowerCase()}`,
    columns: [columns.text(label, 53), ...splitColumns(), columns.sum('Lượt phát thanh', 16)],
    rows: shares.map((share): Cell[] => [nameOf(share), ...splitCells(share), share.airings]),
  };
}

function channelsTable({ breakdown }: Report): ReportTable {
  return {
    id: 'kenh',
    caption: 'Tin, bài đã gửi, đã đăng hoặc phát theo kênh',
    sheet: 'Theo kênh',
    columns: [
      columns.text('Kênh', 39),
      columns.sum('Đã gửi', 14),
      ...splitColumns(),
      columns.sum('Lượt phát', 16),
    ],
    rows: breakdown.channels.map((one): Cell[] => [
      CHANNELS[one.channel],
      one.sent,
      ...splitCells(one),
      one.airings,
    ]),
  };
}

function splitColumns(): ReportColumn[] {
  return [
    ...SPLIT_LABELS.map(([, label]) => columns.sum(label, 14)),
    columns.sum('Ảnh, video', 12),
  ];
}

function splitCells(split: Split): Cell[] {
  return [...SPLIT_LABELS.map(([key]) => split[key]), split.photo + split.video];
}
