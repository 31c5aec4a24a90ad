import { type Day, earliest, monthOf } from '../calendar/day.ts';
import { daysLeft, hasEnded, period } from '../calendar/period.ts';
import { monthName, shortDate } from '../calendar/wording.ts';
import type { QuotaResult, ResultRule } from '../quota/result.ts';
import { issueSpan } from '../quota/schedule.ts';
import { JOINT, type Tally } from '../quota/tally.ts';
import { MEASURES, type Measure } from '../schema/vocabulary.ts';
import type { Store } from '../store/store.ts';

import { issuedPlans } from './edition.ts';
import { enumerate, lowerFirst, memberValue, upperFirst } from './names.ts';
import { isLacking, missingOf, proofAddress, subjectName } from './quota-cell.ts';

/** A piece of the sentence on top; names lead to what is counted of them. */
export interface SentencePart {
  text: string;
  address?: string;
  /** Whether it is a detail that the first look may skip. */
  detail?: boolean;
}

/** Everybody who lacks something is named when there are no more than this. */
const NAMED = 3;

/** The sentence without names, for pages that are not about who is behind. */
export function sentenceOf(
  store: Store,
  result: QuotaResult,
  month: string,
  tallies: readonly Tally[],
): string {
  const first = sentenceParts(store, result, month, tallies).filter(({ detail }) => !detail);
  return textOf(first).replace(/\.?$/, '.');
}

/** The words of a sentence as plain text. */
export function textOf(parts: readonly SentencePart[]): string {
  return parts.map(({ text }) => text).join('');
}

/** What a head of ward must know in five seconds: who lacks what, and how long there is left. */
export function sentenceParts(
  store: Store,
  result: QuotaResult,
  month: string,
  tallies: readonly Tally[],
): SentencePart[] {
  const name = upperFirst(monthName(month));
  const judged = tallies.filter(({ status }) => status !== 'tracked');
  const lacking = judged.filter(isLacking);
  if (lacking.length > 0) return lackingParts(store, result, name, lacking);
  const due = judged.filter(({ status }) => status !== 'not-counted');
  if (due.length > 0) return [{ text: settledText(name, due) }];
  if (judged.length > 0)
    return [{ text: `${name} chưa tính chỉ tiêu: ${whyNotCounted(store, result, month)}.` }];
  return [{ text: nothingDueText(store, result, name, month) }];
}

/** The name of a joint tally's subject inside a sentence: `các phòng chuyên môn tính chung`. */
export function jointName(store: Store, rule: Pick<ResultRule, 'subject'> | undefined): string {
  const names = (rule?.subject.departments ?? []).map((reference) => {
    const { text, address } = memberValue(store, reference);
    return address === undefined ? lowerFirst(text) : text;
  });
  const who = names.length > 0 && names.length <= NAMED ? enumerate(names) : 'các đơn vị';
  return `${who} tính chung`;
}

/** Amounts by what is counted: `3 tin/bài và 1 lần phát`. */
export function amountsText(result: QuotaResult, tallies: readonly Tally[]): string {
  const sums = new Map<Measure, number>();
  for (const tally of tallies) {
    const measure = result.rules.find(({ id }) => id === tally.rule)?.measure ?? 'item';
    sums.set(measure, (sums.get(measure) ?? 0) + missingOf(tally));
  }
  return enumerate([...sums].map(([measure, sum]) => `${sum} ${MEASURES[measure]}`));
}

/** `Tháng 10 năm 2026 còn thiếu 6 tin/bài của 3 đơn vị, còn 12 ngày: A (2), B (2) và C (2).` */
function lackingParts(
  store: Store,
  result: QuotaResult,
  name: string,
  lacking: readonly Tally[],
): SentencePart[] {
  const open = lacking.filter(({ status }) => status === 'open');
  const short = lacking.filter(({ status }) => status === 'short');
  if (open.length === 0) {
    const units = unitsOf(store, result, short);
    const closed = short.every((tally) => tally.closed) ? ', đã khóa sổ' : '';
    const amounts = amountsText(result, short);
    return [
      { text: `${name} thiếu ${amounts} của ${countText(units)}, kỳ đã kết thúc${closed}` },
      ...namedParts(result, short, units),
      { text: '.', detail: true },
    ];
  }
  const units = unitsOf(store, result, open);
  const lost = `những kỳ đã hết trong tháng thiếu ${amountsText(result, short)}`;
  const days = daysText(open, result.asOf);
  return [
    { text: `${name} còn thiếu ${amountsText(result, open)} của ${countText(units)}, ${days}` },
    ...namedParts(result, open, units),
    ...(short.length > 0 ? [{ text: `; ${lost}`, detail: true }] : []),
    { text: '.', detail: true },
  ];
}

/** Whoever lacks something: a department, or several that answer together. */
interface LackingUnit {
  name: string;
  joint: boolean;
  tallies: Tally[];
}

