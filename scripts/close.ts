/** `npm run close -- <yyyy-mm>`: keeps the numbers of a month that has ended. */
import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { closeMonth } from '../src/core/closing/close.ts';
import { countQuotas } from '../src/core/quota/result.ts';
import {
  closeRefusalText,
  closingText,
  isRole,
  LONGEST_ROLE,
} from '../src/core/view/closing-wording.ts';
import { loadKnownWard } from '../src/reader/ward.ts';
import { writeYaml } from '../src/reader/writer.ts';
import { issuesText } from '../src/render/issues.ts';
import { PROJECT_ROOT } from '../src/settings.ts';
import { readArguments, refuse, settingsWith } from './arguments.ts';

const USAGE =
  'Cách dùng: npm run close -- <năm-tháng> [--by "CHỨC DANH"] [--content THƯ_MỤC], ví dụ npm run close -- 2026-03 --by "Trưởng phòng Văn hóa - Xã hội"';
const { values, positionals } = readArguments(
  { content: { type: 'string' }, by: { type: 'string' } },
  USAGE,
  1,
);
const [month, ...others] = positionals;
if (!month || others.length > 0) refuse(USAGE);
const by = values.by?.trim();
if (by !== undefined && !isRole(by)) {
  refuse(`--by: ghi một chức danh, nhiều nhất ${LONGEST_ROLE} ký tự, không ghi tên người.`);
}
const settings = settingsWith({ CONTENT_DIR: values.content });
const { store, issues } = await loadKnownWard(settings.contentDir, settings);
if (!store) refuse(`${issuesText(issues)}\nChưa khóa sổ: sửa các lỗi trên trước.`);
const outcome = closeMonth(countQuotas(store, settings.asOf), store.closings, month, by);
if ('refusal' in outcome) {
  const { asOf } = settings;
  refuse(closeRefusalText(outcome.refusal, { month, closings: store.closings, asOf }));
}

const { closing } = outcome;
const file = path.join(settings.contentDir, 'closings', `${month}.yaml`);
// Written beside under a name that no reader takes, then moved: a closing is never half there.
const unfinished = path.join(path.dirname(file), `.${month}.${randomUUID()}`);
await mkdir(path.dirname(file), { recursive: true });
await writeFile(unfinished, writeYaml(closing));
await rename(unfinished, file);
process.stdout.write(
  `Đã khóa sổ ${closingText(closing)}, ghi vào ${path.relative(PROJECT_ROOT, file)}.\n` +
    'Lưu tệp này vào git cùng nội dung: từ nay các trang và báo cáo giữ số đã khóa, thay đổi về sau hiện là sai khác.\n',
);
