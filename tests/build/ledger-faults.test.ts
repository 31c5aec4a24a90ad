import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, randomBytes, randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { articleText, gitIn } from '../support/ledger.ts';
import { type Answer, cms } from '../support/room.ts';

const SCRIPT = path.resolve('tests/support/room-process.ts');
const EDITORS = 20;
/** Enough rounds to meet saves, uploads and publications at every stage. */
const ROUNDS = 4;
/** Answers of a round before the server is killed in the middle of the next ones. */
const ANSWERS = 25;

/** How long they then work with nobody killed. */
const MINUTE_MS = 60_000;

/** What the server said "saved" or "published" to. */
interface Acknowledged {
  file: string;
  /** The version the save began from, and the one that was kept. */
  base: string;
  version: string;
  upload?: { path: string; id: string };
}

/** A server in a process group of its own, so that its git commands can be killed with it. */
interface Server {
  origin: string;
  kill: () => Promise<void>;
}

const folder = mkdtempSync(path.join(tmpdir(), 'cchc-faults-'));
const repository = path.join(folder, 'ledger', 'content.git');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function startServer(limits = ''): Promise<Server> {
  const shell = `${limits}exec "${process.execPath}" "${SCRIPT}" "${folder}"`;
  const child: ChildProcess = spawn('sh', ['-c', shell], {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const origin = await new Promise<string>((resolve, reject) => {
    child.stdout?.once('data', (text) => resolve(String(text).trim()));
    child.once('exit', () => reject(new Error('The server ended before it was ready')));
  });
  const kill = async () => {
    if (child.pid) process.kill(-child.pid, 'SIGKILL');
    await ended;
  };
  return { origin, kill };
}

/** A request to a server that may die under it: no answer is no acknowledgement. */
async function ask(
  origin: string,
  who: string,
  action: string,
  params: unknown,
): Promise<Answer | undefined> {
  return cms(origin, who, action, params).catch(() => undefined);
}

describe('twenty editors, and a server that is killed again and again', () => {
  const saves: Acknowledged[] = [];
  const published: Acknowledged[] = [];
  const refusals = new Map<number, number>();
  const versions = new Map<string, string>();
  let unexpected = '';
  let answers = 0;

  /** One editor: the own entry, one shared by all, and now and then a publication. */
  async function edit(server: Server, editor: number, stop: () => boolean): Promise<void> {
    for (let turn = editor; !stop(); turn += 1) {
      const shared = turn % 4 === 2;
      const slug = shared ? '2026/04/bai-chung' : `2026/04/bai-${editor}-${randomInt(3)}`;
      const saved = await saveOnce(server, slug);
      if (saved && !shared && turn % 2 === 1) await publishOnce(server, slug, saved);
    }
  }

  async function saveOnce({ origin }: Server, slug: string): Promise<Acknowledged | undefined> {
    const file = `articles/${slug}.md`;
    const picture = { path: `articles/${slug}/anh.png`, bytes: randomBytes(20_000) };
    const title = `Bài viết thử ${slug.replaceAll('/', ' ')}`;
    const nonce = randomBytes(8).toString('hex');
    const body = `Lần ${nonce}.\n\n![Ảnh](${path.basename(slug)}/anh.png)`;
    const raw = articleText({ title, date: '2026-04-10', body });
    const base = versions.get(file) ?? '';
    const answer = await ask(origin, 'lan', 'persistEntry', {
      dataFiles: [{ path: file, slug, raw, base }],
      assets: [
        { path: picture.path, content: picture.bytes.toString('base64'), encoding: 'base64' },
      ],
    });
    note(answer);
    if (answer?.status === 200) {
      const version = answer.body.version as string;
      const saved = {
        file,
        base,
        version,
        upload: { path: picture.path, id: blobId(picture.bytes) },
      };
      saves.push(saved);
      versions.set(file, version);
      return saved;
    }
    if (answer?.status === 409) versions.set(file, answer.body.conflict.theirs?.version ?? '');
    return undefined;
  }

  async function publishOnce({ origin }: Server, slug: string, saved: Acknowledged): Promise<void> {
    const name = { collection: 'articles', slug };
    const newStatus = 'pending_publish';
    const moved = await ask(origin, 'lan', 'updateUnpublishedEntryStatus', { ...name, newStatus });
    note(moved);
    if (moved?.status !== 200) return;
    const answer = await ask(origin, 'lan', 'publishUnpublishedEntry', name);
    note(answer);
    if (answer?.status === 200) published.push(saved);
  }

  /** Counts an answer; an unanswered request was not acknowledged, and nothing is known of it. */
  function note(answer: Answer | undefined): void {
    if (!answer) return;
    answers += 1;
    if (answer.status === 200) return;
    refusals.set(answer.status, (refusals.get(answer.status) ?? 0) + 1);
    if (![404, 409, 422, 503].includes(answer.status)) unexpected = JSON.stringify(answer);
  }

  /** Twenty editors at once while something goes on; `stop` sends them home. */
  async function together(work: (server: Server, stop: () => void) => Promise<void>) {
    const server = await startServer();
    let over = false;
    const editors = Array.from({ length: EDITORS }, (_, editor) =>
      edit(server, editor, () => over),
    );
    await work(server, () => {
      over = true;
    });
    await Promise.all(editors);
    return server;
  }

  beforeAll(async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const enough = answers + ANSWERS;
      await together(async (server, stop) => {
        while (answers < enough || published.length < round) await pause(20);
        await pause(randomInt(300));
        stop();
        await server.kill();
      });
    }
    const calm = await together(async (_, stop) => {
      await pause(MINUTE_MS);
      stop();
    });
    await calm.kill();
  }, 300_000);

  test('met what it should: saves, publications and refusals', () => {
    expect(unexpected).toBe('');
    expect(saves.length).toBeGreaterThan(EDITORS);
    expect(published.length).toBeGreaterThan(0);
    expect(refusals.get(409)).toBeGreaterThan(0);
  });

  test('every acknowledged save is in the ledger, with its picture', () => {
    const log = gitIn(repository, 'log', '--all', '-m', '--raw', '--no-abbrev', '--format=');
    const kept = new Set(
      log.split('\n').map((line) => {
        const [, , , after, rest = ''] = line.split(' ');
        return `${after} ${rest.split('\t')[1]}`;
      }),
    );
    const refs = saves.flatMap(({ file, version, upload }) => [
      `${version} ${file}`,
      ...(upload ? [`${upload.id} ${upload.path}`] : []),
    ]);
    expect(refs.filter((one) => !kept.has(one))).toEqual([]);
  });

  test('no acknowledged save went over another that its editor had not seen', () => {
    const seen = new Map<string, Acknowledged>();
    for (const save of saves) {
      const key = `${save.file} ${save.base}`;
      // An entry that was published is new to nobody: its drafts begin from versions, too.
      expect([key, seen.get(key)?.version ?? save.version]).toEqual([key, save.version]);
      seen.set(key, save);
    }
  });

  test('every acknowledged publication is in the past of the published branch', () => {
    const log = gitIn(repository, 'log', 'main', '--raw', '--no-abbrev', '--format=');
    for (const { file, version } of published) {
      expect(log).toMatch(new RegExp(`${version} [AM]\t${file}$`, 'm'));
    }
  });

  test('git finds nothing wrong', () => {
    expect(gitIn(repository, 'fsck', '--full', '--strict', '--no-dangling')).toBe('');
  });

  test('and work goes on', async () => {
    const server = await startServer();
    try {
      expect(await saveOnce(server, '2026/04/sau-su-co')).toBeDefined();
    } finally {
      await server.kill();
    }
  });
});

