import { type Day, monthOf } from '../calendar/day.ts';
import { hasEnded } from '../calendar/period.ts';
import type { Rule } from '../schema/quota.ts';
import { hasSamples, type PlanEntry, type Store } from '../store/store.ts';
import { withClosings } from './closed.ts';
import { type CountingContext, countingContext } from './count.ts';
import { evaluate, memberships } from './evaluate.ts';
import { alternativeReading, chosenReading } from './reading.ts';
import type { Tally } from './tally.ts';

/** A rule as its plan has it, with its plan and everybody who is ever a member. */
export interface ResultRule extends Rule {
  /** Id of the plan. */
  plan: string;
  /** Ids of the departments whose entries count for it on any day. */
  members: string[];
}

/** The tallies of a rule under one of its other readings. */
export interface AlternativeResult {
  rule: string;
  label: string;
  tallies: Tally[];
}

/** The whole count: the contents of `chi-tieu.json`. */
export interface QuotaResult {
  version: 1;
  ward: { id: string; name: string };
  asOf: Day;
  /** Whether sample content was counted. */
  sample: boolean;
  departments: { id: string; name: string; from: Day | null; to: Day | null }[];
  rules: ResultRule[];
  tallies: Tally[];
  alternatives: AlternativeResult[];
}

/** Counts every rule of every plan of a ward as it stands on `asOf`. */
export function countQuotas(store: Store, asOf: Day): QuotaResult {
  const context = countingContext(store, asOf);
  const plans = issuedPlans(store, asOf);
  const closings = store.closings.filter(({ closedOn }) => closedOn <= asOf);
  const rules = plans.flatMap((plan) => plan.data.quotas.map((rule) => ({ plan, rule })));
  return {
    version: 1,
    ward: { id: store.ward.id, name: store.ward.name },
    asOf,
    sample: hasSamples(store),
    departments: store.departments.map(({ id, name, from, to }) => ({
      id,
      name,
      from: from ?? null,
      to: to ?? null,
    })),
    rules: rules.map(({ plan, rule }) => ({
      ...rule,
      plan: plan.id,
      members: memberIds(context, rule),
    })),
    tallies: rules.flatMap(({ plan, rule }) =>
      withClosings(evaluate(context, plan, rule, chosenReading(rule)), closings, rule.id),
    ),
    alternatives: rules.flatMap(({ plan, rule }) =>
      rule.alternatives.map((alternative) => ({
        rule: rule.id,
        label: alternative.label,
        tallies: evaluate(context, plan, rule, alternativeReading(rule, alternative)),
      })),
    ),
  };
}

/** The part of a result whose periods end in a month. */
export function resultOfMonth(result: QuotaResult, month: string): QuotaResult {
  const inMonth = (tallies: readonly Tally[]) => tallies.filter(({ to }) => monthOf(to) === month);
  return {
    ...result,
    tallies: inMonth(result.tallies),
    alternatives: result.alternatives.map((entry) => ({
      ...entry,
      tallies: inMonth(entry.tallies),
    })),
  };
}

/**
 * The tallies that `--strict` and `QUOTA_ENFORCE=fail` answer for: of each required rule, the
 * last period that has ended, where it is short and was not closed.
 */
export function failures(result: QuotaResult): Tally[] {
  return result.rules
    .filter(({ level }) => level === 'required')
    .flatMap(({ id }) => {
      const ended = result.tallies.filter(
        (tally) =>
          tally.rule === id && tally.status !== 'not-counted' && hasEnded(tally, result.asOf),
      );
      const last = ended
        .map(({ to }) => to)
        .sort()
        .at(-1);
      return ended.filter(({ to, status, closed }) => to === last && status === 'short' && !closed);
    });
}

/** Plans whose day, or month, of issue has come; oldest first, as rules are read. */
function issuedPlans(store: Store, asOf: Day): PlanEntry[] {
  return store.plans
    .filter(({ data }) => (data.date ?? data.issuedMonth ?? '') <= asOf)
    .toReversed();
}

function memberIds(context: CountingContext, rule: Rule): string[] {
  return [
    ...new Set(memberships(context, chosenReading(rule)).map(({ department }) => department)),
  ];
}
