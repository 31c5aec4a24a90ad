import { COLLECTIONS } from '../../src/core/schema/collections.ts';
import { shapeOf } from '../../src/core/schema/walk.ts';
import { ask } from '../backend/server.ts';
import { isEdited } from '../forms/collections.ts';
import type { RoomAddresses } from '../start/cms-settings.ts';
import { askForText, type Question } from './dialog.ts';
import { button } from './dom.ts';
import { stateOf } from './open-form.ts';
import { type OpenEntry, openEntry } from './place.ts';

const RETURN: Question = {
  title: 'Trả lại bài',
  label: 'Ý kiến cho người viết: cần sửa điều gì',
  confirm: 'Trả lại',
};
const WITHDRAW: Question = {
  title: 'Gỡ bài đã đăng',
  label: 'Lý do gỡ; người đọc sẽ thấy lý do này trên trang',
  confirm: 'Gỡ bài',
};

/** What the person may do with the entries of one kind, as the server says. */
export interface ContentRights {
  /** Writing drafts, for the own department at least. */
  write: boolean;
  /** Passing drafts on and giving them back. */
  review: boolean;
  /** Publishing, and deleting drafts. */
  publish: boolean;
}

/** What the person may do, as the server says. */
export interface Rights {
  people: boolean;
  audit: boolean;
  /** Giving a draft back. */
  review: boolean;
  publish: boolean;
  /** Closing a month. */
  close: boolean;
  /** For each kind of content, by its name. */
  content: Readonly<Record<string, ContentRights>>;
}

/** What came of a review. */
export interface ReviewEvents {
  say: (text: string) => void;
  /** Something was published: the commit, to be followed. */
  done: (answer: { message: string; commit?: string }) => void;
}

/**
 * Buttons that Decap does not have: return with a comment, withdraw with a reason. What is left of
 * them follows the entry: a draft is given back, what is published is withdrawn.
 */
export function reviewButtons(
  addresses: RoomAddresses,
  rights: Rights,
  { say, done }: ReviewEvents,
): (entry: OpenEntry) => HTMLElement[] {
  const act = async (
    address: string,
    question: Question,
    name: 'comment' | 'reason',
    leave: (entry: OpenEntry) => void,
  ) => {
    const entry = openEntry(window.location.hash);
    if (!entry) return say('Mở bài cần xử lý trước.');
    const text = await askForText(question);
    if (text === undefined) return;
    try {
      done(await ask<{ message: string; commit?: string }>(address, { ...entry, [name]: text }));
      leave(entry);
    } catch (error) {
      say(String(error));
    }
  };
  const sendBack = button(
    'Trả lại …',
    () => void act(addresses.sendBack, RETURN, 'comment', again),
  );
  const withdraw = button(
    'Gỡ bài …',
    () => void act(addresses.withdraw, WITHDRAW, 'reason', toList),
  );
  return (entry) => {
    const { review, publish } = rights.content[entry.collection] ?? rights;
    const { drafted, published } = stateOf(entry);
    const offersWithdrawal = publish && published && isWithdrawable(entry.collection);
    return [...(review && drafted ? [sendBack] : []), ...(offersWithdrawal ? [withdraw] : [])];
  };
}

/** Whether what is published of a kind can be withdrawn; the rest is corrected, or has an end. */
function isWithdrawable(collection: string): boolean {
  return isEdited(collection) && 'withdrawn' in shapeOf(COLLECTIONS[collection].schema);
}

/** Decap keeps the status it read: the form is opened anew, with the one it has now. */
function again(): void {
  window.location.reload();
}

/** The form holds the text from before; the list leads to the one that stands now. */
function toList({ collection }: OpenEntry): void {
  window.location.hash = `#/collections/${collection}`;
}
