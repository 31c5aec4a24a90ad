import { addresses } from '../address.ts';
import { monthOf } from '../calendar/day.ts';
import { hasEnded, period } from '../calendar/period.ts';
import { type QuotaResult, resultOfMonth } from '../quota/result.ts';

/** A file of a month that can be downloaded. */
export interface QuotaFile {
  /** `Bảng tính Excel (.xlsx)`. */
  label: string;
  /** What is in it. */
  about: string;
  address: string;
  /** Name to save it under; says when the numbers are not final. */
  name: string;
}

const KINDS = [
  {
    extension: 'xlsx',
    label: 'Bảng tính Excel (.xlsx)',
    about: 'ma trận, công thức, minh chứng có liên kết',
  },
  { extension: 'csv', label: 'Bảng số liệu (.csv)', about: 'mỗi dòng một số liệu' },
  { extension: 'json', label: 'Dữ liệu (.json)', about: 'cho phần mềm khác, có đủ minh chứng' },
] as const;

/** The files of a month, under the addresses that the page names. */
export function quotaFiles(result: QuotaResult, month: string): QuotaFile[] {
  const suffix = isProvisional(result, month) ? '-tam-tinh' : '';
  const sample = result.sample ? '-so-lieu-mau' : '';
  return KINDS.map(({ extension, label, about }) => ({
    label,
    about,
    address: addresses.quotaMonthFile(month, extension),
    name: `chi-tieu-${result.ward.id}-${month}${suffix}${sample}.${extension}`,
  }));
}

/** What the files of a month hold: the periods that end in it. */
export function quotaMonthResult(result: QuotaResult, month: string): QuotaResult {
  return resultOfMonth(result, month);
}

/** Whether a month's numbers can still change of themselves: some of its periods have not ended. */
export function isProvisional(result: QuotaResult, month: string): boolean {
  const running = result.tallies.some(
    (tally) => monthOf(tally.to) === month && !hasEnded(tally, result.asOf) && !tally.closed,
  );
  return running || !hasEnded(period(month), result.asOf);
}
