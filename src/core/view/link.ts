import type { Day } from '../calendar/day.ts';

/** A link within the section; its address carries no `BASE` yet. */
export interface Link {
  label: string;
  address: string;
}

/** One value of a fact: a text, and at most one of a page here, an address elsewhere, a date. */
export interface FactValue {
  text: string;
  address?: string;
  url?: string;
  /** Set when `text` is that day in words, so that it can be marked up as a date. */
  day?: Day;
}

/** Something known about an entry, as its side column shows it. */
export interface Fact {
  term: string;
  values: FactValue[];
}

/** The facts that have a value: unknown ones are left out, not printed empty. */
export function knownFacts(facts: readonly Fact[]): Fact[] {
  return facts.filter(({ values }) => values.length > 0);
}
