import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const folder = mkdtempSync(path.join(tmpdir(), 'cchc-start-'));
const content = path.join(folder, 'content');
const article = path.join(content, 'articles', '2026', '03', 'ke-hoach-tuyen-truyen-cchc-2026.md');
let port = 0;
let child: ChildProcess;
let output = '';

beforeAll(async () => {
  cpSync('seeds/thuong-phuc', content, { recursive: true });
  port = await freePort();
  child = spawn(process.execPath, [path.resolve('scripts/start.ts')], {
    env: {
      ...process.env,
      CONTENT_DIR: content,
      OUT_DIR: path.join(folder, 'dist'),
      PORT: String(port),
      AS_OF: '2026-06-30',
      XDG_STATE_HOME: path.join(folder, 'state'),
    },
  });
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (output += text));
  await until(() => output.includes('Dừng: Ctrl-C'));
});
afterAll(() => {
  child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

test('names the addresses of section, quota page and editors, and serves them', async () => {
  const origin = `http://localhost:${port}`;
  for (const address of ['/', '/can-bo/chi-tieu/', '/admin/']) {
    expect(output).toContain(`${origin}${address}\n`);
  }
  const pages = ['/', '/tin-bai/', '/mo-hinh-hay/', '/thu-tuc/', '/ke-hoach/', '/can-bo/chi-tieu/'];
  for (const address of [...pages, '/du-lieu/v1/chi-tieu.json', '/tim-kiem/', '/admin/']) {
    const answer = await fetch(`http://127.0.0.1:${port}${address}`);
    expect([address, answer.status]).toEqual([address, 200]);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  }
  const missing = await fetch(`http://127.0.0.1:${port}/khong-co/`);
  expect(missing.status).toBe(404);
  expect(await missing.text()).toContain('<html lang="vi"');
});

test('builds anew when content changes, and keeps the old site while content is wrong', async () => {
  const before = readFileSync(article, 'utf8');
  writeFileSync(article, before.replace(/^title: .*$/m, 'title: Một tên bài hoàn toàn mới'));
  await until(async () => (await page('/tin-bai/')).includes('Một tên bài hoàn toàn mới'));
  output = '';
  writeFileSync(article, before.replace(/^date: .*$/m, 'date: 2026-02-30'));
  await until(() => output.includes('Chưa xuất bản'));
  expect(output).toContain('[date-invalid]');
  expect(await page('/tin-bai/')).toContain('Một tên bài hoàn toàn mới');
});

test('a port that is taken is named with the way out', async () => {
  const blocker: Server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => blocker.once('listening', resolve));
  const taken = (blocker.address() as { port: number }).port;
  const other = spawn(process.execPath, [path.resolve('scripts/start.ts')], {
    env: {
      ...process.env,
      CONTENT_DIR: content,
      OUT_DIR: path.join(folder, 'two'),
      PORT: String(taken),
    },
  });
  let said = '';
  other.stderr.on('data', (text) => (said += text));
  const code = await new Promise((resolve) => other.once('exit', resolve));
  blocker.close();
  expect(code).toBe(2);
  expect(said).toContain(`Cổng ${taken} đang được dùng`);
});

test('Ctrl-C ends it', async () => {
  child.kill('SIGINT');
  const code = await new Promise((resolve) => child.once('exit', resolve));
  expect(code).toBe(0);
  expect(output).toContain('Đã dừng.');
});

async function page(address: string): Promise<string> {
  return (await fetch(`http://127.0.0.1:${port}${address}`)).text();
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  throw new Error(`Waited in vain. It said:\n${output}`);
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = probe.address() as { port: number };
      probe.close(() => resolve(free));
    });
  });
}
