import type { QuotaResult, ResultRule } from '../quota/result.ts';
import type { NotCountedCode, Tally } from '../quota/tally.ts';
import type { Status } from '../schema/vocabulary.ts';
import type { ReportSpan } from './span.ts';
import { endingIn, runningAfter } from './standing.ts';

/** How many periods of some tallies stand how, and what was counted in them. */
export interface Totals {
  /** Periods that are judged, each once for every subject. */
  periods: number;
  met: number;
  short: number;
  open: number;
  upcoming: number;
  /** Sum of what was counted in the judged periods. */
  actual: number;
  /** Sum of what is lacking in the open and short ones. */
  lacking: number;
}

/** What one subject did for a rule in a span. */
export interface SubjectResult {
  /** A department's id, or `joint`. */
  subject: string;
  tallies: readonly Tally[];
  totals: Totals;
}

/** A required rule with the results of a span. */
export interface RuleResult {
  rule: ResultRule;
  subjects: SubjectResult[];
  totals: Totals;
  /** The same under each other reading. */
  alternatives: { label: string; totals: Totals }[];
}

/** What a tracked rule counted for one subject: shown, never judged. */
export interface TrackedResult {
  rule: ResultRule;
  subject: string;
  tallies: readonly Tally[];
  actual: number;
}

/** What one subject did not reach of a rule, with the reasons that the count gives. */
export interface Gap {
  rule: ResultRule;
  subject: string;
  tallies: readonly Tally[];
  lacking: number;
  /** How many entries were not counted, by reason; the most frequent first. */
  reasons: { code: NotCountedCode; count: number }[];
}

/** The results of every required rule that has a period in a span. */
export function ruleResults(result: QuotaResult, span: ReportSpan): RuleResult[] {
  return result.rules
    .filter(({ level }) => level === 'required')
    .flatMap((rule): RuleResult[] => {
      const tallies = talliesOf(result.tallies, rule, span);
      if (tallies.length === 0) return [];
      const alternatives = result.alternatives
        .filter((one) => one.rule === rule.id)
        .map((one) => ({ label: one.label, totals: totalsOf(talliesIn(one.tallies, span)) }));
      const subjects = bySubject(tallies).map(([subject, own]) => ({
        subject,
        tallies: own,
        totals: totalsOf(own),
      }));
      return [{ rule, subjects, totals: totalsOf(tallies), alternatives }];
    });
}

/** What the tracked rules counted in a span. */
export function trackedResults(result: QuotaResult, span: ReportSpan): TrackedResult[] {
  return result.rules
    .filter(({ level }) => level === 'tracked')
    .flatMap((rule) =>
      bySubject(talliesOf(result.tallies, rule, span)).map(([subject, tallies]) => ({
        rule,
        subject,
        tallies,
        actual: tallies.reduce((sum, { actual }) => sum + actual, 0),
      })),
    );
}

/** What was not reached: the periods that ended short. */
export function gapsOf(results: readonly RuleResult[]): Gap[] {
  return results.flatMap(({ rule, subjects }) =>
    subjects.flatMap(({ subject, tallies }): Gap[] => {
      const short = tallies.filter(({ status }) => status === 'short');
      if (short.length === 0) return [];
      return [
        { rule, subject, tallies: short, lacking: lackingOf(short), reasons: reasonsOf(short) },
      ];
    }),
  );
}

/** Adds up several results. */
export function sumOf(results: readonly RuleResult[]): Totals {
  return totalsOf(results.flatMap(({ subjects }) => subjects.flatMap(({ tallies }) => tallies)));
}

/** How some tallies stand; what is not counted or only tracked is none of them. */
export function totalsOf(tallies: readonly Tally[]): Totals {
  const judged = tallies.filter(({ status }) => status !== 'not-counted' && status !== 'tracked');
  const number = (wanted: Status) => judged.filter(({ status }) => status === wanted).length;
  return {
    periods: judged.length,
    met: number('met'),
    short: number('short'),
    open: number('open'),
    upcoming: number('upcoming'),
    actual: judged.reduce((sum, { actual }) => sum + actual, 0),
    lacking: lackingOf(judged.filter(({ status }) => status === 'open' || status === 'short')),
  };
}

/** What some tallies lack together; what one has beyond its minimum makes up for no other. */
export function lackingOf(tallies: readonly Tally[]): number {
  return tallies.reduce(
    (sum, { required, actual }) => sum + Math.max(0, (required ?? 0) - actual),
    0,
  );
}

/** The tallies of a rule in a span: those that end in it, and those that run on after it. */
function talliesOf(tallies: readonly Tally[], { id }: ResultRule, span: ReportSpan): Tally[] {
  return talliesIn(
    tallies.filter(({ rule }) => rule === id),
    span,
  );
}

function talliesIn(tallies: readonly Tally[], span: ReportSpan): Tally[] {
  return [...endingIn(tallies, span), ...runningAfter(tallies, span)];
}

function bySubject(tallies: readonly Tally[]): [string, Tally[]][] {
  return [...Map.groupBy(tallies, ({ subject }) => subject)];
}

function reasonsOf(tallies: readonly Tally[]): Gap['reasons'] {
  const all = Map.groupBy(
    tallies.flatMap(({ notCounted }) => notCounted),
    ({ code }) => code,
  );
  return [...all]
    .map(([code, found]) => ({ code, count: found.length }))
    .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
}
