import { addresses } from '../address.ts';
import { monthOf } from '../calendar/day.ts';
import { monthName } from '../calendar/wording.ts';
import { chosenReading } from '../quota/reading.ts';
import { type QuotaResult, type ResultRule, resultOfMonth } from '../quota/result.ts';
import type { Tally } from '../quota/tally.ts';
import type { Store } from '../store/store.ts';
import { issuedPlans } from './edition.ts';
import type { Link } from './link.ts';
import { enumerate, upperFirst } from './names.ts';
import { sentenceOf } from './quota-sentence.ts';
import { what, who } from './rule-wording.ts';
import { ruleAddress } from './task-link.ts';

/** One promise of the plan and what has been done for it this month. */
export interface PromiseRow {
  what: string;
  who: string;
  /** Where the plan's own words stand. */
  address: string;
  required: number;
  done: number;
  /** How many are lacking where somebody is behind, whatever others did beyond their share. */
  lacking: number;
  /** Whether nothing is lacking. */
  kept: boolean;
  stateText: string;
}

/** What the ward has promised for the current month, and done. */
export interface MonthPromise {
  /** `Tháng 11 năm 2026`. */
  name: string;
  sentence: string;
  rows: PromiseRow[];
  /** The officials' page with the proof of every number. */
  details: Link;
  /** The plan that promises it; absent when there is none yet. */
  plan?: Link;
}

/** The promises of the month that holds the date of a result. */
export function monthPromise(store: Store, result: QuotaResult): MonthPromise {
  const month = monthOf(result.asOf);
  const { tallies } = resultOfMonth(result, month);
  const judged = result.rules.filter(({ level }) => level === 'required');
  const plan = newestPlan(store, result);
  return {
    name: upperFirst(monthName(month)),
    sentence: sentenceOf(store, result, month, tallies),
    rows: judged.flatMap((rule) => promiseRow(store, rule, tallies)),
    details: { label: 'Xem từng con số và minh chứng', address: addresses.quotas() },
    ...(plan && { plan }),
  };
}

function promiseRow(store: Store, rule: ResultRule, all: readonly Tally[]): PromiseRow[] {
  const tallies = all.filter(
    (tally) => tally.rule === rule.id && ['met', 'open', 'short'].includes(tally.status),
  );
  if (tallies.length === 0) return [];
  const lackingOf = (wanted: Tally['status']) =>
    sum(
      tallies.filter(({ status }) => status === wanted),
      ({ required, actual }) => (required ?? 0) - actual,
    );
  const [lost, open] = [lackingOf('short'), lackingOf('open')];
  const reading = chosenReading(rule);
  return [
    {
      what: upperFirst(what(reading)),
      who: who(store, reading),
      address: ruleAddress(rule.plan, rule.id),
      required: sum(tallies, ({ required }) => required ?? 0),
      done: sum(tallies, ({ actual }) => actual),
      lacking: lost + open,
      kept: lost + open === 0,
      stateText: stateText(lost, open),
    },
  ];
}

/** What is lost with its week or month cannot be made up for; the rest still can. */
function stateText(lost: number, open: number): string {
  if (lost + open === 0) return 'Đủ';
  return upperFirst(
    enumerate([lost && `thiếu ${lost}`, open && `còn thiếu ${open}`].filter(isText)),
  );
}

function isText(part: string | 0): part is string {
  return typeof part === 'string';
}

/** The newest plan that has rules in the result, else the newest there is. */
function newestPlan(store: Store, { rules, asOf }: QuotaResult): Link | undefined {
  const issued = issuedPlans(store, asOf);
  const plan = issued.find(({ id }) => rules.some((rule) => rule.plan === id)) ?? issued[0];
  return plan && { label: plan.data.title, address: addresses.plan(plan.id) };
}

function sum(tallies: readonly Tally[], of: (tally: Tally) => number): number {
  return tallies.reduce((total, tally) => total + of(tally), 0);
}
