import { type Commit, changeSince, type History } from '../audit/history.ts';
import type { Day } from '../calendar/day.ts';
import { countQuotas, type QuotaResult } from '../quota/result.ts';
import type { Tally } from '../quota/tally.ts';
import type { Closing } from '../schema/records.ts';
import type { Store } from '../store/store.ts';
import { type Counting, countingOf, type Place, type Placed } from './counting.ts';

/** What happened since a closing to something that counted then, or counts now. */
export type DriftEvent =
  | { kind: 'added'; cameFrom?: Place }
  | { kind: 'removed'; reason?: string }
  | { kind: 'moved'; to: Place }
  | { kind: 'department'; to: Place }
  | { kind: 'title'; before: string }
  | { kind: 'date'; before: Day; after: Day };

/** One line of the list: an entry, what happened to it, and by which commit. */
export interface DriftItem {
  id: string;
  title: string;
  event: DriftEvent;
  /** The last commit that touched the entry's file since the closing, when it is known. */
  commit?: Commit;
}

/** A closed tally whose entries are no longer those it was closed with. */
export interface TallyDrift extends Place {
  rule: string;
  closed: number;
  live: number;
  items: DriftItem[];
}

/** A rule whose words or minimum are no longer those that a month was closed with. */
export interface RuleDrift {
  rule: string;
  /** What it says now; absent when the plan has it no more. */
  now?: { quote: string; min?: number };
  before: { quote: string; min?: number };
}

/** A closed month, and how today's count differs from it. */
export interface ClosingDrift {
  month: string;
  closedOn: Day;
  by?: string;
  tallies: TallyDrift[];
  rules: RuleDrift[];
}

/**
 * Holds every closing against what would be counted today if nothing had been closed. A month
 * that still counts as it was closed has no tallies and no rules in the answer.
 */
export function closingDrifts(store: Store, asOf: Day, history: History): ClosingDrift[] {
  const closings = store.closings.filter(({ closedOn }) => closedOn <= asOf);
  if (closings.length === 0) return [];
  const live = countQuotas({ ...store, closings: [] }, asOf);
  const countings = new Map<string, Counting>();
  const counting = (rule: string) => {
    const known = countings.get(rule) ?? countingOf(rule, closings, live.tallies);
    countings.set(rule, known);
    return known;
  };
  return closings.map((closing) => ({
    month: closing.month,
    closedOn: closing.closedOn,
    by: closing.by,
    tallies: closing.tallies
      .map((kept) => tallyDrift(kept, counting(kept.rule), closing, live, history))
      .filter(({ items, closed, live: now }) => items.length > 0 || closed !== now),
    rules: ruleDrifts(closing, live),
  }));
}

/** Whether a closed month counts differently today. */
export function hasDrift({ tallies, rules }: ClosingDrift): boolean {
  return tallies.length > 0 || rules.length > 0;
}

function tallyDrift(
  kept: Closing['tallies'][number],
  counting: Counting,
  closing: Closing,
  result: QuotaResult,
  history: History,
): TallyDrift {
  const { rule, subject, period } = kept;
  const tally = result.tallies.find((one) => one.rule === rule && isAt(one, kept));
  const folder = result.rules.find(({ id }) => id === rule)?.measure === 'activity';
  const item = (id: string, title: string, event: DriftEvent): DriftItem => {
    const commit = changeSince(history, fileOf(id, folder), closing.closedOn);
    return { id, title, event, ...(commit && { commit }) };
  };
  const gone = kept.counted.flatMap((then) => {
    const now = counting.today(then);
    return eventsOf(then, now, kept, tally).map((event) =>
      item(now?.id ?? then.id, now?.title ?? then.title, event),
    );
  });
  const come = (tally?.counted ?? []).flatMap((now) => {
    const then = counting.closed(now);
    if (then && isAt(then, kept)) return [];
    const cameFrom = then && { subject: then.subject, period: then.period };
    return [item(now.id, now.title, { kind: 'added', ...(cameFrom && { cameFrom }) })];
  });
  return {
    ...{ rule, subject, period, closed: kept.actual, live: tally?.actual ?? 0 },
    items: [...gone, ...come],
  };
}

/** What happened to something that counted in a tally when it was closed. */
function eventsOf(
  then: Closing['tallies'][number]['counted'][number],
  now: Placed | undefined,
  kept: Place,
  tally: Tally | undefined,
): DriftEvent[] {
  if (!now) {
    const reason = tally?.notCounted.find(({ id }) => id === then.id)?.message;
    return [{ kind: 'removed', ...(reason && { reason }) }];
  }
  const to = { subject: now.subject, period: now.period };
  const events: DriftEvent[] = [];
  if (now.period !== kept.period) events.push({ kind: 'moved', to });
  else if (now.subject !== kept.subject) events.push({ kind: 'department', to });
  else if (now.date !== then.date) {
    events.push({ kind: 'date', before: then.date, after: now.date });
  }
  if (now.title !== then.title) events.push({ kind: 'title', before: then.title });
  return events;
}

function ruleDrifts(closing: Closing, { rules }: QuotaResult): RuleDrift[] {
  return closing.rules.flatMap(({ id, quote, min }) => {
    const rule = rules.find((one) => one.id === id);
    if (rule && rule.quote === quote && rule.min === min) return [];
    const now = rule && { quote: rule.quote, min: rule.min };
    return [{ rule: id, before: { quote, min }, ...(now && { now }) }];
  });
}

/** The file of something that counted; an airing's id goes on after its article's. */
function fileOf(id: string, activity: boolean): string {
  return activity ? `activities/${id}.md` : `articles/${id.split('#')[0]}.md`;
}

function isAt(place: Place, other: Place): boolean {
  return place.subject === other.subject && place.period === other.period;
}