describe('a disk that takes no more', () => {
  const entry = (slug: string, body: string, assets: object[] = []) => ({
    dataFiles: [
      {
        ...{ path: `articles/${slug}.md`, slug, base: '' },
        raw: articleText({ title: 'Bài viết khi đĩa đầy', date: '2026-05-05', body }),
      },
    ],
    assets,
  });

  // A limit on the size of files fails the same writes at the same points, and needs no rights.
  test.each([
    ['for a picture', 'ulimit -f 16; ', '2026/05/dia-day-1'],
    ['for anything', 'ulimit -f 0; ', '2026/05/dia-day-2'],
  ])('%s says so, keeps nothing half, and takes the same save later', async (_, limit, slug) => {
    const bytes = randomBytes(300_000).toString('base64');
    const picture = { path: `articles/${slug}/anh.png`, content: bytes, encoding: 'base64' };
    const body = `![Ảnh](${path.basename(slug)}/anh.png)`;
    const wanted = entry(slug, body, [picture]);
    const full = await startServer(limit);
    const answer = await cms(full.origin, 'lan', 'persistEntry', wanted);
    const name = { collection: 'articles', slug };
    const draft = await cms(full.origin, 'lan', 'unpublishedEntry', name);
    await full.kill();
    const roomy = await startServer();
    const again = await cms(roomy.origin, 'lan', 'persistEntry', wanted);
    await roomy.kill();
    expect([answer.status, answer.body.error]).toEqual([507, expect.stringContaining('hết chỗ')]);
    expect([draft.status, again.status]).toEqual([404, 200]);
    expect(gitIn(repository, 'fsck', '--full', '--strict', '--no-dangling')).toBe('');
  });
});

/** The name git gives to a content. */
function blobId(bytes: Buffer): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
