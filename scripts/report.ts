/** `npm run report -- --from D --to D`: a report on any days, as a Word or an Excel file. */
import { rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { countQuotas } from '../src/core/quota/result.ts';
import { reportOf } from '../src/core/report/report.ts';
import { periodBetween } from '../src/core/report/span.ts';
import { reportDocument } from '../src/core/view/report.ts';
import { reportFileName } from '../src/core/view/report-form.ts';
import { loadKnownWard } from '../src/reader/ward.ts';
import { reportDocx } from '../src/render/docx/report.ts';
import { fullAddressOn } from '../src/render/full-address.ts';
import { issuesText } from '../src/render/issues.ts';
import { reportXlsx } from '../src/render/xlsx/report.ts';
import { readSettings } from '../src/settings.ts';
import { readArguments, refuse } from './arguments.ts';

const USAGE =
  'Cách dùng: npm run report -- --from NGÀY --to NGÀY [--format docx|xlsx] [--content THƯ_MỤC] [--out TỆP], ví dụ npm run report -- --from 2026-07-01 --to 2026-09-30';
const FORMATS = { docx: reportDocx, xlsx: reportXlsx };

const { values, positionals } = readArguments(
  {
    from: { type: 'string' },
    to: { type: 'string' },
    format: { type: 'string', default: 'docx' },
    content: { type: 'string' },
    out: { type: 'string' },
  },
  USAGE,
);
const { from, to, format } = values;
if (from === undefined || to === undefined || positionals.length > 0) refuse(USAGE);
const period = periodBetween(from, to);
if (!period) refuse(`--from ${from} --to ${to}: cần hai ngày có thật, ngày đầu trước ngày cuối.`);
const make = Object.entries(FORMATS).find(([name]) => name === format)?.[1];
if (!make) refuse(`--format ${format}: chọn docx hoặc xlsx.\n${USAGE}`);

const settings = readSettings({
  ...process.env,
  ...(values.content ? { CONTENT_DIR: values.content } : {}),
});
const { asOf, siteUrl, base } = settings;
if (from > asOf) refuse(`--from ${from}: kỳ báo cáo chưa bắt đầu (hôm nay là ${asOf}).`);
const { store, issues } = await loadKnownWard(settings.contentDir, settings);
if (!store) refuse(issuesText(issues));
const report = reportOf(store, countQuotas(store, asOf), period);
const bytes = await make(reportDocument(report), {
  asOf,
  author: store.ward.authority,
  fullAddress: fullAddressOn(siteUrl, base),
});
const name = reportFileName({ ward: store.ward, period, asOf, sample: report.sample });
const file = path.resolve(values.out ?? `${name}.${format}`);
// Written beside and moved, so that a report is never half there.
await writeFile(`${file}.next`, bytes);
await rename(`${file}.next`, file);
process.stdout.write(`Đã lập báo cáo ${report.span.name}: ${path.relative('.', file) || file}\n`);
