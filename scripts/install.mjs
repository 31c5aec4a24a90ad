// Runs before `npm start` and `npm test`, on whatever Node the machine has: plain JavaScript,
// no dependency. Installs what package-lock.json names, and only when it has changed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const stamp = join('node_modules', '.installed');
const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
const installed = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';

if (installed !== wanted) {
  process.stderr.write(
    'Đang cài đặt các gói cần dùng (chỉ lần đầu hoặc khi có bản mới, vài phút) …\n',
  );
  const started = performance.now();
  // npm puts its own path into the environment of scripts; a shell finds npm.cmd on Windows.
  const npm = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const run = npm
    ? spawnSync(process.execPath, [npm, ...args], { stdio: ['ignore', 2, 2] })
    : spawnSync('npm', args, { stdio: ['ignore', 2, 2], shell: true });
  if (run.status !== 0) {
    process.stderr.write('Không cài được các gói. Kiểm tra kết nối mạng rồi chạy lại.\n');
    process.exit(run.status ?? 1);
  }
  writeFileSync(stamp, wanted);
  const seconds = Math.round((performance.now() - started) / 1000);
  process.stderr.write(`Đã cài xong trong ${seconds} giây.\n`);
}
