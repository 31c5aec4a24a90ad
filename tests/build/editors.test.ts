import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { articleText, gitIn } from '../support/ledger.ts';
import { cms } from '../support/room.ts';

// Each test waits for whole builds, and other builds of the machine go first.
vi.setConfig({ testTimeout: 240_000 });

const folder = mkdtempSync(path.join(tmpdir(), 'cchc-editors-'));
const repository = path.join(folder, 'ledger', 'content.git');
const OLD = 'articles/2026/03/ke-hoach-tuyen-truyen-cchc-2026.md';
let origin = '';
let child: ChildProcess;

/** A room that really builds, in a process group of its own. */
async function start(): Promise<void> {
  child = spawn(process.execPath, ['tests/support/room-process.ts', folder, '--build'], {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  origin = await new Promise((resolve) => {
    child.stdout?.on('data', (text) => {
      const address = /^http:\S+$/m.exec(String(text));
      if (address) resolve(address[0]);
    });
  });
}

async function kill(): Promise<void> {
  const ended = new Promise((resolve) => child.once('close', resolve));
  if (child.pid) process.kill(-child.pid, 'SIGKILL');
  await ended;
}

beforeAll(start);
afterAll(async () => {
  await kill();
  rmSync(folder, { recursive: true, force: true });
});

/** Publishes an article as its writer and a publisher do; returns the published commit. */
async function publish(slug: string, title: string): Promise<string> {
  const name = { collection: 'articles', slug };
  const raw = articleText({ title, date: '2026-06-10', body: `Về ${title}.` });
  await cms(origin, 'hoa', 'persistEntry', {
    dataFiles: [{ path: `articles/${slug}.md`, slug, raw, base: '' }],
    assets: [],
  });
  const to = (who: string, newStatus: string) =>
    cms(origin, who, 'updateUnpublishedEntryStatus', { ...name, newStatus });
  await to('hoa', 'pending_review');
  await to('lan', 'pending_publish');
  return (await cms(origin, 'lan', 'publishUnpublishedEntry', name)).body.commit;
}

/** How a publication ended. */
async function settled(
  commit: string,
): Promise<{ state: string; message: string; address?: string }> {
  const query = new URLSearchParams({ as: 'lan', commit });
  for (;;) {
    const answer = await (await fetch(`${origin}/admin/api/publish-status?${query}`)).json();
    if (answer.state === 'live' || answer.state === 'failed') return answer;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

const page = async (address: string) => {
  const answer = await fetch(new URL(address, origin));
  return { status: answer.status, text: await answer.text() };
};

test('what is published becomes the citizens’ page, and the audit knows its past', async () => {
  const commit = await publish('2026/06/bai-dau', 'Bài đầu tiên của phòng biên tập');
  const { state, address } = await settled(commit);
  expect(state).toBe('live');
  expect((await page(address ?? '')).text).toContain('Bài đầu tiên của phòng biên tập');
  const audit = (await page('/cchc/can-bo/kiem-tra/')).text;
  expect(audit).toContain(commit.slice(0, 7));
});

test('a broken entry from outside fails the build by name; the old site stays; a fix mends it', async () => {
  const clone = path.join(folder, 'clone');
  gitIn(folder, 'clone', '--quiet', repository, clone);
  const good = readFileSync(path.join(clone, OLD), 'utf8');
  const push = (text: string) => {
    writeFileSync(path.join(clone, OLD), text);
    gitIn(clone, '-c', 'user.name=KT', '-c', 'user.email=kt@x', 'commit', '-qam', 'Từ ngoài');
    gitIn(clone, 'push', '--quiet', 'origin', 'main');
    return gitIn(clone, 'rev-parse', 'HEAD');
  };
  const failed = await settled(push(good.replace(/^date: .*$/m, 'date: 2026-02-30')));
  expect(failed.state).toBe('failed');
  expect(failed.message).toContain(`«${OLD}»`);
  expect(failed.message).toContain('2026-02-30');
  expect((await page('/cchc/tin-bai/')).text).toContain('Bài đầu tiên của phòng biên tập');
  expect((await settled(push(good))).state).toBe('live');
});

test('kill -9 in the middle of a build leaves the old site whole, and the next start finishes', async () => {
  const commit = await publish('2026/06/bai-sau', 'Bài đăng lúc máy chủ bị tắt');
  const next = path.join(folder, 'dist.next');
  await expect.poll(() => existsSync(next), { timeout: 200_000, interval: 20 }).toBe(true);
  await kill();
  await start();
  const home = await page('/cchc/');
  expect(home.status).toBe(200);
  expect(home.text).toContain('Bài đầu tiên của phòng biên tập');
  expect((await settled(commit)).state).toBe('live');
  expect((await page('/cchc/tin-bai/')).text).toContain('Bài đăng lúc máy chủ bị tắt');
  expect(gitIn(repository, 'fsck', '--strict', '--no-dangling')).toBe('');
});
