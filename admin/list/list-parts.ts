import type { EntryListView, ListRow } from '../../src/core/list/view.ts';
import { dom } from '../room/dom.ts';
import { entryHash, listHash } from './list-place.ts';

/** The states with their numbers, each a link that narrows the list to it. */
export function stateLinks({ states }: EntryListView, collection: string): HTMLElement[] {
  const items = states.map(({ label, count, query, current }) =>
    dom(
      'li',
      {},
      dom(
        'a',
        { href: listHash({ collection, query }), ...(current && { 'aria-current': 'true' }) },
        `${label} `,
        dom('span', { class: 'room-list-count' }, count),
      ),
    ),
  );
  return [dom('ul', {}, ...items)];
}

/** The entries of a page; each title opens its form. */
export function rowTable(view: EntryListView, collection: string): HTMLElement[] {
  const { rows, everything } = view;
  if (rows.length === 0) {
    if (everything === undefined) return [];
    const href = listHash({ collection, query: everything });
    return [dom('p', {}, dom('a', { href }, 'Xem tất cả'))];
  }
  const heads = ['Ngày', 'Tên', 'Đơn vị', 'Tình trạng'];
  return [
    dom(
      'table',
      { class: 'room-list-table' },
      dom('thead', {}, dom('tr', {}, ...heads.map((head) => dom('th', { scope: 'col' }, head)))),
      dom('tbody', {}, ...rows.map((row) => rowOf(row, collection))),
    ),
  ];
}

/** The ways to the pages beside this one. */
export function pageLinks({ newer, older }: EntryListView, collection: string): HTMLElement[] {
  const link = (query: string | undefined, label: string) =>
    query !== undefined && dom('a', { href: listHash({ collection, query }) }, label);
  if (newer === undefined && older === undefined) return [];
  const name = { class: 'room-list-pages', 'aria-label': 'Các trang của danh sách' };
  return [dom('nav', name, link(newer, 'Mới hơn'), link(older, 'Cũ hơn'))];
}

function rowOf({ id, title, day, departments, states, note }: ListRow, collection: string) {
  const tags = states.map(({ value, label }) =>
    dom('li', { class: `room-tag room-tag-${value}` }, label),
  );
  return dom(
    'tr',
    {},
    dom('td', { class: 'room-list-day' }, day),
    dom('th', { scope: 'row' }, dom('a', { href: entryHash(collection, id) }, title)),
    dom('td', {}, departments),
    dom(
      'td',
      {},
      dom('ul', { class: 'room-tags' }, ...tags),
      note !== undefined && dom('span', { class: 'room-note' }, note),
    ),
  );
}
