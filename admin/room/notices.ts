import type { Notice } from '../word/notice.ts';
import { dom } from './dom.ts';

const KINDS: readonly [kind: Notice['kind'], heading: string][] = [
  ['lost', 'Không lấy theo'],
  ['mend', 'Cần xem lại'],
  ['changed', 'Đã đổi'],
];

/** What became of a text that came from elsewhere, the losses first. */
export function noticesPanel(title: string, notices: readonly Notice[]): HTMLElement {
  const groups = KINDS.map(([kind, heading]) => ({
    heading,
    own: notices.filter((notice) => notice.kind === kind),
  })).filter(({ own }) => own.length > 0);
  return dom(
    'section',
    { class: 'room-section' },
    dom('h2', {}, title),
    ...groups.flatMap(({ heading, own }) => [
      dom('h3', {}, heading),
      dom('ul', {}, ...own.map(({ text }) => dom('li', {}, text))),
    ]),
  );
}
