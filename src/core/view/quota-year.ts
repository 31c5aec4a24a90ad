import { addresses } from '../address.ts';
import { type Day, laterOf, monthOf } from '../calendar/day.ts';
import { daysLeft, period } from '../calendar/period.ts';
import { monthName, shortDate } from '../calendar/wording.ts';
import type { QuotaResult, ResultRule } from '../quota/result.ts';
import { JOINT, type Tally } from '../quota/tally.ts';
import { ruleKind } from '../rollup/kind.ts';
import type { Store } from '../store/store.ts';
import { twoDigits, upperFirst } from './names.ts';
import { type QuotaCell, quotaCell, subjectName } from './quota-cell.ts';
import { quotaMonths } from './quota-pages.ts';
import { jointName } from './quota-sentence.ts';
import { type ShareRow, shareCells } from './quota-share.ts';
import { type WeekCell, weekCell } from './quota-week.ts';
import { ruleAddress } from './task-link.ts';

/** The year of a ward in one table: every rule and whoever answers for it, month by month. */
export interface QuotaYearView {
  year: string;
  /** The chosen month as the head of the open column. */
  open: string;
  /** `href` is absent for months without a page: nothing ends in them. */
  months: { month: string; short: string; name: string; href?: string; chosen: boolean }[];
  groups: QuotaGroup[];
  /** How tightly the table must be printed to stay on one sheet. */
  density: 'loose' | 'close' | 'dense';
}

/** Rules of one kind: `Tin/bài trên Truyền thanh, mỗi tháng`. */
export interface QuotaGroup {
  id: string;
  title: string;
  /** Said once here where the group has one rule, else in each row. */
  about?: RuleNote;
  rows: QuotaRow[];
}

/** How much a rule asks for, and where it stands: on this page, else on the page of its plan. */
export interface RuleNote {
  id: string;
  address: string;
  text: string;
}

/** One rule and one subject: the chosen month, open, and the year. */
export interface QuotaRow {
  key: string;
  name: string;
  about?: RuleNote;
  open: OpenCell[];
  year: YearCell[];
  shares: ShareRow[];
}

/** A tally of the chosen month, or one that runs on after it. */
export interface OpenCell {
  cell: QuotaCell;
  /** `Tuần 41`, `Quý I`; absent for plain months. */
  lead?: string;
  /** `còn 12 ngày`, `hết kỳ 31/12/2026`. */
  left?: string;
}

/** A cell of the year; periods longer than a month are as wide as they are long. */
export interface YearCell {
  span: number;
  chosen: boolean;
  /** Absent where no period ends. */
  cell?: QuotaCell;
  /** Instead of `cell`, the weeks that end in the month. */
  weeks?: WeekCell;
}

/** How many printed lines fit loosely, and closely, on one sheet. */
const LOOSE = 14;
const CLOSE = 30;

/** The year of some rules; `undefined` when none of their periods ends in it. */
export function quotaYearView(
  store: Store,
  result: QuotaResult,
  rules: readonly ResultRule[],
  month: string,
): QuotaYearView | undefined {
  const year = month.slice(0, 4);
  const wanted = new Set(rules.map(({ id }) => id));
  const tallies = result.tallies.filter(
    ({ rule, to }) => wanted.has(rule) && to.slice(0, 4) === year,
  );
  if (tallies.length === 0) return undefined;
  const months = monthsOf(tallies, month);
  const pages = quotaMonths(result);
  const frame: Frame = { store, result, month, months };
  const byRule = Map.groupBy(tallies, ({ rule }) => rule);
  const groups = [...Map.groupBy(rules, (rule) => ruleKind(rule).id)].flatMap(([id, alike]) =>
    groupOf(frame, id, alike, byRule),
  );
  return {
    year,
    open: `Tháng ${Number(month.slice(5))}`,
    months: months.map((one) => headOf(one, month, pages)),
    groups,
    density: densityOf(groups),
  };
}

interface Frame {
  store: Store;
  result: QuotaResult;
  month: string;
  months: readonly string[];
}

/** Every month from the first that a period touches to the last, the chosen one among them. */
function monthsOf(tallies: readonly Tally[], chosen: string): string[] {
  const year = chosen.slice(0, 4);
  const first = tallies.map(({ from }) => monthOf(laterOf(from, `${year}-01-01`)));
  const last = tallies.map(({ to }) => monthOf(to));
  const sorted = [...first, ...last, chosen].sort();
  const [from, to] = [sorted[0] ?? chosen, sorted.at(-1) ?? chosen];
  return Array.from({ length: 12 }, (_, index) => `${year}-${twoDigits(index + 1)}`).filter(
    (month) => from <= month && month <= to,
  );
}

function headOf(
  month: string,
  chosen: string,
  pages: readonly string[],
): QuotaYearView['months'][number] {
  return {
    month,
    short: `T${Number(month.slice(5))}`,
    name: upperFirst(monthName(month)),
    ...(pages.includes(month) && { href: addresses.quotaMonth(month) }),
    chosen: month === chosen,
  };
}

