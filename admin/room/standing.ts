import { ask } from '../backend/server.ts';
import { dom } from './dom.ts';
import type { OpenEntry } from './place.ts';

/** One step of an entry's history, as far as it is asked for here. */
interface Step {
  event: string;
  comment: string;
  by: { name: string };
}

/** What the server tells of an entry to a person who opens it. */
interface Standing {
  history: readonly Step[];
  /** Why the person may only read it. */
  refusal?: string;
}

/** Steps after which a draft is no longer one that was given back. */
const MOVES = ['status', 'return', 'publish'];

/**
 * What a person must know before they type: that the entry is not theirs to write, or why its
 * draft was given back; nothing otherwise.
 */
export async function standingPanel(
  address: string,
  entry: OpenEntry,
): Promise<HTMLElement | undefined> {
  const query = new URLSearchParams({ ...entry });
  const { history, refusal } = await ask<Standing>(`${address}?${query}`);
  if (refusal) return section('Bài này chỉ để xem', refusal);
  const last = history.findLast(({ event }) => MOVES.includes(event));
  if (last?.event !== 'return') return undefined;
  const reason = last.comment || 'Lý do ghi ở phần ghi chú của bài.';
  return section(`${last.by.name} đã trả lại bài này`, reason);
}

function section(title: string, text: string): HTMLElement {
  return dom('section', { class: 'room-section' }, dom('h2', {}, title), dom('p', {}, text));
}
