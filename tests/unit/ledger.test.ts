import { existsSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { compare, entryHistory } from '../../server/ledger/history.ts';
import { openLedger } from '../../server/ledger/ledger.ts';
import { publish } from '../../server/ledger/publish.ts';
import { draftFiles, draftsSeenBy, requireDraft } from '../../server/ledger/read.ts';
import { Refusal } from '../../server/ledger/refusal.ts';
import { addMedia, deleteDraft, deleteMedia } from '../../server/ledger/remove.ts';
import { Repository } from '../../server/ledger/repository.ts';
import { addNote, adopt, notesOf, setStatus } from '../../server/ledger/review.ts';
import { type SaveRequest, save } from '../../server/ledger/save.ts';
import { withdraw } from '../../server/ledger/withdraw.ts';
import type { Person } from '../../server/people/person.ts';
import {
  articleText,
  binh,
  gitIn,
  hoa,
  lan,
  nam,
  type TestLedger,
  testLedger,
} from '../support/ledger.ts';

const OLD = 'articles/2026/03/ke-hoach-tuyen-truyen-cchc-2026.md';
const OLD_NAME = { collection: 'articles', id: '2026/03/ke-hoach-tuyen-truyen-cchc-2026' };

let ledger: TestLedger;
let count = 0;
beforeAll(async () => {
  ledger = await testLedger();
});
afterAll(() => {
  expect(ledger.git('fsck', '--full', '--strict', '--no-dangling')).toBe('');
  ledger.remove();
});

/** A new entry for each test, by path and by name. */
let file = '';
let name = { collection: 'articles', id: '' };
beforeEach(() => {
  count += 1;
  name = { collection: 'articles', id: `2026/03/bai-${count}` };
  file = `articles/${name.id}.md`;
});

const saveAs = (who: Person, given: Partial<SaveRequest> = {}) =>
  save(ledger, who, {
    path: file,
    text: articleText({ title: `Hướng dẫn nộp hồ sơ số ${count}`, body: `Nội dung ${count}.` }),
    uploads: [],
    base: '',
    ...given,
  });

async function refused(work: Promise<unknown>): Promise<Refusal> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof Refusal) return error;
  throw error ?? new Error('It was not refused');
}

/** Sends a draft through review, as two people. */
async function ready(): Promise<void> {
  await setStatus(ledger, hoa, name, 'pending_review');
  await setStatus(ledger, binh, name, 'pending_publish');
}

describe('seeding', () => {
  test('takes every file of the content in one commit of the server, marked as a beginning', () => {
    expect(ledger.git('rev-list', '--count', 'seed')).toBe('1');
    expect(ledger.git('ls-tree', '-r', '--name-only', 'seed').split('\n')).toContain(OLD);
    expect(ledger.git('log', '-1', '--format=%an', 'seed')).toBe('Trang CCHC');
  });

  test('happens once: what changes in the folder later does not come in', async () => {
    const content = path.join(ledger.folder, 'content');
    writeFileSync(path.join(content, 'articles', 'later.md'), articleText());
    const again = await openLedger(ledger.dir, content);
    expect((await again.files('refs/heads/main')).has('articles/later.md')).toBe(false);
  });

  test('leaves links and hidden files outside', async () => {
    const content = path.join(ledger.folder, 'other');
    mkdirSync(content);
    writeFileSync(path.join(content, '.env'), 'SECRET=1');
    writeFileSync(path.join(content, 'ward.yaml'), 'name: x\n');
    symlinkSync('/etc/hostname', path.join(content, 'departments.yaml'));
    const other = await openLedger(path.join(ledger.folder, 'other-ledger'), content);
    expect([...(await other.files('refs/heads/main')).keys()]).toEqual(['ward.yaml']);
  });

  test.each([
    'articles/tên có dấu cách.md',
    'articles/"trong ngoặc".md',
    'articles/gạch\\chéo.md',
    'articles/hai\ndòng.md',
    'articles/tên\u0323 rời.md',
  ])('takes every name and byte as it is: %j', async (file) => {
    const content = mkdtempSync(path.join(ledger.folder, 'names-'));
    mkdirSync(path.join(content, 'articles'));
    const bytes = Buffer.from([0, 10, 255, 10, ...Buffer.from('done\ndata 3\n')]);
    writeFileSync(path.join(content, file), bytes);
    writeFileSync(path.join(content, 'empty.yaml'), '');
    const odd = await openLedger(`${content}-ledger`, content);
    const found = await odd.files('refs/heads/main');
    expect([...found.keys()]).toEqual([file.normalize('NFC'), 'empty.yaml']);
    expect(await odd.blob(found.get(file.normalize('NFC'))?.id ?? '')).toEqual(bytes);
  });

  test('a file that cannot be read leaves nothing half made', async () => {
    const dir = mkdtempSync(path.join(ledger.folder, 'unread-'));
    gitIn(dir, 'init', '--bare', '--quiet', '.');
    const begun = new Repository(dir, path.join(dir, 'scratch')).begin(
      ['refs/heads/main'],
      ['a.md', 'b.md'],
      async (file) => {
        if (file === 'b.md') throw new Error('not to be read');
        return Buffer.from('a');
      },
      'x',
    );
    await expect(begun).rejects.toThrow('not to be read');
    expect(gitIn(dir, 'for-each-ref')).toBe('');
  });
});

