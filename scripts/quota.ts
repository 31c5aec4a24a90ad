/** `npm run -s quota`: counts the quotas without building the site. */
import { isDay } from '../src/core/calendar/day.ts';
import { parsePeriod } from '../src/core/calendar/period.ts';
import { countQuotas, failures, resultOfMonth } from '../src/core/quota/result.ts';
import { loadKnownWard } from '../src/reader/ward.ts';
import { issuesText } from '../src/render/issues.ts';
import { quotaCsv, quotaTable } from '../src/render/quota-table.ts';
import { readArguments, refuse, settingsWith } from './arguments.ts';

const USAGE =
  'Cách dùng: npm run -s quota -- [--content THƯ_MỤC] [--as-of NGÀY] [--month THÁNG] [--format table|json|csv] [--strict]';
const { values } = readArguments(
  {
    content: { type: 'string' },
    'as-of': { type: 'string' },
    month: { type: 'string' },
    format: { type: 'string', default: 'table' },
    strict: { type: 'boolean', default: false },
  },
  USAGE,
);
const asOf = values['as-of'];
if (asOf !== undefined && !isDay(asOf)) refuse(`--as-of ${asOf}: cần một ngày, ví dụ 2026-05-31.`);
const { month } = values;
if (month !== undefined && parsePeriod(month)?.kind !== 'month') {
  refuse(`--month ${month}: cần một tháng, ví dụ 2026-05.`);
}
const FORMATS = {
  table: (found: ReturnType<typeof countQuotas>) => `${quotaTable(found)}\n`,
  json: (found: ReturnType<typeof countQuotas>) => `${JSON.stringify(found, null, 2)}\n`,
  csv: quotaCsv,
};
const format = Object.entries(FORMATS).find(([name]) => name === values.format)?.[1];
if (!format) refuse(`--format ${values.format}: chọn table, json hoặc csv.\n${USAGE}`);

const settings = settingsWith({ CONTENT_DIR: values.content, AS_OF: asOf });
const { store, issues } = await loadKnownWard(settings.contentDir, settings);
if (!store) refuse(issuesText(issues));
const result = countQuotas(store, settings.asOf);
process.stdout.write(format(month ? resultOfMonth(result, month) : result));
if (values.strict && failures(result).length > 0) process.exitCode = 1;
