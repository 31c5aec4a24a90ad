import { type Day, monthOf } from '../calendar/day.ts';
import { period } from '../calendar/period.ts';
import { monthName, shortDate } from '../calendar/wording.ts';
import { bearing } from '../quota/bearing.ts';
import { type Airing, airingsBetween } from '../report/posts.ts';
import { reportSpan } from '../report/span.ts';
import { GENRES } from '../schema/vocabulary.ts';
import { existing, hasSamples, type Store } from '../store/store.ts';
import { isWithdrawn } from './edition.ts';
import { departmentLink, upperFirst, wardInSentence } from './names.ts';
import {
  type Cell,
  columns,
  dayCell,
  type ReportTable,
  ROOM,
  withTotal,
} from './report-document.ts';
import { areasText } from './report-lists.ts';

/** The loudspeaker log (sổ nhật ký phát thanh) of one month. */
export interface AiringLog {
  month: string;
  /** `Nhật ký phát thanh tháng 9 năm 2026`. */
  title: string;
  /** `Tháng 9 năm 2026`. */
  name: string;
  /** `phường Uông Bí`. */
  ward: string;
  marks: string[];
  table: ReportTable;
  /** `31 lượt phát`. */
  count: string;
}

/** The months in which anything was aired by a date, newest first. */
export function logMonths(store: Store, asOf: Day): string[] {
  const aired = airingsUntil(store, asOf, '0000-01-01', asOf);
  return [...new Set(aired.map(({ date }) => monthOf(date)))].sort().reverse();
}

/** The log of a month. What was aired was aired: texts withdrawn later stay in it. */
export function airingLog(store: Store, asOf: Day, month: string): AiringLog {
  const { from, until, ended } = reportSpan(period(month), asOf);
  const airings = airingsUntil(store, asOf, from, until);
  const name = monthName(month);
  return {
    month,
    title: `Nhật ký phát thanh ${name}`,
    name: upperFirst(name),
    ward: wardInSentence(store.ward),
    marks: [
      ...(ended ? [] : [`TẠM TÍNH, số liệu đến ${shortDate(until)}`]),
      ...(hasSamples(store) ? ['SỐ LIỆU MẪU, không phải số liệu chính thức'] : []),
    ],
    table: logTable(store, asOf, name, airings),
    count: `${airings.length} lượt phát`,
  };
}

function logTable(store: Store, asOf: Day, name: string, airings: readonly Airing[]): ReportTable {
  const table: ReportTable = {
    id: 'nhat-ky',
    caption: `Các lượt phát thanh ${name}`,
    sheet: 'Nhật ký phát thanh',
    columns: [
      columns.number('TT', 10),
      columns.day('Ngày', 22),
      columns.short('Giờ', 14),
      columns.text('Nội dung', 66),
      columns.short('Thể loại', 18),
      columns.text('Đơn vị', 36),
      columns.sum('Thời lượng (phút)', 20),
      columns.text('Địa bàn', 26),
      columns.text('Người đọc', 20),
      columns.text('Ký duyệt', 20),
    ],
    rows: airings.map((airing, index): Cell[] => {
      const { data } = airing.entry;
      const gone = isWithdrawn(airing.entry, asOf) ? ' (bài đã gỡ)' : '';
      return [
        index + 1,
        dayCell(airing.date),
        airing.time ?? '',
        `${data.title}${gone}`,
        GENRES[data.genre],
        departmentLink(store, data.department).label,
        airing.minutes ?? null,
        areasText(airing),
        ROOM,
        ROOM,
      ];
    }),
  };
  return withTotal(table, 'Cộng');
}

function airingsUntil(store: Store, asOf: Day, from: Day, until: Day): Airing[] {
  const days = { from, until };
  return airingsBetween(existing(bearing(store.articles, days), asOf), days);
}
