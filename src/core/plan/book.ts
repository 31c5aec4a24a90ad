import type { QuotaResult } from '../quota/result.ts';
import type { PlanEntry, Store } from '../store/store.ts';
import { issuedPlans, plansOfTheYear } from './in-force.ts';
import { type Obligation, obligationsOf } from './obligations.ts';
import { type PlanContext, planContext, planProgress, type TaskProgress } from './tasks.ts';

/** How a ward's plans stand on the date of a count: computed once, asked by every page. */
export interface PlanBook extends PlanContext {
  /** Every plan issued by the date, newest first. */
  plans: readonly PlanEntry[];
  /** Those that departments work by now. */
  current: readonly PlanEntry[];
  /** Tasks by the id of their plan, in its order. */
  tasks: ReadonlyMap<string, readonly TaskProgress[]>;
  /** By the id of their plan, by day. */
  obligations: ReadonlyMap<string, readonly Obligation[]>;
}

const books = new WeakMap<QuotaResult, PlanBook>();

/** The book of a count. The same count gives the same object. */
export function planBook(store: Store, quotas: QuotaResult): PlanBook {
  const known = books.get(quotas) ?? compose(store, quotas);
  books.set(quotas, known);
  return known;
}

/** What is owed by the plans that departments work by now, by day. */
export function currentObligations({ current, obligations }: PlanBook): Obligation[] {
  return current
    .flatMap((plan) => obligations.get(plan.id) ?? [])
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

function compose(store: Store, quotas: QuotaResult): PlanBook {
  const context = planContext(store, quotas);
  const plans = issuedPlans(store, quotas.asOf);
  const tasks = new Map(plans.map((plan) => [plan.id, planProgress(context, plan)]));
  const obligations = plans.map(
    (plan) => [plan.id, obligationsOf(context, plan, tasks.get(plan.id) ?? [])] as const,
  );
  return {
    ...context,
    plans,
    current: plansOfTheYear(store, quotas.asOf),
    tasks,
    obligations: new Map(obligations),
  };
}
