/** `npm start`: builds the section, serves it, and builds anew when content or day change. */
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import path from 'node:path';
import { siteServer } from '../server/site.ts';
import { addresses } from '../src/core/address.ts';
import { PROJECT_ROOT, today } from '../src/settings.ts';
import { refuse, settingsWith } from './arguments.ts';
import { watchDay } from './start/day-watch.ts';

/** Editors save several files at once; a pause gathers them into one build. */
const PAUSE_MS = 300;

const settings = settingsWith();
const say = (text: string) => process.stdout.write(`${text}\n`);

let building: Promise<void> | undefined;
let again = false;

/** Runs one build at a time; a request during a build makes one more after it. */
function rebuild(): Promise<void> {
  if (building) {
    again = true;
    return building;
  }
  building = runBuild().then(() => {
    building = undefined;
    if (!again) return undefined;
    again = false;
    return rebuild();
  });
  return building;
}

/** A build is a process of its own, so that its memory is given back. */
function runBuild(): Promise<void> {
  const script = path.join(PROJECT_ROOT, 'scripts', 'build.ts');
  const child = spawn(process.execPath, [script], { stdio: 'inherit', cwd: PROJECT_ROOT });
  children.add(child);
  return new Promise((resolve) => {
    child.once('exit', () => {
      children.delete(child);
      resolve();
    });
  });
}

const children = new Set<ReturnType<typeof spawn>>();

say('Đang dựng trang …');
await rebuild();
const server = siteServer(settings);
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
Nội dung:         ${path.relative(PROJECT_ROOT, settings.contentDir)} (sửa tệp là trang tự dựng lại)
Dừng: Ctrl-C`);

let pause: NodeJS.Timeout | undefined;
const watcher = watch(settings.contentDir, { recursive: true }, (_, file) => {
  if (file && /(^|[/\\])[.~]/.test(file)) return;
  clearTimeout(pause);
  pause = setTimeout(() => {
    say('\nNội dung vừa thay đổi, đang dựng lại …');
    void rebuild();
  }, PAUSE_MS);
});

const stopDayWatch = watchDay(today, (day) => {
  say(`\nSang ngày ${day}, đang dựng lại …`);
  void rebuild();
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    stopDayWatch();
    clearTimeout(pause);
    watcher.close();
    for (const child of children) child.kill();
    void server.close().then(() => {
      say('\nĐã dừng.');
      process.exit(0);
    });
  });
}
