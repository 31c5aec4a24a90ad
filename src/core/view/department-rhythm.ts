import { monthOf } from '../calendar/day.ts';
import { monthName } from '../calendar/wording.ts';
import { chosenReading } from '../quota/reading.ts';
import type { QuotaResult, ResultRule } from '../quota/result.ts';
import { JOINT, type Tally } from '../quota/tally.ts';
import { RULE_PERIODS } from '../schema/quota.ts';
import type { Store } from '../store/store.ts';
import { upperFirst } from './names.ts';
import { quotaCell } from './quota-cell.ts';
import { weekCell } from './quota-week.ts';
import { what } from './rule-wording.ts';
import { ruleAddress } from './task-link.ts';

/** A department's year: every rule it has a part in, month by month. */
export interface Rhythm {
  months: { month: string; short: string; name: string; current: boolean }[];
  rows: RhythmRow[];
}

/** One rule of the year. */
export interface RhythmRow {
  rule: { id: string; address: string };
  demand: string;
  /** `mỗi tháng, tính chung`, what the numbers of the row are numbers of. */
  note: string;
  judged: boolean;
  /** One for each month: the period that ends in it; weeks are summed up. */
  cells: (RhythmCell | undefined)[];
}

/** A number of the year with its word and where its proof stands. */
export interface RhythmCell {
  status: Tally['status'];
  number: string;
  word: string;
  label: string;
  href: string;
}

/** The year of a department; its own numbers, and the joint ones it has a share in. */
export function rhythmOf(
  store: Store,
  quotas: QuotaResult,
  rules: readonly ResultRule[],
  department: string,
): Rhythm {
  const found = rules.flatMap((rule) => {
    const own = quotas.tallies.filter(
      (tally) => tally.rule === rule.id && isOwn(tally, department),
    );
    return own.length > 0 ? [{ rule, own }] : [];
  });
  const ends = found.flatMap(({ own }) => own.map(({ to }) => monthOf(to)));
  const months = [...new Set(ends)].sort();
  return {
    months: months.map((month) => headOf(month, months, monthOf(quotas.asOf))),
    rows: found.map(({ rule, own }) => ({
      rule: { id: rule.id, address: ruleAddress(rule.plan, rule.id) },
      demand: upperFirst(what(chosenReading(rule))),
      note: noteOf(rule),
      judged: rule.level === 'required',
      cells: months.map((month) =>
        cellOf(
          store,
          own.filter(({ to }) => monthOf(to) === month),
        ),
      ),
    })),
  };
}

/** Whether a tally is a department's own, or a joint one that it gives to. */
export function isOwn({ subject, shares }: Tally, department: string): boolean {
  return subject === department || (subject === JOINT && Object.hasOwn(shares, department));
}

function headOf(month: string, all: readonly string[], current: string): Rhythm['months'][number] {
  const sameYear = month.slice(0, 4) === all[0]?.slice(0, 4);
  const short = `T${Number(month.slice(5))}`;
  return {
    month,
    short: sameYear ? short : `${short}/${month.slice(0, 4)}`,
    name: upperFirst(monthName(month)),
    current: month === current,
  };
}

function noteOf({ period, subject, level }: ResultRule): string {
  return [
    period === 'window' ? 'trong thời hạn' : `mỗi ${RULE_PERIODS[period]}`,
    ...(subject.mode === 'joint' ? ['tính chung'] : []),
    ...(subject.mode === 'lead' ? ['đơn vị chủ trì'] : []),
    ...(level === 'tracked' ? ['chỉ theo dõi'] : []),
  ].join(', ');
}

function cellOf(store: Store, tallies: readonly Tally[]): RhythmCell | undefined {
  const [only, ...others] = tallies;
  if (!only) return undefined;
  const { status, number, word, label, href } =
    others.length > 0 ? weekCell(store, tallies) : quotaCell(store, only);
  return { status, number, word, label, href };
}
