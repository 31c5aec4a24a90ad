/**
 * A calendar date in Asia/Ho_Chi_Minh, written `YYYY-MM-DD`.
 *
 * Dates of content are dates, never instants: they carry no time and no zone, so
 * plain string comparison orders them and no conversion can move them by a day.
 */
export type Day = string;

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;

/** Whether `text` is a real date written `YYYY-MM-DD`; `2025-02-30` is not. */
export function isDay(text: string): boolean {
  if (!SHAPE.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

/** The date `count` days after `day` (before it when negative). */
export function addDays(day: Day, count: number): Day {
  return Temporal.PlainDate.from(day).add({ days: count }).toString();
}

/** Days from `from` to `to`: 0 on the same date, negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' })
    .days;
}

/** The year of `day` as a number. */
export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

/** The month of `day`, written `YYYY-MM`. */
export function monthOf(day: Day): string {
  return day.slice(0, 7);
}

/** The months from that of one day to that of another, both included, each written `YYYY-MM`. */
export function monthsBetween(from: Day, until: Day): string[] {
  const found: string[] = [];
  let [year = 0, month = 1] = from.split('-').map(Number);
  for (let name = monthOf(from); name <= monthOf(until); ) {
    found.push(name);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
    name = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
  }
  return found;
}

/** The later of two dates. */
export function laterOf(a: Day, b: Day): Day {
  return a > b ? a : b;
}

/** The earlier of two dates. */
export function earlierOf(a: Day, b: Day): Day {
  return a < b ? a : b;
}

/** The earliest of some dates; `undefined` when there is none. */
export function earliest(days: Iterable<Day | undefined>): Day | undefined {
  let best: Day | undefined;
  for (const day of days) if (day !== undefined && (best === undefined || day < best)) best = day;
  return best;
}
