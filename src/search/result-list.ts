import { shortDate } from '../core/calendar/wording.ts';
import type { ExcerptPart } from '../core/search/excerpt.ts';
import { type Group, grouped } from '../core/search/facets.ts';
import { make } from './dom.ts';
import type { Result } from './section-search.ts';
import { whenNear } from './when-near.ts';

/** What a list of results needs of its surroundings. */
export interface ListContext {
  /** Path the section lives under, with a slash at the end. */
  base: string;
  excerpt: (result: Result) => Promise<readonly ExcerptPart[]>;
}

/** The best results stand first, whatever their kind. */
const BEST = 3;
/** How many results come with their excerpts; what is further down gets its own when it is near. */
const WITH_EXCERPTS = 6;
/** How many of a kind are shown before the reader asks for the others. */
const FIRST = 5;
/** How many more are shown at a time. */
const MORE = 20;

/** Results as headed groups. Resolves when the excerpts of the first are there. */
export async function resultGroups(
  results: readonly Result[],
  context: ListContext,
): Promise<Node[]> {
  const first: Promise<void>[] = [];
  let shown = 0;
  const itemOf = (result: Result) => {
    const own = item(result, context);
    const fill = () => addExcerpt(own, result, context);
    shown += 1;
    if (shown <= WITH_EXCERPTS) first.push(fill());
    else whenNear(own, fill);
    return own;
  };
  const groups = grouped(results, BEST);
  const nodes = groups.map((group) => groupNode(group, groups.length > 1, itemOf));
  await Promise.all(first);
  return nodes;
}

function groupNode(
  { kind, results }: Group<Result>,
  headed: boolean,
  itemOf: (result: Result) => HTMLLIElement,
): Node {
  const list = make('ul', { className: 'search-list' });
  const first = kind ? results.slice(0, FIRST) : results;
  list.append(...first.map(itemOf));
  const heading = kind ? `${kind} khác (${results.length})` : 'Phù hợp nhất';
  const section = make('section', {}, ...(headed ? [make('h2', {}, heading)] : []), list);
  const rest = results.slice(first.length);
  if (rest.length > 0) section.append(moreButton(rest, list, itemOf));
  return section;
}

/** Shows more of a kind, a few at a time, and leads the keyboard to the first of them. */
function moreButton(
  rest: readonly Result[],
  list: HTMLElement,
  itemOf: (result: Result) => HTMLLIElement,
): Node {
  const button = make('button', { type: 'button', className: 'search-more' });
  const next = rest.slice(0, MORE);
  const of = rest.length > MORE ? ` trong ${rest.length}` : '';
  button.append(`Xem thêm ${next.length}${of} kết quả`);
  button.addEventListener('click', () => {
    const items = next.map(itemOf);
    list.append(...items);
    const others = rest.slice(MORE);
    if (others.length > 0) button.replaceWith(moreButton(others, list, itemOf));
    else button.remove();
    items[0]?.querySelector('a')?.focus();
  });
  return button;
}

function item({ row }: Result, { base }: ListContext): HTMLLIElement {
  const link = make('a', { href: base + row.address.replace(/^\//, '') }, row.title);
  const number = row.number && `Số ${row.number}`;
  // A number of a document is broken at none of its hyphens.
  const about = [row.kind, number, row.date && shortDate(row.date)]
    .filter((fact) => fact !== undefined && fact !== '')
    .flatMap((fact, at) => [at > 0 ? '\u00a0· ' : '', make('span', {}, `${fact}`)]);
  return make(
    'li',
    {},
    make('p', { className: 'search-title' }, link),
    make('p', { className: 'meta' }, ...about),
  );
}

/** Adds what the page says of the query; a page whose text cannot be had stays as it is. */
async function addExcerpt(
  own: HTMLLIElement,
  result: Result,
  { excerpt }: ListContext,
): Promise<void> {
  const parts = await excerpt(result).catch(() => []);
  const text = parts.map((part) => (part.marked ? make('mark', {}, part.text) : part.text));
  if (text.length > 0) own.append(make('p', { className: 'search-excerpt' }, ...text));
}
