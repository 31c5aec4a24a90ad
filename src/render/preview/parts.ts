import type { Element, ElementContent } from 'hast';
import type { Citation } from '../../core/view/citation.ts';
import { citationTail } from '../../core/view/citation.ts';
import type { Fact, FactValue } from '../../core/view/link.ts';
import { type Child, el } from './element.ts';

/** The pieces of pages, with the classes of the site's components. */

/** The head of a page: what kind of thing it is, its title, one or two sentences. */
export function pageHead(kicker: Child, title: string, lead?: string, more?: Child): Element {
  return el(
    'header',
    { className: ['page-head'] },
    kicker,
    el('h1', {}, title),
    lead && el('p', { className: ['lead'] }, lead),
    more,
  );
}

/** The line above a title. */
export function kicker(text: string): Element {
  return el('p', { className: ['kicker'] }, text);
}

/** A whole page: its head, the facts beside it, and the rest. */
export function spread(head: Element, facts: readonly Fact[], rest: readonly Child[]): Element {
  return el(
    'article',
    { className: ['spread'] },
    head,
    el('div', { className: ['stack'] }, ...rest),
    el('aside', { className: ['spread-side'] }, factList(facts)),
  );
}

function factList(facts: readonly Fact[]): Element {
  return el(
    'dl',
    { className: ['facts'] },
    facts.map(({ term, values }) =>
      el(
        'div',
        {},
        el('dt', {}, term),
        values.map((value) => el('dd', {}, valueText(value))),
      ),
    ),
  );
}

/** A value of a fact. Links of a preview lead nowhere: the page they stand on is not there. */
export function valueText({ text, day, address, url }: FactValue): ElementContent {
  if (day !== undefined) return el('time', { dateTime: day }, text);
  if (address !== undefined || url !== undefined) return el('a', {}, text);
  return { type: 'text', value: text };
}

/** Some values in one line. */
export function values(list: readonly FactValue[]): ElementContent[] {
  return list.flatMap((value, index): ElementContent[] => [
    ...(index > 0 ? [{ type: 'text' as const, value: '; ' }] : []),
    valueText(value),
  ]);
}

/** A part of a page with its heading; nothing when it holds nothing. */
export function section(title: string, ...children: Child[]): Element | undefined {
  const holds = children.some((child) => child !== undefined && child !== false);
  return holds
    ? el('section', { className: ['section'] }, el('h2', {}, title), ...children)
    : undefined;
}

/** Plain text; blank lines part its paragraphs. */
export function paragraphs(text: string): Element {
  return el(
    'div',
    { className: ['prose'] },
    text.split(/\n\s*\n/).map((paragraph) => el('p', {}, paragraph)),
  );
}

/** A list of documents; nothing for none. */
export function citations(title: string, list: readonly Citation[]): Element | undefined {
  if (list.length === 0) return undefined;
  const items = list.map((item) =>
    el('li', {}, item.url ? el('a', {}, item.title) : item.title, citationTail(item)),
  );
  return section(title, el('ul', { className: ['plain-list'] }, items));
}

/** Files and addresses to open; nothing for none. */
export function files(title: string, list: readonly { label: string }[]): Element | undefined {
  if (list.length === 0) return undefined;
  const items = list.map(({ label }) => el('li', {}, el('a', {}, label)));
  return section(title, el('ul', { className: ['plain-list'] }, items));
}

/** The picture at the head of a text, by the path that is typed; the editor's page finds it. */
export function figure(image: { src: string; alt?: string; credit?: string } | undefined) {
  return (
    image &&
    el(
      'figure',
      { className: ['figure'] },
      el('img', { src: image.src, alt: image.alt ?? '' }),
      image.credit && el('figcaption', {}, `Ảnh: ${image.credit}`),
    )
  );
}

/** A table whose rows stack on a phone. */
export function table(
  className: string,
  heads: readonly string[],
  rows: readonly { head: string; cells: readonly Child[] }[],
): Element {
  const scope = (value: string) => ({ scope: value });
  return el(
    'table',
    { className: ['table', 'table-stack', className] },
    el(
      'thead',
      {},
      el(
        'tr',
        {},
        heads.map((head) => el('th', scope('col'), head)),
      ),
    ),
    el(
      'tbody',
      {},
      rows.map(({ head, cells }) =>
        el(
          'tr',
          {},
          el('th', scope('row'), head),
          cells.map((cell, index) => el('td', { dataLabel: heads[index + 1] ?? '' }, cell)),
        ),
      ),
    ),
  );
}
