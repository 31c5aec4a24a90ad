import { type Day, yearOf } from '../calendar/day.ts';
import type { PlanEntry, Store } from '../store/store.ts';

/** Plans whose day, or month, of issue has come by a date, newest first. */
export function issuedPlans(store: Store, asOf: Day): PlanEntry[] {
  return store.plans.filter(({ data }) => (data.date ?? data.issuedMonth ?? '') <= asOf);
}

/**
 * The plans that departments work by on a date: of this year and later, or, when there is none
 * yet, of the last year that had one.
 */
export function plansOfTheYear(store: Store, asOf: Day): PlanEntry[] {
  const issued = issuedPlans(store, asOf);
  const latest = issued[0]?.data.year ?? 0;
  const year = Math.min(yearOf(asOf), latest);
  return issued.filter(({ data }) => data.year >= year);
}

/** The plan that has taken the place of another by a date. */
export function replacementOf(store: Store, plan: PlanEntry, asOf: Day): PlanEntry | undefined {
  return issuedPlans(store, asOf).find(({ data }) => data.replaces === plan.id);
}
