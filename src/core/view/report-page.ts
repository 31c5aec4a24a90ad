import { addresses } from '../address.ts';
import { type Day, monthOf } from '../calendar/day.ts';
import { hasEnded } from '../calendar/period.ts';
import { monthName } from '../calendar/wording.ts';
import type { QuotaResult } from '../quota/result.ts';
import type { Report } from '../report/report.ts';
import { reportYears, spanName, yearPeriods } from '../report/span.ts';
import type { Store } from '../store/store.ts';
import type { Link } from './link.ts';
import { upperFirst } from './names.ts';
import { type FileFacts, reportFileName } from './report-form.ts';
import { logMonths } from './report-log.ts';

/** A file of a report that can be downloaded. */
export interface ReportFile {
  /** `.docx` */
  extension: string;
  label: string;
  about: string;
  address: string;
  /** Name to save it under; says when the numbers are not final. */
  name: string;
}

/** One period of a year. */
export interface ReportPeriod {
  /** `Quý III năm 2026`. */
  name: string;
  /** Absent while the period has not begun. */
  address?: string;
  /** `đã kết thúc`, `đang diễn ra`, `chưa đến kỳ`. */
  state: string;
  files: ReportFile[];
}

/** All reports of a ward. */
export interface ReportIndex {
  years: { year: number; periods: ReportPeriod[] }[];
  /** The months of the loudspeaker log, newest first. */
  logs: Link[];
}

const KINDS = [
  { extension: 'docx', label: 'Văn bản Word (.docx)', about: 'để hoàn thiện, ký và gửi' },
  { extension: 'xlsx', label: 'Bảng tính Excel (.xlsx)', about: 'mỗi bảng một trang tính' },
  { extension: 'csv', label: 'Bảng số liệu (.csv)', about: 'mọi bảng trong một tệp' },
] as const;

/** The files of a report, under the addresses that pages name. */
export function reportFiles(facts: FileFacts): ReportFile[] {
  return KINDS.map(({ extension, label, about }) => ({
    extension: `.${extension}`,
    label,
    about,
    address: addresses.reportFile(facts.period.label, extension),
    name: `${reportFileName(facts)}.${extension}`,
  }));
}

/** The files of a report that is made. */
export function filesOfReport({ store, span, asOf, sample }: Report): ReportFile[] {
  return reportFiles({ ward: store.ward, period: span.period, asOf, sample });
}

/** Every period of every plan year, and the months of the loudspeaker log. */
export function reportIndex(store: Store, { asOf, sample }: QuotaResult): ReportIndex {
  return {
    years: reportYears(store, asOf).map((year) => ({
      year,
      periods: yearPeriods(year).map((period): ReportPeriod => {
        const name = upperFirst(spanName(period));
        if (period.from > asOf) return { name, state: 'chưa đến kỳ', files: [] };
        return {
          name,
          address: addresses.report(period.label),
          state: hasEnded(period, asOf) ? 'đã kết thúc' : 'đang diễn ra, số liệu tạm tính',
          files: reportFiles({ ward: store.ward, period, asOf, sample }),
        };
      }),
    })),
    logs: logMonths(store, asOf).map(logLink),
  };
}

/** A month of the loudspeaker log as a link. */
export function logLink(month: string): Link {
  return { label: upperFirst(monthName(month)), address: addresses.airingLog(month) };
}

/** The month that the log opens with: the newest, or the current one before there is any. */
export function openingLogMonth(store: Store, asOf: Day): string {
  return logMonths(store, asOf)[0] ?? monthOf(asOf);
}
