/** `npm run -s check`: prints every issue of the content; exit 2 when one of them is an error. */
import { hasErrors } from '../src/core/issue/issue.ts';
import { loadKnownWard } from '../src/reader/ward.ts';
import { issuesText } from '../src/render/issues.ts';
import { readArguments, refuse, settingsWith } from './arguments.ts';

const USAGE = 'Cách dùng: npm run -s check -- [--content THƯ_MỤC] [--format text|json]';
const { values } = readArguments(
  { content: { type: 'string' }, format: { type: 'string', default: 'text' } },
  USAGE,
);
if (values.format !== 'text' && values.format !== 'json') {
  refuse(`--format ${values.format}: chọn text hoặc json.\n${USAGE}`);
}
const settings = settingsWith({ CONTENT_DIR: values.content });
const { issues } = await loadKnownWard(settings.contentDir, settings);
process.stdout.write(
  values.format === 'json' ? `${JSON.stringify(issues, null, 2)}\n` : `${issuesText(issues)}\n`,
);
process.exitCode = hasErrors(issues) ? 2 : 0;
