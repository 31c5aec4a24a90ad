import { addresses } from '../address.ts';
import { monthOf } from '../calendar/day.ts';
import { type Period, period } from '../calendar/period.ts';
import { periodName, shortDate } from '../calendar/wording.ts';
import { JOINT, type Tally } from '../quota/tally.ts';
import { periodBetween } from '../report/span.ts';
import { STATUSES, type Status } from '../schema/vocabulary.ts';
import type { Store } from '../store/store.ts';

/** One tally as a cell of the matrix: a number, a word, and where its proof stands. */
export interface QuotaCell {
  period: string;
  /** The period as people say it. */
  periodName: string;
  /** The period in the narrowest words: `T3`, `Tuần 9`, `Quý I`. */
  periodShort: string;
  status: Status;
  /** The status with its amount: `đạt`, `thiếu 2`, `còn thiếu 1`. */
  word: string;
  /** `2/2`, or `3` where nothing is required; blank where nothing can be said yet. */
  number: string;
  /** What a screen reader says: number and status as shown, then who and when. */
  label: string;
  /** Address of the posts that make the number. */
  href: string;
  closed: boolean;
  /** Today's number beside a closed one that differs from it. */
  live?: number;
}

/** The id under which a tally's posts stand on the page of its month. */
export function tallyAnchor(tally: Pick<Tally, 'rule' | 'subject' | 'period'>): string {
  return `${tally.rule}-${tally.subject}-${tally.period}`
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-');
}

/** Where the posts of a tally stand. */
export function proofAddress(tally: Pick<Tally, 'rule' | 'subject' | 'period' | 'to'>): string {
  return `${addresses.quotaMonth(monthOf(tally.to))}#${tallyAnchor(tally)}`;
}

/** Name of a subject as people know it; joint tallies are everybody's. */
export function subjectName(store: Store, subject: string): string {
  return subject === JOINT ? 'Chung' : (store.departmentById.get(subject)?.name ?? subject);
}

/** How many a tally lacks; what was done beyond the minimum makes up for nobody else. */
export function missingOf({ required, actual }: Pick<Tally, 'required' | 'actual'>): number {
  return Math.max(0, (required ?? 0) - actual);
}

/** Whether a tally lacks something: in time still, or for good. */
export function isLacking({ status }: Pick<Tally, 'status'>): boolean {
  return status === 'open' || status === 'short';
}

/** How some tallies stand on the whole: what is lost weighs most, then what is not done yet. */
export function worstStatus(tallies: readonly Pick<Tally, 'status'>[]): Status {
  const order: readonly Status[] = ['short', 'open', 'met', 'tracked', 'upcoming'];
  return order.find((status) => tallies.some((one) => one.status === status)) ?? 'not-counted';
}

/** The status of a tally with what is lacking. */
export function statusWord(tally: Pick<Tally, 'status' | 'required' | 'actual'>): string {
  if (tally.status === 'short') return `thiếu ${missingOf(tally)}`;
  return tally.status === 'open' ? `còn thiếu ${missingOf(tally)}` : STATUSES[tally.status];
}

/** `2/2`, or `3` where nothing is required. */
export function tallyNumber({ required, actual }: Pick<Tally, 'required' | 'actual'>): string {
  return required === null ? `${actual}` : `${actual}/${required}`;
}

/** A minimum stands beside the number only where it is, or was, to be reached. */
function shownNumber(tally: Tally): string {
  if (tally.status !== 'upcoming' && tally.status !== 'not-counted') return tallyNumber(tally);
  return tally.actual > 0 ? `${tally.actual}` : '';
}

/** Turns a tally into a cell. */
export function quotaCell(store: Store, tally: Tally): QuotaCell {
  const span = period(tally.period);
  const number = shownNumber(tally);
  const word = statusWord(tally);
  const live = tally.closed && tally.live !== tally.actual ? (tally.live ?? undefined) : undefined;
  const closed = tally.closed ? ', đã khóa sổ' : '';
  const now = live === undefined ? '' : `, nay ${live}`;
  return {
    period: tally.period,
    periodName: periodName(span),
    periodShort: shortPeriod(span),
    status: tally.status,
    word,
    number,
    label:
      `${number} ${word}${closed}${now}: ${subjectName(store, tally.subject)}, ${periodName(span)}`.trim(),
    href: proofAddress(tally),
    closed: tally.closed,
    ...(live !== undefined && { live }),
  };
}

/** A period in the narrowest words that a column can carry. */
function shortPeriod(span: Period): string {
  const named = span.kind === 'window' ? (periodBetween(span.from, span.to) ?? span) : span;
  const { kind, label } = named;
  if (kind === 'month') return `T${Number(label.slice(5))}`;
  if (kind === 'week') return `Tuần ${Number(label.slice(6))}`;
  if (kind === 'quarter') {
    return `Quý ${['I', 'II', 'III', 'IV'][Number(label.slice(6)) - 1] ?? ''}`;
  }
  if (kind === 'half') return label.endsWith('1') ? '6 tháng đầu' : '6 tháng cuối';
  if (kind === 'nine-months') return '9 tháng';
  return kind === 'year' ? 'Cả năm' : `${shortDate(span.from)} – ${shortDate(span.to)}`;
}

/** A period, by its label, in the narrowest words that a column can carry. */
export function shortPeriodOf(label: string): string {
  return shortPeriod(period(label));
}
