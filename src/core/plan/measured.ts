import type { Day } from '../calendar/day.ts';
import { hasEnded, holds, period } from '../calendar/period.ts';
import { periodName } from '../calendar/wording.ts';
import type { Tally } from '../quota/tally.ts';
import { type Due, isOngoing } from './due.ts';
import type { Judgement } from './state.ts';

/** How many missed periods are named one by one. */
const NAMED = 4;

/** What decides the state of a task that rules measure. */
export interface MeasuredFacts {
  due: Due;
  asOf: Day;
  /** Last day of the plan's year. */
  yearEnd: Day;
  /** Tallies of its required rules, for the department or departments concerned. */
  tallies: readonly Tally[];
}

/** The tallies that are judged: neither tracked nor of a part of a period. */
export function judged(tallies: readonly Tally[]): Tally[] {
  return tallies.filter(({ status }) => status !== 'tracked' && status !== 'not-counted');
}

/**
 * The state of a task from the numbers of the rules that measure it; `undefined` when none of
 * its periods is judged. A period that was missed stays missed: later ones do not make it good,
 * and the reason says how many there are.
 */
export function judgeMeasured(facts: MeasuredFacts): Judgement | undefined {
  const tallies = judged(facts.tallies);
  if (tallies.length === 0) return undefined;
  const ended = tallies.filter((tally) => hasEnded(tally, facts.asOf));
  const short = ended.filter(({ status }) => status === 'short');
  if (short.length > 0) {
    return {
      state: 'late',
      reason: `Thiếu ở ${short.length}/${ended.length} kỳ đã hết${ofUnits(tallies)}${named(short)}.`,
    };
  }
  const met = tallies.filter(({ status }) => status === 'met');
  if (met.length === tallies.length) {
    const goesOn = isOngoing(facts.due) && facts.asOf <= facts.yearEnd;
    return { state: goesOn ? 'doing' : 'done', reason: allMet(met) };
  }
  if (tallies.every(({ actual }) => actual === 0)) {
    return { state: 'upcoming', reason: 'Chưa hết kỳ nào, chưa có kết quả nào.' };
  }
  return { state: 'doing', reason: running(tallies, ended, facts.asOf) };
}

function allMet(met: readonly Tally[]): string {
  const [only, ...others] = met;
  return only && others.length === 0
    ? `Đã đạt ${only.actual}/${only.required}.`
    : `Đạt ở cả ${met.length} kỳ${ofUnits(met)}.`;
}

function running(tallies: readonly Tally[], ended: readonly Tally[], asOf: Day): string {
  const past =
    ended.length > 0 ? `Đạt ở cả ${ended.length} kỳ đã hết${ofUnits(tallies)}` : 'Chưa hết kỳ nào';
  const now = tallies.filter(({ from, to }) => holds({ from, to }, asOf));
  const [only, ...others] = now;
  if (!only) return `${past}.`;
  if (others.length === 0) return `${past}; kỳ này ${only.actual}/${only.required}.`;
  const met = now.filter(({ status }) => status === 'met').length;
  return `${past}; kỳ này đạt ${met}/${now.length}.`;
}

/** Where several departments have numbers of their own, their periods are added up. */
function ofUnits(tallies: readonly Tally[]): string {
  const subjects = new Set(tallies.map(({ subject }) => subject)).size;
  return subjects > 1 ? ` của ${subjects} đơn vị` : '';
}

function named(short: readonly Tally[]): string {
  const inOrder = short.toSorted((a, b) => (a.to < b.to ? -1 : a.to > b.to ? 1 : 0));
  const names = [...new Set(inOrder.map(({ period: label }) => shortName(label)))];
  return names.length <= NAMED ? `: ${names.join(', ')}` : `, gần nhất là ${names.at(-1)}`;
}

/** Within the plan's year weeks, months and quarters need no year beside them. */
function shortName(label: string): string {
  const span = period(label);
  const name = periodName(span);
  return ['week', 'month', 'quarter'].includes(span.kind) ? name.replace(/ năm \d{4}$/, '') : name;
}
