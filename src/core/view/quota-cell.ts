import { addresses } from '../address.ts';
import { monthOf } from '../calendar/day.ts';
import { period } from '../calendar/period.ts';
import { periodName } from '../calendar/wording.ts';
import { JOINT, type Tally } from '../quota/tally.ts';
import { STATUSES, type Status } from '../schema/vocabulary.ts';
import type { Store } from '../store/store.ts';

/** One tally as a cell of the matrix: a number, a word, and where its proof stands. */
export interface QuotaCell {
  period: string;
  /** The period as people say it. */
  periodName: string;
  status: Status;
  statusName: string;
  /** `2/2`, or `3` where nothing is required. */
  number: string;
  /** What a screen reader says: number and status as shown, then who and when. */
  label: string;
  /** Address of the posts that make the number. */
  href: string;
  closed: boolean;
}

/** The id under which a tally's posts stand on the page of its month. */
export function tallyAnchor(tally: Pick<Tally, 'rule' | 'subject' | 'period'>): string {
  return `${tally.rule}-${tally.subject}-${tally.period}`
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-');
}

/** Name of a subject as people know it; joint tallies are everybody's. */
export function subjectName(store: Store, subject: string): string {
  return subject === JOINT ? 'Chung' : (store.departmentById.get(subject)?.name ?? subject);
}

/** Turns a tally into a cell. */
export function quotaCell(store: Store, tally: Tally): QuotaCell {
  const number = tally.required === null ? `${tally.actual}` : `${tally.actual}/${tally.required}`;
  const name = periodName(period(tally.period));
  const statusName = STATUSES[tally.status];
  return {
    period: tally.period,
    periodName: name,
    status: tally.status,
    statusName,
    number,
    label: `${number} ${statusName}${tally.closed ? ', đã khóa sổ' : ''}: ${subjectName(store, tally.subject)}, ${name}`,
    href: `${addresses.quotaMonth(monthOf(tally.to))}#${tallyAnchor(tally)}`,
    closed: tally.closed,
  };
}
