import { daysLeft } from '../calendar/period.ts';
import type { QuotaResult } from '../quota/result.ts';
import { JOINT, type Tally } from '../quota/tally.ts';
import { ruleKind } from '../rollup/kind.ts';
import type { Status } from '../schema/vocabulary.ts';
import type { Store } from '../store/store.ts';
import { lowerFirst } from './names.ts';
import { isLacking, proofAddress, shortPeriodOf, subjectName } from './quota-cell.ts';
import { amountsText, jointName } from './quota-sentence.ts';

/** Somebody who lacks something, in one line that leads to the proof. */
export interface LackingRow {
  status: Status;
  who: string;
  /** `còn thiếu 2 tin/bài`. */
  amount: string;
  /** `tin/bài trên Truyền thanh, mỗi tháng`. */
  what: string;
  /** `còn 12 ngày`, `tuần 40, 41`; blank where the month says it. */
  when: string;
  address: string;
}

/** Whoever lacks something: first what can still be done, the most urgent on top. */
export function lackingRows(
  store: Store,
  result: QuotaResult,
  tallies: readonly Tally[],
): LackingRow[] {
  const lacking = tallies
    .filter(isLacking)
    .toSorted((a, b) => rank(a) - rank(b) || daysLeft(a, result.asOf) - daysLeft(b, result.asOf));
  const alike = Map.groupBy(lacking, ({ rule, subject, status }) => `${rule} ${subject} ${status}`);
  return [...alike.values()].flatMap((own) => rowOf(store, result, own));
}

function rowOf(store: Store, result: QuotaResult, own: readonly Tally[]): LackingRow[] {
  const [first] = own;
  const rule = result.rules.find(({ id }) => id === first?.rule);
  if (!first || !rule) return [];
  const open = first.status === 'open';
  const named = own.filter(({ period }) => period !== first.to.slice(0, 7));
  const when = [
    ...named.map(({ period }) => lowerFirst(shortPeriodOf(period))),
    ...(open ? [`còn ${daysLeft(first, result.asOf)} ngày`] : []),
  ];
  return [
    {
      status: first.status,
      who: first.subject === JOINT ? jointName(store, rule) : subjectName(store, first.subject),
      amount: `${open ? 'còn thiếu' : 'thiếu'} ${amountsText(result, own)}`,
      what: ruleKind(rule).label,
      when: when.join(', '),
      address: proofAddress(first),
    },
  ];
}

function rank({ status }: Tally): number {
  return status === 'open' ? 0 : 1;
}
