import { addresses } from '../address.ts';
import { monthOf } from '../calendar/day.ts';
import { period } from '../calendar/period.ts';
import { periodName } from '../calendar/wording.ts';
import type { QuotaResult, ResultRule } from '../quota/result.ts';
import type { Tally } from '../quota/tally.ts';
import { RULE_PERIODS } from '../schema/quota.ts';
import { CHANNELS, EVENTS, MEASURES, MODES, STATUSES } from '../schema/vocabulary.ts';
import type { Store } from '../store/store.ts';
import { type QuotaCell, quotaCell, subjectName, tallyAnchor } from './quota-cell.ts';

/** The proof of one tally: what counts and, apart, what does not and why. */
export interface QuotaProof {
  anchor: string;
  subject: string;
  cell: QuotaCell;
  counted: { title: string; href: string | null; date: string }[];
  notCounted: { title: string; href: string | null; reason: string }[];
}

/** A rule on the page of a month. */
export interface QuotaRuleView {
  id: string;
  /** `Ít nhất 02 tin/bài phát trên kênh Truyền thanh mỗi tháng, từng đơn vị`. */
  demand: string;
  quote: string;
  where: string;
  plan: { title: string; href: string };
  interpretation: string | undefined;
  /** Column heads of the year: label of the period and whether it ends in the month. */
  columns: { period: string; name: string; short: string; chosen: boolean }[];
  rows: { subject: string; name: string; cells: (QuotaCell | undefined)[] }[];
  alternatives: { label: string; results: { name: string; text: string }[] }[];
  proofs: QuotaProof[];
}

/** A rule with the tallies of its year and the proofs of one month. */
export function quotaRuleView(
  store: Store,
  result: QuotaResult,
  rule: ResultRule,
  month: string,
): QuotaRuleView {
  const tallies = result.tallies.filter((tally) => tally.rule === rule.id);
  const here = tallies.filter(({ to }) => monthOf(to) === month);
  const shown = rule.period === 'week' ? here : tallies;
  const plan = store.planById.get(rule.plan);
  return {
    id: rule.id,
    demand: demandOf(rule),
    quote: rule.quote,
    where: rule.where,
    plan: { title: plan?.data.title ?? rule.plan, href: addresses.plan(rule.plan) },
    interpretation: rule.interpretation,
    columns: columnsOf(shown, month),
    rows: rowsOf(store, shown),
    alternatives: alternativesOf(store, result, rule, month),
    proofs: here.map((tally) => proofOf(store, tally)),
  };
}

/** What a rule asks for, in one line. */
export function demandOf(rule: ResultRule): string {
  const channels = rule.channels.map((id) => CHANNELS[id]).join(', ');
  const amount = rule.min === undefined ? 'Số' : `Ít nhất ${String(rule.min).padStart(2, '0')}`;
  const kept = rule.conditions.new ? ' (tin mới, chưa từng đăng tải)' : '';
  return [
    `${amount} ${MEASURES[rule.measure]}${kept}`,
    `${EVENTS[rule.event]}${channels ? ` trên kênh ${channels}` : ''}`,
    rule.period === 'window' ? 'trong thời hạn' : `mỗi ${RULE_PERIODS[rule.period]}`,
  ]
    .join(' ')
    .concat(`, ${MODES[rule.subject.mode]}`);
}

function columnsOf(tallies: readonly Tally[], month: string): QuotaRuleView['columns'] {
  const seen = new Map(tallies.map((tally) => [tally.period, tally]));
  return [...seen.values()].map(({ period: label, to }) => ({
    period: label,
    name: periodName(period(label)),
    short: shortName(label),
    chosen: monthOf(to) === month,
  }));
}

function shortName(label: string): string {
  const span = period(label);
  if (span.kind === 'month') return `T${Number(label.slice(5))}`;
  if (span.kind === 'week') return `Tuần ${Number(label.slice(6))}`;
  return span.kind === 'quarter' ? `Quý ${label.slice(6)}` : periodName(span);
}

function rowsOf(store: Store, tallies: readonly Tally[]): QuotaRuleView['rows'] {
  const periods = [...new Set(tallies.map(({ period: label }) => label))];
  const subjects = [...new Set(tallies.map(({ subject }) => subject))];
  return subjects.map((subject) => ({
    subject,
    name: subjectName(store, subject),
    cells: periods.map((label) => {
      const tally = tallies.find((one) => one.subject === subject && one.period === label);
      return tally && quotaCell(store, tally);
    }),
  }));
}

function alternativesOf(
  store: Store,
  result: QuotaResult,
  rule: ResultRule,
  month: string,
): QuotaRuleView['alternatives'] {
  return result.alternatives
    .filter((one) => one.rule === rule.id)
    .map(({ label, tallies }) => ({
      label,
      results: tallies
        .filter(({ to }) => monthOf(to) === month)
        .map((tally) => ({
          name: subjectName(store, tally.subject),
          text:
            tally.required === null
              ? `${tally.actual}`
              : `${tally.actual}/${tally.required}, ${STATUSES[tally.status]}`,
        })),
    }))
    .filter(({ results }) => results.length > 0);
}

function proofOf(store: Store, tally: Tally): QuotaProof {
  const titleOf = (id: string) => store.articleById.get(id.replace(/#.*$/, ''))?.data.title ?? id;
  const hrefOf = (id: string) => {
    const entry = store.articleById.get(id.replace(/#.*$/, ''));
    return entry?.data.web ? addresses.article(entry) : null;
  };
  return {
    anchor: tallyAnchor(tally),
    subject: subjectName(store, tally.subject),
    cell: quotaCell(store, tally),
    counted: tally.counted.map(({ title, url, date }) => ({ title, href: url, date })),
    notCounted: tally.notCounted.map(({ id, message }) => ({
      title: titleOf(id),
      href: hrefOf(id),
      reason: message,
    })),
  };
}
