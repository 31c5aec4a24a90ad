import { execFileSync } from 'node:child_process';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { changeSince, type History } from '../../src/core/audit/history.ts';
import { gitHistory } from '../../src/reader/git-dates.ts';
import { temporaryFolder } from '../support/scripts.ts';

/** A repository with a content folder in it, and commits made at given moments. */
async function repository(folder: string) {
  const content = path.join(folder, 'src', 'content');
  await mkdir(content, { recursive: true });
  const git = (args: string[], at = '2026-01-01T08:00:00+07:00') =>
    execFileSync('git', ['-C', folder, ...args], {
      encoding: 'utf8',
      env: {
        ...process.env,
        GIT_AUTHOR_NAME: 'Người viết',
        GIT_AUTHOR_EMAIL: 'nguoi-viet@example.vn',
        GIT_COMMITTER_NAME: 'Người viết',
        GIT_COMMITTER_EMAIL: 'nguoi-viet@example.vn',
        GIT_AUTHOR_DATE: at,
        GIT_COMMITTER_DATE: '2026-12-31T08:00:00+07:00',
        GIT_CONFIG_GLOBAL: path.join(folder, 'no-config'),
      },
    });
  git(['init', '-q', '-b', 'main']);
  const write = async (file: string, text = file.repeat(20)) => {
    await mkdir(path.dirname(path.join(content, file)), { recursive: true });
    await writeFile(path.join(content, file), text);
  };
  const commit = (at: string) => {
    git(['add', '-A']);
    git(['commit', '-q', '-m', 'Bỏ số 0912345678 của ông A'], at);
    return git(['rev-parse', 'HEAD']).slice(0, 7);
  };
  return { content, git, write, commit };
}

function fileOf(history: History, file: string) {
  if (!history.known) throw new Error(history.reason);
  return history.files.get(file);
}

describe('the first and the last commit of a file', () => {
  test('by the day of its author in Viet Nam, whatever the zone of the machine', async () => {
    await using to = await temporaryFolder();
    const { content, write, commit } = await repository(to.folder);
    await write('articles/2026/03/a.md');
    const first = commit('2026-03-05T23:30:00Z');
    await write('articles/2026/03/a.md', 'đã sửa');
    const last = commit('2026-03-20T16:59:59Z');
    const history = await gitHistory(content);
    expect(history).toMatchObject({ known: true, shallow: false });
    expect(fileOf(history, 'articles/2026/03/a.md')).toEqual({
      first: { id: first, day: '2026-03-06' },
      last: { id: last, day: '2026-03-20' },
    });
  });

  test('a renamed file keeps its past; its old name only has an end', async () => {
    await using to = await temporaryFolder();
    const { content, write, commit } = await repository(to.folder);
    await write('articles/2026/03/cũ và mới.md');
    const first = commit('2026-03-05T09:00:00+07:00');
    await mkdir(path.join(content, 'articles/2026/04'), { recursive: true });
    await rename(
      path.join(content, 'articles/2026/03/cũ và mới.md'),
      path.join(content, 'articles/2026/04/b.md'),
    );
    const last = commit('2026-04-02T09:00:00+07:00');
    const history = await gitHistory(content);
    expect(fileOf(history, 'articles/2026/04/b.md')).toEqual({
      first: { id: first, day: '2026-03-05' },
      last: { id: last, day: '2026-04-02' },
    });
    expect(fileOf(history, 'articles/2026/03/cũ và mới.md')).toEqual({
      last: { id: last, day: '2026-04-02' },
    });
  });

  test('a file that was removed keeps its last commit; brought back, its first day', async () => {
    await using to = await temporaryFolder();
    const { content, write, commit } = await repository(to.folder);
    await write('articles/a.md');
    const first = commit('2026-03-05T09:00:00+07:00');
    await rm(path.join(content, 'articles/a.md'));
    const removed = commit('2026-04-05T09:00:00+07:00');
    expect(fileOf(await gitHistory(content), 'articles/a.md')?.last).toEqual({
      id: removed,
      day: '2026-04-05',
    });
    await write('articles/a.md');
    const back = commit('2026-05-05T09:00:00+07:00');
    expect(fileOf(await gitHistory(content), 'articles/a.md')).toEqual({
      first: { id: first, day: '2026-03-05' },
      last: { id: back, day: '2026-05-05' },
    });
  });

  test('files elsewhere and files that were never committed are not in it', async () => {
    await using to = await temporaryFolder();
    const { content, write, commit } = await repository(to.folder);
    await writeFile(path.join(to.folder, 'README.md'), 'x');
    await write('articles/a.md');
    commit('2026-03-05T09:00:00+07:00');
    await write('articles/nhap.md');
    const history = await gitHistory(content);
    expect(history.known && [...history.files.keys()]).toEqual(['articles/a.md']);
  });

  test('nothing says who made a commit or what they wrote', async () => {
    await using to = await temporaryFolder();
    const { content, write, commit } = await repository(to.folder);
    await write('articles/a.md');
    commit('2026-03-05T09:00:00+07:00');
    const history = await gitHistory(content);
    const said = JSON.stringify(history.known && [...history.files]);
    expect(said).not.toMatch(/Người viết|example|0912345678/);
  });
});

