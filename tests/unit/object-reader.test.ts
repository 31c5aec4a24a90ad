import { type ChildProcessWithoutNullStreams, execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { draftOf, drafts } from '../../server/ledger/draft.ts';
import { Git } from '../../server/ledger/git.ts';
import { ObjectReader } from '../../server/ledger/object-reader.ts';
import { save } from '../../server/ledger/save.ts';
import { placesIn } from '../../server/ledger/seed.ts';
import { articleText, gitIn, hoa, type TestLedger, testLedger } from '../support/ledger.ts';

const OLD = 'articles/2026/03/ke-hoach-tuyen-truyen-cchc-2026.md';

let ledger: TestLedger;
let reader: ObjectReader;
const commands: ChildProcessWithoutNullStreams[] = [];
beforeAll(async () => {
  ledger = await testLedger();
  const git = new Git(placesIn(ledger.dir).repository);
  reader = new ObjectReader(() => {
    const command = git.start(['cat-file', '--batch']);
    commands.push(command);
    return command;
  });
});
afterAll(() => ledger.remove());

const textOf = async (name: string) => (await reader.read([name]))[0]?.bytes.toString('utf8');

test('one command answers everybody, in the order of asking, large and small', async () => {
  const large = 'tiếng Việt '.repeat(400_000);
  const ids = await Promise.all([large, '', 'a\n', '\n\n'].map((t) => ledger.repository.write(t)));
  const before = commands.length;
  const answers = await Promise.all(
    Array.from({ length: 200 }, (_, at) => reader.read([ids[at % 4] ?? '', 'no-such', 'main'])),
  );
  answers.forEach(([blob, none, main], at) => {
    expect(blob?.id).toBe(ids[at % 4]);
    expect([blob?.type, none, main?.type]).toEqual(['blob', undefined, 'commit']);
  });
  expect(answers[0]?.[0]?.bytes.toString('utf8')).toBe(large);
  expect(answers[3]?.[0]?.bytes.toString('utf8')).toBe('\n\n');
  expect(commands.length).toBeLessThanOrEqual(before + 1);
});

test.each(['./x', '../x', './', 'a\nmain', '.', '..', '', ' ', 'x@{1}', '^{tree}', 'a\u0000b'])(
  'a path that nothing stands at is nothing, and stops nobody: %j',
  async (odd) => {
    const [found, next] = await reader.read([`main:articles/${odd}x`, `main:${OLD}`]);
    expect([found, next?.type]).toEqual([undefined, 'blob']);
    const [bare, after] = await reader.read([`main:${odd}`, `main:${OLD}`]);
    expect([bare?.type === 'blob', after?.type]).toEqual([false, 'blob']);
  },
);

describe('nothing it answers is stale', () => {
  const ref = 'refs/heads/drafts/articles/thu';
  const at = (commit: string) => gitIn(placesIn(ledger.dir).repository, 'rev-parse', commit);

  test('refs that others move, pack and delete', async () => {
    const seen = async () => (await reader.read([ref]))[0]?.id;
    expect(await seen()).toBeUndefined();
    ledger.git('update-ref', ref, 'main');
    expect(await seen()).toBe(at('main'));
    const commit = ledger.git('commit-tree', '-m', 'x', '-p', 'main', 'main^{tree}');
    ledger.git('update-ref', ref, commit);
    expect(await seen()).toBe(commit);
    ledger.git('pack-refs', '--all');
    expect(await seen()).toBe(commit);
    ledger.git('update-ref', ref, 'main');
    ledger.git('pack-refs', '--all');
    expect(await seen()).toBe(at('main'));
    ledger.git('update-ref', '-d', ref);
    expect(await seen()).toBeUndefined();
  });

  test('contents that are pushed from outside, before and after everything is packed anew', async () => {
    const clone = path.join(ledger.folder, 'clone');
    execFileSync('git', ['clone', '-q', placesIn(ledger.dir).repository, clone]);
    const who = ['-c', 'user.name=Ngoài', '-c', 'user.email=n@x.vn'];
    for (const title of ['Bài một từ bên ngoài', 'Bài hai từ bên ngoài']) {
      mkdirSync(path.join(clone, 'articles/2026/04'), { recursive: true });
      writeFileSync(path.join(clone, 'articles/2026/04/tu-ngoai.md'), articleText({ title }));
      gitIn(clone, 'add', '.');
      gitIn(clone, ...who, 'commit', '-qm', title);
      gitIn(clone, 'push', '-q', 'origin', 'HEAD:main');
      const name = 'main:articles/2026/04/tu-ngoai.md';
      expect(await textOf(name)).toContain(title);
      ledger.git('-c', 'gc.pruneExpire=now', 'gc', '--quiet');
      expect(await textOf(name)).toContain(title);
      expect(await textOf(`main:${OLD}`)).toBeDefined();
    }
  });

  test('a draft by its name is the one that stands in the list of all', async () => {
    const file = 'articles/2026/05/bai-nhap.md';
    const key = { collection: 'articles', id: '2026/05/bai-nhap' } as const;
    const alike = async () => {
      const listed = (await drafts(ledger.repository)).find(({ id }) => id === key.id);
      expect(listed).toBeDefined();
      expect(await draftOf(ledger.repository, key)).toEqual(listed);
    };
    const save1 = { path: file, text: articleText(), uploads: [], base: '' };
    await save(ledger, hoa, save1);
    await alike();
    const branch = 'refs/heads/drafts/articles/2026+05+bai-nhap';
    const outside = {
      GIT_AUTHOR_NAME: 'Ngoài <> ',
      GIT_AUTHOR_EMAIL: 'n@x',
      GIT_AUTHOR_DATE: '1700000005 +0700',
    };
    const commit = execFileSync(
      'git',
      ['commit-tree', '-m', 'Sửa\n\nTừ ngoài', '-p', branch, `${branch}^{tree}`],
      {
        cwd: placesIn(ledger.dir).repository,
        env: { ...process.env, ...outside, GIT_COMMITTER_NAME: 'x', GIT_COMMITTER_EMAIL: 'x' },
        encoding: 'utf8',
      },
    ).trim();
    ledger.git('update-ref', branch, commit);
    await alike();
  });
});

test('a command that is killed, at rest or at work, is followed by another', async () => {
  await reader.read(['main']);
  commands.at(-1)?.kill('SIGKILL');
  expect(await textOf(`main:${OLD}`)).toBeDefined();
  const work = Array.from({ length: 40 }, () => reader.read([`main:${OLD}`]));
  commands.at(-1)?.kill('SIGKILL');
  for (const [found] of await Promise.all(work)) expect(found?.type).toBe('blob');
});

test('a program that waits for no answer ends although its command stays', () => {
  const dir = placesIn(ledger.dir).repository;
  const program = `
    const { Repository } = await import(${JSON.stringify(path.resolve('server/ledger/repository.ts'))});
    const repository = new Repository(${JSON.stringify(dir)}, '');
    console.log((await repository.textAt('main', ${JSON.stringify(OLD)})).id);
    process.on('exit', () => console.log('ended'));`;
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
    timeout: 30_000,
  });
  expect(said).toMatch(/^[0-9a-f]{40}\nended\n$/);
});
