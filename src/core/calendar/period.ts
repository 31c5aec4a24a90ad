import { addDays, type Day, daysBetween, isDay } from './day.ts';

/** The kinds of period a plan counts in. `window` is any run of days. */
export const PERIOD_KINDS = [
  'week',
  'month',
  'quarter',
  'half',
  'nine-months',
  'year',
  'window',
] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** A run of whole days, both ends included, with the label people know it by. */
export interface Period {
  kind: PeriodKind;
  /** `2026-W09`, `2026-03`, `2026-Q1`, `2026-H1`, `2026-9M`, `2026` or `2026-07-01..2026-09-30`. */
  label: string;
  from: Day;
  /** Last day, included. */
  to: Day;
}

type Reading = (match: RegExpExecArray) => Period | undefined;

/** One row for each form of label: how it is written, and which days it names. */
const FORMS: readonly [RegExp, Reading][] = [
  [/^(\d{4})-W(\d{2})$/, ([, year, week]) => weekPeriod(Number(year), Number(week))],
  [/^(\d{4})-(\d{2})$/, ([label, year, month]) => months('month', label, year, Number(month), 1)],
  [
    /^(\d{4})-Q([1-4])$/,
    ([label, year, q]) => months('quarter', label, year, Number(q) * 3 - 2, 3),
  ],
  [/^(\d{4})-H([12])$/, ([label, year, h]) => months('half', label, year, Number(h) * 6 - 5, 6)],
  [/^(\d{4})-9M$/, ([label, year]) => months('nine-months', label, year, 1, 9)],
  [/^(\d{4})$/, ([label, year]) => months('year', label, year, 1, 12)],
  [
    /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/,
    ([, from = '', to = '']) => windowPeriod(from, to),
  ],
];

/** Reads a period label; `undefined` when it names no period. */
export function parsePeriod(label: string): Period | undefined {
  for (const [form, read] of FORMS) {
    const match = form.exec(label);
    if (match) return read(match);
  }
  return undefined;
}

/** Reads a period label that is known to be right; throws a `RangeError` otherwise. */
export function period(label: string): Period {
  const found = parsePeriod(label);
  if (!found) throw new RangeError(`Not a period: ${label}`);
  return found;
}

/** The period of `kind` that holds `day`; `undefined` for October to December in nine months. */
export function periodHolding(kind: Exclude<PeriodKind, 'window'>, day: Day): Period | undefined {
  const date = Temporal.PlainDate.from(day);
  const { year, month } = date;
  switch (kind) {
    case 'week':
      return weekPeriod(date.yearOfWeek ?? year, date.weekOfYear ?? 1);
    case 'month':
      return period(day.slice(0, 7));
    case 'quarter':
      return period(`${pad(year, 4)}-Q${Math.ceil(month / 3)}`);
    case 'half':
      return period(`${pad(year, 4)}-H${month <= 6 ? 1 : 2}`);
    case 'nine-months':
      return month <= 9 ? period(`${pad(year, 4)}-9M`) : undefined;
    case 'year':
      return period(pad(year, 4));
  }
}

/** The periods of `kind` that start between `from` and `to`, both included, in order. */
export function periodsStarting(kind: Exclude<PeriodKind, 'window'>, from: Day, to: Day): Period[] {
  const found: Period[] = [];
  let cursor = from;
  while (cursor <= to) {
    const next = periodHolding(kind, cursor);
    if (next && next.from >= from && next.from <= to) found.push(next);
    cursor = next ? addDays(next.to, 1) : `${pad(Number(cursor.slice(0, 4)) + 1, 4)}-01-01`;
  }
  return found;
}

/** A window from one day to another; `undefined` when a day is not real or the order is wrong. */
export function windowPeriod(from: string, to: string): Period | undefined {
  if (!isDay(from) || !isDay(to) || to < from) return undefined;
  return { kind: 'window', label: `${from}..${to}`, from, to };
}

/** Whether `day` lies in `span`. */
export function holds(span: { from: Day; to: Day }, day: Day): boolean {
  return span.from <= day && day <= span.to;
}

/** Whether the last day of `span` is before `asOf`: on its last day a period is still open. */
export function hasEnded(span: { to: Day }, asOf: Day): boolean {
  return span.to < asOf;
}

/** How many days of `span` are left on `asOf`, that day included; 0 once it has ended. */
export function daysLeft(span: { to: Day }, asOf: Day): number {
  return Math.max(0, daysBetween(asOf, span.to) + 1);
}

/**
 * The first day of what a rule's `from` or a task's date names: a date or a period label.
 * `undefined` when it is neither.
 */
export function firstDayOf(text: string): Day | undefined {
  return isDay(text) ? text : parsePeriod(text)?.from;
}

/** The last day of a date or a period label; `undefined` when it is neither. */
export function lastDayOf(text: string): Day | undefined {
  return isDay(text) ? text : parsePeriod(text)?.to;
}

function weekPeriod(year: number, week: number): Period | undefined {
  // 4 January is always in the first ISO week, so the week's Monday follows from it.
  const fourth = Temporal.PlainDate.from({ year, month: 1, day: 4 });
  const monday = fourth.subtract({ days: fourth.dayOfWeek - 1 }).add({ weeks: week - 1 });
  if (week < 1 || monday.yearOfWeek !== year) return undefined;
  const from = monday.toString();
  return { kind: 'week', label: `${pad(year, 4)}-W${pad(week, 2)}`, from, to: addDays(from, 6) };
}

function months(
  kind: PeriodKind,
  label: string,
  year: string | undefined,
  month: number,
  count: number,
): Period | undefined {
  if (month < 1 || month > 12) return undefined;
  const first = Temporal.PlainDate.from({ year: Number(year), month, day: 1 });
  const last = first.add({ months: count }).subtract({ days: 1 });
  return { kind, label, from: first.toString(), to: last.toString() };
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
