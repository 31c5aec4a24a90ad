import { addDays, type Day } from '../calendar/day.ts';
import { parsePeriod } from '../calendar/period.ts';
import { monthName, shortDate } from '../calendar/wording.ts';
import type { CloseRefusal } from '../closing/close.ts';
import type { Closing } from '../schema/records.ts';
import { keysOf, STATUSES } from '../schema/vocabulary.ts';

/** As long as the role of whoever closes a month may be. */
export const LONGEST_ROLE = 120;

/** What is known where somebody asked to close a month. */
interface Asked {
  month: string;
  closings: readonly Closing[];
  asOf: Day;
}

/** Why a month cannot be closed, and what to do instead. */
const REFUSALS: Record<CloseRefusal, (asked: Asked) => string> = {
  'not-a-month': ({ month }) =>
    `«${month}» không phải là một tháng. Ghi năm và tháng, ví dụ 2026-03.`,
  'not-ended': ({ month, asOf }) =>
    `Chưa khóa sổ được ${monthName(month)}: hôm nay là ${shortDate(asOf)}, tháng ấy chưa kết thúc. Khóa sổ được từ ngày ${shortDate(addDays(parsePeriod(month)?.to ?? asOf, 1))}.`,
  'closed-already': ({ month, closings }) => {
    const kept = closings.find((closing) => closing.month === month);
    const when = kept ? ` ngày ${shortDate(kept.closedOn)}${kept.by ? `, ${kept.by}` : ''}` : '';
    return `${capital(monthName(month))} đã khóa sổ${when}. Số đã khóa không ghi lại; thay đổi về sau hiện là sai khác trên trang kiểm tra.`;
  },
  'nothing-to-close': ({ month }) =>
    `Không có chỉ tiêu nào kết thúc trong ${monthName(month)} nên không có gì để khóa sổ.`,
};

/** Why a month cannot be closed, in words. */
export function closeRefusalText(refusal: CloseRefusal, asked: Asked): string {
  return REFUSALS[refusal](asked);
}

/** What a closed month keeps: `tháng 3 năm 2026: 7 số liệu (5 đạt, 2 thiếu)`. */
export function closingText({ month, sample, tallies }: Closing): string {
  const counts = keysOf(STATUSES)
    .map((status) => ({
      word: STATUSES[status],
      count: tallies.filter((tally) => tally.status === status).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ word, count }) => `${count} ${word}`);
  return `${monthName(month)}${sample ? ' (SỐ LIỆU MẪU)' : ''}: ${tallies.length} số liệu (${counts.join(', ')})`;
}

/** Whether a text can stand in the file as the role of whoever closes the month. */
export function isRole(text: string): boolean {
  return text !== '' && text.length <= LONGEST_ROLE && !text.includes('\n');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
