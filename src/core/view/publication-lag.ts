import { addresses } from '../address.ts';
import type { Day } from '../calendar/day.ts';
import { LAG_VERDICTS, type LagSummary, type LagVerdict } from '../plan/lag.ts';
import type { Store } from '../store/store.ts';
import type { FactValue } from './link.ts';
import { upperFirst } from './names.ts';
import { deskValue } from './obligation-row.ts';

/** One announced change and the days until it was published. */
export interface LagRow {
  title: string;
  address: string;
  /** `Quyết định 9/QĐ-UBND`, as the announcement cites it. */
  decision: string;
  department: FactValue;
  since: Day;
  /** What the days are counted from, where the day of receipt was not written down. */
  sinceNote?: string;
  published: Day;
  days: number;
  verdict: LagVerdict;
  verdictName: string;
  /** Whether citizens were told after a change had taken effect. */
  afterEffect: boolean;
}

/** The lags of a plan's year. */
export interface LagView {
  sentence: string;
  /** What the verdicts mean in this ward. */
  thresholds: string;
  rows: LagRow[];
}

/** Lags in words; nothing to publish is told as such, and is no failure. */
export function lagView(store: Store, asOf: Day, summary: LagSummary, year: number): LagView {
  const { publishDays, lateDays } = store.ward.thresholds;
  return {
    sentence: sentenceOf(summary, year),
    thresholds: `Kịp thời: đăng trong ${publishDays} ngày từ khi nhận quyết định; chậm: quá ${lateDays} ngày. Hai mức này do ${store.ward.name} đặt.`,
    rows: summary.lags.map(({ entry, since, received, days, verdict, afterEffect }) => ({
      title: entry.data.title,
      address: addresses.procedureChange(entry.id),
      decision: entry.data.decision.number,
      department: deskValue(store, asOf, entry.data.department),
      since,
      ...(!received && { sinceNote: 'ngày ký; chưa ghi ngày nhận' }),
      published: entry.data.date,
      days,
      verdict,
      verdictName: upperFirst(LAG_VERDICTS[verdict]),
      afterEffect,
    })),
  };
}

/** A mean as people write it: `4,6`; whole numbers stay whole. */
export function decimalText(value: number): string {
  return String(Math.round(value * 10) / 10).replace('.', ',');
}

function sentenceOf({ lags, average, byVerdict }: LagSummary, year: number): string {
  if (average === undefined) {
    return `Năm ${year} chưa có quyết định thay đổi thủ tục nào được đăng, nên chưa có gì để tính.`;
  }
  const { timely, slow, late } = byVerdict;
  const counts = [
    `${timely} ${LAG_VERDICTS.timely}`,
    ...(slow > 0 ? [`${slow} ${LAG_VERDICTS.slow}`] : []),
    ...(late > 0 ? [`${late} ${LAG_VERDICTS.late}`] : []),
  ];
  return `${lags.length} thông báo, trung bình ${decimalText(average)} ngày từ khi nhận quyết định đến khi đăng: ${counts.join(', ')}.`;
}
