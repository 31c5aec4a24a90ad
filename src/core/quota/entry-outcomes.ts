import { type Day, laterOf } from '../calendar/day.ts';
import { heldOn } from '../schema/activity.ts';
import type { Rule } from '../schema/quota.ts';
import type { Entry } from '../store/entry.ts';
import type { ActivityEntry, ArticleEntry, PlanEntry, Store } from '../store/store.ts';
import { existing } from '../store/store.ts';
import { type CountingContext, countingContext, type Outcome, outcomes } from './count.ts';
import { memberships, scheduleIn } from './evaluate.ts';
import { firstTexts } from './novelty.ts';
import { datesOf } from './occurrence.ts';
import { chosenReading } from './reading.ts';

/** What an entry comes to under one rule, in every period that it touches. */
export interface RuleOutcomes {
  plan: PlanEntry;
  rule: Rule;
  outcomes: Outcome[];
}

/** Whether a kind of content can count for a rule at all. */
export function isCountable(entry: Entry): entry is ArticleEntry | ActivityEntry {
  return entry.collection === 'articles' || entry.collection === 'activities';
}

/**
 * What an entry will come to under every rule its department belongs to, once it is published
 * beside the ward's content and all its dates have come. The rest of the ward decides whether
 * it is new, and nothing else, so nothing else is counted.
 */
export function entryOutcomes(
  store: Store,
  entry: ArticleEntry | ActivityEntry,
  asOf: Day,
): RuleOutcomes[] {
  const context = contextOf(store, entry, lastDayOf(entry, asOf));
  const { department } = entry.data;
  return store.plans
    .filter(({ data }) => (data.date ?? data.issuedMonth ?? '') <= asOf)
    .flatMap((plan) => plan.data.quotas.map((rule) => ({ plan, rule })))
    .filter(({ rule }) => (rule.measure === 'activity') === (entry.collection === 'activities'))
    .flatMap(({ plan, rule }) => {
      const reading = chosenReading(rule);
      const schedule = scheduleIn(context, plan, reading);
      const members = memberships(context, reading);
      if (!schedule || !members.some((member) => member.department === department)) return [];
      return [{ plan, rule, outcomes: outcomes(context, reading, schedule, members) }];
    });
}

/** The day on which all the entry's dates have come. */
function lastDayOf(entry: ArticleEntry | ActivityEntry, asOf: Day): Day {
  const dates = entry.collection === 'articles' ? datesOf(entry.data) : [heldOn(entry.data)];
  return dates.reduce(laterOf, asOf);
}

function contextOf(store: Store, entry: ArticleEntry | ActivityEntry, asOf: Day): CountingContext {
  const isArticle = entry.collection === 'articles';
  const others = store.articles.filter(({ id }) => !isArticle || id !== entry.id);
  const all = isArticle ? [...others, entry] : others;
  const known = { ...store, activities: isArticle ? [] : [entry as ActivityEntry] };
  return {
    ...countingContext(known, asOf),
    articles: isArticle ? [entry] : [],
    texts: () => firstTexts(existing(all, asOf)),
  };
}
