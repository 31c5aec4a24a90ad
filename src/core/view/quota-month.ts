import { addresses } from '../address.ts';
import { type Day, monthOf } from '../calendar/day.ts';
import { monthName } from '../calendar/wording.ts';
import { type QuotaResult, type ResultRule, resultOfMonth } from '../quota/result.ts';
import type { Tally } from '../quota/tally.ts';
import { STATUSES, type Status, WARD_KINDS } from '../schema/vocabulary.ts';
import type { Store } from '../store/store.ts';
import type { Link } from './link.ts';
import { upperFirst } from './names.ts';
import { isProvisional, type QuotaFile, quotaFiles } from './quota-files.ts';
import { type LackingRow, lackingRows } from './quota-lacking.ts';
import { quotaMonths } from './quota-pages.ts';
import { type QuotaRuleView, quotaRuleView } from './quota-rule.ts';
import { type SentencePart, sentenceParts, textOf } from './quota-sentence.ts';
import { type QuotaYearView, quotaYearView } from './quota-year.ts';

/** The officials' page of one month. */
export interface QuotaMonthView {
  month: string;
  name: string;
  asOf: Day;
  sample: boolean;
  /** Whether some of the month's periods have not ended, so that numbers still change. */
  provisional: boolean;
  /** Who lacks what, and how long there is left. */
  sentence: string;
  /** The same words, in which names lead to the proof. */
  sentenceParts: SentencePart[];
  /** Everybody who lacks something, where they are too many for the sentence to name. */
  lacking: LackingRow[];
  /** How many judged numbers of the month stand how; only statuses that occur. */
  score: { status: Status; name: string; count: number }[];
  /** The months before and after this one. */
  neighbours: { previous?: Link; next?: Link };
  /** Every month there is a page for, newest year first. */
  years: { year: string; months: { name: string; href: string; chosen: boolean }[] }[];
  /** The year of the judged rules; absent where no plan asks for anything in it. */
  year?: QuotaYearView;
  /** The year of the rules that are only watched. */
  trackedYear?: QuotaYearView;
  required: QuotaRuleView[];
  tracked: QuotaRuleView[];
  files: QuotaFile[];
  /** What the page will show, while there is nothing to count yet. */
  empty?: { text: string; link: Link };
  /** `Uông Bí, ngày … tháng … năm 2026`: where a printed sheet is signed. */
  place: string;
}

/**
 * The month that the officials' page opens with: the current one, or the last that has
 * numbers when the plan's year is over or has not begun.
 */
export function openingMonth(result: QuotaResult): string {
  const current = monthOf(result.asOf);
  const counted = [...new Set(result.tallies.map(({ to }) => monthOf(to)))].sort();
  if (counted.length === 0 || counted.includes(current)) return current;
  return counted.findLast((month) => month < current) ?? counted[0] ?? current;
}

/** The page of a month. A rule is on it when one of its periods ends in that month. */
export function quotaMonthView(store: Store, result: QuotaResult, month: string): QuotaMonthView {
  const here = resultOfMonth(result, month).tallies;
  const parts = sentenceParts(store, result, month, here);
  const counting = result.rules.length > 0;
  const ofLevel = (level: ResultRule['level']) => result.rules.filter((one) => one.level === level);
  const details = (level: ResultRule['level']) =>
    ofLevel(level)
      .filter(({ id }) => here.some(({ rule }) => rule === id))
      .map((rule) => quotaRuleView(store, result, rule, month));
  return {
    month,
    name: monthName(month),
    asOf: result.asOf,
    sample: result.sample,
    provisional: counting && isProvisional(result, month),
    sentence: textOf(parts),
    sentenceParts: parts,
    lacking: parts.some(({ address }) => address) ? [] : lackingRows(store, result, here),
    score: scoreOf(here),
    ...monthLinks(result, month),
    year: quotaYearView(store, result, ofLevel('required'), month),
    trackedYear: quotaYearView(store, result, ofLevel('tracked'), month),
    required: details('required'),
    tracked: details('tracked'),
    files: counting ? quotaFiles(result, month) : [],
    ...(!counting && { empty: EMPTY }),
    place: `${placeName(store)}, ngày …… tháng …… năm ${result.asOf.slice(0, 4)}`,
  };
}

/** The ward's name without its kind, as documents are dated from: `Uông Bí`. */
function placeName({ ward }: Store): string {
  const kind = upperFirst(WARD_KINDS[ward.kind]);
  return ward.name.startsWith(`${kind} `) ? ward.name.slice(kind.length + 1) : ward.name;
}

/** What a ward without rules is told. */
const EMPTY = {
  text: 'Khi kế hoạch tuyên truyền được đăng kèm chỉ tiêu, trang này tự đếm tin, bài, lần phát, hoạt động của từng đơn vị, nêu ai còn thiếu bao nhiêu và dẫn tới từng minh chứng.',
  link: { label: 'Kế hoạch', address: addresses.plans() },
};

/** The statuses in the order in which they call for attention. */
const ATTENTION: readonly Status[] = ['short', 'open', 'met', 'upcoming', 'not-counted'];

function scoreOf(tallies: readonly Tally[]): QuotaMonthView['score'] {
  return ATTENTION.map((status) => ({
    status,
    name: STATUSES[status],
    count: tallies.filter((tally) => tally.status === status).length,
  })).filter(({ count }) => count > 0);
}

function monthLinks(
  result: QuotaResult,
  month: string,
): Pick<QuotaMonthView, 'neighbours' | 'years'> {
  const months = quotaMonths(result);
  const at = months.indexOf(month);
  const link = (one: string | undefined): Link | undefined =>
    one === undefined ? undefined : { label: monthName(one), address: addresses.quotaMonth(one) };
  const years = [...Map.groupBy(months, (one) => one.slice(0, 4))].reverse();
  return {
    neighbours: { previous: link(months[at - 1]), next: link(months[at + 1]) },
    years: years.map(([year, own]) => ({
      year,
      months: own.map((one) => ({
        name: `tháng ${Number(one.slice(5))}`,
        href: addresses.quotaMonth(one),
        chosen: one === month,
      })),
    })),
  };
}
