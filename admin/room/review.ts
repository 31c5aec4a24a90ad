import { ask } from '../backend/server.ts';
import type { RoomAddresses } from '../start/cms-settings.ts';
import { askForText, type Question } from './dialog.ts';
import { button } from './dom.ts';
import { openEntry } from './place.ts';

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

/** What the person may do beside writing, as the server says. */
export interface Rights {
  people: boolean;
  audit: boolean;
  publish: boolean;
}

/** Buttons that Decap does not have: return with a comment, withdraw with a reason. */
export function reviewButtons(
  addresses: RoomAddresses,
  rights: Rights,
  say: (text: string) => void,
): HTMLElement[] {
  const act = async (address: string, question: Question, name: 'comment' | 'reason') => {
    const entry = openEntry(window.location.hash);
    if (!entry) return say('Mở bài cần xử lý trước.');
    const text = await askForText(question);
    if (text === undefined) return;
    try {
      const { message } = await ask<{ message: string }>(address, { ...entry, [name]: text });
      say(message);
    } catch (error) {
      say(String(error));
    }
  };
  const withdraw = button('Gỡ bài …', () => void act(addresses.withdraw, WITHDRAW, 'reason'));
  return [
    button('Trả lại …', () => void act(addresses.sendBack, RETURN, 'comment')),
    ...(rights.publish ? [withdraw] : []),
  ];
}
