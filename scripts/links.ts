/** `npm run links`: tries every address elsewhere and keeps the result for the audit page. */
import { randomUUID } from 'node:crypto';
import { rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type LinkOutcome, recordCheck } from '../src/core/audit/link-check.ts';
import { outsideLinks } from '../src/core/audit/links.ts';
import { COLLECTIONS } from '../src/core/schema/collections.ts';
import { LINK_FAULTS } from '../src/core/schema/records.ts';
import { loadKnownWard } from '../src/reader/ward.ts';
import { writeYaml } from '../src/reader/writer.ts';
import { issuesText } from '../src/render/issues.ts';
import { PROJECT_ROOT } from '../src/settings.ts';
import { readArguments, refuse, settingsWith } from './arguments.ts';
import { NETWORK, visit } from './links/visit.ts';

const USAGE = 'Cách dùng: npm run links -- [--content THƯ_MỤC]';
/** Hosts tried at a time; one host never gets two requests at once. */
const HOSTS_AT_ONCE = 6;

const { values, positionals } = readArguments({ content: { type: 'string' } }, USAGE);
if (positionals.length > 0) refuse(USAGE);
const settings = settingsWith({ CONTENT_DIR: values.content });
const { store, issues, content } = await loadKnownWard(settings.contentDir, settings);
if (!store) refuse(`${issuesText(issues)}\nChưa kiểm tra liên kết: sửa các lỗi trên trước.`);

const links = outsideLinks(content.entries).map(({ url }) => url);
const hosts = [...Map.groupBy(links, (url) => new URL(url).host).values()];
const outcomes: LinkOutcome[] = [];
await Promise.all(
  Array.from({ length: HOSTS_AT_ONCE }, async () => {
    for (let urls = hosts.shift(); urls; urls = hosts.shift()) {
      for (const url of urls) outcomes.push(await visit(url, NETWORK));
    }
  }),
);
outcomes.sort((a, b) => (a.url < b.url ? -1 : 1));

if (outcomes.length > 0 && outcomes.every(({ fault, status }) => fault && !status)) {
  refuse('Không vào được địa chỉ nào: máy này không ra được Internet. Kết quả cũ được giữ nguyên.');
}
const check = recordCheck(store.linkCheck, outcomes, settings.asOf);
const file = path.join(settings.contentDir, COLLECTIONS.linkCheck.file);
const unfinished = path.join(settings.contentDir, `.link-check.${randomUUID()}`);
await writeFile(unfinished, writeYaml(check));
await rename(unfinished, file);
for (const { url, fault, status, times } of check.failed) {
  const code = status ? ` (${status})` : '';
  process.stdout.write(`${LINK_FAULTS[fault]}${code}, lần ${times}: ${url}\n`);
}
process.stdout.write(
  `Đã thử ${check.checked} địa chỉ, ${check.failed.length} không mở được; ghi vào ${path.relative(PROJECT_ROOT, file)}.\n`,
);
