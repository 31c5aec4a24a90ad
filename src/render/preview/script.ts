import type { Element } from 'hast';
import type { Script } from '../../core/view/script.ts';
import { el } from './element.ts';
import { kicker, pageHead } from './parts.ts';

/** The text that will be read on the loudspeakers, sentence by sentence, as its page shows it. */
export function scriptPreview({ station, title, head, lines, unread, history }: Script): Element {
  return el(
    'article',
    { className: ['script'] },
    pageHead(kicker(`Bản đọc trên loa, ${station}`), title, ''),
    el(
      'dl',
      { className: ['script-head'] },
      head.map(({ term, text }) => text && el('div', {}, el('dt', {}, term), el('dd', {}, text))),
    ),
    unread && el('p', { className: ['callout', 'script-unread'] }, unread),
    el(
      'ol',
      { className: ['script-lines'] },
      lines.map(({ text, opens, heading }) =>
        el(
          'li',
          { className: classes({ 'script-opens': opens, 'script-heading': heading }) },
          text,
        ),
      ),
    ),
    el('p', {}, history.summary),
  );
}

function classes(wanted: Record<string, boolean>): string[] {
  return Object.keys(wanted).filter((name) => wanted[name]);
}
