import { type Day, monthOf } from '../calendar/day.ts';
import type { PublishedResult } from './contract.ts';
import { type RuleKind, ruleKind } from './kind.ts';
import { type Accepted, type Rejected, type RollupInput, sortSources } from './source.ts';

/** How some judged periods stand together. */
export interface Standing {
  /** Periods that reached their minimum, each once for every subject. */
  met: number;
  /** Ended periods that did not. */
  short: number;
  /** Periods that run and have not reached it yet. */
  open: number;
  /** What the short ones lack. */
  lacking: number;
  /** Met of met and short, in per cent to one decimal; null while nothing is decided. */
  percent: number | null;
}

/** A ward in the province's view. */
export interface RollupWard {
  id: string;
  name: string;
  /** The file or address its numbers come from. */
  source: string;
  asOf: Day;
  sample: boolean;
  all: Standing;
  /** One for each kind of the roll-up, null where the ward has no such rule. */
  kinds: (Standing | null)[];
  /** One for each month of the roll-up, null where nothing was judged. */
  months: (Standing | null)[];
  /** Rules that are watched and never judged. */
  trackedRules: number;
}

/** A province's view of the year: wards by kinds of rule, worst first, and the trend. */
export interface Rollup {
  version: 1;
  asOf: Day;
  year: string;
  /** Whether any ward's numbers are samples. */
  sample: boolean;
  kinds: (RuleKind & { wards: number; all: Standing })[];
  months: { month: string; all: Standing }[];
  wards: RollupWard[];
  all: Standing;
  rejected: Rejected[];
}

/** Rolls up what can be used of some files, as it stands on a date. */
export function rollup(inputs: readonly RollupInput[], asOf: Day): Rollup {
  const { accepted, rejected } = sortSources(inputs, asOf);
  const year = asOf.slice(0, 4);
  const judged = accepted.map((one) => ({ ...one, tallies: judgedTallies(one.file, year) }));
  const everything = judged.flatMap(({ tallies }) => tallies);
  const kinds = kindsOf(judged);
  const months = [...new Set(everything.map(({ month }) => month))].sort();
  const wards = judged.map((one) => wardOf(one, kinds, months));
  return {
    version: 1,
    asOf,
    year,
    sample: accepted.some(({ file }) => file.sample),
    kinds: kinds.map((kind) => ({
      ...kind,
      wards: judged.filter(({ tallies }) => tallies.some((one) => one.kind.id === kind.id)).length,
      all: standingOf(everything.filter((one) => one.kind.id === kind.id)),
    })),
    months: months.map((month) => ({
      month,
      all: standingOf(everything.filter((one) => one.month === month)),
    })),
    wards: wards.sort(worstFirst),
    all: standingOf(everything),
    rejected,
  };
}

interface JudgedTally {
  kind: RuleKind;
  month: string;
  status: 'met' | 'short' | 'open';
  missing: number;
}

type JudgedWard = Accepted & { tallies: JudgedTally[] };

/** What the wards themselves judged, in the periods that end in the year. */
function judgedTallies({ rules, tallies }: PublishedResult, year: string): JudgedTally[] {
  const kinds = new Map(rules.map((rule) => [rule.id, ruleKind(rule)]));
  return tallies.flatMap(({ rule, to, status, required, actual }): JudgedTally[] => {
    const kind = kinds.get(rule);
    const judged = status === 'met' || status === 'short' || status === 'open';
    if (!kind || !judged || to.slice(0, 4) !== year) return [];
    return [{ kind, month: monthOf(to), status, missing: Math.max(0, (required ?? 0) - actual) }];
  });
}

/** The kinds that occur, those of most wards first. */
function kindsOf(wards: readonly JudgedWard[]): RuleKind[] {
  const found = new Map<string, { kind: RuleKind; wards: number }>();
  for (const { tallies } of wards) {
    for (const kind of new Map(tallies.map((one) => [one.kind.id, one.kind])).values()) {
      const known = found.get(kind.id) ?? { kind, wards: 0 };
      found.set(kind.id, { kind, wards: known.wards + 1 });
    }
  }
  return [...found.values()]
    .sort((a, b) => b.wards - a.wards || order(a.kind.label, b.kind.label))
    .map(({ kind }) => kind);
}

function wardOf(
  { source, file, tallies }: JudgedWard,
  kinds: readonly RuleKind[],
  months: readonly string[],
): RollupWard {
  const byKind = Map.groupBy(tallies, ({ kind }) => kind.id);
  const byMonth = Map.groupBy(tallies, ({ month }) => month);
  const standing = (own: readonly JudgedTally[] | undefined) => (own ? standingOf(own) : null);
  return {
    id: file.ward.id,
    name: file.ward.name,
    source,
    asOf: file.asOf,
    sample: file.sample,
    all: standingOf(tallies),
    kinds: kinds.map(({ id }) => standing(byKind.get(id))),
    months: months.map((month) => standing(byMonth.get(month))),
    trackedRules: file.rules.filter(({ level }) => level === 'tracked').length,
  };
}

function standingOf(tallies: readonly JudgedTally[]): Standing {
  const standing: Standing = { met: 0, short: 0, open: 0, lacking: 0, percent: null };
  for (const { status, missing } of tallies) {
    standing[status] += 1;
    if (status === 'short') standing.lacking += missing;
  }
  const decided = standing.met + standing.short;
  return {
    ...standing,
    percent: decided === 0 ? null : Math.round((standing.met * 1000) / decided) / 10,
  };
}

/** The lowest share first; who has nothing decided comes last. */
function worstFirst(a: RollupWard, b: RollupWard): number {
  return (
    (a.all.percent ?? 101) - (b.all.percent ?? 101) ||
    b.all.short - a.all.short ||
    b.all.lacking - a.all.lacking ||
    order(a.name, b.name) ||
    order(a.id, b.id)
  );
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
