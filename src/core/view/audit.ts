import type { AuditFacts } from '../audit/facts.ts';
import type { Day } from '../calendar/day.ts';
import type { Store } from '../store/store.ts';
import {
  type IssueRow,
  issueRows,
  type OverdueRow,
  type PictureRow,
  pictureRows,
  procedureRows,
  reviewRows,
} from './audit-content.ts';
import { type DatingSection, datingSection } from './audit-dating.ts';
import { type LikenessList, likenessList } from './audit-likeness.ts';
import { type LinkSection, linkSection } from './audit-links.ts';
import { type DriftMonth, driftMonths } from './closing-drift.ts';
import { editionOf } from './edition.ts';
import { enumerate } from './names.ts';

/** One part of the page, for the list on top. */
export interface AuditPart {
  /** The id of its section. */
  id: string;
  title: string;
  /** How many things there are to look at. */
  count: number;
  /** The count as the list shows it; in words where nothing could be looked into. */
  shown: string;
  /** What they are called in a sentence, after their number. */
  unit: string;
}

/** The page of the audit. */
export interface AuditView {
  asOf: Day;
  /** How much there is to look at, in one sentence. */
  sentence: string;
  parts: AuditPart[];
  likeness: LikenessList;
  closings: DriftMonth[];
  dating: DatingSection;
  reviews: OverdueRow[];
  procedures: { rows: OverdueRow[]; recheckDays: number };
  issues: { rows: IssueRow[]; withheld: number };
  pictures: { rows: PictureRow[]; total: number };
  links: LinkSection;
}

/** Everything about the content that a person should look at, as it stands on a date. */
export function auditView(store: Store, asOf: Day, facts: AuditFacts): AuditView {
  const edition = editionOf(store, asOf);
  const found = {
    likeness: likenessList(store, asOf, facts),
    closings: driftMonths(store, facts.drifts),
    dating: datingSection(edition, facts),
    reviews: reviewRows(edition),
    procedures: {
      rows: procedureRows(edition),
      recheckDays: store.ward.thresholds.recheckDays,
    },
    issues: issueRows(edition, facts),
    pictures: pictureRows(edition, facts),
    links: linkSection(edition, facts),
  };
  const parts = partsOf(found);
  return { asOf, sentence: sentenceOf(parts), parts, ...found };
}

function partsOf(found: Omit<AuditView, 'asOf' | 'sentence' | 'parts'>): AuditPart[] {
  const { likeness, closings, dating, reviews, procedures, issues, pictures, links } = found;
  const part = (id: string, title: string, count: number, unit: string, unseen?: string) => ({
    ...{ id, title, count, unit },
    shown: unseen ?? String(count),
  });
  const drifted = closings.filter((month) => month.drifted).length;
  const unknown = dating.unknown ? 'không thể biết' : undefined;
  const unchecked = links.checkedOn ? undefined : 'chưa kiểm tra';
  return [
    part('giong-nhau', 'Nội dung giống nhau', likeness.open.length, 'cặp nội dung giống nhau'),
    part('khoa-so', 'Tháng đã khóa sổ', drifted, 'tháng khóa sổ có sai khác'),
    part(
      'ngay-ghi',
      'Ngày ghi và ngày lưu',
      dating.rows.length,
      'ngày ghi sớm hơn ngày lưu',
      unknown,
    ),
    part('ra-soat', 'Bài quá hạn rà soát', reviews.length, 'bài quá hạn rà soát'),
    part('thu-tuc', 'Thủ tục chưa đối chiếu', procedures.rows.length, 'thủ tục chưa đối chiếu'),
    part('canh-bao', 'Cảnh báo của nội dung', issues.rows.length, 'cảnh báo'),
    part('anh', 'Ảnh thiếu lời mô tả', pictures.rows.length, 'ảnh thiếu lời mô tả'),
    part('lien-ket', 'Liên kết hỏng', links.rows.length, 'liên kết hỏng', unchecked),
  ];
}

function sentenceOf(parts: readonly AuditPart[]): string {
  const present = parts.filter(({ count }) => count > 0);
  return present.length === 0
    ? 'Chưa thấy điều gì cần xem lại.'
    : `Cần xem lại ${enumerate(present.map(({ count, unit }) => `${count} ${unit}`))}.`;
}
