import type { Day } from '../calendar/day.ts';
import type { Period } from '../calendar/period.ts';
import type { Rule } from '../schema/quota.ts';
import {
  belongsThroughout,
  type Membership,
  membersDuring,
  membershipsOf,
} from '../store/membership.ts';
import type { PlanEntry } from '../store/store.ts';
import { type CountingContext, type Outcome, outcomes } from './count.ts';
import type { Reading } from './reading.ts';
import { lastDayBefore, type Schedule, scheduleOf } from './schedule.ts';
import { JOINT, statusOf, type Tally } from './tally.ts';

/** One tally to be made: who, when, whose entries, and whether it counts in full. */
interface Slot {
  subject: string;
  departments: readonly string[];
  period: Period;
  counts: boolean;
}

/** The memberships of everybody whose entries count for a reading. */
export function memberships(context: CountingContext, reading: Reading): Membership[] {
  const { departments, lead, mode } = reading.subject;
  const names = mode === 'lead' && lead ? [lead, ...departments] : departments;
  return membershipsOf(context.store, names);
}

/** Counts one reading of a rule: every period, every subject, in that order. */
export function evaluate(
  context: CountingContext,
  plan: PlanEntry,
  rule: Pick<Rule, 'id'>,
  reading: Reading,
): Tally[] {
  const schedule = scheduleIn(context, plan, reading);
  if (!schedule) return [];
  const members = memberships(context, reading);
  const found = Map.groupBy(
    outcomes(context, reading, schedule, members),
    ({ period }) => period.label,
  );
  return schedule.periods
    .flatMap(({ period, counts }) => slots(reading, members, period, counts))
    .map((slot) => tallyOf(context, rule, reading, slot, found.get(slot.period.label) ?? []));
}

/** The periods of a reading as its plan stands among the others of the ward. */
export function scheduleIn(
  context: CountingContext,
  plan: PlanEntry,
  reading: Reading,
): Schedule | undefined {
  return scheduleOf(plan.data, reading, endByReplacement(context, plan, reading));
}

/** The day on which a plan that replaces this one ends its rules. */
function endByReplacement(
  { store, asOf }: CountingContext,
  plan: PlanEntry,
  reading: Reading,
): Day | undefined {
  const replacing = store.plans.filter(
    ({ data }) => data.replaces === plan.id && (data.date ?? data.issuedMonth ?? '') <= asOf,
  );
  return replacing
    .map(({ data }) => lastDayBefore(data, reading))
    .filter((day) => day !== undefined)
    .sort()[0];
}

function slots(
  reading: Reading,
  members: readonly Membership[],
  period: Period,
  counts: boolean,
): Slot[] {
  const present = membersDuring(members, period);
  const { mode, lead } = reading.subject;
  if (mode === 'joint') return [{ subject: JOINT, departments: present, period, counts }];
  if (mode === 'lead') return lead ? [{ subject: lead, departments: present, period, counts }] : [];
  return present.map((department) => ({
    subject: department,
    departments: [department],
    period,
    counts: counts && belongsThroughout(members, department, period),
  }));
}

function tallyOf(
  { asOf }: CountingContext,
  rule: Pick<Rule, 'id'>,
  reading: Reading,
  slot: Slot,
  all: readonly Outcome[],
): Tally {
  const own = all.filter(({ department }) => slot.departments.includes(department));
  const counted = own
    .flatMap(({ counted: found }) => found ?? [])
    .sort((a, b) => compare(a.date, b.date) || compare(a.id, b.id));
  const notCounted = own
    .flatMap(({ id, reason }) => (reason ? { id, ...reason } : []))
    .sort((a, b) => compare(a.id, b.id));
  const { label, from, to } = slot.period;
  const tracked = reading.level === 'tracked';
  const required = tracked ? null : (reading.min ?? null);
  const facts = { tracked, counts: slot.counts, from, to, actual: counted.length, asOf };
  return {
    rule: rule.id,
    subject: slot.subject,
    period: label,
    from,
    to,
    required,
    actual: counted.length,
    status: statusOf({ ...facts, required: required ?? 0 }),
    closed: false,
    live: null,
    shares: Object.fromEntries(
      slot.departments.map((department) => [
        department,
        own.filter((outcome) => outcome.counted && outcome.department === department).length,
      ]),
    ),
    counted,
    notCounted,
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
