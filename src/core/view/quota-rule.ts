import { addresses } from '../address.ts';
import { monthOf } from '../calendar/day.ts';
import type { QuotaResult, ResultRule } from '../quota/result.ts';
import type { Tally } from '../quota/tally.ts';
import { RULE_PERIODS } from '../schema/quota.ts';
import { CHANNELS, EVENTS, MEASURES, MODES, type Status } from '../schema/vocabulary.ts';
import type { Store } from '../store/store.ts';
import { lowerFirst } from './names.ts';
import { missingOf, statusWord, subjectName, tallyNumber, worstStatus } from './quota-cell.ts';
import { type QuotaProof, quotaProof } from './quota-proof.ts';

/** A rule on the page of a month. */
export interface QuotaRuleView {
  id: string;
  /** `Ít nhất 02 tin/bài phát trên kênh Truyền thanh mỗi tháng, từng đơn vị`. */
  demand: string;
  quote: string;
  where: string;
  plan: { title: string; href: string };
  /** The chosen reading first, then the others, each with what it comes to in the month. */
  readings: QuotaReading[];
  proofs: QuotaProof[];
}

/** One way to read a rule, and what it comes to. */
export interface QuotaReading {
  chosen: boolean;
  /** Why it is read so, or `tính chung: …` for another reading. */
  label: string;
  /** `thiếu 5`, `đạt`. */
  result: string;
  /** How it stands on the whole; what is lost weighs most. */
  status: Status;
  /** Who stands how: `Phòng Kinh tế 1/2, còn thiếu 1`. */
  details: string[];
}

/** A rule with its readings and the proofs of one month. */
export function quotaRuleView(
  store: Store,
  result: QuotaResult,
  rule: ResultRule,
  month: string,
): QuotaRuleView {
  const here = result.tallies.filter(
    (tally) => tally.rule === rule.id && monthOf(tally.to) === month,
  );
  const plan = store.planById.get(rule.plan);
  const chosen = rule.interpretation ?? 'Theo đúng câu chữ của kế hoạch.';
  return {
    id: rule.id,
    demand: demandOf(rule),
    quote: rule.quote,
    where: rule.where,
    plan: { title: plan?.data.title ?? rule.plan, href: addresses.plan(rule.plan) },
    readings: [
      readingOf(store, chosen, here, true),
      ...result.alternatives
        .filter((one) => one.rule === rule.id)
        .map(({ label, tallies }) =>
          readingOf(
            store,
            lowerFirst(label),
            tallies.filter(({ to }) => monthOf(to) === month),
            false,
          ),
        ),
    ],
    proofs: here.map((tally) => quotaProof(store, rule, tally)),
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

/** What some tallies of one reading come to together: `thiếu 5`, `đạt`, `chưa tính`. */
function resultWord(tallies: readonly Tally[]): string {
  const [first] = tallies;
  if (!first) return 'không có kỳ nào kết thúc trong tháng';
  const tracked = tallies.every(({ status }) => status === 'tracked');
  if (tracked) return String(tallies.reduce((sum, { actual }) => sum + actual, 0));
  const sum = (status: Tally['status']) =>
    tallies.filter((one) => one.status === status).reduce((all, one) => all + missingOf(one), 0);
  const [short, open] = [sum('short'), sum('open')];
  if (short > 0 && open > 0) return `thiếu ${short}, còn thiếu ${open}`;
  if (short > 0) return `thiếu ${short}`;
  if (open > 0) return `còn thiếu ${open}`;
  if (tallies.some(({ status }) => status === 'met')) return 'đạt';
  return statusWord(tallies.find(({ status }) => status === 'upcoming') ?? first);
}

function readingOf(
  store: Store,
  label: string,
  tallies: readonly Tally[],
  chosen: boolean,
): QuotaReading {
  const several = tallies.length > 1;
  return {
    chosen,
    label,
    result: resultWord(tallies),
    status: worstStatus(tallies),
    details: several ? tallies.map((tally) => detailOf(store, tally, tallies)) : [],
  };
}

/** One tally in a list; the period is named only where several periods end in the month. */
function detailOf(store: Store, tally: Tally, all: readonly Tally[]): string {
  const periods = new Set(all.map(({ period }) => period)).size;
  const subjects = new Set(all.map(({ subject }) => subject)).size;
  const week = /W(\d+)$/.exec(tally.period);
  const when = periods > 1 ? (week ? `tuần ${Number(week[1])}` : tally.period) : '';
  const who = subjects > 1 || periods === 1 ? subjectName(store, tally.subject) : '';
  const number = tallyNumber(tally);
  const word = tally.status === 'tracked' ? '' : `, ${statusWord(tally)}`;
  return [who, when, number].filter(Boolean).join(' ') + word;
}
