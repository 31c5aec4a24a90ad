import { FILTER_NAMES } from '../../src/core/list/filter.ts';
import type { EntryListView, ListControl } from '../../src/core/list/view.ts';
import { ask } from '../backend/server.ts';
import { button, dom } from '../room/dom.ts';
import { pageLinks, rowTable, stateLinks } from './list-parts.ts';
import { listHash, listPlace } from './list-place.ts';

/** How long a person stops typing before the list is asked for. */
const PAUSE_MS = 300;

/**
 * Puts the list of a collection into `place`: one page at a time, filtered by the server, its
 * filter in the address. Returns what takes it away again.
 */
export function mountEntryList(place: HTMLElement, collection: string, address: string) {
  const sentence = dom('p', { class: 'room-list-sentence', role: 'status', tabindex: '-1' });
  const states = dom('nav', { class: 'room-list-states', 'aria-label': 'Tình trạng' });
  const results = dom('div', {});
  const filters = filterForm((query, typing) => go(query, typing));
  place.replaceChildren(
    dom('div', { class: 'room-list' }, filters.element, states, sentence, results),
  );
  let asked = 0;
  let shownQuery: string | undefined;

  function go(query: string, typing: boolean): void {
    const hash = listHash({ collection, query });
    // Every key would be a step of the way back.
    if (typing) window.location.replace(hash);
    else window.location.hash = hash;
  }

  async function load(): Promise<void> {
    const here = listPlace(window.location.hash);
    if (here && here.collection !== collection) return;
    asked += 1;
    const turn = asked;
    results.setAttribute('aria-busy', 'true');
    const wanted = `${address}?collection=${collection}&${here?.query ?? ''}`;
    const answer = await ask<EntryListView>(wanted).catch(String);
    // Somebody went on while this was under way.
    if (turn !== asked) return;
    results.removeAttribute('aria-busy');
    if (typeof answer === 'string') sayFault(answer);
    else show(answer);
  }

  function show(view: EntryListView): void {
    const left = document.activeElement;
    const followed = left !== null && (states.contains(left) || results.contains(left));
    filters.show(view);
    sentence.replaceChildren(view.sentence);
    states.replaceChildren(...stateLinks(view, collection));
    results.replaceChildren(...rowTable(view, collection), ...pageLinks(view, collection));
    if (!followed) return;
    sentence.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }

  function sayFault(text: string): void {
    sentence.replaceChildren(`Chưa lấy được danh sách. ${text} `);
    results.replaceChildren(button('Thử lại', () => void load()));
  }

  // Decap draws the page before the browser tells of the new address: one of the two is enough.
  const follow = () => {
    const query = listPlace(window.location.hash)?.query ?? '';
    if (query !== shownQuery) void load();
    shownQuery = query;
  };
  window.addEventListener('hashchange', follow);
  follow();
  return () => {
    asked += 1;
    filters.stop();
    window.removeEventListener('hashchange', follow);
  };
}

/** The form above a list. `onChange` is told the query, and whether the person is still typing. */
function filterForm(onChange: (query: string, typing: boolean) => void) {
  const search = dom('input', {
    type: 'search',
    id: 'room-list-words',
    name: FILTER_NAMES.words,
    autocomplete: 'off',
  });
  const selects = dom('div', { class: 'room-list-selects' });
  let state = '';
  let offered = '';
  let pause: ReturnType<typeof setTimeout> | undefined;

  const change = (typing: boolean) => {
    clearTimeout(pause);
    const query = new URLSearchParams();
    for (const { name, value } of [search, ...selects.querySelectorAll('select')]) {
      if (value.trim()) query.set(name, value.trim());
    }
    if (state) query.set(FILTER_NAMES.state, state);
    onChange(query.toString(), typing);
  };
  search.addEventListener('input', () => {
    clearTimeout(pause);
    pause = setTimeout(() => change(true), PAUSE_MS);
  });
  selects.addEventListener('change', () => change(false));
  const element = dom(
    'form',
    {
      role: 'search',
      class: 'room-list-filters',
      onsubmit: (event) => {
        event.preventDefault();
        change(false);
      },
    },
    dom(
      'div',
      { class: 'room-list-field room-list-words' },
      dom('label', { for: 'room-list-words' }, 'Tìm theo tên, có dấu hoặc không dấu'),
      search,
    ),
    selects,
  );

  function show({ filter, controls }: EntryListView): void {
    state = filter.state;
    const now = JSON.stringify(controls);
    // A menu that is open must not be replaced under the hand of who uses it.
    if (now !== offered) selects.replaceChildren(...controls.map(selectOf));
    offered = now;
    for (const { name } of controls) {
      const select = selects.querySelector<HTMLSelectElement>(`[name="${FILTER_NAMES[name]}"]`);
      if (select) select.value = filter[name];
    }
    if (document.activeElement !== search) search.value = filter.words;
  }

  return { element, show, stop: () => clearTimeout(pause) };
}

function selectOf({ name, label, all, choices }: ListControl): HTMLElement {
  const id = `room-list-${name}`;
  return dom(
    'div',
    { class: 'room-list-field' },
    dom('label', { for: id }, label),
    dom(
      'select',
      { id, name: FILTER_NAMES[name] },
      dom('option', { value: '' }, all),
      ...choices.map((choice) => dom('option', { value: choice.value }, choice.label)),
    ),
  );
}
