import { dom } from './dom.ts';

/** What an entry will count for, as the server words it. */
export interface CountsFor {
  sentence: string;
  counts: readonly { demand: string; period: string; number: string; note?: string }[];
  countsNot: readonly { demand: string; reasons: readonly string[] }[];
}

/** What a saved entry will count for, and if not, why not. */
export function countsForPanel(view: CountsFor): HTMLElement {
  return dom(
    'section',
    { class: 'room-section' },
    dom('h2', {}, 'Sẽ được tính'),
    dom('p', {}, view.sentence),
    list(
      view.counts.map(({ demand, period, number, note }) => {
        const now = number ? `, hiện có ${number}` : '';
        return `${demand}, ${period}${now}${note ? `. ${note}` : ''}`;
      }),
      'room-met',
    ),
    list(
      view.countsNot.map(({ demand, reasons }) => `${demand}: ${reasons.join('; ')}`),
      'room-missing',
    ),
  );
}

function list(lines: readonly string[], className: string): HTMLElement | undefined {
  if (lines.length === 0) return undefined;
  return dom('ul', {}, ...lines.map((line) => dom('li', { class: className }, line)));
}
