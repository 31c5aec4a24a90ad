import type { Day } from '../calendar/day.ts';
import { periodName, shortDate } from '../calendar/wording.ts';
import { entryOutcomes, isCountable, type RuleOutcomes } from '../quota/entry-outcomes.ts';
import { chosenReading } from '../quota/reading.ts';
import type { QuotaResult } from '../quota/result.ts';
import { JOINT, type Tally } from '../quota/tally.ts';
import { COLLECTIONS } from '../schema/collections.ts';
import { ACTIVITY_KINDS } from '../schema/vocabulary.ts';
import type { Entry } from '../store/entry.ts';
import type { ActivityEntry, Store } from '../store/store.ts';
import { departmentLink, lowerFirst, upperFirst } from './names.ts';
import { tallyNumber } from './quota-cell.ts';
import { what } from './rule-wording.ts';

/** A rule that an entry will count for. */
export interface CountsRow {
  /** Id of the rule. */
  rule: string;
  /** `Ít nhất 02 tin/bài phát trên truyền thanh`. */
  demand: string;
  /** `tháng 10 năm 2026`. */
  period: string;
  /** The days it counts on; an article read aloud several times may have several. */
  dates: Day[];
  /** The number as it is published now: `1/2`. */
  number: string;
  /** What takes nothing away from the entry but from the number: a month that was closed. */
  note?: string;
}

/** A rule of the department that an entry will not count for. */
export interface CountsNotRow {
  rule: string;
  demand: string;
  /** Why not, in Vietnamese; each reason once. */
  reasons: string[];
}

/** What an entry will count for once it is published, and what it will not, and why. */
export interface CountsForView {
  /** `Bài này sẽ tính cho 2 chỉ tiêu.` */
  sentence: string;
  counts: CountsRow[];
  countsNot: CountsNotRow[];
}

/** Says what an entry will count for among the ward's published content. */
export function countsForView(store: Store, quotas: QuotaResult, entry: Entry): CountsForView {
  if (!isCountable(entry)) {
    const kind = COLLECTIONS[entry.collection].label;
    const sentence = `«${kind}» không được tính vào chỉ tiêu nào; chỉ tin, bài và hoạt động được tính.`;
    return { sentence, counts: [], countsNot: [] };
  }
  const { department } = entry.data;
  const found = entryOutcomes(store, entry, quotas.asOf);
  const counts = found.flatMap((one) => countsRows(quotas, one, department));
  const countsNot = found
    .filter(({ outcomes }) => !outcomes.some(({ counted }) => counted))
    .map((one) => countsNotRow(one, entry));
  const name = departmentLink(store, department).label;
  const noun = entry.collection === 'articles' ? 'Bài' : 'Hoạt động';
  return { sentence: sentenceOf(noun, name, counts, countsNot), counts, countsNot };
}

/** One row for each period that the entry counts in. */
function countsRows(
  quotas: QuotaResult,
  { rule, outcomes }: RuleOutcomes,
  department: string,
): CountsRow[] {
  const counted = outcomes.filter((outcome) => outcome.counted);
  const periods = Map.groupBy(counted, ({ period }) => period);
  return [...periods].map(([period, own]) => {
    const tally = tallyFor(quotas, rule.id, period.label, department);
    const note = tally && noteOf(tally);
    return {
      rule: rule.id,
      demand: upperFirst(what(chosenReading(rule))),
      period: periodName(period),
      dates: own.flatMap((outcome) => outcome.counted?.date ?? []),
      number: tally ? tallyNumber(tally) : '',
      ...(note ? { note } : {}),
    };
  });
}

/** The tally that an entry of a department goes into: its own, the joint one or the leader's. */
function tallyFor(
  { tallies }: QuotaResult,
  rule: string,
  period: string,
  department: string,
): Tally | undefined {
  const own = tallies.filter((tally) => tally.rule === rule && tally.period === period);
  return (
    own.find(({ subject }) => subject === department) ??
    own.find(({ subject, shares }) => subject === JOINT || department in shares)
  );
}

function noteOf({ closed, status, from, to }: Tally): string | undefined {
  if (closed) {
    return `Kỳ ${shortDate(from)} - ${shortDate(to)} đã khóa sổ: số đã chốt không đổi, bài được ghi là phát sinh sau khóa sổ.`;
  }
  if (status === 'not-counted') return 'Kỳ này chưa tính chỉ tiêu, bài chỉ được ghi nhận.';
  return status === 'tracked' ? 'Chỉ tiêu này chỉ theo dõi, không đặt mức.' : undefined;
}

function countsNotRow({ rule, outcomes }: RuleOutcomes, entry: Entry): CountsNotRow {
  const messages = outcomes.flatMap(({ reason }) => reason?.message ?? []);
  return {
    rule: rule.id,
    demand: upperFirst(what(chosenReading(rule))),
    reasons: messages.length > 0 ? [...new Set(messages)] : [unmet(entry, rule)],
  };
}

/** Why an entry is not even a candidate of a rule of its department. */
function unmet(entry: Entry, { conditions }: RuleOutcomes['rule']): string {
  const activity = entry.collection === 'activities' ? (entry as ActivityEntry).data : undefined;
  if (!activity) return 'Không ngày nào của bài nằm trong thời gian chỉ tiêu này tính.';
  if (conditions.activityKinds?.includes(activity.kind)) {
    return 'Ngày tổ chức nằm ngoài thời gian hoặc lĩnh vực chỉ tiêu này tính.';
  }
  return `Chỉ tiêu này không tính loại «${ACTIVITY_KINDS[activity.kind]}».`;
}

function sentenceOf(
  noun: string,
  department: string,
  counts: readonly CountsRow[],
  countsNot: readonly CountsNotRow[],
): string {
  if (counts.length > 0) {
    const rules = new Set(counts.map(({ rule }) => rule)).size;
    return `${noun} này sẽ được tính cho ${rules} chỉ tiêu của ${department} khi xuất bản.`;
  }
  const thing = lowerFirst(noun);
  return countsNot.length > 0
    ? `${noun} này chưa được tính cho chỉ tiêu nào của ${department}; lý do ghi dưới đây.`
    : `Kế hoạch không giao ${department} chỉ tiêu nào về loại ${thing} này.`;
}
