import { addresses, addressOf } from '../address.ts';
import type { Commit } from '../audit/history.ts';
import type { Day } from '../calendar/day.ts';
import { period } from '../calendar/period.ts';
import { monthName, periodName, shortDate } from '../calendar/wording.ts';
import type { Place } from '../closing/counting.ts';
import type {
  ClosingDrift,
  DriftEvent,
  DriftItem,
  RuleDrift,
  TallyDrift,
} from '../closing/drift.ts';
import { hasDrift } from '../closing/drift.ts';
import type { Store } from '../store/store.ts';
import { subjectName } from './quota-cell.ts';

/** What kind of thing happened since a closing, as a word. */
export const DRIFT_KINDS = {
  added: 'Thêm vào',
  removed: 'Không còn tính',
  moved: 'Chuyển kỳ',
  changed: 'Sửa đổi',
} as const;
export type DriftKind = keyof typeof DRIFT_KINDS;

/** One line of the list of what changed. */
export interface DriftLine {
  kind: DriftKind;
  kindName: string;
  title: string;
  address?: string;
  /** What happened, as the rest of a sentence. */
  text: string;
  commit?: Commit;
}

/** What changed in one closed number. */
export interface DriftTally {
  /** Id of the rule. */
  rule: string;
  /** `Phòng Văn hóa - Xã hội, tháng 3 năm 2026`. */
  name: string;
  closed: number;
  live: number;
  lines: DriftLine[];
}

/** What changed in a rule since its month was closed. */
export interface DriftRule {
  id: string;
  text: string;
  before: string;
  now?: string;
}

/** A closed month: when, by whom, and what changed since. */
export interface DriftMonth {
  month: string;
  name: string;
  address: string;
  closedOn: Day;
  by?: string;
  /** One sentence on what there is to see. */
  sentence: string;
  drifted: boolean;
  rules: DriftRule[];
  tallies: DriftTally[];
}

/** The closed months of a ward, newest first. */
export function driftMonths(store: Store, drifts: readonly ClosingDrift[]): DriftMonth[] {
  return drifts.map((drift) => driftMonth(store, drift)).toReversed();
}

/** What changed under one rule in a closed month; `undefined` when the month is not closed. */
export function ruleDriftOf(
  store: Store,
  drifts: readonly ClosingDrift[],
  month: string,
  rule: string,
): DriftMonth | undefined {
  const closing = store.closings.find((one) => one.month === month);
  const drift = drifts.find((one) => one.month === month);
  if (!drift || !closing?.rules.some(({ id }) => id === rule)) return undefined;
  return driftMonth(store, {
    ...drift,
    tallies: drift.tallies.filter((tally) => tally.rule === rule),
    rules: drift.rules.filter((one) => one.rule === rule),
  });
}

function driftMonth(store: Store, drift: ClosingDrift): DriftMonth {
  const { month, closedOn, by } = drift;
  return {
    month,
    name: monthName(month),
    address: addresses.quotaMonth(month),
    closedOn,
    ...(by && { by }),
    sentence: sentenceOf(drift),
    drifted: hasDrift(drift),
    rules: drift.rules.map(ruleOf),
    tallies: drift.tallies.map((tally) => tallyOf(store, tally)),
  };
}

function sentenceOf({ tallies, rules }: ClosingDrift): string {
  if (tallies.length === 0 && rules.length === 0) {
    return 'Số liệu hôm nay vẫn như khi khóa sổ.';
  }
  const items = tallies.reduce((sum, tally) => sum + tally.items.length, 0);
  const parts = [
    ...(items > 0 ? [`${items} thay đổi ở ${tallies.length} số liệu`] : []),
    ...(items === 0 && tallies.length > 0 ? [`${tallies.length} số liệu khác đi`] : []),
    ...(rules.length > 0 ? [`${rules.length} chỉ tiêu đã sửa`] : []),
  ];
  return `Sau khi khóa sổ có ${parts.join(', ')}. Số đã khóa giữ nguyên.`;
}

function tallyOf(store: Store, tally: TallyDrift): DriftTally {
  return {
    rule: tally.rule,
    name: `${subjectName(store, tally.subject)}, ${periodName(period(tally.period))}`,
    closed: tally.closed,
    live: tally.live,
    lines: tally.items.map((item) => lineOf(store, item)),
  };
}

function lineOf(store: Store, { id, title, event, commit }: DriftItem): DriftLine {
  const kind = kindOf(event);
  const entry = store.articleById.get(id.split('#')[0] ?? '') ?? activity(store, id);
  const shown = entry && (!('web' in entry.data) || entry.data.web);
  const address = shown ? addressOf(entry) : undefined;
  return {
    kind,
    kindName: DRIFT_KINDS[kind],
    title,
    ...(address && { address }),
    text: textOf(store, event, entry !== undefined),
    ...(commit && { commit }),
  };
}

function kindOf({ kind }: DriftEvent): DriftKind {
  return kind === 'added' || kind === 'removed' || kind === 'moved' ? kind : 'changed';
}

function textOf(store: Store, event: DriftEvent, exists: boolean): string {
  const at = (place: Place) =>
    `${subjectName(store, place.subject)}, ${periodName(period(place.period))}`;
  switch (event.kind) {
    case 'added':
      return event.cameFrom
        ? `trước tính cho ${at(event.cameFrom)}`
        : 'nay được tính, khi khóa sổ chưa có';
    case 'removed':
      if (event.reason) return event.reason;
      return exists ? 'không còn thuộc chỉ tiêu, đơn vị và kỳ này' : 'không còn trong nội dung';
    case 'moved':
      return `nay tính cho ${at(event.to)}`;
    case 'department':
      return `đơn vị được tính nay là ${subjectName(store, event.to.subject)}`;
    case 'title':
      return `tên khi khóa sổ: «${event.before}»`;
    case 'date':
      return `ngày tính đổi từ ${shortDate(event.before)} thành ${shortDate(event.after)}`;
  }
}

function ruleOf({ rule, before, now }: RuleDrift): DriftRule {
  if (!now) return { id: rule, text: 'Kế hoạch không còn chỉ tiêu này.', before: before.quote };
  const min = ({ min: least }: { min?: number }) => least ?? 'không ghi';
  return {
    id: rule,
    text: [
      ...(before.min === now.min ? [] : [`số phải đạt đổi từ ${min(before)} thành ${min(now)}`]),
      ...(before.quote === now.quote ? [] : ['nguyên văn trích từ kế hoạch đã sửa']),
    ].join('; '),
    before: before.quote,
    ...(before.quote !== now.quote && { now: now.quote }),
  };
}

function activity(store: Store, id: string) {
  return store.activities.find((entry) => entry.id === id);
}
