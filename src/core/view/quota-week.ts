import { monthOf } from '../calendar/day.ts';
import { monthName } from '../calendar/wording.ts';
import type { Tally } from '../quota/tally.ts';
import type { Status } from '../schema/vocabulary.ts';
import type { Store } from '../store/store.ts';
import { isLacking, proofAddress, subjectName, worstStatus } from './quota-cell.ts';

/** The weeks that end in one month, in the space of one cell. */
export interface WeekCell {
  /** In order, so that a row of shapes is the month. */
  weeks: { status: Status }[];
  /** `3/4`: weeks met of those judged so far; how many were counted where nothing is judged. */
  number: string;
  word: string;
  status: Status;
  label: string;
  /** The first week that lacks something, else the first. */
  href: string;
}

/** Sums up the weekly tallies of one subject in one month; there must be at least one. */
export function weekCell(store: Store, tallies: readonly Tally[]): WeekCell {
  const status = worstStatus(tallies);
  const met = tallies.filter((one) => one.status === 'met').length;
  const judged = tallies.filter((one) => one.status === 'met' || isLacking(one)).length;
  const total = tallies.reduce((sum, { actual }) => sum + actual, 0);
  const number = status === 'tracked' ? `${total}` : judged > 0 ? `${met}/${judged}` : '';
  const word =
    status === 'tracked'
      ? ''
      : judged > 0
        ? 'tuần đạt'
        : status === 'upcoming'
          ? 'chưa đến kỳ'
          : 'chưa tính';
  const [first] = tallies;
  const target = tallies.find(isLacking) ?? first;
  return {
    weeks: tallies.map((one) => ({ status: one.status })),
    number,
    word,
    status,
    label: first
      ? `${number} ${word}: ${subjectName(store, first.subject)}, ${monthName(monthOf(first.to))}`.trim()
      : '',
    href: target ? proofAddress(target) : '',
  };
}
