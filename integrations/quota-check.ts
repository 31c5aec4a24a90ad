import { type Day, monthOf } from '../src/core/calendar/day.ts';
import { daysLeft, period } from '../src/core/calendar/period.ts';
import { monthName, periodName } from '../src/core/calendar/wording.ts';
import { failures, type QuotaResult, resultOfMonth } from '../src/core/quota/result.ts';
import { JOINT, type Tally } from '../src/core/quota/tally.ts';

/** What the build says of the quotas, and what would stop it. */
export interface QuotaReport {
  lines: string[];
  /** Short tallies of the last ended period of required rules, not closed. */
  failures: Tally[];
}

/** Words the month's shortfalls, and the missed periods a strict build answers for. */
export function quotaReport(result: QuotaResult): QuotaReport {
  const month = monthOf(result.asOf);
  const open = resultOfMonth(result, month).tallies.filter(isMissing);
  const failed = failures(result);
  const lines = [
    `Chỉ tiêu ${monthName(month)} (số liệu tính đến ${result.asOf}${result.sample ? ', SỐ LIỆU MẪU' : ''}):`,
    ...(open.length > 0
      ? open.map(
          (tally) =>
            `  ${nameOf(result, tally)}: còn thiếu ${missing(tally)}${left(tally, result.asOf)}`,
        )
      : ['  Không đơn vị nào còn thiếu.']),
    ...(failed.length > 0
      ? [
          'Kỳ đã qua còn thiếu, chưa khóa sổ:',
          ...failed.map(
            (tally) =>
              `  ${nameOf(result, tally)}, ${periodName(period(tally.period))}: thiếu ${missing(tally)}`,
          ),
        ]
      : []),
  ];
  return { lines, failures: failed };
}

function isMissing(tally: Tally): boolean {
  return tally.status === 'open' || tally.status === 'short';
}

function missing({ required, actual }: Tally): number {
  return (required ?? 0) - actual;
}

function left(tally: Tally, asOf: Day): string {
  return tally.status === 'open' ? `, còn ${daysLeft(tally, asOf)} ngày` : ' (đã hết kỳ)';
}

function nameOf(result: QuotaResult, { rule, subject }: Tally): string {
  const unit = result.departments.find(({ id }) => id === subject)?.name;
  return `${rule} – ${subject === JOINT ? 'chung' : (unit ?? subject)}`;
}
