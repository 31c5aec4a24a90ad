import { yearOf } from '../calendar/day.ts';
import type { QuotaResult } from '../quota/result.ts';
import { heldOn } from '../schema/activity.ts';
import type { ActivityKind, Channel } from '../schema/vocabulary.ts';
import type { ActivityEntry, ArticleEntry, Store } from '../store/store.ts';
import { channelsShown } from './breakdown.ts';
import { within } from './posts.ts';
import type { ReportSpan } from './span.ts';

/**
 * What the section keeps the books of. It knows all of itself. Of another channel, or a kind
 * of activity, it knows the number only where a plan's rule makes it count there, or where
 * something was recorded in the year: then nothing recorded in the span means 0. Elsewhere
 * nothing recorded means nothing known.
 */
export interface Register {
  keepsChannel: (channel: Channel) => boolean;
  keepsActivity: (kind: ActivityKind) => boolean;
  /** The activities of a kind that were held in the span, by day. */
  held: (kind: ActivityKind) => ActivityEntry[];
}

/** The books of a ward for a span. */
export function registerOf(
  store: Store,
  { rules }: Pick<QuotaResult, 'rules'>,
  articles: readonly ArticleEntry[],
  span: ReportSpan,
): Register {
  const channels = new Set([
    ...channelsShown(articles, span.until),
    ...rules.flatMap((rule) => rule.channels),
  ]);
  const kinds = new Set([
    ...store.activities.filter((entry) => heldInYear(entry, span)).map(({ data }) => data.kind),
    ...rules.flatMap(({ conditions }) => conditions.activityKinds ?? []),
  ]);
  return {
    keepsChannel: (channel) => channels.has(channel),
    keepsActivity: (kind) => kinds.has(kind),
    held: (kind) => heldIn(store, span).filter(({ data }) => data.kind === kind),
  };
}

/** The activities whose (last) day lies in a span, in the order of the day. */
export function heldIn({ activities }: Store, span: ReportSpan): ActivityEntry[] {
  return activities
    .filter(({ data }) => within(span, heldOn(data)))
    .sort((a, b) => (heldOn(a.data) < heldOn(b.data) ? -1 : 1));
}

function heldInYear({ data }: ActivityEntry, { until }: ReportSpan): boolean {
  const day = heldOn(data);
  return yearOf(day) === yearOf(until) && day <= until;
}
