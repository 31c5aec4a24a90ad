import { type Day, yearOf } from '../calendar/day.ts';
import type { Indices } from '../schema/records.ts';
import { slugify } from '../text/slug.ts';
import { barDrawing, type Drawing } from '../trend/chart.ts';
import type { Citation } from './citation.ts';
import type { Edition } from './edition.ts';
import { amountText } from './practice.ts';

type IndexValue = Indices['indices'][number];

/** One year of an index as its table shows it; a side that was not published is absent. */
export interface IndexRow {
  year: number;
  value?: string;
  rank?: string;
  source: Citation;
}

/** One index over the years, of one thing and in one unit. */
export interface IndexSeries {
  /** Its anchor. */
  id: string;
  name: string;
  /** What it is measured of: `cấp xã`, `toàn tỉnh`. */
  scope?: string;
  /** `Năm 2025: 91,2 điểm, xếp hạng 3/54`. */
  latest: string;
  /** Oldest year first, as a trend is read. */
  rows: IndexRow[];
  /** Only where at least two years have values: one number needs no picture. */
  chart?: { title: string; description: string; drawing: Drawing };
}

/**
 * The indices that others measured and published by a date, those with the newest year first.
 * The section computes no index and shows none without its source.
 */
export function indexSeries({ store, asOf }: Edition): IndexSeries[] {
  const published = store.indices.indices.filter((one) => isPublished(one, asOf));
  return [...Map.groupBy(published, ({ index, scope, unit }) => [index, scope, unit].join('|'))]
    .map(([, values]) => seriesOf(values))
    .sort((a, b) => newestYear(b) - newestYear(a) || (a.id < b.id ? -1 : 1));
}

function seriesOf(values: readonly IndexValue[]): IndexSeries {
  const rows = values.toSorted((a, b) => a.year - b.year).map(rowOf);
  const { index: name = '', scope } = values[0] ?? {};
  const last = rows.at(-1);
  const title = `${name} qua các năm`;
  const bars = values
    .toSorted((a, b) => a.year - b.year)
    .flatMap(({ year, value, unit }) =>
      value === undefined
        ? []
        : [{ label: `Năm ${year}`, value, text: amountText(value, unit === '%' ? unit : '') }],
    );
  return {
    id: slugify([name, scope].filter(Boolean).join(' ')),
    name,
    ...(scope && { scope }),
    latest: last ? `Năm ${last.year}: ${said(last)}` : '',
    rows,
    ...(bars.length > 1 && {
      chart: {
        title,
        description: `${bars.map(({ label, text }) => `${label}: ${text}`).join('; ')}.`,
        drawing: barDrawing(bars),
      },
    }),
  };
}

function rowOf({ year, value, unit, rank, source }: IndexValue): IndexRow {
  return {
    year,
    ...(value !== undefined && { value: amountText(value, unit) }),
    ...(rank && { rank }),
    source,
  };
}

function said({ value, rank }: IndexRow): string {
  return [value, rank && `xếp hạng ${rank}`].filter(Boolean).join(', ') || 'chưa có giá trị';
}

function newestYear({ rows }: IndexSeries): number {
  return rows.at(-1)?.year ?? 0;
}

/** Known on the date: by the date of its source, else by the year it measures. */
function isPublished({ year, source }: IndexValue, asOf: Day): boolean {
  return source.date ? source.date <= asOf : year <= yearOf(asOf);
}
