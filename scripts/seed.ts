/** `npm run seed -- <ward>`: makes one of the seeds the live content. */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { loadWard } from '../src/reader/ward.ts';
import { issuesText } from '../src/render/issues.ts';
import { PROJECT_ROOT } from '../src/settings.ts';
import { readArguments, refuse, settingsWith } from './arguments.ts';
import { dealSamples } from './seed/deal.ts';
import { readSampleRecords, readSamples } from './seed/sample.ts';
import { ownWork, replaceTarget } from './seed/target.ts';

const SEEDS = path.join(PROJECT_ROOT, 'seeds');
const SAMPLES = 'samples';
const SAMPLES_DIR = path.join(SEEDS, SAMPLES);
const USAGE = `Cách dùng: npm run seed -- <phường> [--to THƯ_MỤC] [--samples|--empty]
  --samples  thêm nội dung mẫu, chia cho các đơn vị và các tháng
  --empty    chỉ có đơn vị, kế hoạch và trang cố định, chưa có tin bài nào
  Các phường, xã có sẵn: ${(await readdir(SEEDS)).filter((name) => name !== SAMPLES).join(', ')}`;

const { values, positionals } = readArguments(
  {
    to: { type: 'string' },
    samples: { type: 'boolean', default: false },
    empty: { type: 'boolean', default: false },
  },
  USAGE,
  1,
);
const [ward, ...others] = positionals;
if (!ward || others.length > 0 || ward === SAMPLES || !existsSync(path.join(SEEDS, ward))) {
  refuse(
    `${ward ? `Không có phường, xã «${positionals.join(' ')}».` : 'Chưa chọn phường, xã.'}\n${USAGE}`,
  );
}
if (values.samples && values.empty) refuse(`Chỉ chọn một trong hai: --samples, --empty.\n${USAGE}`);

const seed = path.join(SEEDS, ward);
const target = values.to ? path.resolve(values.to) : settingsWith().contentDir;
const work = await ownWork(target, SEEDS);
if (work.length > 0) {
  refuse(
    `Không ghi đè: ${target} có ${work.length} tệp không phải nội dung mẫu:\n  ${work.slice(0, 20).join('\n  ')}\n` +
      'Chuyển thư mục này đi nơi khác trước, hoặc chọn nơi khác với --to.',
  );
}
const { store, issues } = await loadWard(seed, { production: false });
if (!store) refuse(issuesText(issues));
const dealt = values.samples
  ? dealSamples(store, await readSamples(SAMPLES_DIR), await readSampleRecords(SAMPLES_DIR))
  : [];
const isArticle = (file: string) => file.startsWith('articles/');
await replaceTarget(target, seed, (file) => !(values.empty && isArticle(file)), dealt);
process.stdout.write(
  `Đã tạo nội dung ${store.ward.name} trong ${path.relative(PROJECT_ROOT, target) || target}` +
    `${dealt.length > 0 ? `, có ${dealt.length} nội dung mẫu` : ''}.\n`,
);