function unitsOf(store: Store, result: QuotaResult, tallies: readonly Tally[]): LackingUnit[] {
  const ruleOf = (tally: Tally) => result.rules.find(({ id }) => id === tally.rule);
  const nameOf = (tally: Tally) =>
    tally.subject === JOINT ? jointName(store, ruleOf(tally)) : subjectName(store, tally.subject);
  return [...Map.groupBy(tallies, nameOf)].map(([name, own]) => ({
    name,
    joint: own[0]?.subject === JOINT,
    tallies: own,
  }));
}

function countText(units: readonly LackingUnit[]): string {
  const joint = units.filter((unit) => unit.joint).length;
  return enumerate([
    ...(units.length > joint ? [`${units.length - joint} đơn vị`] : []),
    ...(joint > 0 ? [`${joint} nhóm đơn vị`] : []),
  ]);
}

/** The names with their amounts, when they are few. */
function namedParts(
  result: QuotaResult,
  tallies: readonly Tally[],
  units: readonly LackingUnit[],
): SentencePart[] {
  if (units.length > NAMED) return [];
  return units.flatMap(({ name, tallies: own }, index): SentencePart[] => {
    const between = index === 0 ? ': ' : index === units.length - 1 ? ' và ' : ', ';
    const [first] = own;
    const link = { text: name, ...(first && { address: proofAddress(first) }), detail: true };
    const amount = units.length > 1 ? ` (${shortAmounts(result, tallies, own)})` : '';
    return [{ text: between, detail: true }, link, { text: amount, detail: true }];
  });
}

/** The amount alone where all is counted alike, else with what is counted. */
function shortAmounts(result: QuotaResult, all: readonly Tally[], own: readonly Tally[]): string {
  const measures = new Set(
    all.map((tally) => result.rules.find(({ id }) => id === tally.rule)?.measure),
  );
  if (measures.size > 1) return amountsText(result, own);
  return String(own.reduce((sum, tally) => sum + missingOf(tally), 0));
}

function daysText(open: readonly Tally[], asOf: Day): string {
  const left = open.map((tally) => daysLeft(tally, asOf));
  const [least, most] = [Math.min(...left), Math.max(...left)];
  return least === most ? `còn ${most} ngày` : `còn từ ${least} đến ${most} ngày`;
}

function settledText(name: string, due: readonly Tally[]): string {
  if (due.every(({ status }) => status === 'upcoming')) return `${name} chưa đến kỳ tính chỉ tiêu.`;
  const come = due.some(({ status }) => status === 'upcoming') ? ' đã đến kỳ' : '';
  return `${name}: mọi chỉ tiêu bắt buộc${come} đều đạt.`;
}

function whyNotCounted(store: Store, result: QuotaResult, month: string): string {
  const issuedHere = issuedPlans(store, result.asOf).some(({ data }) => {
    const span = issueSpan(data);
    return span !== undefined && monthOf(span.from) === month;
  });
  return issuedHere ? 'kế hoạch ban hành trong tháng này' : 'không đơn vị nào thực hiện trọn kỳ';
}

/** A month in which no judged period ends: why, and how the longer ones stand. */
function nothingDueText(store: Store, result: QuotaResult, name: string, month: string): string {
  if (issuedPlans(store, result.asOf).length === 0) {
    return 'Chưa có kế hoạch nào được đăng nên chưa có chỉ tiêu để tính.';
  }
  if (result.rules.length === 0) return 'Kế hoạch đã đăng không có chỉ tiêu nào để đếm.';
  if (result.rules.every(({ level }) => level === 'tracked')) {
    return `${name}: kế hoạch không đặt chỉ tiêu bắt buộc, chỉ đếm để theo dõi.`;
  }
  const none = `${name} không có chỉ tiêu bắt buộc nào hết kỳ`;
  const running = runningTallies(result, month);
  if (running.length === 0) return `${none}.`;
  const lacking = running.filter(isLacking);
  if (lacking.length === 0) {
    const upcoming = running.every(({ status }) => status === 'upcoming');
    return `${none}; ${running.length} chỉ tiêu kỳ dài hơn ${upcoming ? 'chưa đến kỳ' : 'đã đạt'}.`;
  }
  const end = earliest(lacking.map(({ to }) => to)) ?? month;
  const late = hasEnded({ to: end }, result.asOf) ? 'thiếu' : 'còn thiếu';
  return `${none}; các kỳ dài hơn ${late} ${amountsText(result, lacking)}, hết kỳ sớm nhất ${shortDate(end)}.`;
}

/** Judged periods that hold the end of a month and run on after it. */
function runningTallies(result: QuotaResult, month: string): Tally[] {
  const { to } = period(month);
  return result.tallies.filter(
    (tally) =>
      tally.from <= to &&
      to < tally.to &&
      tally.status !== 'tracked' &&
      tally.status !== 'not-counted' &&
      monthOf(tally.to) !== month,
  );
}
