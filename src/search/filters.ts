import { type Chosen, choicesOf, FACETS, type Facet } from '../core/search/facets.ts';
import type { Row } from '../core/search/row.ts';
import { make } from './dom.ts';

/** The controls that narrow results: a list to choose from for each facet. */
export interface Filters {
  /** Offers what the results can be narrowed by; hides what would change nothing. */
  offer(rows: readonly Row[], chosen: Chosen): void;
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
    offer(rows, chosen) {
      const useful = lists.filter(({ facet, list }) => list && fill(list, facet, rows, chosen));
      fieldset.hidden = rows.length === 0 || useful.length === 0;
    },
    chosen() {
      const chosen: Chosen = {};
      for (const { facet, list } of lists) if (list?.value) chosen[facet] = list.value;
      return chosen;
    },
  };
}

/** Whether the list has anything to choose between. */
function fill(list: HTMLSelectElement, facet: Facet, rows: readonly Row[], chosen: Chosen) {
  const choices = choicesOf(rows, facet, chosen);
  const all = make('option', { value: '' }, 'Tất cả');
  const options = choices.map(({ value, count }) =>
    make('option', { value }, `${value} (${count})`),
  );
  list.replaceChildren(all, ...options);
  list.value = chosen[facet] ?? '';
  const useful = choices.length > 1 || chosen[facet] !== undefined;
  const label = list.closest('label');
  if (label) label.hidden = !useful;
  return useful;
}
