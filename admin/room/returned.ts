import { ask } from '../backend/server.ts';
import { dom } from './dom.ts';
import type { OpenEntry } from './place.ts';

/** One step of an entry's history, as far as it is asked for here. */
interface Step {
  event: string;
  comment: string;
  by: { name: string };
}

/** Steps after which a draft is no longer one that was given back. */
const MOVES = ['status', 'return', 'publish'];

/** Why the draft of an entry was given back; nothing when it was not, or has gone on since. */
export async function returnedPanel(
  address: string,
  entry: OpenEntry,
): Promise<HTMLElement | undefined> {
  const query = new URLSearchParams({ ...entry });
  const { history } = await ask<{ history: readonly Step[] }>(`${address}?${query}`);
  const last = history.findLast(({ event }) => MOVES.includes(event));
  if (last?.event !== 'return') return undefined;
  return dom(
    'section',
    { class: 'room-section' },
    dom('h2', {}, `${last.by.name} đã trả lại bài này`),
    dom('p', {}, last.comment || 'Lý do ghi ở phần ghi chú của bài.'),
  );
}
