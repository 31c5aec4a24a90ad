import type { Row } from './row.ts';
import { ALL_YEARS } from './years.ts';

/** What results can be narrowed by, in the order in which it is offered. */
export const FACETS = ['loai', 'linh-vuc', 'don-vi', 'nam'] as const;
export type Facet = (typeof FACETS)[number];

/** What the reader chose; a facet that is absent lets everything through. */
export type Chosen = Partial<Record<Facet, string>>;

/** One choice and how many results it would leave, the other choices kept. */
export interface Choice {
  value: string;
  count: number;
}

/** The values by which a page can be chosen. */
export function valuesOf(row: Row, facet: Facet): readonly string[] {
  switch (facet) {
    case 'loai':
      return [row.kind];
    case 'linh-vuc':
      return row.fields;
    case 'don-vi':
      return row.departments;
    case 'nam':
      return row.year ? [row.year] : [];
  }
}

/** Whether a page is among those chosen. */
export function isChosen(row: Row, chosen: Chosen, but?: Facet): boolean {
  return FACETS.every((facet) => {
    const value = chosen[facet];
    const any = value === undefined || value === ALL_YEARS;
    return facet === but || any || valuesOf(row, facet).includes(value);
  });
}

/** The choices of a facet with their counts: years from the latest, others by alphabet. */
export function choicesOf(rows: readonly Row[], facet: Facet, chosen: Chosen): Choice[] {
  const counts = new Map<string, number>();
  for (const row of rows.filter((one) => isChosen(one, chosen, facet))) {
    for (const value of valuesOf(row, facet)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const own = chosen[facet];
  if (own !== undefined && own !== ALL_YEARS && !counts.has(own)) counts.set(own, 0);
  const choices = [...counts].map(([value, count]) => ({ value, count }));
  return facet === 'nam'
    ? choices.toSorted((a, b) => b.value.localeCompare(a.value))
    : choices.toSorted((a, b) => a.value.localeCompare(b.value, 'vi'));
}

/** Results under one heading. */
export interface Group<T> {
  /** Label of the kind; absent for the best ones, whatever their kind. */
  kind?: string;
  results: T[];
}

/** The best results first, the rest by kind in the order of the best of each. */
export function grouped<T extends { row: Row }>(results: readonly T[], best: number): Group<T>[] {
  const rest = new Map<string, T[]>();
  for (const result of results.slice(best)) {
    const own = rest.get(result.row.kind);
    if (own) own.push(result);
    else rest.set(result.row.kind, [result]);
  }
  if (results.length === 0) return [];
  return [
    { results: results.slice(0, best) },
    ...[...rest].map(([kind, own]) => ({ kind, results: own })),
  ];
}
