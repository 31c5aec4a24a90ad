import type { Rule } from '../schema/quota.ts';
import { ACTIVITY_KINDS, CHANNELS, MEASURES } from '../schema/vocabulary.ts';

/** What rules of one kind share, whatever their plan and ward: what is counted, where, how often. */
export interface RuleKind {
  /** `item·loudspeaker·month`. */
  id: string;
  /** `Tin/bài trên Truyền thanh, mỗi tháng`. */
  label: string;
}

/** The part of a rule that decides its kind. */
export type KindFacts = Pick<Rule, 'measure' | 'channels' | 'period'> & {
  conditions: Pick<Rule['conditions'], 'activityKinds'>;
};

const PERIODS: Record<Rule['period'], string> = {
  week: 'mỗi tuần',
  month: 'mỗi tháng',
  quarter: 'mỗi quý',
  half: 'mỗi 6 tháng',
  'nine-months': 'trong 9 tháng',
  year: 'trong năm',
  window: 'trong thời hạn riêng',
};

/**
 * The kind of a rule. Activities have no channel, so what kinds they are stands in its place:
 * a contest and a training course are not one column of a province's table.
 */
export function ruleKind({ measure, channels, period, conditions }: KindFacts): RuleKind {
  const activities = measure === 'activity' ? [...(conditions.activityKinds ?? [])] : [];
  const where = [...channels, ...activities].sort();
  const names = [
    ...channels.map((channel) => CHANNELS[channel]),
    ...activities.map((kind) => ACTIVITY_KINDS[kind]),
  ];
  const what = capitalized(MEASURES[measure]);
  const join = measure === 'activity' ? ': ' : ' trên ';
  return {
    id: [measure, where.join('+'), period].join('·'),
    label: `${what}${names.length > 0 ? join : ''}${names.join(', ')}, ${PERIODS[period]}`,
  };
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
