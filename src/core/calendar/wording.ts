import type { Day } from './day.ts';
import type { Period } from './period.ts';

/**
 * A date as pages print it: `06/3/2026`. The day always has two digits, the month only
 * for January and February, as in official documents.
 */
export function shortDate(day: Day): string {
  const { year, month, date } = split(day);
  return `${two(date)}/${month <= 2 ? two(month) : month}/${year}`;
}

/** A date as documents spell it: `ngày 06 tháng 3 năm 2026`. */
export function longDate(day: Day): string {
  const { year, month, date } = split(day);
  return `ngày ${two(date)} tháng ${month <= 2 ? two(month) : month} năm ${year}`;
}

/** A month written `YYYY-MM` as people say it: `tháng 3 năm 2026`. */
export function monthName(month: string): string {
  return `tháng ${Number(month.slice(5, 7))} năm ${month.slice(0, 4)}`;
}

/** A period as people say it: `tuần 9 năm 2026`, `quý I năm 2026`, `9 tháng năm 2026`. */
export function periodName(span: Period): string {
  const year = span.label.slice(0, 4);
  switch (span.kind) {
    case 'week':
      return `tuần ${Number(span.label.slice(6))} năm ${year}`;
    case 'month':
      return monthName(span.label);
    case 'quarter':
      return `quý ${['I', 'II', 'III', 'IV'][Number(span.label.slice(6)) - 1]} năm ${year}`;
    case 'half':
      return span.label.endsWith('1') ? `6 tháng đầu năm ${year}` : `6 tháng cuối năm ${year}`;
    case 'nine-months':
      return `9 tháng năm ${year}`;
    case 'year':
      return `năm ${year}`;
    case 'window':
      return `từ ${shortDate(span.from)} đến ${shortDate(span.to)}`;
  }
}

function split(day: Day): { year: number; month: number; date: number } {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return { year, month, date };
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
