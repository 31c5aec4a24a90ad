import type { Answered, Answering } from './answer.ts';
import { filtersOf } from './filters.ts';
import { walkResults } from './keyboard.ts';
import { NOTHING_ASKED, type Parts, partsOf, show } from './parts.ts';
import { type Asked, addressOf, readAddress } from './search-address.ts';
import { offerShortcut } from './shortcut.ts';
import './slash.ts';

/** A pause in typing that is long enough to search; each search costs a phone its kilobytes. */
const PAUSE_MS = 300;
/** The same after one letter of a word, which begins so many words that no answer tells much. */
const PAUSE_BEGUN_MS = 900;
const BEGUN = /(^|\s)\S$/;
/** A search that takes longer says that it is under way. */
const PATIENCE_MS = 250;
const SEARCHING = 'Đang tìm…';
const NOT_LOADED = 'Chưa tải được dữ liệu tìm kiếm. Vui lòng kiểm tra kết nối rồi bấm Tìm lần nữa.';

/** Brings the search page to life; without this script it explains itself and links on. */
function mount(parts: Parts): void {
  const { form, input } = parts;
  const { answer, prepare } = answerLater(form.dataset['base'] ?? '/');
  let turn = 0;
  let pause = 0;

  const run = async (asked: Asked) => {
    turn += 1;
    const mine = turn;
    window.clearTimeout(pause);
    const patience = window.setTimeout(() => {
      if (mine === turn) parts.status.textContent = SEARCHING;
    }, PATIENCE_MS);
    const { shown, rows, unsearched } = await answer(asked);
    window.clearTimeout(patience);
    if (mine !== turn) return;
    filters.offer(rows, asked.chosen, unsearched);
    show(parts, shown);
  };
  /** Typing changes the address in place; a step of its own can be undone with «back». */
  const go = (step: boolean) => {
    const asked = { query: input.value.trim(), chosen: filters.chosen() };
    const next = addressOf(asked, location.pathname);
    if (next !== location.pathname + location.search) {
      history[step ? 'pushState' : 'replaceState'](null, '', next);
    }
    void run(asked);
  };
  const filters = filtersOf(parts.filters, () => go(true));
  const restore = () => {
    const asked = readAddress(location.search);
    input.value = asked.query;
    filters.offer([], asked.chosen, []);
    void run(asked);
  };

  // Who goes to the box is about to ask: what the first answer needs is loaded while they type.
  input.addEventListener('focus', prepare);
  if (document.activeElement === input) prepare();
  input.addEventListener('input', () => {
    window.clearTimeout(pause);
    const long = BEGUN.test(input.value) ? PAUSE_BEGUN_MS : PAUSE_MS;
    pause = window.setTimeout(() => go(false), long);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    go(true);
  });
  window.addEventListener('popstate', restore);
  walkResults(input, parts.results);
  restore();
}

/** Loads the search when it is wanted; a failure is an answer, and the next query tries again. */
function answerLater(base: string) {
  let answering: Promise<Answering> | undefined;
  const load = () => {
    answering ??= import('./answer.ts').then((module) => module.answering(base));
    return answering;
  };
  const answer: Answering = async (asked): Promise<Answered> => {
    if (!asked.query) return { shown: NOTHING_ASKED, rows: [], unsearched: [] };
    try {
      return await (await load())(asked);
    } catch {
      answering = undefined;
      return { shown: { ...NOTHING_ASKED, status: NOT_LOADED }, rows: [], unsearched: [] };
    }
  };
  const prepare = () => {
    load().catch(() => {
      answering = undefined;
    });
  };
  return { answer, prepare };
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-search]')) {
  const parts = partsOf(form);
  if (parts) mount(parts);
}
const shortcut = document.getElementById('search-shortcut');
if (shortcut) offerShortcut(shortcut);
