import type { Day } from '../core/calendar/day.ts';
import { writeYaml } from './writer.ts';

/**
 * The text of an entry with its withdrawal added at the end of the front matter; every other
 * byte stays. Throws a `RangeError` for a text without front matter, which no published one is.
 */
export function withWithdrawal(text: string, withdrawn: { date: Day; reason: string }): string {
  const front = /^\uFEFF?---[ \t]*\r?\n[\s\S]*?(?=^---[ \t]*\r?$)/m.exec(text);
  if (!front) throw new RangeError('A withdrawal needs front matter');
  const end = front.index + front[0].length;
  return `${text.slice(0, end)}${writeYaml({ withdrawn })}${text.slice(end)}`;
}