describe('a save', () => {
  test('is a commit by its person on a branch of its own, and publishes nothing', async () => {
    const main = ledger.git('rev-parse', 'main');
    const saved = await saveAs(hoa);
    expect(ledger.git('log', '-1', '--format=%an <%ae> / %cn', saved.commit)).toBe(
      'Trần Thị Hoa <hoa@phuong.example> / Trang CCHC',
    );
    expect(ledger.git('rev-parse', `drafts/articles/2026+03+bai-${count}`)).toBe(saved.commit);
    expect(ledger.git('diff', '--name-only', main, saved.commit)).toBe(file);
    expect(ledger.git('rev-parse', 'main')).toBe(main);
    expect(saved.issues).toEqual([]);
  });

  test('is brought to NFC', async () => {
    await saveAs(hoa, { text: articleText({ body: 'Đổi mới và sáng tạo'.normalize('NFD') }) });
    const text = ledger.git('show', `drafts/articles/2026+03+bai-${count}:${file}`);
    expect(text).toBe(text.normalize('NFC'));
    expect(text).toContain('Đổi mới và sáng tạo');
  });

  test('of a text that its schema refuses names every field and keeps nothing', async () => {
    const text = articleText({ date: '2026-02-30', genre: 'tin' });
    const refusal = await refused(saveAs(hoa, { text }));
    expect(refusal.status).toBe(422);
    expect(refusal.details.issues?.map(({ code, field }) => [code, field])).toEqual([
      ['date-invalid', 'date'],
      ['value-unknown', 'genre'],
    ]);
    expect((await refused(requireDraft(ledger, hoa, name.collection, name.id))).status).toBe(404);
  });

  test('keeps what only the whole ward refuses, and says so', async () => {
    const { issues } = await saveAs(hoa, {
      text: articleText({ image: '{ src: a.jpg, alt: Ảnh }' }),
    });
    expect(issues.map(({ code }) => code)).toEqual(['media-missing']);
  });

  test('sent twice, because the first answer was lost, is kept once', async () => {
    const first = await saveAs(hoa);
    const second = await saveAs(hoa);
    expect(second).toEqual(first);
  });

  test('on top of a colleague’s is refused with who, when and both texts', async () => {
    const first = await saveAs(hoa);
    const theirs = articleText({ body: 'Bản của Bình.' });
    const second = await saveAs(binh, { base: first.version, text: theirs });
    const yours = articleText({ body: 'Bản của Hoa.' });
    const refusal = await refused(saveAs(hoa, { base: first.version, text: yours }));
    expect(refusal.status).toBe(409);
    expect(refusal.message).toMatch(/Nguyễn Thanh Bình sửa lúc \d\d:\d\d ngày \d\d\/\d+\/20\d\d/);
    expect(refusal.details.conflict).toMatchObject({
      ...{ path: file, by: 'Nguyễn Thanh Bình', base: first.version, yours },
      theirs: { version: second.version, text: theirs },
    });
    // Somebody who has seen the other text saves on top of it.
    const third = await saveAs(hoa, { base: second.version, text: yours });
    expect(third.issues).toEqual([]);
  });

  test('of a new entry under a name that is taken is refused, published or not', async () => {
    await saveAs(hoa);
    expect((await refused(saveAs(binh, { text: articleText({ body: 'Khác.' }) }))).status).toBe(
      409,
    );
    expect((await refused(saveAs(binh, { path: OLD }))).status).toBe(409);
  });

  test('at once by six people keeps one and refuses five', async () => {
    const answers = await Promise.allSettled(
      Array.from({ length: 6 }, (_, at) =>
        saveAs(binh, { text: articleText({ body: `Bản ${at}.` }) }),
      ),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(
      answers.filter((one) => one.status === 'rejected' && one.reason.status === 409),
    ).toHaveLength(5);
  });
});

describe('who may', () => {
  test('a contributor neither writes nor takes over another department’s entry', async () => {
    const saved = await saveAs(hoa);
    const mine = articleText({ department: 'kt', body: 'Của tôi.' });
    expect((await refused(saveAs(nam, { base: saved.version, text: mine }))).status).toBe(403);
    const given = articleText({ department: 'kt' });
    expect((await refused(saveAs(hoa, { base: saved.version, text: given }))).status).toBe(403);
  });

  test('sees only drafts of the own department', async () => {
    await saveAs(hoa);
    const ids = async (who: Person) =>
      (await draftsSeenBy(ledger, who)).map(({ draft }) => draft.id);
    expect(await ids(hoa)).toContain(name.id);
    expect(await ids(binh)).toContain(name.id);
    expect(await ids(nam)).not.toContain(name.id);
    expect((await refused(requireDraft(ledger, nam, 'articles', name.id))).status).toBe(403);
  });

  test('publishes, withdraws and deletes is a publisher', async () => {
    await saveAs(hoa);
    await ready();
    for (const work of [
      () => publish(ledger, binh, name),
      () => deleteDraft(ledger, binh, name),
      () => withdraw(ledger, binh, OLD_NAME, 'Sai'),
      () => addMedia(ledger, binh, { path: 'articles/2026/03/a.png', bytes: Buffer.from('x') }),
    ]) {
      expect((await refused(work())).status).toBe(403);
    }
  });
});

describe('only content', () => {
  const paths = [
    ...['../../etc/passwd', '/etc/passwd', 'package.json', '.git/config', 'articles/../ward.yaml'],
    ...['articles/.hidden.md', 'articles/a b.md', 'articles/2026/tin.mdx', 'plans/x.md', 'x.md'],
    ...['articles//a.md', 'articles/2026\\03\\a.md', 'articles/ưu-tiên.md', 'articles/a.lock.md/x'],
    ...['articles/2026/con.md', `articles/${'a'.repeat(121)}.md`, 'articles/2026/Tin.md'],
  ];
  test.each(paths)('refuses an entry at %s', async (bad) => {
    expect((await refused(saveAs(lan, { path: bad }))).status).toBe(422);
  });

  const media = [
    ...['anh.svg', 'trang.html', 'mau.docm', 'chay.exe', 'anh.jpg.exe', 'ANH.JPG', 'ảnh.jpg'],
    ...['.htaccess', 'nul.jpg', 'a b.png'],
  ];
  test.each(media)('refuses a file called %s beside an entry', async (bad) => {
    const uploads = [{ path: `articles/2026/03/${bad}`, bytes: Buffer.from('x') }];
    expect((await refused(saveAs(lan, { uploads }))).status).toBe(422);
  });

  test('refuses a file outside the collections and one that differs in case only', async () => {
    const at = (where: string) => [{ path: where, bytes: Buffer.from('x') }];
    for (const where of ['anh.jpg', 'public/anh.jpg', '../anh.jpg']) {
      expect((await refused(saveAs(lan, { uploads: at(where) }))).status).toBe(422);
    }
  });

  test('the upload gate sees every file once, and its words reach the editor', async () => {
    const seen: string[] = [];
    const gated: TestLedger = {
      ...ledger,
      acceptUpload: async (at, bytes) => {
        seen.push(at);
        if (at.endsWith('xau.png')) throw new Error('Ảnh hỏng.');
        return { bytes: Buffer.concat([Buffer.from('clean:'), bytes]) };
      },
    };
    const folder = `articles/2026/03/bai-${count}`;
    const text = articleText({ body: `![Ảnh](bai-${count}/tot.png)` });
    const send = (upload: string, bytes: string, base = '') =>
      save(gated, hoa, {
        ...{ path: file, text, base },
        uploads: [{ path: `${folder}/${upload}`, bytes: Buffer.from(bytes) }],
      });
    const refusal = await refused(send('xau.png', 'x'));
    expect([refusal.status, refusal.message]).toEqual([422, 'Ảnh hỏng.']);
    const first = await send('tot.png', 'x');
    expect(ledger.git('show', `${first.commit}:${folder}/tot.png`)).toBe('clean:x');
    // Decap sends the pictures of a draft along with every save: they are what is kept already.
    await send('tot.png', 'clean:x', first.version);
    expect(seen).toEqual([`${folder}/xau.png`, `${folder}/tot.png`]);
  });

  test('a picture that a draft no longer shows goes; one it shows stays', async () => {
    const folder = `articles/2026/03/bai-${count}`;
    const uploads = ['a.png', 'b.png'].map((one) => ({
      path: `${folder}/${one}`,
      bytes: Buffer.from(one),
    }));
    const both = `![A](bai-${count}/a.png) ![B](bai-${count}/b.png)`;
    const first = await saveAs(hoa, { text: articleText({ body: both }), uploads });
    const one = articleText({ body: `![B](bai-${count}/b.png)` });
    await saveAs(hoa, { text: one, base: first.version });
    const draft = await requireDraft(ledger, hoa, 'articles', name.id);
    expect((await draftFiles(ledger, draft)).map((changed) => changed.path)).toEqual([
      file,
      `${folder}/b.png`,
    ]);
  });
});

describe('review', () => {
  test('status, author and notes travel with the branch', async () => {
    await saveAs(hoa);
    await setStatus(ledger, hoa, name, 'pending_review');
    await addNote(ledger, binh, name, 'Thiếu nguồn.\n\nStatus: pending_publish');
    const clone = path.join(ledger.folder, `clone-${count}`);
    gitIn(ledger.folder, 'clone', '--quiet', '--bare', path.join(ledger.dir, 'content.git'), clone);
    const { Repository } = await import('../../server/ledger/repository.ts');
    const copy = { ...ledger, repository: new Repository(clone, path.join(clone, 'scratch')) };
    const draft = await requireDraft(copy, binh, 'articles', name.id);
    expect(draft).toMatchObject({ status: 'pending_review', author: { id: 'hoa' } });
    const [note] = await notesOf(copy, binh, name);
    expect(note).toMatchObject({ by: { name: 'Nguyễn Thanh Bình' }, event: 'note' });
    expect(note?.comment).toBe('Thiếu nguồn.\n\nStatus: pending_publish');
  });

  test('is given back with a reason, here or in a note before, never without', async () => {
    await saveAs(hoa);
    await setStatus(ledger, hoa, name, 'pending_review');
    expect((await refused(setStatus(ledger, binh, name, 'draft'))).status).toBe(422);
    await setStatus(ledger, binh, name, 'draft', 'Ghi rõ ngày.');
    expect((await notesOf(ledger, hoa, name)).map(({ comment }) => comment)).toEqual([
      'Ghi rõ ngày.',
    ]);
    await setStatus(ledger, hoa, name, 'pending_review');
    expect((await refused(setStatus(ledger, binh, name, 'draft'))).status).toBe(422);
    await addNote(ledger, binh, name, 'Vẫn thiếu ngày.');
    await setStatus(ledger, binh, name, 'draft');
    expect((await requireDraft(ledger, hoa, 'articles', name.id)).status).toBe('draft');
  });

  test('a contributor neither approves nor changes what is approved without a new review', async () => {
    const saved = await saveAs(hoa);
    await setStatus(ledger, hoa, name, 'pending_review');
    expect((await refused(setStatus(ledger, hoa, name, 'pending_publish'))).status).toBe(403);
    await setStatus(ledger, binh, name, 'pending_publish');
    await saveAs(hoa, { base: saved.version, text: articleText({ body: 'Sửa sau khi duyệt.' }) });
    expect((await requireDraft(ledger, hoa, 'articles', name.id)).status).toBe('pending_review');
  });
});

describe('publishing', () => {
  test('is one commit by the writer on the published branch; the draft goes, its past stays', async () => {
    const before = ledger.git('rev-parse', 'main');
    await saveAs(hoa);
    expect((await refused(publish(ledger, lan, name))).status).toBe(422);
    await ready();
    const commit = await publish(ledger, lan, name);
    expect(ledger.git('rev-parse', 'main', 'main^')).toBe(`${commit}\n${before}`);
    expect(ledger.git('log', '-1', '--format=%an', 'main')).toBe('Trần Thị Hoa');
    expect(ledger.git('log', '-1', '--format=%(trailers:key=Published-By,valueonly)')).toContain(
      'Phạm Thị Lan',
    );
    expect(ledger.git('diff', '--name-only', before, commit)).toBe(file);
    expect((await refused(requireDraft(ledger, hoa, 'articles', name.id))).status).toBe(404);
    expect(ledger.publications.at(-1)).toBe(commit);
    const { history, refusal } = await entryHistory(ledger, hoa, 'articles', name.id);
    expect(refusal).toBeUndefined();
    expect(history.map(({ event }) => event)).toEqual(['save', 'status', 'status', 'publish']);
  });

  test('is refused when the entry was published anew meanwhile, and goes on after a comparison', async () => {
    const version = ledger.git('rev-parse', `main:${OLD}`);
    const text = ledger.git('show', `main:${OLD}`);
    await save(ledger, binh, {
      ...{ path: OLD, base: version, uploads: [] },
      text: `${text}\nBổ sung của Bình.\n`,
    });
    const fresh = await ledger.repository.write(`${text}\nBổ sung của Lan.\n`);
    await moveMain(new Map([[OLD, fresh]]), lan);
    await setStatus(ledger, lan, OLD_NAME, 'pending_publish');
    const refusal = await refused(publish(ledger, lan, OLD_NAME));
    expect([refusal.status, refusal.details.conflict?.by]).toEqual([409, 'Phạm Thị Lan']);
    const sides = await compare(ledger, lan, 'articles', OLD_NAME.id);
    expect(sides.published?.text).toContain('Bổ sung của Lan.');
    expect(sides.draft?.text).toContain('Bổ sung của Bình.');
    const seen = {
      draft: sides.draft?.version ?? '',
      published: sides.published?.version ?? '',
    };
    expect(
      (await refused(adopt(ledger, lan, OLD_NAME, { ...seen, published: version }))).status,
    ).toBe(409);
    await adopt(ledger, lan, OLD_NAME, seen);
    await publish(ledger, lan, OLD_NAME);
    expect(ledger.git('show', `main:${OLD}`)).toContain('Bổ sung của Bình.');
  });

  test('leaves what others published meanwhile as it is', async () => {
    await saveAs(hoa);
    await ready();
    const other = await ledger.repository.write(
      articleText({ title: 'Một bài khác vừa được đăng' }),
    );
    await moveMain(new Map([['articles/2026/03/khac.md', other]]), lan);
    await publish(ledger, lan, name);
    const files = ledger.git('ls-tree', '-r', '--name-only', 'main').split('\n');
    expect(files).toEqual(expect.arrayContaining([file, 'articles/2026/03/khac.md']));
  });

  test('checks the whole ward and refuses what would break it, naming entry and field', async () => {
    await saveAs(hoa, { text: articleText({ image: '{ src: khong-co.jpg, alt: Ảnh }' }) });
    await ready();
    const before = ledger.git('rev-parse', 'main');
    const refusal = await refused(publish(ledger, lan, name));
    expect(refusal.status).toBe(422);
    expect(refusal.details.issues?.map(({ code, file: at }) => [code, at])).toEqual([
      ['media-missing', file],
    ]);
    expect(ledger.git('rev-parse', 'main')).toBe(before);
    expect((await requireDraft(ledger, lan, 'articles', name.id)).status).toBe('pending_publish');
  });

  test('is not stopped by an error that came from outside and stands there already', async () => {
    const good = ledger.git('rev-parse', `main:${OLD}`);
    const broken = await ledger.repository.write('---\ntitle: [\n---\n');
    await moveMain(new Map([[OLD, broken]]), lan);
    await saveAs(hoa);
    await ready();
    await publish(ledger, lan, name);
    expect(ledger.git('cat-file', '-e', `main:${file}`)).toBe('');
    await moveMain(new Map([[OLD, good]]), lan);
  });

  test('of five drafts at once publishes all five, one after the other', async () => {
    const names = Array.from({ length: 5 }, (_, at) => `2026/03/cung-luc-${at}`);
    for (const id of names) {
      name = { collection: 'articles', id };
      const text = articleText({ title: `Bài đăng cùng lúc ${id}`, body: `Nội dung ${id}.` });
      await saveAs(lan, { path: `articles/${id}.md`, text });
      await setStatus(ledger, lan, name, 'pending_publish');
    }
    await Promise.all(names.map((id) => publish(ledger, lan, { collection: 'articles', id })));
    const files = ledger.git('ls-tree', '-r', '--name-only', 'main').split('\n');
    for (const id of names) expect(files).toContain(`articles/${id}.md`);
  });
});

describe('withdrawing and deleting', () => {
  test('a withdrawal says why, keeps every other byte, and happens once', async () => {
    await saveAs(hoa);
    await ready();
    await publish(ledger, lan, name);
    const before = ledger.git('show', `main:${file}`);
    const commit = await withdraw(ledger, lan, name, 'Số liệu: chưa được xác nhận');
    const after = ledger.git('show', `main:${file}`);
    expect(after).toMatch(/\nwithdrawn:\n {2}date: '?20\d\d-\d\d-\d\d'?\n {2}reason: '/);
    expect(after.replace(/withdrawn:\n.*\n.*\n/, '')).toBe(before);
    expect(ledger.git('log', '-1', '--format=%an', commit)).toBe('Phạm Thị Lan');
    expect((await refused(withdraw(ledger, lan, name, 'Lần nữa'))).status).toBe(422);
  });

  test('a deleted draft is gone from the room and kept in the archive', async () => {
    const { commit } = await saveAs(hoa);
    await deleteDraft(ledger, lan, name);
    expect((await refused(requireDraft(ledger, lan, 'articles', name.id))).status).toBe(404);
    expect(ledger.git('for-each-ref', '--format=%(objectname)', 'refs/archive')).toContain(commit);
  });

  test('published entries and pictures in use are never deleted', async () => {
    expect((await refused(deleteMedia(ledger, lan, [OLD]))).status).toBe(403);
    const path_ = `articles/2026/03/bai-${count}/anh.png`;
    await addMedia(ledger, lan, { path: path_, bytes: Buffer.from('ảnh') });
    await saveAs(hoa, { text: articleText({ body: `![Ảnh](bai-${count}/anh.png)` }) });
    await ready();
    await publish(ledger, lan, name);
    expect((await refused(deleteMedia(ledger, lan, [path_]))).status).toBe(422);
    const unused = `articles/2026/03/bai-${count}/thua.png`;
    await addMedia(ledger, lan, { path: unused, bytes: Buffer.from('thừa') });
    const changed = addMedia(ledger, lan, { path: unused, bytes: Buffer.from('khác') });
    expect((await refused(changed)).status).toBe(409);
    await deleteMedia(ledger, lan, [unused]);
    expect(ledger.git('ls-tree', '-r', '--name-only', 'main')).not.toContain('thua.png');
  });
});

test('a lock left by a process that was killed is taken away when the ledger is opened', async () => {
  const heads = path.join(ledger.dir, 'content.git', 'refs', 'heads');
  writeFileSync(path.join(heads, 'main.lock'), '');
  await openLedger(ledger.dir, path.join(ledger.folder, 'content'));
  expect(existsSync(path.join(heads, 'main.lock'))).toBe(false);
});

/** A publication from outside: somebody pushes to the published branch. */
async function moveMain(changes: ReadonlyMap<string, string>, author: Person): Promise<void> {
  const { repository } = ledger;
  const main = await repository.main();
  const tree = await repository.tree(main, changes);
  const commit = await repository.commit({ tree, parents: [main], author, message: 'Từ ngoài\n' });
  expect(await repository.move([{ ref: 'refs/heads/main', from: main, to: commit }])).toBe(true);
}