describe('what cannot be known is said', () => {
  test('an editors’ ledger: nothing about what it was made from, all about later files', async () => {
    await using to = await temporaryFolder();
    const { content, git, write, commit } = await repository(to.folder);
    await write('articles/2026/03/cu.md');
    commit('2026-06-01T08:00:00+07:00');
    git(['tag', 'seed']);
    await write('articles/2026/06/moi.md');
    const later = commit('2026-06-02T08:00:00+07:00');
    const history = await gitHistory(content);
    expect(history).toMatchObject({ known: true, shallow: true });
    expect(fileOf(history, 'articles/2026/03/cu.md')?.first).toBeUndefined();
    expect(fileOf(history, 'articles/2026/06/moi.md')?.first?.id).toBe(later);
  });

  test('a shallow clone: nothing about what its oldest commit holds, all about later files', async () => {
    await using to = await temporaryFolder();
    await using clone = await temporaryFolder();
    const { write, commit, git } = await repository(to.folder);
    await write('articles/a.md');
    commit('2026-03-05T09:00:00+07:00');
    await write('articles/b.md');
    commit('2026-03-06T09:00:00+07:00');
    await write('articles/c.md');
    const last = commit('2026-03-07T09:00:00+07:00');
    git(['clone', '-q', '--depth', '2', `file://${to.folder}`, path.join(clone.folder, 'x')]);
    const history = await gitHistory(path.join(clone.folder, 'x', 'src', 'content'));
    expect(history).toMatchObject({ known: true, shallow: true });
    expect(fileOf(history, 'articles/a.md')).not.toHaveProperty('first');
    expect(fileOf(history, 'articles/b.md')).not.toHaveProperty('first');
    expect(fileOf(history, 'articles/c.md')?.first).toEqual({ id: last, day: '2026-03-07' });
  });

  test('a folder outside any repository', async () => {
    await using to = await temporaryFolder();
    expect(await gitHistory(to.folder)).toEqual({ known: false, reason: 'no-repository' });
  });

  test('a repository without a commit', async () => {
    await using to = await temporaryFolder();
    const { content } = await repository(to.folder);
    expect((await gitHistory(content)).known).toBe(false);
  });

  describe('a machine without git', () => {
    const path_ = process.env['PATH'];
    afterEach(() => {
      process.env['PATH'] = path_;
    });

    test('says so', async () => {
      await using to = await temporaryFolder();
      process.env['PATH'] = to.folder;
      expect(await gitHistory(to.folder)).toEqual({ known: false, reason: 'no-git' });
    });
  });
});

describe('changes since a day', () => {
  const history: History = {
    known: true,
    shallow: false,
    files: new Map([['a.md', { last: { id: 'abc', day: '2026-05-10' } }]]),
  };

  test.each<[string, string, History, boolean]>([
    ['on that day', '2026-05-10', history, true],
    ['after it', '2026-05-11', history, false],
    ['nobody knows', '2026-05-01', { known: false, reason: 'failed' }, false],
  ])('%s', (_, day, known, found) => {
    expect(changeSince(known, 'a.md', day) !== undefined).toBe(found);
    expect(changeSince(known, 'b.md', day)).toBeUndefined();
  });
});
