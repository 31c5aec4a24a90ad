import type { Day } from '../calendar/day.ts';
import { period } from '../calendar/period.ts';
import { type Breakdown, breakdownOf } from '../report/breakdown.ts';
import { standingArticles } from '../report/posts.ts';
import { reportSpan } from '../report/span.ts';
import { CHANNELS, REFORM_FIELDS, type ReformField } from '../schema/vocabulary.ts';
import type { Store } from '../store/store.ts';
import { barDrawing, columnDrawing, type Drawing } from './chart.ts';

/** A chart with the words and the table that say the same. */
export interface TrendChart {
  id: string;
  title: string;
  /** The chart in words, for who cannot see it. */
  description: string;
  drawing: Drawing;
  /** Names of the series, where there are several. */
  series: string[];
  table: { head: string[]; rows: { name: string; cells: string[] }[] };
  /** What the numbers are of, where the title does not say. */
  note: string;
}

/** The year of a ward's texts: by month, by reform field, by channel, by kind and by origin. */
export interface YearTrend {
  year: string;
  /** Tin, bài and phóng sự that the section published. */
  total: number;
  charts: TrendChart[];
}

/** What fits beside a bar; the table has the full names. */
const SHORT_FIELDS: Record<ReformField, string> = {
  'the-che': 'Thể chế',
  tthc: 'Thủ tục hành chính',
  'bo-may': 'Tổ chức bộ máy',
  'cong-vu': 'Chế độ công vụ',
  'tai-chinh-cong': 'Tài chính công',
  'chinh-quyen-so': 'Chính quyền số',
  'chi-dao-dieu-hanh': 'Chỉ đạo, điều hành',
  'kinh-te-xa-hoi': 'Kinh tế - xã hội',
};

const drawn = new WeakMap<Store, Map<string, YearTrend>>();

/**
 * The trend of a year by a date; reports split the same articles in the same way. Every month of
 * the year shows it, and it is made once.
 */
export function yearTrend(store: Store, asOf: Day, year: string): YearTrend {
  const ofStore = drawn.get(store) ?? new Map<string, YearTrend>();
  drawn.set(store, ofStore);
  const key = `${asOf} ${year}`;
  const trend = ofStore.get(key) ?? madeTrend(store, asOf, year);
  ofStore.set(key, trend);
  return trend;
}

function madeTrend(store: Store, asOf: Day, year: string): YearTrend {
  const span = reportSpan(period(year), asOf);
  const split = breakdownOf(store, standingArticles(store, asOf), span);
  return {
    year,
    total: split.all.total,
    charts: [
      monthChart('the-loai', 'Tin, bài theo tháng', ['Tin', 'Bài', 'Phóng sự'], split, (one) => [
        one.brief,
        one.story,
        one.reportage,
      ]),
      monthChart('nguon', 'Tự viết và đăng lại', ['Tự viết', 'Đăng lại'], split, (one) => [
        one.own,
        one.repost,
      ]),
      fieldChart(split),
      channelChart(split),
    ],
  };
}

function monthChart(
  id: string,
  title: string,
  series: string[],
  split: Breakdown,
  valuesOf: (one: Breakdown['months'][number]) => number[],
): TrendChart {
  const known = new Map(split.months.map((one) => [Number(one.key.slice(5)), valuesOf(one)]));
  const points = Array.from({ length: 12 }, (_, index) => ({
    label: `${index + 1}`,
    values: known.get(index + 1),
  }));
  const name = (label: string) => `Tháng ${label}`;
  return {
    id,
    title,
    description: points
      .flatMap(({ label, values }) => (values ? [`${name(label)}: ${listed(series, values)}`] : []))
      .join('; ')
      .concat('.'),
    drawing: columnDrawing(points),
    series,
    table: {
      head: ['Tháng', ...series, 'Cộng'],
      rows: points.map(({ label, values }) => ({
        name: name(label),
        cells: [...series.map((_, index) => cell(values?.[index])), cell(values && sum(values))],
      })),
    },
    note: 'Tin, bài, phóng sự đăng trên chuyên mục này, theo ngày đăng; không tính bài đã gỡ.',
  };
}

function fieldChart({ fields, fieldless }: Breakdown): TrendChart {
  const named = fields.map(({ key, total }) => ({
    name: REFORM_FIELDS[key as ReformField],
    label: SHORT_FIELDS[key as ReformField],
    value: total,
  }));
  const rest = { name: 'Không ghi lĩnh vực', label: 'Không ghi lĩnh vực', value: fieldless.total };
  const bars = rest.value > 0 ? [...named, rest] : named;
  return barChart('linh-vuc', 'Theo lĩnh vực cải cách hành chính', 'Lĩnh vực', bars, {
    note: 'Một bài có thể thuộc nhiều lĩnh vực nên tổng các dòng có thể lớn hơn số tin, bài.',
  });
}

function channelChart({ channels }: Breakdown): TrendChart {
  const bars = channels.map(({ channel, total }) => ({
    name: CHANNELS[channel],
    label: CHANNELS[channel],
    value: total,
  }));
  return barChart('kenh', 'Theo kênh đã đăng, phát', 'Kênh', bars, {
    note: 'Mỗi bài tính một lần trên một kênh, theo ngày đăng hoặc phát ở kênh đó; bài chỉ mới gửi chưa tính.',
  });
}

function barChart(
  id: string,
  title: string,
  head: string,
  bars: readonly { name: string; label: string; value: number }[],
  { note }: { note: string },
): TrendChart {
  return {
    id,
    title,
    description: bars
      .map(({ name, value }) => `${name}: ${value}`)
      .join('; ')
      .concat('.'),
    drawing: barDrawing(bars),
    series: [],
    table: {
      head: [head, 'Số tin, bài'],
      rows: bars.map(({ name, value }) => ({ name, cells: [`${value}`] })),
    },
    note,
  };
}

function listed(series: readonly string[], values: readonly number[]): string {
  return series.map((name, index) => `${values[index] ?? 0} ${name.toLowerCase()}`).join(', ');
}

/** What is not known yet is a dash, never 0. */
function cell(value: number | undefined): string {
  return value === undefined ? '–' : `${value}`;
}

function sum(values: readonly number[]): number {
  return values.reduce((all, one) => all + one, 0);
}
