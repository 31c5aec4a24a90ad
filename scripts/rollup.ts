/** `npm run rollup`: a province's view over the published numbers of any number of wards. */
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isDay } from '../src/core/calendar/day.ts';
import { rollup } from '../src/core/rollup/rollup.ts';
import type { RollupInput } from '../src/core/rollup/source.ts';
import { rollupView } from '../src/core/rollup/view.ts';
import { ROLLUP_STYLES, rollupHtml } from '../src/render/rollup-html.ts';
import { rollupXlsx } from '../src/render/rollup-xlsx.ts';
import { PROJECT_ROOT } from '../src/settings.ts';
import { readArguments, refuse, settingsWith } from './arguments.ts';

const USAGE =
  'Cách dùng: npm run rollup -- <tệp hoặc địa chỉ chi-tieu.json …> [--out THƯ_MỤC] [--as-of NGÀY]';
/** How long an address may take, in milliseconds. */
const PATIENCE = 20_000;
/** How many addresses are asked at once. */
const AT_ONCE = 8;
/** No ward's numbers are larger, in bytes; what is, is something else. */
const LARGEST = 64 * 1024 * 1024;

const { values, positionals } = readArguments(
  { out: { type: 'string', default: 'var/tong-hop' }, 'as-of': { type: 'string' } },
  USAGE,
  Number.POSITIVE_INFINITY,
);
if (positionals.length === 0) refuse(USAGE);
const chosen = values['as-of'];
if (chosen !== undefined && !isDay(chosen)) {
  refuse(`--as-of ${chosen}: cần một ngày, ví dụ 2026-10-31.`);
}
const { asOf } = settingsWith({ AS_OF: chosen });
const result = rollup(await readAll(positionals), asOf);
for (const { source, reason } of result.rejected) {
  process.stderr.write(`Không dùng ${source}: ${reason}.\n`);
}
if (result.wards.length === 0) refuse('Không có tệp nào dùng được nên không ghi gì.');

const view = rollupView(result);
if (!values.out) refuse('--out: giá trị để trống.');
const out = path.resolve(PROJECT_ROOT, values.out);
await mkdir(out, { recursive: true });
await writeFile(path.join(out, 'tong-hop.json'), `${JSON.stringify(result, null, 2)}\n`);
await writeFile(path.join(out, 'tong-hop.xlsx'), await rollupXlsx(result, view));
await copyFile(
  path.join(PROJECT_ROOT, 'src', 'render', 'rollup.css'),
  path.join(out, ROLLUP_STYLES),
);
await writeFile(path.join(out, 'index.html'), rollupHtml(view));
const marks = result.sample ? 'SỐ LIỆU MẪU. ' : '';
process.stdout.write(
  `${marks}${result.wards.length} phường, xã, ${result.rejected.length} tệp không dùng được. ${view.sentence}\n` +
    `Đã ghi ${path.relative(PROJECT_ROOT, out)}/index.html, tong-hop.xlsx, tong-hop.json.\n`,
);

/** Reads everything, a few at a time, in the order given. */
async function readAll(sources: readonly string[]): Promise<RollupInput[]> {
  const found: RollupInput[] = [];
  for (let at = 0; at < sources.length; at += AT_ONCE) {
    found.push(...(await Promise.all(sources.slice(at, at + AT_ONCE).map(readOne))));
  }
  return found;
}

async function readOne(given: string): Promise<RollupInput> {
  // Names go to a terminal and a page.
  const source = given.replace(/\p{Cc}/gu, '');
  try {
    const text = /^https?:\/\//i.test(given)
      ? await download(given)
      : await readFile(given, 'utf8');
    return { source, text };
  } catch (error) {
    return { source, failure: `không đọc được (${faultOf(error)})` };
  }
}

async function download(address: string): Promise<string> {
  const response = await fetch(address, { signal: AbortSignal.timeout(PATIENCE) });
  if (!response.ok) throw new Error(`máy chủ trả lời ${response.status}`);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > LARGEST) throw new Error('tệp quá lớn');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `quá ${PATIENCE / 1000} giây`;
  const code =
    (error as NodeJS.ErrnoException).code ?? (error.cause as NodeJS.ErrnoException)?.code;
  const known: Record<string, string> = {
    ENOENT: 'không có tệp này',
    EISDIR: 'đây là thư mục',
    ENOTFOUND: 'không tìm thấy máy chủ',
    ECONNREFUSED: 'máy chủ không trả lời',
  };
  return (code && known[code]) ?? error.message;
}
