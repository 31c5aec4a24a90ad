import { ask } from '../backend/server.ts';
import { askWith } from './dialog.ts';
import { dom } from './dom.ts';

/** A month that can be closed, with what would be kept, as the server words it. */
interface Closable {
  month: string;
  text: string;
}

/** What somebody asks to close. */
interface Chosen {
  month: string;
  by?: string;
}

/** What closing a month leads to: a sentence to show, and a publication to follow. */
export interface Closed {
  message: string;
  commit: string;
}

/**
 * Asks which month to close and closes it. Resolves to `undefined` when the person thinks
 * better of it; throws a `Refusal` when no month waits or the server refuses.
 */
export async function closeMonth(address: string): Promise<Closed | 'none' | undefined> {
  const { months } = await ask<{ months: readonly Closable[] }>(address);
  if (months.length === 0) return 'none';
  const chosen = await askForMonth(months);
  return chosen && ask<Closed>(address, chosen);
}

function askForMonth(months: readonly Closable[]): Promise<Chosen | undefined> {
  const month = dom(
    'select',
    { id: 'room-month' },
    ...months.map((one) => dom('option', { value: one.month }, one.text)),
  );
  const by = dom('input', {
    id: 'room-role',
    maxlength: '120',
    autocomplete: 'organization-title',
  });
  return askWith<Chosen>({
    title: 'Khóa sổ tháng',
    confirm: 'Khóa sổ',
    fields: [
      dom(
        'p',
        {},
        'Số đã khóa không ghi lại được. Thay đổi về sau hiện là sai khác trên trang kiểm tra.',
      ),
      dom('label', { for: month.id }, 'Tháng'),
      month,
      dom('label', { for: by.id }, 'Chức danh ghi trong sổ, không ghi tên người (không bắt buộc)'),
      by,
    ],
    answer: () => ({ month: month.value, ...(by.value.trim() && { by: by.value.trim() }) }),
  });
}
