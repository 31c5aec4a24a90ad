import { type Chosen, choicesOf, FACETS, type Facet } from '../core/search/facets.ts';
import type { Row } from '../core/search/row.ts';
import { ALL_YEARS } from '../core/search/years.ts';
import { make } from './dom.ts';

/** The controls that narrow results: a list to choose from for each facet. */
export interface Filters {
  /**
   * Offers what the results can be narrowed by, and the years that were not looked through;
   * hides what would change nothing.
   */
  offer(rows: readonly Row[], chosen: Chosen, unsearched: readonly string[]): void;
  /** What the reader has chosen. */
  chosen(): Chosen;
}

/** Brings the lists of the form to life; `changed` is called after each choice. */
export function filtersOf(fieldset: HTMLFieldSetElement, changed: () => void): Filters {
  const lists = FACETS.map((facet) => ({
    facet,
    list: fieldset.querySelector<HTMLSelectElement>(`select[name="${facet}"]`),
  }));
  fieldset.addEventListener('change', changed);
  return {
    offer(rows, chosen, unsearched) {
      const useful = lists.filter(
        ({ facet, list }) =>
          list && fill(list, optionsOf(facet, rows, chosen, unsearched), chosen[facet]),
      );
      fieldset.hidden = rows.length === 0 || useful.length === 0;
    },
    chosen() {
      const chosen: Chosen = {};
      for (const { facet, list } of lists) if (list?.value) chosen[facet] = list.value;
      return chosen;
    },
  };
}

/** What a list offers: values with their counts, and years of which nothing is known yet. */
function optionsOf(
  facet: Facet,
  rows: readonly Row[],
  chosen: Chosen,
  unsearched: readonly string[],
): [value: string, text: string][] {
  const counted = choicesOf(rows, facet, chosen).map(({ value, count }): [string, string] => [
    value,
    `${value} (${count})`,
  ]);
  if (facet !== 'nam') return counted;
  const all = unsearched.length > 0 || chosen.nam === ALL_YEARS;
  return [
    ...(all ? [[ALL_YEARS, 'Tất cả các năm'] as [string, string]] : []),
    ...counted.filter(([value]) => !unsearched.includes(value)),
    ...unsearched.map((year): [string, string] => [year, `${year} (chưa tìm)`]),
  ];
}

/** Whether the list has anything to choose between. */
function fill(
  list: HTMLSelectElement,
  options: readonly [value: string, text: string][],
  own: string | undefined,
): boolean {
  const first = options.some(([value]) => value === ALL_YEARS) ? 'Gần đây' : 'Tất cả';
  list.replaceChildren(
    make('option', { value: '' }, first),
    ...options.map(([value, text]) => make('option', { value }, text)),
  );
  list.value = own ?? '';
  const useful = options.length > 1 || own !== undefined;
  const label = list.closest('label');
  if (label) label.hidden = !useful;
  return useful;
}