function groupOf(
  frame: Frame,
  id: string,
  alike: readonly ResultRule[],
  byRule: ReadonlyMap<string, readonly Tally[]>,
): QuotaGroup[] {
  const shown = alike.filter((rule) => byRule.has(rule.id));
  const [first, ...others] = shown;
  if (!first) return [];
  const about = (rule: ResultRule) => aboutRule(frame.month, rule, byRule.get(rule.id) ?? []);
  const rows = shown.flatMap((rule) =>
    rowsOf(frame, rule, byRule.get(rule.id) ?? []).map((row) =>
      others.length > 0 ? { ...row, about: about(rule) } : row,
    ),
  );
  const single = others.length === 0 && { about: about(first) };
  return [{ id, title: ruleKind(first).label, ...single, rows }];
}

function rowsOf(frame: Frame, rule: ResultRule, tallies: readonly Tally[]): QuotaRow[] {
  return [...Map.groupBy(tallies, ({ subject }) => subject)].map(([subject, own]) => {
    const { store } = frame;
    const year = yearCells(frame, own);
    const open = openTallies(frame, own);
    return {
      key: `${rule.id}-${subject}`,
      name: rowName(store, rule, subject),
      open: open.map((tally) => openCell(frame, tally)),
      year: year.map(({ span, chosen, cell, weeks }) => ({ span, chosen, cell, weeks })),
      shares: rule.subject.mode === 'each' ? [] : shareCells(store, own, open, year),
    };
  });
}

/** Who answers: `Chung: các phòng chuyên môn`, `Phòng Văn hóa - Xã hội (chủ trì)`. */
function rowName(store: Store, rule: ResultRule, subject: string): string {
  const name = subjectName(store, subject);
  if (subject === JOINT) return `${name}: ${jointName(store, rule).replace(/ tính chung$/, '')}`;
  return rule.subject.mode === 'lead' ? `${name} (chủ trì)` : name;
}

function aboutRule(month: string, rule: ResultRule, own: readonly Tally[]): RuleNote {
  const { conditions } = rule;
  const here = own.some(({ to }) => monthOf(to) === month);
  const text = [
    ...(rule.min !== undefined && rule.level === 'required'
      ? [`ít nhất ${twoDigits(rule.min)}`]
      : []),
    ...(conditions.new ? ['tin mới'] : []),
    ...(conditions.topics || conditions.fields ? ['theo chủ đề'] : []),
  ].join(', ');
  return { id: rule.id, address: here ? `#${rule.id}` : ruleAddress(rule.plan, rule.id), text };
}

/** The tallies of the chosen month; where none ends in it, the one that runs on. */
function openTallies({ month }: Frame, own: readonly Tally[]): Tally[] {
  const here = own.filter(({ to }) => monthOf(to) === month);
  const { to: end } = period(month);
  return here.length > 0 ? here : own.filter(({ from, to }) => from <= end && to > end);
}

function openCell({ store, result, month }: Frame, tally: Tally): OpenCell {
  const cell = quotaCell(store, tally);
  const lead = period(tally.period).kind !== 'month';
  const left = leftOf(tally, result.asOf, monthOf(tally.to) !== month);
  return { cell, ...(lead && { lead: cell.periodShort }), ...(left && { left }) };
}

function leftOf(tally: Tally, asOf: Day, later: boolean): string | undefined {
  if (later) return `hết kỳ ${shortDate(tally.to)}`;
  return tally.status === 'open' ? `còn ${daysLeft(tally, asOf)} ngày` : undefined;
}

/** A year cell with the tallies it stands for. */
export interface FilledCell extends YearCell {
  tallies: readonly Tally[];
}

function yearCells({ store, result, month, months }: Frame, own: readonly Tally[]): FilledCell[] {
  const weekly = own.some(({ period: label }) => period(label).kind === 'week');
  const cells: FilledCell[] = [];
  for (let index = 0; index < months.length; ) {
    const here = months[index] ?? '';
    const tallies = weekly
      ? own.filter(({ to }) => monthOf(to) === here)
      : own.filter(({ from, to }) => monthOf(from) <= here && here <= monthOf(to)).slice(0, 1);
    const last = weekly || !tallies[0] ? here : monthOf(tallies[0].to);
    const span = Math.max(1, months.findIndex((one) => one >= last) - index + 1);
    cells.push({
      span,
      chosen: here <= month && month <= last,
      tallies,
      ...filling(store, result.asOf, tallies, weekly),
    });
    index += span;
  }
  return cells;
}

function filling(
  store: Store,
  asOf: Day,
  tallies: readonly Tally[],
  weekly: boolean,
): Partial<YearCell> {
  const [first] = tallies;
  if (!first || (first.status === 'tracked' && first.from > asOf)) return {};
  return weekly ? { weeks: weekCell(store, tallies) } : { cell: quotaCell(store, first) };
}

function densityOf(groups: readonly QuotaGroup[]): QuotaYearView['density'] {
  const lines = groups
    .map(({ rows }) => rows.reduce((sum, { shares }) => sum + 1.6 + shares.length, 1))
    .reduce((sum, one) => sum + one, 0);
  return lines <= LOOSE ? 'loose' : lines <= CLOSE ? 'close' : 'dense';
}
