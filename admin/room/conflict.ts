import type { Conflict } from '../backend/server.ts';
import { button, dom } from './dom.ts';

/** Lines of a text with whether the other text has them too. */
function marked(text: string, other: string): HTMLElement {
  const known = new Set(other.split('\n').map((line) => line.trim()));
  const lines = text.split('\n').map((line) => {
    const only = line.trim() !== '' && !known.has(line.trim());
    return dom(only ? 'mark' : 'span', {}, `${line}\n`);
  });
  return dom('pre', { tabindex: '0' }, ...lines);
}

/**
 * Both texts of a save that came too late, side by side, what only one of them has marked;
 * `read` words a file as its form does. The own text stays on the screen and can be copied;
 * opening the newest version is the person's own step.
 */
export function conflictPanel(
  conflict: Conflict,
  read: (file: string) => string,
  reload: () => void,
): HTMLElement {
  const theirs = read(conflict.theirs?.text ?? '');
  const yours = read(conflict.yours ?? '');
  const who = conflict.by ?? 'Người khác';
  return dom(
    'section',
    { class: 'room-section room-alert' },
    dom('h2', {}, `${who} đã lưu mục này${conflict.at ? ` lúc ${conflict.at}` : ''}`),
    dom(
      'p',
      {},
      'Bản của anh, chị chưa được lưu nhưng vẫn còn trên màn hình. So sánh hai bản, chép phần cần giữ, rồi mở bản mới và ghép vào.',
    ),
    dom(
      'div',
      { class: 'room-compare' },
      dom('div', {}, dom('h3', {}, 'Bản của anh, chị'), marked(yours, theirs)),
      dom('div', {}, dom('h3', {}, `Bản của ${who}`), marked(theirs, yours)),
    ),
    button('Chép bản của tôi', () => void navigator.clipboard?.writeText(yours)),
    button('Mở bản mới', reload),
  );
}
