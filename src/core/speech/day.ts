import { readDigit, readInteger } from './number.ts';

/** Days, months and years as announcers say them. */

/**
 * A day of a month. The first ten bear «mùng», so that a listener never takes «ngày năm» for a
 * number of days.
 */
export function readDayOfMonth(day: string): string {
  const value = Number(day);
  return value <= 10 ? `mùng ${readInteger(String(value))}` : readInteger(String(value));
}

/** A month with its word: `tháng ba`, `tháng tư`. */
export function readMonth(month: string): string {
  return `tháng ${ordinalWord(Number(month))}`;
}

/** A year with its word: `năm hai nghìn không trăm hai mươi sáu`. */
export function readYear(year: string): string {
  return `năm ${readInteger(year)}`;
}

/** Day, month and, where it is given, year. */
export function readDate(day: string, month: string, year?: string): string {
  const head = `${readDayOfMonth(day)} ${readMonth(month)}`;
  return year ? `${head} ${readYear(year)}` : head;
}

/** A number that follows «tháng» or «thứ»: four is «tư» there. */
export function ordinalWord(value: number): string {
  return value === 4 ? 'tư' : readInteger(String(value));
}

/** The place of something in a row: `thứ nhất`, `thứ tư`, `thứ mười một`. */
export function readOrdinal(value: number): string {
  return `thứ ${value === 1 ? 'nhất' : ordinalWord(value)}`;
}

/** Whether two numbers can be a day and a month. */
export function isDayAndMonth(day: string, month: string): boolean {
  return within(day, 31) && within(month, 12);
}

/** Part of a whole: `2/3` → `hai phần ba`. */
export function readFraction(part: string, whole: string): string {
  const below = whole === '4' ? 'tư' : readDigit(whole);
  return `${readInteger(part)} phần ${whole === '10' ? 'mười' : below}`;
}

function within(text: string, most: number): boolean {
  const value = Number(text);
  return value >= 1 && value <= most;
}
