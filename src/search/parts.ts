/** The parts of the search page that its script fills. */
export interface Parts {
  form: HTMLFormElement;
  input: HTMLInputElement;
  filters: HTMLFieldSetElement;
  status: HTMLElement;
  note: HTMLElement;
  results: HTMLElement;
  nearest: HTMLElement;
  help: HTMLElement;
  older: HTMLElement;
}

/** What the page shows at a time. */
export interface Shown {
  /** The line that is read out. */
  status: string;
  /** A restriction of the search; `''` when there is none. */
  note: string;
  results: readonly Node[];
  /** Links to names near the query, where nothing answers it. */
  nearest: readonly Node[];
  /** Whether the page says what else to try. */
  help: boolean;
  /** What was not looked through, and the way to it. */
  older: readonly (Node | string)[];
}

/** The page before a search. */
export const NOTHING_ASKED: Shown = {
  status: '',
  note: '',
  results: [],
  nearest: [],
  help: true,
  older: [],
};

/** Finds the parts of the page around its form; `undefined` when one is missing. */
export function partsOf(form: HTMLFormElement): Parts | undefined {
  const input = form.querySelector<HTMLInputElement>('input[type=search]');
  const filters = form.querySelector<HTMLFieldSetElement>('fieldset');
  const [status, note, results, nearest, help, older] = [
    ...[
      'search-status',
      'search-note',
      'search-results',
      'search-nearest',
      'search-help',
      'search-older',
    ],
  ].map((id) => document.getElementById(id));
  if (!input || !filters || !status || !note || !results || !nearest || !help || !older)
    return undefined;
  return { form, input, filters, status, note, results, nearest, help, older };
}

/** Shows a state of the page, and nothing of the last one. */
export function show(parts: Parts, { status, results, nearest, note, help, older }: Shown): void {
  parts.status.textContent = status;
  parts.note.textContent = note;
  parts.note.hidden = !note;
  parts.results.replaceChildren(...results);
  parts.nearest.querySelector('ul')?.replaceChildren(...nearest);
  parts.nearest.hidden = nearest.length === 0;
  parts.help.hidden = !help;
  parts.older.replaceChildren(...older);
  parts.older.hidden = older.length === 0;
}
