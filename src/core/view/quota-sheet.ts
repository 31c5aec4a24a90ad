import { type Day, monthOf } from '../calendar/day.ts';
import { period } from '../calendar/period.ts';
import { monthName, periodName, shortDate } from '../calendar/wording.ts';
import { type QuotaResult, type ResultRule, resultOfMonth } from '../quota/result.ts';
import { JOINT, type Tally } from '../quota/tally.ts';
import { MEASURES, STATUSES } from '../schema/vocabulary.ts';
import type { Store } from '../store/store.ts';
import { twoDigits, upperFirst } from './names.ts';
import { isLacking, missingOf, proofAddress, subjectName } from './quota-cell.ts';
import { isProvisional } from './quota-files.ts';
import { quotaProof } from './quota-proof.ts';
import { demandOf } from './quota-rule.ts';
import { jointName, sentenceParts, textOf } from './quota-sentence.ts';

/** The numbers of a month and its year for a spreadsheet: words and numbers, no layout. */
export interface QuotaSheetView {
  title: string;
  author: string;
  asOf: Day;
  /** Lines above every table: whose, as of when, whether final. */
  marks: string[];
  sentence: string;
  monthLabel: string;
  yearLabel: string;
  /** The judged numbers of the month. */
  judged: NumberRow[];
  /** What is not judged, or not yet. */
  others: NumberRow[];
  months: string[];
  year: YearRow[];
  counted: ProofRow[];
  notCounted: (RowHead & { title: string; address: string | null; reason: string })[];
}

/** What every row begins with. */
export interface RowHead {
  rule: string;
  subject: string;
  period: string;
}

/** One number of the month. */
export interface NumberRow extends RowHead {
  demand: string;
  required: number | null;
  actual: number;
  /** Set where the number is judged. */
  missing: number | null;
  status: string;
  /** Where its proof stands on the page. */
  address: string;
}

/** A rule and a subject through the year: what was counted in the periods that end in a month. */
export interface YearRow {
  rule: string;
  demand: string;
  subject: string;
  /** The minimum of one period. */
  required: number | null;
  months: (number | null)[];
  total: number;
}

/** One thing that counts. */
export interface ProofRow extends RowHead {
  title: string;
  address: string | null;
  date: Day;
}

/** The month as a spreadsheet shows it. */
export function quotaSheetView(store: Store, result: QuotaResult, month: string): QuotaSheetView {
  const { tallies } = resultOfMonth(result, month);
  const rules = new Map(result.rules.map((rule) => [rule.id, rule]));
  const year = month.slice(0, 4);
  const provisional = isProvisional(result, month) ? ' (tạm tính)' : '';
  const rows = tallies.map((tally) => numberRow(store, rules, tally));
  return {
    title: `Chỉ tiêu ${monthName(month)}${provisional}`,
    author: store.ward.authority,
    asOf: result.asOf,
    marks: [
      store.ward.authority,
      ...(result.sample ? ['SỐ LIỆU MẪU'] : []),
      `Số liệu tính đến ${shortDate(result.asOf)}${provisional}`,
    ],
    sentence: textOf(sentenceParts(store, result, month, tallies)),
    monthLabel: `Tháng ${Number(month.slice(5))}-${year}`,
    yearLabel: `Cả năm ${year}`,
    judged: rows.filter(({ missing }) => missing !== null),
    others: rows.filter(({ missing }) => missing === null),
    months: Array.from({ length: 12 }, (_, index) => `T${index + 1}`),
    year: yearRows(store, result, rules, year),
    counted: tallies.flatMap((tally) => proofRows(store, rules, tally)),
    notCounted: tallies.flatMap((tally) => notCountedRows(store, rules, tally)),
  };
}

type Rules = ReadonlyMap<string, ResultRule>;

function headOf(store: Store, rules: Rules, tally: Tally): RowHead {
  const rule = rules.get(tally.rule);
  const joint = tally.subject === JOINT;
  return {
    rule: tally.rule,
    subject: joint ? upperFirst(jointName(store, rule)) : subjectName(store, tally.subject),
    period: periodName(period(tally.period)),
  };
}

function numberRow(store: Store, rules: Rules, tally: Tally): NumberRow {
  const rule = rules.get(tally.rule);
  const judged = tally.status === 'met' || isLacking(tally);
  const closed = tally.closed ? ', đã khóa sổ' : '';
  const live = tally.closed && tally.live !== tally.actual ? `, nay ${tally.live}` : '';
  return {
    ...headOf(store, rules, tally),
    demand: rule ? demandOf(rule) : '',
    required: tally.required,
    actual: tally.actual,
    missing: judged ? missingOf(tally) : null,
    status: `${STATUSES[tally.status]}${closed}${live}`,
    address: proofAddress(tally),
  };
}

function yearRows(store: Store, result: QuotaResult, rules: Rules, year: string): YearRow[] {
  const own = result.tallies.filter(({ to }) => to.slice(0, 4) === year);
  return [...Map.groupBy(own, ({ rule, subject }) => `${rule} ${subject}`).values()].flatMap(
    (tallies): YearRow[] => {
      const [first] = tallies;
      const rule = first && rules.get(first.rule);
      if (!first || !rule) return [];
      const months = Array.from({ length: 12 }, (_, index) =>
        sumOf(
          tallies.filter(({ to }) => monthOf(to) === `${year}-${twoDigits(index + 1)}`),
          result.asOf,
        ),
      );
      return [
        {
          rule: rule.id,
          demand: `${demandOf(rule)} (${MEASURES[rule.measure]})`,
          subject: headOf(store, rules, first).subject,
          required: rule.level === 'required' ? (rule.min ?? null) : null,
          months,
          total: months.reduce((sum: number, one) => sum + (one ?? 0), 0),
        },
      ];
    },
  );
}

/** What was counted; blank where no period ends or none has begun. */
function sumOf(tallies: readonly Tally[], asOf: Day): number | null {
  const begun = tallies.filter(({ from }) => from <= asOf);
  return begun.length === 0 ? null : begun.reduce((sum, { actual }) => sum + actual, 0);
}

function proofRows(store: Store, rules: Rules, tally: Tally): ProofRow[] {
  const rule = rules.get(tally.rule);
  const head = headOf(store, rules, tally);
  return rule
    ? quotaProof(store, rule, tally).counted.map(({ title, href, date }) => ({
        ...head,
        title,
        address: href,
        date,
      }))
    : [];
}

function notCountedRows(store: Store, rules: Rules, tally: Tally): QuotaSheetView['notCounted'] {
  const rule = rules.get(tally.rule);
  const head = headOf(store, rules, tally);
  return rule
    ? quotaProof(store, rule, tally).notCounted.map(({ title, href, reason }) => ({
        ...head,
        title,
        address: href,
        reason,
      }))
    : [];
}
