/** `npm run close -- <yyyy-mm>`: keeps the numbers of a month that has ended. */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type CloseRefusal, closeMonth } from '../src/core/closing/close.ts';
import { countQuotas } from '../src/core/quota/result.ts';
import { loadWard } from '../src/reader/ward.ts';
import { writeYaml } from '../src/reader/writer.ts';
import { issuesText } from '../src/render/issues.ts';
import { PROJECT_ROOT, readSettings } from '../src/settings.ts';
import { readArguments, refuse } from './arguments.ts';

const USAGE =
  'Cách dùng: npm run close -- <năm-tháng> [--content THƯ_MỤC], ví dụ npm run close -- 2026-03';
const REFUSALS: Record<CloseRefusal, string> = {
  'not-a-month': 'không phải là một tháng.',
  'not-ended': 'chưa kết thúc nên chưa khóa sổ được.',
  'closed-already': 'đã khóa sổ. Số liệu đã khóa không ghi lại; thay đổi về sau hiện là sai khác.',
  'nothing-to-close': 'không có chỉ tiêu nào kết thúc trong tháng.',
};

const { values, positionals } = readArguments({ content: { type: 'string' } }, USAGE);
const [month, ...others] = positionals;
if (!month || others.length > 0) refuse(USAGE);
const settings = readSettings(
  values.content ? { ...process.env, CONTENT_DIR: values.content } : process.env,
);
const { store, issues } = await loadWard(settings.contentDir, settings);
if (!store) refuse(issuesText(issues));
const outcome = closeMonth(countQuotas(store, settings.asOf), store.closings, month);
if ('refusal' in outcome) refuse(`Tháng ${month} ${REFUSALS[outcome.refusal]}`);

const file = path.join(settings.contentDir, 'closings', `${month}.yaml`);
await mkdir(path.dirname(file), { recursive: true });
// Written beside and moved, so that a closing is never half there.
await writeFile(`${file}.next`, writeYaml(outcome.closing), { flag: 'wx' });
await rename(`${file}.next`, file);
process.stdout.write(
  `Đã khóa sổ tháng ${month}: ${outcome.closing.tallies.length} số liệu, ghi vào ${path.relative(PROJECT_ROOT, file)}.\n`,
);
