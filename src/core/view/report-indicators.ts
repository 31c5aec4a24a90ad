import type { Report } from '../report/report.ts';
import { type Cell, columns, type ReportSection } from './report-document.ts';

/** Section II: the table of indicators. */
export function indicatorsSection({ indicators }: Report): ReportSection {
  return {
    id: 'so-lieu',
    title: 'II. Bảng số liệu thông tin, tuyên truyền',
    blocks: [
      {
        kind: 'paragraph',
        text: 'Ô số liệu để trống là việc chuyên mục CCHC không theo dõi hoặc chưa được ghi, đơn vị ghi tay khi hoàn thiện báo cáo; để trống không có nghĩa là bằng 0.',
      },
      {
        kind: 'table',
        table: {
          id: 'bang-so-lieu',
          caption: 'Bảng số liệu thông tin, tuyên truyền cải cách hành chính',
          sheet: 'Bảng số liệu',
          leading: true,
          columns: [
            columns.short('TT', 10),
            columns.text('Nội dung', 80),
            columns.short('Đơn vị tính', 22),
            columns.number('Số liệu', 17),
            columns.text('Ghi chú', 36),
          ],
          rows: indicators.map(({ no, label, unit, value, note }): Cell[] => [
            no,
            no === '' ? `– ${label}` : label,
            unit,
            value === undefined ? '' : value,
            note ?? '',
          ]),
        },
      },
    ],
  };
}
