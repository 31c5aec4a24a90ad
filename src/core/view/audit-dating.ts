import { type DateHint, type Dating, dating } from '../audit/dating.ts';
import type { AuditFacts } from '../audit/facts.ts';
import type { History, UnknownHistory } from '../audit/history.ts';
import { shortDate } from '../calendar/wording.ts';
import { existing } from '../store/store.ts';
import { type AuditEntry, auditEntry } from './audit-entry.ts';
import type { Edition } from './edition.ts';

/** A declared date that is earlier than the first trace of its entry. */
export interface DatingRow {
  entry: AuditEntry;
  /** `ghi ngày 05/3/2026, lưu lần đầu ngày 20/3/2026`. */
  text: string;
  days: number;
  commit: string;
  otherMonth: boolean;
}

/** Hints about dates, with what could be compared. */
export interface DatingSection {
  /** What was compared, or why nothing could be. */
  sentence: string;
  /** Commits that carried over an older stock, in words. */
  imports: string[];
  rows: DatingRow[];
  /** What stands in place of the rows where there are none. */
  empty: string;
  /** Whether nothing at all can be known. */
  unknown: boolean;
}

const UNKNOWN: Record<UnknownHistory, string> = {
  'no-git': 'Máy dựng trang không có git nên không thể biết nội dung được lưu lần đầu ngày nào.',
  'no-repository':
    'Thư mục nội dung không nằm trong kho git đọc được nên không thể biết nội dung được lưu lần đầu ngày nào.',
  failed: 'Không đọc được lịch sử git nên không thể biết nội dung được lưu lần đầu ngày nào.',
};

/** Holds the dates that entries declare against the commits that brought them in. */
export function datingSection(edition: Edition, facts: AuditFacts): DatingSection {
  const { store, asOf, practices, procedureChanges } = edition;
  const entries = [...existing(store.articles, asOf), ...practices, ...procedureChanges];
  const byFile = new Map(entries.map((entry) => [entry.file, entry]));
  const found = dating(
    entries.map(({ id, file, data }) => ({ id, file, date: data.date })),
    facts.history,
  );
  return {
    sentence: sentenceOf(facts.history, found.compared, found.unknown),
    imports: found.imports.map(
      ({ commit, entries: count, earliest }) =>
        `Lần ghi ${commit.id} ngày ${shortDate(commit.day)} đưa vào cùng lúc ${count} nội dung có ngày cũ hơn (sớm nhất ${shortDate(earliest)}): giống như chuyển dữ liệu có sẵn sang, nên không xét từng bài.`,
    ),
    rows: found.hints.flatMap((hint) => {
      const entry = byFile.get(hint.file);
      return entry ? [rowOf(auditEntry(entry), hint)] : [];
    }),
    empty: emptyText(found),
    unknown: found.compared === 0,
  };
}

function rowOf(entry: AuditEntry, { date, first, days, otherMonth }: DateHint): DatingRow {
  return {
    entry,
    text: `ghi ngày ${shortDate(date)}, lưu lần đầu ngày ${shortDate(first.day)}`,
    days,
    commit: first.id,
    otherMonth,
  };
}

function emptyText({ compared, imports }: Dating): string {
  if (compared === 0) return 'Không có gì để so.';
  return imports.length > 0
    ? 'Ngoài những lần chuyển dữ liệu ấy, không có ngày nào cần hỏi lại.'
    : 'Không có ngày nào sớm hơn lần lưu đầu tiên đến mức cần hỏi lại.';
}

function sentenceOf(history: History, compared: number, unknown: number): string {
  if (!history.known) return UNKNOWN[history.reason];
  const known = `Đã so ngày của ${compared} nội dung với lần lưu đầu tiên trong lịch sử git.`;
  if (unknown === 0) return known;
  return history.shallow
    ? `${known} Bản sao kho git này thiếu phần lịch sử cũ nên không thể biết về ${unknown} nội dung.`
    : `${known} ${unknown} nội dung chưa có trong lịch sử nên không thể biết.`;
}
