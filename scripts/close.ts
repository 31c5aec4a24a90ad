/** `npm run close -- <yyyy-mm>`: keeps the numbers of a month that has ended. */
import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { addDays } from '../src/core/calendar/day.ts';
import { parsePeriod } from '../src/core/calendar/period.ts';
import { monthName, shortDate } from '../src/core/calendar/wording.ts';
import { type CloseRefusal, closeMonth } from '../src/core/closing/close.ts';
import { countQuotas } from '../src/core/quota/result.ts';
import { keysOf, STATUSES } from '../src/core/schema/vocabulary.ts';
import type { Store } from '../src/core/store/store.ts';
import { loadWard } from '../src/reader/ward.ts';
import { writeYaml } from '../src/reader/writer.ts';
import { issuesText } from '../src/render/issues.ts';
import { PROJECT_ROOT } from '../src/settings.ts';
import { readArguments, refuse, settingsWith } from './arguments.ts';

const USAGE =
  'Cách dùng: npm run close -- <năm-tháng> [--by "CHỨC DANH"] [--content THƯ_MỤC], ví dụ npm run close -- 2026-03 --by "Trưởng phòng Văn hóa - Xã hội"';
/** As long as a role may be in the file. */
const LONGEST_ROLE = 120;

/** Why a month cannot be closed, and what to do instead. */
const REFUSALS: Record<CloseRefusal, (month: string, store: Store, asOf: string) => string> = {
  'not-a-month': (month) => `«${month}» không phải là một tháng. ${USAGE}`,
  'not-ended': (month, _, asOf) =>
    `Chưa khóa sổ được ${monthName(month)}: hôm nay là ${shortDate(asOf)}, tháng ấy chưa kết thúc. Khóa sổ được từ ngày ${shortDate(addDays(parsePeriod(month)?.to ?? asOf, 1))}.`,
  'closed-already': (month, { closings }) => {
    const kept = closings.find((closing) => closing.month === month);
    const when = kept ? ` ngày ${shortDate(kept.closedOn)}${kept.by ? `, ${kept.by}` : ''}` : '';
    return `${capital(monthName(month))} đã khóa sổ${when}. Số đã khóa không ghi lại; thay đổi về sau hiện là sai khác trên trang kiểm tra.`;
  },
  'nothing-to-close': (month) =>
    `Không có chỉ tiêu nào kết thúc trong ${monthName(month)} nên không có gì để khóa sổ.`,
};

const { values, positionals } = readArguments(
  { content: { type: 'string' }, by: { type: 'string' } },
  USAGE,
  1,
);
const [month, ...others] = positionals;
if (!month || others.length > 0) refuse(USAGE);
const by = values.by?.trim();
if (by !== undefined && (by === '' || by.length > LONGEST_ROLE || by.includes('\n'))) {
  refuse(`--by: ghi một chức danh, nhiều nhất ${LONGEST_ROLE} ký tự, không ghi tên người.`);
}
const settings = settingsWith({ CONTENT_DIR: values.content });
const { store, issues } = await loadWard(settings.contentDir, settings);
if (!store) refuse(`${issuesText(issues)}\nChưa khóa sổ: sửa các lỗi trên trước.`);
const outcome = closeMonth(countQuotas(store, settings.asOf), store.closings, month, by);
if ('refusal' in outcome) refuse(REFUSALS[outcome.refusal](month, store, settings.asOf));

const { closing } = outcome;
const file = path.join(settings.contentDir, 'closings', `${month}.yaml`);
// Written beside under a name that no reader takes, then moved: a closing is never half there.
const unfinished = path.join(path.dirname(file), `.${month}.${randomUUID()}`);
await mkdir(path.dirname(file), { recursive: true });
await writeFile(unfinished, writeYaml(closing));
await rename(unfinished, file);
process.stdout.write(
  `Đã khóa sổ ${monthName(month)}${closing.sample ? ' (SỐ LIỆU MẪU)' : ''}: ${closing.tallies.length} số liệu (${statuses()}), ghi vào ${path.relative(PROJECT_ROOT, file)}.\n` +
    'Lưu tệp này vào git cùng nội dung: từ nay các trang và báo cáo giữ số đã khóa, thay đổi về sau hiện là sai khác.\n',
);

/** How many numbers there are of each status, in words. */
function statuses(): string {
  return keysOf(STATUSES)
    .map((status) => ({
      status,
      count: closing.tallies.filter((tally) => tally.status === status).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ status, count }) => `${count} ${STATUSES[status]}`)
    .join(', ');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
