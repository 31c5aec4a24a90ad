import { isDay } from '../calendar/day.ts';
import { shortDate } from '../calendar/wording.ts';
import type { Task } from '../schema/plan.ts';
import { DUE_KINDS } from '../schema/vocabulary.ts';
import { momentName, upperFirst } from './names.ts';

/** When a task is due, as its row shows it. */
export interface DueText {
  /** The plan's own words; where it has none, what that means. */
  text: string;
  /** The day they come to, where the words do not name it themselves. */
  computed?: string;
}

/** The words for a task's time limit. */
export function dueText({ due }: Task): DueText {
  const text = due.text ?? fallback(due);
  const computed = due.date && limit(due.date, due.inclusive);
  const said = due.date !== undefined && text.includes(shortDate(due.date));
  return { text, ...(computed && !said && { computed }) };
}

/** A limit in words: «trước ngày» leaves its own day out. */
export function limit(date: string, inclusive: boolean): string {
  return inclusive ? `Chậm nhất ${shortDate(date)}` : `Trước ngày ${shortDate(date)}`;
}

function fallback({ kind, from, to, days, after }: Task['due']): string {
  if (kind === 'window' && from && to) {
    if (from === to) return upperFirst(momentName(from));
    const join = isDay(from) || isDay(to);
    return join
      ? `Từ ${momentName(from)} đến ${momentName(to)}`
      : `${upperFirst(momentName(from))} – ${momentName(to)}`;
  }
  if (kind === 'relative' && days && after) return `Trong ${days} ngày, tính từ: ${after}`;
  return kind === 'unstated' ? 'Kế hoạch không ghi' : upperFirst(DUE_KINDS[kind]);
}
