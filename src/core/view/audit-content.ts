import { addresses } from '../address.ts';
import type { AuditFacts } from '../audit/facts.ts';
import { overdueReviews, uncheckedProcedures } from '../audit/overdue.ts';
import { picturesIn, wordsFault } from '../audit/pictures.ts';
import { publicIssues } from '../audit/public-issues.ts';
import { shortDate } from '../calendar/wording.ts';
import { COLLECTIONS, type Collection } from '../schema/collections.ts';
import type { Entry } from '../store/entry.ts';
import { type AuditEntry, auditEntries, auditEntry } from './audit-entry.ts';
import type { Edition } from './edition.ts';
import { departmentLink } from './names.ts';
import { procedureAnchor } from './procedure-register.ts';
import { changesOf } from './procedure-state.ts';

/** A warning of the content. */
export interface IssueRow {
  /** The entry it is about; files without a title stand for themselves. */
  entry: AuditEntry;
  /** `articles/2026/03/lich-tiep-dan.md, dòng 12`. */
  place: string;
  message: string;
  remedy: string;
}

/** Something that somebody should have looked at again by now. */
export interface OverdueRow {
  entry: AuditEntry;
  /** For how many days it has been due, or unseen. */
  days: number;
  /** Since when, and what else there is to know of it, in one line. */
  note: string;
}

/** A picture whose words say nothing. */
export interface PictureRow {
  entry: AuditEntry;
  src: string;
  fault: string;
}

/** The warnings of the content that everybody may read, and how many stay with the editors. */
export function issueRows(
  edition: Edition,
  facts: AuditFacts,
): { rows: IssueRow[]; withheld: number } {
  const entries = auditEntries(edition);
  const { issues, withheld } = publicIssues(
    facts.issues,
    new Set([...entries.keys(), ...SINGLE_FILES]),
  );
  const rows = issues.map(({ file, line, message, remedy }) => {
    const entry = entries.get(file);
    return {
      entry: entry ? auditEntry(entry) : { file, title: file },
      place: line === undefined ? file : `${file}, dòng ${line}`,
      message,
      remedy,
    };
  });
  return { rows, withheld };
}

/** Articles and answers whose day of review has passed. */
export function reviewRows({ store, asOf }: Edition): OverdueRow[] {
  return overdueReviews([...store.articles, ...store.questions], asOf).map(
    ({ entry, reviewBy, days }) => ({
      entry: auditEntry(entry),
      days,
      note: `Hạn rà soát ${shortDate(reviewBy)}, ${departmentLink(store, entry.data.department).label}`,
    }),
  );
}

/** Procedures that were not held against the national portal for too long. */
export function procedureRows({ store, asOf, procedureChanges }: Edition): OverdueRow[] {
  const current = changesOf(procedureChanges, asOf).filter(({ state }) => state !== 'ended');
  const { recheckDays } = store.ward.thresholds;
  return uncheckedProcedures(current, recheckDays, asOf).map(
    ({ entry, procedure, checked, days }) => ({
      entry: {
        file: entry.file,
        title: procedure.name,
        address: `${addresses.procedureChange(entry.id)}#${procedureAnchor(procedure.code)}`,
      },
      days,
      note: `Mã ${procedure.code}. ${checked ? `Đối chiếu lần cuối ngày ${shortDate(checked)}` : `Chưa đối chiếu từ khi đăng ngày ${shortDate(entry.data.date)}`}`,
    }),
  );
}

/** Pictures of the section whose words are missing or say nothing, and how many there are. */
export function pictureRows(
  edition: Edition,
  facts: AuditFacts,
): { rows: PictureRow[]; total: number } {
  const pictures = [...auditEntries(edition).values()].flatMap((entry) =>
    [...leadPicture(entry), ...picturesIn(facts.bodies.get(entry.file) ?? '')].map((picture) => ({
      entry,
      picture,
      fault: wordsFault(picture),
    })),
  );
  const rows = pictures.flatMap(({ entry, picture, fault }) =>
    fault
      ? [{ entry: auditEntry(entry), src: picture.src, fault: faultText(fault, picture.alt) }]
      : [],
  );
  return { rows, total: pictures.length };
}

/** Files that are the ward's own record and no entry of their own. */
const SINGLE_FILES = (Object.values(COLLECTIONS) as Collection[]).flatMap(({ file }) => file ?? []);

function leadPicture({ data }: Entry): { src: string; alt: string }[] {
  const image = 'image' in data ? data.image : undefined;
  return image ? [{ src: image.src, alt: image.alt ?? '' }] : [];
}

function faultText(fault: 'missing' | 'file-name', alt: string): string {
  return fault === 'missing'
    ? 'chưa có lời mô tả'
    : `lời mô tả «${alt}» quá ngắn hoặc chỉ là tên tệp`;
}
