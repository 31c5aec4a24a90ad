import { monthName } from '../../src/core/calendar/wording.ts';
import { AUDIT_ACTIONS, AUDIT_OUTCOMES, type AuditEvent } from './event.ts';
import type { AuditLog } from './log.ts';

/** How many lines one page of the log shows. */
const PAGE_SIZE = 100;

/** What somebody looks for in the log; blank means all. */
export interface AuditFilter {
  month: string;
  person: string;
  action: string;
  outcome: string;
  /** From 1. */
  page: number;
}

/** A page of the log, ready to be shown. */
export interface AuditPage {
  filter: AuditFilter;
  months: [string, string][];
  people: [string, string][];
  sentence: string;
  events: AuditEvent[];
  /** Queries of the pages beside this one. */
  newer?: string;
  older?: string;
}

/** Reads a filter from a query; what is not known of is left out. */
export function readFilter(query: URLSearchParams, months: readonly string[]): AuditFilter {
  const text = (name: string) => query.get(name) ?? '';
  const month = months.includes(text('thang')) ? text('thang') : (months[0] ?? '');
  const page = Math.trunc(Number(text('trang')));
  return {
    month,
    person: text('nguoi').slice(0, 40),
    action: Object.hasOwn(AUDIT_ACTIONS, text('viec')) ? text('viec') : '',
    outcome: Object.hasOwn(AUDIT_OUTCOMES, text('ket-qua')) ? text('ket-qua') : '',
    page: Math.max(page || 1, 1),
  };
}

/** The page of the log that a query asks for. */
export async function auditPage(log: AuditLog, query: URLSearchParams): Promise<AuditPage> {
  const months = await log.months();
  const filter = readFilter(query, months);
  const all = await log.read(filter.month);
  const found = all.filter(
    (one) =>
      (filter.person === '' || one.person === filter.person) &&
      (filter.action === '' || one.action === filter.action) &&
      (filter.outcome === '' || one.outcome === filter.outcome),
  );
  const pages = Math.max(1, Math.ceil(found.length / PAGE_SIZE));
  const page = Math.min(filter.page, pages);
  const people = [...new Set(all.flatMap(({ person }) => person ?? []))].sort();
  return {
    filter,
    months: months.map((month) => [month, monthName(month)]),
    people: people.map((id) => [id, id]),
    sentence: sentenceOf(filter.month, found.length, page, pages),
    events: found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE),
    ...(page > 1 ? { newer: queryOf(filter, page - 1) } : {}),
    ...(page < pages ? { older: queryOf(filter, page + 1) } : {}),
  };
}

function sentenceOf(month: string, count: number, page: number, pages: number): string {
  if (month === '') return 'Nhật ký chưa có dòng nào.';
  if (count === 0) return `Không có dòng nào như vậy trong ${monthName(month)}.`;
  const where = pages > 1 ? `, trang ${page} trong ${pages}` : '';
  return `${count} dòng trong ${monthName(month)}, mới nhất ở trên${where}.`;
}

function queryOf({ month, person, action, outcome }: AuditFilter, page: number): string {
  return new URLSearchParams({
    thang: month,
    nguoi: person,
    viec: action,
    'ket-qua': outcome,
    trang: String(page),
  }).toString();
}
