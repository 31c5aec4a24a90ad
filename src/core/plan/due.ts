import { addDays, type Day } from '../calendar/day.ts';
import { firstDayOf, lastDayOf } from '../calendar/period.ts';
import type { Plan, Task } from '../schema/plan.ts';

/** Why a task is due when it is due. */
export type DueKind = Task['due']['kind'];

/** The days that a task's time limit comes to. */
export interface Due {
  kind: DueKind;
  /** First day of a window. */
  first?: Day;
  /** Last day on which the task is done in time; absent where the plan gives none. */
  last?: Day;
}

/**
 * The last day in time: «chậm nhất ngày 28» is the 28th itself, «trước ngày 05» the day
 * before the 5th.
 */
export function lastGoodDay(date: Day, inclusive: boolean): Day {
  return inclusive ? date : addDays(date, -1);
}

/**
 * The days of a task's time limit. A relative limit without a computed date has no last day:
 * the document it runs from is known by its words only.
 */
export function dueOf({ due }: Pick<Task, 'due'>): Due {
  const { kind, date, inclusive, from, to } = due;
  const first = from === undefined ? undefined : firstDayOf(from);
  const last = date ? lastGoodDay(date, inclusive) : to === undefined ? undefined : lastDayOf(to);
  return { kind, ...(first && { first }), ...(last && { last }) };
}

/** Whether a task goes on for as long as the plan does, so that one deed never finishes it. */
export function isOngoing({ kind }: Due): boolean {
  return kind === 'periodic' || kind === 'continuous';
}

/** The last day of a plan's year. */
export function yearEnd({ year }: Pick<Plan, 'year'>): Day {
  return `${year}-12-31`;
}
