import { monthOf } from '../calendar/day.ts';
import { monthName } from '../calendar/wording.ts';
import type { LateFiles } from '../schema/records.ts';
import { columnDrawing, type Drawing } from '../trend/chart.ts';
import type { Edition } from './edition.ts';
import { upperFirst } from './names.ts';
import { amountText } from './practice.ts';

type LateMonth = LateFiles['months'][number];

/** One month of late files, in words; what the ward did not write down is absent. */
export interface LateRow {
  /** `Tháng 3`. */
  name: string;
  received?: string;
  late: string;
  /** Share of the files received: `1,2%`. */
  share?: string;
  /** How many letters of apology were sent. */
  apologies?: string;
  /** Numbers of the letters; never a name. */
  documents: readonly string[];
  note?: string;
}

/** The months of a year, newest first, and their sum. */
export interface LateYear {
  year: string;
  rows: LateRow[];
  total: LateRow;
  chart: { title: string; description: string; drawing: Drawing };
}

/** The page of files settled late. */
export interface LateFilesPage {
  /** The newest month in one sentence; absent while there is none. */
  sentence?: string;
  /** The ward's own words of apology. */
  apology?: string;
  /** Newest first. */
  years: LateYear[];
}

/** Files settled late, by month, as far as the months have come. */
export function lateFilesPage({ store, asOf }: Edition): LateFilesPage {
  const { months, apology } = store.lateFiles;
  const known = months
    .filter(({ month }) => month <= monthOf(asOf))
    .sort((a, b) => (a.month < b.month ? 1 : -1));
  const [newest] = known;
  return {
    ...(newest && { sentence: sentenceOf(newest) }),
    ...(apology && { apology }),
    years: [...Map.groupBy(known, ({ month }) => month.slice(0, 4))].map(([year, own]) =>
      yearOf(year, own),
    ),
  };
}

function yearOf(year: string, months: readonly LateMonth[]): LateYear {
  const lateIn = new Map(months.map(({ month, late }) => [Number(month.slice(5)), late]));
  const points = Array.from({ length: 12 }, (_, index) => {
    const late = lateIn.get(index + 1);
    return { label: `${index + 1}`, values: late === undefined ? undefined : [late] };
  });
  return {
    year,
    rows: months.map((one) => rowOf(`Tháng ${Number(one.month.slice(5))}`, one)),
    total: rowOf('Cộng', {
      late: total(months, ({ late }) => late) ?? 0,
      received: total(months, ({ received }) => received),
      apologies: total(months, ({ apologies }) => apologies),
      documents: [],
    }),
    chart: {
      title: `Hồ sơ trễ hạn theo tháng, năm ${year}`,
      description: `${[...lateIn]
        .sort(([a], [b]) => a - b)
        .map(([month, late]) => `Tháng ${month}: ${late} hồ sơ`)
        .join('; ')}.`,
      drawing: columnDrawing(points),
    },
  };
}

function rowOf(name: string, one: Omit<LateMonth, 'month'>): LateRow {
  const { received, late, apologies, documents, note } = one;
  const share = shareOf(late, received);
  return {
    name,
    ...(received !== undefined && { received: amountText(received) }),
    late: amountText(late),
    ...(share && { share }),
    ...(apologies !== undefined && { apologies: amountText(apologies) }),
    documents,
    ...(note && { note }),
  };
}

function sentenceOf({ month, received, late, apologies }: LateMonth): string {
  const name = upperFirst(monthName(month));
  if (late === 0) return `${name}: không có hồ sơ trễ hạn.`;
  const share = shareOf(late, received);
  const of = received === undefined ? '' : ` trong ${amountText(received)} hồ sơ tiếp nhận`;
  const sent = apologies === undefined ? '' : `; đã gửi ${amountText(apologies)} văn bản xin lỗi`;
  return `${name}: ${amountText(late)} hồ sơ trễ hạn${of}${share ? ` (${share})` : ''}${sent}.`;
}

/** A share with one decimal; none without files to share it by. */
function shareOf(late: number, received: number | undefined): string | undefined {
  return received ? amountText(Math.round((late / received) * 1000) / 10, '%') : undefined;
}

/** The sum of what every month knows; unknown where one month does not. */
function total(
  months: readonly LateMonth[],
  of: (month: LateMonth) => number | undefined,
): number | undefined {
  const values = months.map(of);
  return values.includes(undefined)
    ? undefined
    : values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}
