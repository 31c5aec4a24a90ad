/** `npm start`: builds the section, serves it, and builds anew when content or day change. */
import { existsSync, watch } from 'node:fs';
import path from 'node:path';
import { type RoomDoor, sectionServer } from '../server/app.ts';
import { openDoor } from '../server/people/door.ts';
import { childBuilder } from '../server/publish/build-child.ts';
import { LedgerSite } from '../server/publish/ledger-site.ts';
import { addresses } from '../src/core/address.ts';
import { PROJECT_ROOT } from '../src/settings.ts';
import { refuse, settingsWith } from './arguments.ts';
import { watchDay } from './start/day-watch.ts';

/** Editors save several files at once; a pause gathers them into one build. */
const PAUSE_MS = 300;

const settings = settingsWith();
const say = (text: string) => process.stdout.write(`${text}\n`);

const builder = childBuilder(settings);
const site = new LedgerSite({ settings, build: builder.build, say });

say('Đang dựng trang …');
await site.publisher.request();
const door = await openRoom();
const server = sectionServer({ settings, site, ...(door && { door }) });
try {
  await server.listen({ port: settings.port, host: '127.0.0.1' });
} catch (error) {
  if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
  refuse(`Cổng ${settings.port} đang được dùng. Chọn cổng khác, ví dụ PORT=4322 npm start.`);
}
const origin = `http://localhost:${settings.port}${settings.base === '/' ? '' : settings.base}`;
say(`
Chuyên mục:       ${origin}${addresses.home()}
Chỉ tiêu tháng:   ${origin}${addresses.quotas()}
Trang biên tập:   ${origin}${addresses.admin()}
Nội dung:         ${contentPlace()}
Dừng: Ctrl-C`);

/**
 * The editors' room with its people. A ward or a file of accounts that cannot be read closes the
 * room and says why; citizens are served all the same.
 */
async function openRoom(): Promise<RoomDoor | undefined> {
  try {
    const opened = await openDoor({
      settings,
      contentDir: () => site.contentDir,
      published: () => site.published(),
    });
    if (opened.first) say(firstAccessText(opened.first));
    return opened;
  } catch (error) {
    say(`Trang biên tập chưa mở được: ${(error as Error).message}`);
    return undefined;
  }
}

/** Shown once, on the terminal of whoever starts the server for the first time. */
function firstAccessText({ id, password }: { id: string; password: string }): string {
  return `
Lần đầu mở trang biên tập. Đăng nhập bằng:
  Tên đăng nhập:       ${id}
  Mật khẩu dùng một lần: ${password}
Mật khẩu này chỉ hiện một lần; hệ thống yêu cầu đổi khi đăng nhập.`;
}

/** Where the content is kept: in the folder until the editors' room is first used. */
function contentPlace(): string {
  const dir = site.usesLedger ? settings.ledgerDir : settings.contentDir;
  const place = path.relative(PROJECT_ROOT, dir);
  return site.usesLedger
    ? `${place} (sửa ở trang biên tập)`
    : `${place} (sửa tệp là trang tự dựng lại)`;
}

let pause: NodeJS.Timeout | undefined;
const contentChanged = (_: string, file: string | null) => {
  if (site.usesLedger || (file && /(^|[/\\])[.~]/.test(file))) return;
  clearTimeout(pause);
  pause = setTimeout(() => {
    say('\nNội dung vừa thay đổi, đang dựng lại …');
    void site.publisher.request();
  }, PAUSE_MS);
};
// A machine that has only ever had the ledger restored has no such folder.
const watcher = existsSync(settings.contentDir)
  ? watch(settings.contentDir, { recursive: true }, contentChanged)
  : undefined;

const stopDayWatch = watchDay(settings.today, (day) => {
  say(`\nSang ngày ${day}, đang dựng lại …`);
  void site.newDay();
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    stopDayWatch();
    clearTimeout(pause);
    watcher?.close();
    site.close();
    builder.stop();
    void server.close().then(() => {
      say('\nĐã dừng.');
      process.exit(0);
    });
  });
}
