import type { Day } from '../calendar/day.ts';
import { hasEnded, type Period } from '../calendar/period.ts';
import { evidenceIndex } from '../plan/evidence.ts';
import { issuedPlans, replacementOf } from '../plan/in-force.ts';
import { type LagSummary, publicationLags } from '../plan/lag.ts';
import { type Share as PlanShare, shareOf, type TaskProgress } from '../plan/tasks.ts';
import type { QuotaResult } from '../quota/result.ts';
import {
  type ActivityEntry,
  type ArticleEntry,
  existing,
  type PlanEntry,
  type PracticeEntry,
  type Store,
} from '../store/store.ts';
import { type Breakdown, breakdownOf, channelsShown, withoutAirings } from './breakdown.ts';
import { type Duties, dutiesAfter, tasksOf } from './duties.ts';
import type { Indicator } from './indicator.ts';
import { indicatorsOf } from './indicators.ts';
import { type Airing, airingsBetween, happenedOn, standingArticles, within } from './posts.ts';
import { heldIn, registerOf } from './register.ts';
import {
  type Gap,
  gapsOf,
  type RuleResult,
  ruleResults,
  type TrackedResult,
  trackedResults,
} from './results.ts';
import { type ReportSpan, reportSpan, yearOfSpan } from './span.ts';
import { standingAt } from './standing.ts';

/**
 * A ward's report on a span of days: every number that page, Word, Excel and CSV show. It is
 * made of the one count and of the content; nothing in it is wording or layout.
 */
export interface Report {
  store: Store;
  span: ReportSpan;
  asOf: Day;
  /** Whether sample content was counted. */
  sample: boolean;
  /** Whether the span has not ended, or samples were counted: nothing to sign yet. */
  provisional: boolean;
  /** The plans of the year, newest first, without those that were replaced. */
  plans: readonly PlanEntry[];
  rules: RuleResult[];
  tracked: TrackedResult[];
  tasks: TaskProgress[];
  share: PlanShare;
  indicators: Indicator[];
  breakdown: Breakdown;
  practices: PracticeEntry[];
  lags: LagSummary;
  gaps: Gap[];
  lateTasks: TaskProgress[];
  duties: Duties;
  posts: ArticleEntry[];
  airings: Airing[];
  activities: ActivityEntry[];
}

/** The report of a store and its count on a period. */
export function reportOf(store: Store, result: QuotaResult, period: Period): Report {
  const { asOf, sample } = result;
  const span = reportSpan(period, asOf);
  const quotas = standingAt(result, span);
  const articles = standingArticles(store, asOf);
  const register = registerOf(store, quotas, articles, span);
  const split = breakdownOf(store, articles, span);
  const breakdown = register.keepsChannel('loudspeaker') ? split : withoutAirings(split);
  const plans = plansOf(store, span);
  const context = { store, quotas, evidence: evidenceIndex(store, span.until) };
  const tasks = tasksOf(context, plans);
  const rules = ruleResults(quotas, span);
  return {
    ...{ store, span, asOf, sample, plans, rules, tasks, breakdown },
    provisional: isProvisional(period, result),
    tracked: trackedResults(quotas, span),
    share: shareOf(tasks),
    indicators: indicatorsOf({ store, articles, breakdown, register, span }),
    practices: existing(store.practices, span.until)
      .filter(({ data }) => within(span, data.date))
      .reverse(),
    lags: publicationLags(store, span.until, { from: span.from, to: span.until }),
    gaps: gapsOf(rules),
    lateTasks: tasks.filter(({ judgement }) => judgement?.state === 'late'),
    duties: dutiesAfter(context, currentPlans(store, span), span),
    posts: postsOf(articles, span),
    airings: airingsBetween(articles, span),
    activities: heldIn(store, span),
  };
}

/** Whether a report is not final: its period has not ended, or samples were counted. */
export function isProvisional(
  period: Pick<Period, 'to'>,
  { asOf, sample }: Pick<QuotaResult, 'asOf' | 'sample'>,
): boolean {
  return sample || !hasEnded(period, asOf);
}

/** The plans of the span's year that were issued by its end and not replaced by then. */
function plansOf(store: Store, span: ReportSpan): PlanEntry[] {
  return currentPlans(store, span).filter(
    (plan) => plan.data.year === yearOfSpan(span) && !replacementOf(store, plan, span.until),
  );
}

/** The plans of the span's year and of later ones; of a replaced one some numbers are owed. */
function currentPlans(store: Store, span: ReportSpan): PlanEntry[] {
  return issuedPlans(store, span.until).filter(({ data }) => data.year >= yearOfSpan(span));
}

/** Every article that something happened to in a span, oldest first. */
function postsOf(articles: readonly ArticleEntry[], span: ReportSpan): ArticleEntry[] {
  const channels = channelsShown(articles, span.until);
  const found = new Set(
    channels.flatMap((channel) =>
      (['published', 'sent', 'aired'] as const).flatMap((event) =>
        happenedOn(articles, channel, event, span),
      ),
    ),
  );
  return articles.filter((entry) => found.has(entry)).reverse();
}
