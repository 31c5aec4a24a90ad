import type { Report } from '../report/report.ts';
import {
  type Block,
  type Cell,
  columns,
  type ReportSection,
  type ReportTable,
  ROOM,
  withTotal,
} from './report-document.ts';
import {
  demandText,
  leadsText,
  periodsWithNumbers,
  reasonsText,
  subjectText,
} from './report-wording.ts';

/** Section V: what was not reached; why, only the officer knows. */
export function gapsSection(report: Report): ReportSection {
  return {
    id: 'ton-tai',
    title: 'V. Tồn tại, hạn chế và nguyên nhân',
    blocks: [
      ...gapBlocks(report),
      ...lateBlocks(report),
      { kind: 'lines', label: 'Khó khăn, hạn chế khác và nguyên nhân:', lines: 3 },
    ],
  };
}

function gapBlocks({ store, gaps }: Report): Block[] {
  if (gaps.length === 0) {
    return [
      { kind: 'paragraph', text: 'Không có chỉ tiêu bắt buộc nào thiếu ở các kỳ đã kết thúc.' },
    ];
  }
  const table: ReportTable = {
    id: 'chua-dat',
    caption: 'Chỉ tiêu chưa đạt',
    sheet: 'Chưa đạt',
    columns: [
      columns.merged('Chỉ tiêu', 34),
      columns.text('Đơn vị', 31),
      columns.text('Kỳ thiếu (đã làm/phải đạt)', 28),
      columns.sum('Còn thiếu', 13),
      columns.text('Nội dung không được tính', 30),
      columns.text('Nguyên nhân', 29),
    ],
    rows: gaps.map(({ rule, subject, tallies, lacking, reasons }): Cell[] => [
      demandText(rule),
      subjectText(store, subject),
      periodsWithNumbers(tallies),
      lacking,
      reasonsText(reasons),
      ROOM,
    ]),
  };
  return [
    {
      kind: 'paragraph',
      text: 'Chỉ tiêu chưa đạt ở các kỳ đã kết thúc; cột nguyên nhân do đơn vị ghi:',
    },
    { kind: 'table', table: withTotal(table, 'Cộng') },
  ];
}

function lateBlocks({ store, lateTasks }: Report): Block[] {
  if (lateTasks.length === 0) return [];
  const table: ReportTable = {
    id: 'nhiem-vu-cham',
    caption: 'Nhiệm vụ chậm',
    sheet: 'Nhiệm vụ chậm',
    columns: [
      columns.short('Số', 17),
      columns.text('Nhiệm vụ', 53),
      columns.text('Chủ trì', 34),
      columns.text('Tình trạng', 34),
      columns.text('Nguyên nhân', 27),
    ],
    rows: lateTasks.map(({ task, judgement }): Cell[] => [
      task.no,
      task.text,
      leadsText(store, task),
      judgement?.reason ?? '',
      ROOM,
    ]),
  };
  return [
    { kind: 'paragraph', text: 'Nhiệm vụ chậm so với thời hạn của kế hoạch:' },
    { kind: 'table', table },
  ];
}
