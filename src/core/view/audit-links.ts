import type { AuditFacts } from '../audit/facts.ts';
import { deadLinks } from '../audit/link-check.ts';
import { type Day, daysBetween } from '../calendar/day.ts';
import { shortDate } from '../calendar/wording.ts';
import { LINK_FAULTS } from '../schema/records.ts';
import { type AuditEntry, auditEntries, auditEntry } from './audit-entry.ts';
import type { Edition } from './edition.ts';

/** A dead address elsewhere and who links to it. */
export interface DeadLinkRow {
  url: string;
  /** `trang không còn (404), từ lần kiểm tra ngày 06/3/2026`. */
  fault: string;
  users: AuditEntry[];
}

/** What the last check of addresses elsewhere found. */
export interface LinkSection {
  /** Absent while there was no check. */
  checkedOn?: Day;
  /** When it was made, and on what. */
  sentence: string;
  rows: DeadLinkRow[];
}

/** The check is weekly; after so many days one was missed. */
const CHECK_DAYS = 14;

/** Dead addresses that published entries still link to. */
export function linkSection(edition: Edition, facts: AuditFacts): LinkSection {
  const { store, asOf } = edition;
  const check = store.linkCheck;
  if (!check || check.date > asOf) {
    return {
      sentence:
        'Chưa kiểm tra. Bộ phận kỹ thuật chạy «npm run links» mỗi tuần để có kết quả ở đây.',
      rows: [],
    };
  }
  const entries = auditEntries(edition);
  const links = facts.links.map(({ url, files }) => ({
    url,
    files: files.filter((file) => entries.has(file) || file === 'ward.yaml'),
  }));
  const published = links.filter(({ files }) => files.length > 0);
  const old = daysBetween(check.date, asOf);
  const late = old > CHECK_DAYS ? ` Đã ${old} ngày chưa kiểm tra lại.` : '';
  return {
    checkedOn: check.date,
    sentence: `Kiểm tra gần nhất ngày ${shortDate(check.date)}, đã thử ${check.checked} địa chỉ.${late}`,
    rows: deadLinks(check, published).map(({ url, fault, status, since, files }) => ({
      url,
      fault: `${LINK_FAULTS[fault]}${status ? ` (${status})` : ''}, từ lần kiểm tra ngày ${shortDate(since)}`,
      users: files.map((file) => {
        const entry = entries.get(file);
        return entry ? auditEntry(entry) : { file, title: store.ward.name };
      }),
    })),
  };
}
