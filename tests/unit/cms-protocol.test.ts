import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BuildResult } from '../../server/publish/publisher.ts';
import { articleText, gitIn } from '../support/ledger.ts';
import { cms, decapClient, openRoom, post, type TestRoom } from '../support/room.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'cchc-room-'));
const remote = path.join(folder, 'remote.git');
const OLD = 'articles/2026/03/ke-hoach-tuyen-truyen-cchc-2026.md';
let room: TestRoom;
/** What the next builds answer; the last one stays. */
let results: BuildResult[] = [{ ok: true }];
const built: string[] = [];

beforeAll(async () => {
  gitIn(folder, 'init', '--quiet', '--bare', remote);
  room = await openRoom({
    folder,
    remote,
    build: async (contentDir) => {
      built.push(readFileSync(path.join(contentDir, OLD), 'utf8'));
      return (results.length > 1 ? results.shift() : results[0]) ?? { ok: true };
    },
  });
});
afterAll(async () => {
  await room.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('Decap’s own client', () => {
  const slug = '2026/06/tin-moi';
  const file = `articles/${slug}.md`;
  const picture = `articles/2026/06/tin-moi/anh.png`;
  const raw = articleText({ date: '2026-06-15', body: '![Ảnh](tin-moi/anh.png)' });

  test('lists, reads, and sees nothing outside the content', async () => {
    const hoa = decapClient(room.origin, 'hoa');
    const entries = await hoa.entriesByFolder('articles', 'md', 3);
    expect(entries.map(({ file: { path: at } }) => at)).toEqual([OLD]);
    expect(await hoa.entriesByFolder('articles', 'md', 1)).toEqual([]);
    expect(await hoa.entriesByFolder('server', 'ts', 3)).toEqual([]);
    const entry = await hoa.getEntry(OLD);
    expect(entry.data).toContain('Xã Thượng Phúc');
    expect(entry.file.id).toMatch(/^[0-9a-f]{40}$/);
    expect(await hoa.getEntry('articles/2026/03/khong-co.md')).toEqual({
      data: null,
      file: { path: 'articles/2026/03/khong-co.md', id: null },
    });
    await expect(hoa.getEntry('../package.json')).rejects.toThrow('không phải nội dung');
    await expect(hoa.unpublishedEntry({ collection: 'articles', slug })).rejects.toMatchObject({
      name: 'EDITORIAL_WORKFLOW_ERROR',
      notUnderEditorialWorkflow: true,
    });
  });

  test('saves with a picture, sends for review, is given back, approves and publishes', async () => {
    const [hoa, binh, lan] = ['hoa', 'binh', 'lan'].map((who) => decapClient(room.origin, who));
    if (!hoa || !binh || !lan) throw new Error('No client');
    const assets = [{ path: picture, toBase64: async () => Buffer.from('ảnh').toString('base64') }];
    const dataFiles = [{ path: file, slug, raw, base: '' }];
    const options = { collectionName: 'articles', commitMessage: 'x', useWorkflow: true };
    const saved = await hoa.persistEntry({ dataFiles, assets }, options);

    expect(await hoa.unpublishedEntries()).toEqual([`articles/${slug}`]);
    const draft = await hoa.unpublishedEntry({ id: `articles/${slug}` });
    expect(draft).toMatchObject({ collection: 'articles', slug, status: 'draft' });
    expect(draft.diffs.map(({ path: at, newFile }) => [at, newFile])).toEqual([
      [file, true],
      [picture, true],
    ]);
    expect(draft.diffs[0]?.id).toBe(saved.version);
    expect(await hoa.unpublishedEntryDataFile('articles', slug, file, '')).toBe(raw);
    const media = await hoa.unpublishedEntryMediaFile('articles', slug, picture, '');
    expect(await media.file.text()).toBe('ảnh');

    await hoa.updateUnpublishedEntryStatus('articles', slug, 'pending_review');
    await binh.addNote('articles', slug, { author: 'ai đó', content: 'Ghi rõ ngày.' });
    await binh.updateUnpublishedEntryStatus('articles', slug, 'draft');
    expect(await hoa.getNotes('articles', slug)).toMatchObject([
      { author: 'Nguyễn Thanh Bình', content: 'Ghi rõ ngày.' },
    ]);
    await hoa.updateUnpublishedEntryStatus('articles', slug, 'pending_review');
    await binh.updateUnpublishedEntryStatus('articles', slug, 'pending_publish');
    await expect(binh.publishUnpublishedEntry('articles', slug)).rejects.toThrow('«Duyệt»');
    await lan.publishUnpublishedEntry('articles', slug);
    expect((await hoa.getEntry(file)).data).toBe(raw);
    expect((await hoa.getMedia(path.dirname(picture))).map(({ path: at }) => at)).toEqual([
      picture,
    ]);
    expect(await hoa.unpublishedEntries()).toEqual([]);
    expect(await hoa.getDeployPreview('articles', slug)).toBeNull();
  });

  test('is refused, with words it can show, what nobody may do', async () => {
    const lan = decapClient(room.origin, 'lan');
    const options = { collectionName: 'articles', commitMessage: 'x', useWorkflow: true };
    const old = [{ path: file, slug, raw }];
    await expect(lan.persistEntry({ dataFiles: old, assets: [] }, options)).rejects.toMatchObject({
      status: 428,
    });
    await expect(lan.deleteFiles([file], 'x')).rejects.toThrow('chỉ gỡ kèm lý do');
    const direct = { ...options, useWorkflow: false };
    const known = [{ path: file, slug, raw, base: '' }];
    await expect(lan.persistEntry({ dataFiles: known, assets: [] }, direct)).rejects.toThrow(
      'bản nháp',
    );
  });

  test('whatever was done or refused stands in the audit log, without texts', () => {
    const lines = room.events.map(
      ({ person, action, outcome }) => `${person} ${action} ${outcome}`,
    );
    expect(lines).toEqual(
      expect.arrayContaining([
        ...['hoa draft.save ok', 'binh draft.return ok', 'binh publish refused', 'lan publish ok'],
        'lan draft.delete refused',
      ]),
    );
    expect(JSON.stringify(room.events)).not.toContain('nộp hồ sơ');
    expect(room.events.every(({ address }) => address === '127.0.0.1')).toBe(true);
  });
});

describe('requests of no known shape', () => {
  const wrong: [string, unknown][] = [
    ['no action', {}],
    ['an unknown action', { action: 'run', params: {} }],
    ['a path that is no text', { action: 'getEntry', params: { path: 1 } }],
    ['no entry', { action: 'persistEntry', params: { dataFiles: [], assets: [] } }],
    [
      'a file that is not base64',
      {
        action: 'persistMedia',
        params: { asset: { path: 'a', content: '<>', encoding: 'base64' } },
      },
    ],
    [
      'an unknown status',
      {
        action: 'updateUnpublishedEntryStatus',
        params: { collection: 'articles', slug: 'a', newStatus: 'published' },
      },
    ],
  ];
  test.each(wrong)('%s is refused in Vietnamese', async (_, body) => {
    const answer = await post(room.origin, 'cms', 'lan', body);
    expect([answer.status, answer.body.error]).toEqual([
      422,
      expect.stringContaining('Máy chủ không hiểu yêu cầu'),
    ]);
  });

  test('nobody gets in without having signed in', async () => {
    const routes = ['cms', 'return', 'withdraw', 'adopt', 'presence'];
    for (const route of routes) {
      expect([route, (await post(room.origin, route, 'ai-do', {})).status]).toEqual([route, 401]);
    }
    for (const route of ['history', 'comparison', 'publish-status']) {
      expect((await fetch(`${room.origin}/admin/api/${route}`)).status).toBe(401);
    }
  });

  test('what is no JSON, or far too large, is refused in Vietnamese', async () => {
    const send = (body: string) =>
      fetch(`${room.origin}/admin/api/presence?as=lan`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
    for (const [body, status] of [
      ['{', 400],
      [JSON.stringify({ collection: 'x'.repeat(2_000_000) }), 413],
    ] as const) {
      const answer = await send(body);
      expect(answer.status).toBe(status);
      expect((await answer.json()).error).toMatch(/Máy chủ|quá lớn/);
    }
  });
});

describe('what Decap has no words for', () => {
  const name = { collection: 'articles', slug: '2026/06/hai-nguoi' };
  const file = `articles/${name.slug}.md`;
  const text = (body: string) =>
    articleText({ title: 'Bài hai người cùng viết', date: '2026-06-20', body });
  const persist = (who: string, raw: string, base: string) =>
    cms(room.origin, who, 'persistEntry', {
      dataFiles: [{ path: file, slug: name.slug, raw, base }],
      assets: [],
    });
  const get = async (route: string, who = 'binh') => {
    const query = new URLSearchParams({ ...name, as: who });
    return (await fetch(`${room.origin}/admin/api/${route}?${query}`)).json();
  };

  test('two people with the same entry open see each other', async () => {
    const report = async (who: string) => (await post(room.origin, 'presence', who, name)).body;
    expect(await report('hoa')).toEqual({ others: [] });
    expect(await report('binh')).toEqual({ others: [{ id: 'hoa', name: 'Trần Thị Hoa' }] });
    expect(await report('hoa')).toEqual({ others: [{ id: 'binh', name: 'Nguyễn Thanh Bình' }] });
  });

  test('a save that came too late carries both texts; the texts can be compared', async () => {
    const first = (await persist('hoa', text('Hoa.'), '')).body;
    await persist('binh', text('Bình.'), first.version);
    const late = await persist('hoa', text('Hoa, lần hai.'), first.version);
    expect(late.status).toBe(409);
    expect(late.body).toMatchObject({
      error: expect.stringContaining('Nguyễn Thanh Bình'),
      conflict: { by: 'Nguyễn Thanh Bình', theirs: { text: text('Bình.') } },
    });
    expect(await get('comparison')).toMatchObject({ path: file, draft: { text: text('Bình.') } });
    const { history } = await get('history');
    expect(history.map(({ by }: { by: { id: string } }) => by.id)).toEqual(['hoa', 'binh']);
  });

  test('a draft is given back with a reason', async () => {
    await cms(room.origin, 'hoa', 'updateUnpublishedEntryStatus', {
      ...name,
      newStatus: 'pending_review',
    });
    expect((await post(room.origin, 'return', 'binh', { ...name, comment: ' ' })).status).toBe(422);
    expect((await post(room.origin, 'return', 'hoa', { ...name, comment: 'x' })).status).toBe(200);
    await cms(room.origin, 'hoa', 'updateUnpublishedEntryStatus', {
      ...name,
      newStatus: 'pending_review',
    });
    await post(room.origin, 'return', 'binh', { ...name, comment: 'Thiếu nguồn.' });
    const draft = await cms(room.origin, 'hoa', 'unpublishedEntry', name);
    expect(draft.body.status).toBe('draft');
  });
});

describe('after publishing', () => {
  const status = async (commit: string) => {
    const query = new URLSearchParams({ as: 'lan', commit });
    return (await fetch(`${room.origin}/admin/api/publish-status?${query}`)).json();
  };
  const publish = async (id: string, fields: Record<string, string>) => {
    const name = { collection: 'articles', slug: id };
    const raw = articleText({ title: `Bài xuất bản ${id}`, body: `Nội dung ${id}.`, ...fields });
    await cms(room.origin, 'lan', 'persistEntry', {
      dataFiles: [{ path: `articles/${id}.md`, slug: id, raw, base: '' }],
      assets: [],
    });
    const newStatus = 'pending_publish';
    await cms(room.origin, 'lan', 'updateUnpublishedEntryStatus', { ...name, newStatus });
    return (await cms(room.origin, 'lan', 'publishUnpublishedEntry', name)).body.commit as string;
  };
  const settled = async (commit: string) => {
    for (;;) {
      const answer = await status(commit);
      if (answer.state === 'live' || answer.state === 'failed') return answer;
      expect(answer.message).toContain('Đang xuất bản');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };

  test('the editor is told when it is live, and where', async () => {
    const commit = await publish('2026/06/len-trang', { date: '2026-06-20' });
    expect(await settled(commit)).toEqual({
      state: 'live',
      message: 'Đã xuất bản.',
      address: '/cchc/tin-bai/2026/06/len-trang/',
    });
  });

  test('a later date is said to be a schedule', async () => {
    const commit = await publish('2099/01/hen-gio', { date: '2099-01-05' });
    expect((await settled(commit)).message).toBe(
      'Đã lên lịch: bài hiện trên trang từ ngày 05/01/2099.',
    );
  });

  test('a failed build is reported with its reason and mended by the next one', async () => {
    results = [{ ok: false, issues: [], message: 'Chưa xuất bản: «x.md».' }, { ok: true }];
    const commit = await publish('2026/06/hong', { date: '2026-06-21' });
    expect(await settled(commit)).toMatchObject({ state: 'failed', message: /«x.md»/ });
    const next = await publish('2026/06/lanh', { date: '2026-06-22' });
    expect((await settled(next)).state).toBe('live');
    expect((await status(commit)).state).toBe('live');
  });

  test('what is pushed from outside is built as well', async () => {
    const clone = path.join(folder, 'clone');
    gitIn(folder, 'clone', '--quiet', path.join(folder, 'ledger', 'content.git'), clone);
    const text = readFileSync(path.join(clone, OLD), 'utf8');
    writeFileSync(path.join(clone, OLD), `${text}\nSửa từ ngoài.\n`);
    gitIn(clone, '-c', 'user.name=Kỹ thuật', '-c', 'user.email=kt@x', 'commit', '-qam', 'Sửa');
    gitIn(clone, 'push', '--quiet', 'origin', 'main');
    await settled(gitIn(clone, 'rev-parse', 'HEAD'));
    expect(built.at(-1)).toContain('Sửa từ ngoài.');
  });

  test('the rest of the server sees what is published, as one object until it changes', async () => {
    const before = await room.site.published();
    expect(await room.site.published()).toBe(before);
    await publish('2026/06/dem-them', { date: '2026-06-23' });
    const after = await room.site.published();
    expect(after?.articles.length).toBe((before?.articles.length ?? 0) + 1);
  });

  test('the remote has what is published, drafts included', async () => {
    const head = gitIn(path.join(folder, 'ledger', 'content.git'), 'rev-parse', 'main');
    await room.site.publisher.request();
    const there = () => gitIn(remote, 'for-each-ref', '--format=%(objectname)', 'refs/heads/main');
    await expect.poll(there, { timeout: 20_000 }).toBe(head);
    expect(gitIn(remote, 'branch', '--list', 'drafts/*')).toContain('hai-nguoi');
  });

  test('a commit nobody published is not answered for', async () => {
    expect(await status('0'.repeat(39).concat('1'))).toMatchObject({ error: expect.any(String) });
  });
});
