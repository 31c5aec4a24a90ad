import { monthName, shortDate } from '../calendar/wording.ts';
import type { Rollup, RollupWard, Standing } from './rollup.ts';

/** A cell of the province's table, in words and with a tone for its colour. */
export interface RollupCell {
  text: string;
  /** Said beside the number: `thiếu 3`. */
  note: string;
  tone: 'good' | 'fair' | 'poor' | 'none';
}

/** The province's view in words: what page and sheet print. */
export interface RollupView {
  title: string;
  marks: string[];
  sentence: string;
  /** What the numbers mean. */
  notes: string[];
  kinds: { label: string; wards: string }[];
  rows: { rank: number; ward: RollupWard; name: string; all: RollupCell; kinds: RollupCell[] }[];
  months: { name: string; short: string; cell: RollupCell }[];
  trends: { name: string; cells: RollupCell[] }[];
  rejected: Rollup['rejected'];
}

/** Shares from which a ward stands well, and fairly. */
const GOOD = 90;
const FAIR = 60;

const NOTES = [
  'Mỗi ô: số kỳ đạt trên số kỳ đã xét trong năm, tính theo từng đơn vị và từng chỉ tiêu bắt buộc của kế hoạch mỗi phường, xã. Kỳ đạt trước hạn được tính là đạt; kỳ chưa hết mà chưa đạt ghi «đang làm» và chưa xét.',
  'Các phường, xã có kế hoạch khác nhau nên con số nói mức hoàn thành kế hoạch của chính mình, không so khối lượng công việc.',
  'Chỉ tiêu chỉ theo dõi không được xét. Xếp từ tỷ lệ đạt thấp nhất.',
];

/** Puts a roll-up into words. */
export function rollupView(result: Rollup): RollupView {
  const { asOf, wards, kinds, months, all } = result;
  return {
    title: `Chỉ tiêu tuyên truyền cải cách hành chính năm ${result.year} của ${wards.length} phường, xã`,
    marks: [
      ...(result.sample ? ['SỐ LIỆU MẪU'] : []),
      `Tạm tính, tổng hợp đến ${shortDate(asOf)} từ số liệu các phường, xã công bố`,
    ],
    sentence: sentenceOf(all, wards),
    notes: NOTES,
    kinds: kinds.map(({ label, wards: count }) => ({ label, wards: `${count} phường, xã` })),
    rows: wards.map((ward, index) => ({
      rank: index + 1,
      ward,
      name: wardName(ward, asOf),
      all: wholeOf(ward),
      kinds: ward.kinds.map(cellOf),
    })),
    months: months.map(({ month, all: standing }) => ({
      name: monthName(month),
      short: `T${Number(month.slice(5))}`,
      cell: cellOf(standing),
    })),
    trends: wards.map((ward) => ({ name: ward.name, cells: ward.months.map(cellOf) })),
    rejected: result.rejected,
  };
}

/** `45,8%`, as Vietnamese writes decimals. */
export function percentText(percent: number): string {
  return `${String(percent).replace('.', ',')}%`;
}

function sentenceOf(all: Standing, wards: readonly RollupWard[]): string {
  if (wards.length === 0) return 'Không có tệp nào dùng được.';
  if (all.percent === null) return 'Chưa có kỳ nào được xét.';
  const behind = wards.filter((ward) => ward.all.short > 0).length;
  const running = all.open > 0 ? `; ${all.open} kỳ đang làm` : '';
  return `${all.met}/${all.met + all.short} kỳ đạt (${percentText(all.percent)}); ${behind} phường, xã có kỳ thiếu${running}.`;
}

function wardName({ name, sample, asOf: own }: RollupWard, asOf: string): string {
  const marks = [
    ...(sample ? ['SỐ LIỆU MẪU'] : []),
    ...(own < asOf ? [`số liệu đến ${shortDate(own)}`] : []),
  ];
  return marks.length > 0 ? `${name} (${marks.join(', ')})` : name;
}

/** The ward as a whole; one whose plan demands nothing is not a blank. */
function wholeOf(ward: RollupWard): RollupCell {
  const { met, short, open } = ward.all;
  if (met + short + open > 0 || ward.trackedRules === 0) return cellOf(ward.all);
  return { text: 'chỉ theo dõi', note: `${ward.trackedRules} chỉ tiêu`, tone: 'none' };
}

function cellOf(standing: Standing | null): RollupCell {
  if (!standing) return { text: '–', note: '', tone: 'none' };
  const { met, short, open, lacking, percent } = standing;
  const note = [
    ...(short > 0 ? [`thiếu ${lacking}`] : []),
    ...(open > 0 ? [`${open} đang làm`] : []),
  ].join(', ');
  if (percent === null) return { text: open > 0 ? 'chưa xét' : '–', note, tone: 'none' };
  const tone = percent >= GOOD ? 'good' : percent >= FAIR ? 'fair' : 'poor';
  return { text: `${met}/${met + short} (${percentText(percent)})`, note, tone };
}
