import { period } from '../calendar/period.ts';
import { periodName, shortDate } from '../calendar/wording.ts';
import { chosenReading } from '../quota/reading.ts';
import type { ResultRule } from '../quota/result.ts';
import { JOINT, type NotCountedCode, type Tally } from '../quota/tally.ts';
import type { Totals } from '../report/results.ts';
import type { Task } from '../schema/plan.ts';
import { RULE_PERIODS } from '../schema/quota.ts';
import { STATUSES } from '../schema/vocabulary.ts';
import type { Store } from '../store/store.ts';
import { departmentLink, enumerate, memberValue, momentName, upperFirst } from './names.ts';
import { what } from './rule-wording.ts';

/** How many periods are named one by one before they are only counted. */
const NAMED = 6;

/** Why entries were not counted, so that several can stand in one sentence. */
const REASONS: Record<NotCountedCode, string> = {
  'no-date': 'đã gửi nhưng chưa ghi ngày đăng, phát',
  'no-event': 'chưa đăng, phát trên kênh của chỉ tiêu',
  again: 'đã tính ở kỳ khác',
  repost: 'đăng lại từ nơi khác',
  'placed-before': 'đã đăng ở kênh khác trước đó',
  repeat: 'trùng nội dung bài đã có',
  topic: 'không thuộc chủ đề yêu cầu',
  field: 'không thuộc lĩnh vực yêu cầu',
  genre: 'thể loại không được tính',
  withdrawn: 'đã gỡ',
};

/** What a rule asks for: `ub-2: ít nhất 02 tin/bài phát trên truyền thanh, mỗi tháng`. */
export function demandText(rule: ResultRule): string {
  const counted = what(chosenReading(rule)).replace(/^đếm /, '');
  return `${rule.id}: ${counted}, ${rhythm(rule)}`;
}

/** Who a tally is about. */
export function subjectText(store: Store, subject: string): string {
  return subject === JOINT ? 'Tính chung các đơn vị' : departmentLink(store, subject).label;
}

/** Departments in one cell; none where the plan names none. */
export function departmentsText(store: Store, ids: readonly string[]): string {
  return ids.map((id) => departmentLink(store, id).label).join('; ');
}

/** Departments and groups as the plan names them. */
export function membersText(store: Store, references: readonly string[]): string {
  return references.map((reference) => memberValue(store, reference).text).join('; ');
}

/** Who leads a task, in the plan's words. */
export function leadsText(store: Store, { lead, leadOutside }: Task): string {
  return [membersText(store, lead), leadOutside ?? ''].filter(Boolean).join('; ');
}

/** A period in a table, without the year where its kind needs none. */
export function periodText(label: string): string {
  const span = period(label);
  const name = periodName(span);
  return ['week', 'month', 'quarter'].includes(span.kind) ? name.replace(/ năm \d{4}$/, '') : name;
}

/** The result of some periods in a few words: `Thiếu 5: tháng 7 (1/2), tháng 8 (0/2)`. */
export function resultText(totals: Totals, tallies: readonly Tally[]): string {
  if (totals.periods === 0) return upperFirst(STATUSES['not-counted']);
  const parts = [
    ...(totals.short > 0 ? [lacking('Thiếu', tallies, 'short')] : []),
    ...(totals.open > 0 ? [lacking('Đang thực hiện', tallies, 'open')] : []),
  ];
  if (parts.length > 0) return parts.join('. ');
  if (totals.met === 0) return upperFirst(STATUSES.upcoming);
  return totals.upcoming > 0 ? 'Đạt các kỳ đã đến' : upperFirst(STATUSES.met);
}

/** Several periods with their numbers, or, when they are many, how many and which. */
export function periodsWithNumbers(tallies: readonly Tally[]): string {
  const ordered = inOrder(tallies);
  if (ordered.length > NAMED) return rangeText(ordered);
  return ordered
    .map(({ period: label, actual, required }) => `${periodText(label)} (${actual}/${required})`)
    .join(', ');
}

/** Several periods by name, or, when they are many, from which to which. */
export function periodsText(tallies: readonly Tally[]): string {
  const ordered = inOrder(tallies);
  if (ordered.length > NAMED) return rangeText(ordered);
  return enumerate(ordered.map(({ period: label }) => periodText(label)));
}

/** Why entries were not counted: `2 đã tính ở kỳ khác; 1 đã gỡ`. */
export function reasonsText(reasons: readonly { code: NotCountedCode; count: number }[]): string {
  return reasons.length === 0
    ? 'Không có'
    : reasons.map(({ code, count }) => `${count} ${REASONS[code]}`).join('; ');
}

/** What should be known about a tally beside its numbers. */
export function tallyNote(store: Store, tally: Tally, until: string): string {
  const shares = Object.entries(tally.shares).filter(
    ([, count]) => tally.subject === JOINT && count > 0,
  );
  return [
    ...(tally.to > until && tally.from <= until ? [`tính đến ${shortDate(until)}`] : []),
    ...(tally.closed ? ['đã khóa sổ'] : []),
    ...(tally.live !== null && tally.live !== tally.actual ? [`nay đếm được ${tally.live}`] : []),
    ...shares.map(([id, count]) => `${departmentLink(store, id).label}: ${count}`),
  ].join('; ');
}

function lacking(word: string, tallies: readonly Tally[], status: Tally['status']): string {
  const found = tallies.filter((tally) => tally.status === status);
  const missing = found.reduce((sum, { required, actual }) => sum + (required ?? 0) - actual, 0);
  const head = status === 'short' ? `${word} ${missing}` : `${word}, còn thiếu ${missing}`;
  return `${head}: ${periodsWithNumbers(found)}`;
}

function rangeText(ordered: readonly Tally[]): string {
  const [first, last] = [ordered[0], ordered.at(-1)];
  if (!first || !last) return '';
  return `${ordered.length} kỳ, trong khoảng ${periodText(first.period)} đến ${periodText(last.period)} (chi tiết ở Phụ lục I)`;
}

function inOrder(tallies: readonly Tally[]): Tally[] {
  return tallies.toSorted((a, b) => (a.to < b.to ? -1 : a.to > b.to ? 1 : 0));
}

function rhythm({ period: kind, from, to }: ResultRule): string {
  if (kind === 'window') {
    const [first, last] = [momentName(from ?? ''), momentName(to ?? '')];
    return first === last ? `trong ${first}` : `từ ${first} đến hết ${last}`;
  }
  return kind === 'year' ? 'trong năm' : `mỗi ${RULE_PERIODS[kind]}`;
}
