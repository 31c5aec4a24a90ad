import { isChosen } from '../core/search/facets.ts';
import { make } from './dom.ts';
import { type Filters, filtersOf } from './filters.ts';
import { walkResults } from './keyboard.ts';
import { resultGroups } from './result-list.ts';
import { type Asked, addressOf, readAddress } from './search-address.ts';
import { type Results, type SectionSearch, sectionSearch } from './section-search.ts';
import { NAMES_ONLY, NOT_LOADED, SEARCHING, statusOf } from './wording.ts';

/** A pause in typing that is long enough to search. */
const PAUSE_MS = 180;
/** A search that takes longer says that it is under way. */
const PATIENCE_MS = 250;

/** The parts of the search page. */
interface Parts {
  form: HTMLFormElement;
  input: HTMLInputElement;
  filters: HTMLFieldSetElement;
  status: HTMLElement;
  note: HTMLElement;
  results: HTMLElement;
  nearest: HTMLElement;
  help: HTMLElement;
}

/** Brings the search page to life; without this script it explains itself and links on. */
function mount(parts: Parts): void {
  const { form, input } = parts;
  const base = form.dataset['base'] ?? '/';
  const engine = sectionSearch(base);
  let turn = 0;
  let pause = 0;

  const run = async (asked: Asked) => {
    turn += 1;
    const mine = turn;
    window.clearTimeout(pause);
    const patience = window.setTimeout(() => {
      parts.status.textContent = SEARCHING;
    }, PATIENCE_MS);
    await answer(asked, parts, { engine, filters, base, isCurrent: () => mine === turn });
    window.clearTimeout(patience);
  };
  const asked = (): Asked => ({ query: input.value.trim(), chosen: filters.chosen() });
  /** Typing changes the address in place; a step of its own can be undone with «back». */
  const go = (step: boolean) => {
    const next = addressOf(asked(), location.pathname);
    if (next !== location.pathname + location.search) {
      history[step ? 'pushState' : 'replaceState'](null, '', next);
    }
    void run(asked());
  };
  const filters = filtersOf(parts.filters, () => go(true));
  const restore = () => {
    const found = readAddress(location.search);
    input.value = found.query;
    filters.offer([], found.chosen);
    void run(found);
  };

  input.addEventListener('input', () => {
    window.clearTimeout(pause);
    pause = window.setTimeout(() => go(false), PAUSE_MS);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    go(true);
  });
  window.addEventListener('popstate', restore);
  walkResults(input, parts.results);
  restore();
}

interface Turn {
  engine: SectionSearch;
  filters: Filters;
  base: string;
  /** Whether nothing newer has been asked meanwhile. */
  isCurrent: () => boolean;
}

async function answer({ query, chosen }: Asked, parts: Parts, turn: Turn): Promise<void> {
  if (!query) return show(parts, { status: '', results: [], nearest: [], note: '', help: true });
  let found: Results;
  try {
    found = await turn.engine.ask(query, chosen.nam ? [chosen.nam] : []);
  } catch {
    if (turn.isCurrent()) {
      show(parts, { status: NOT_LOADED, results: [], nearest: [], note: '', help: true });
    }
    return;
  }
  const shown = found.results.filter(({ row }) => isChosen(row, chosen));
  const { base, engine } = turn;
  const context = { base, excerpt: engine.excerpt };
  const groups = await resultGroups(shown, context);
  if (!turn.isCurrent()) return;
  turn.filters.offer(
    found.results.map(({ row }) => row),
    chosen,
  );
  show(parts, {
    status: statusOf(query, found, shown.length),
    results: shown.length > 0 ? groups : [],
    nearest: found.nearest.map(({ address, title }) =>
      make('li', {}, make('a', { href: base + address.slice(1) }, title)),
    ),
    note: found.texts ? '' : NAMES_ONLY,
    help: found.results.length === 0,
  });
}

interface Shown {
  status: string;
  results: Node[];
  nearest: Node[];
  note: string;
  help: boolean;
}

function show(parts: Parts, { status, results, nearest, note, help }: Shown): void {
  parts.status.textContent = status;
  parts.note.textContent = note;
  parts.note.hidden = !note;
  parts.results.replaceChildren(...results);
  parts.nearest.querySelector('ul')?.replaceChildren(...nearest);
  parts.nearest.hidden = nearest.length === 0;
  parts.help.hidden = !help;
  if (results.length === 0 && help && !status) parts.filters.hidden = true;
}

function partsOf(form: HTMLFormElement): Parts | undefined {
  const input = form.querySelector<HTMLInputElement>('input[type=search]');
  const filters = form.querySelector<HTMLFieldSetElement>('fieldset');
  const [status, note, results, nearest, help] = [
    ...['search-status', 'search-note', 'search-results', 'search-nearest', 'search-help'],
  ].map((id) => document.getElementById(id));
  if (!input || !filters || !status || !note || !results || !nearest || !help) return undefined;
  return { form, input, filters, status, note, results, nearest, help };
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-search]')) {
  const parts = partsOf(form);
  if (parts) mount(parts);
}
