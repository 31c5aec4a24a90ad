import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { EntryIndex } from '../../server/ledger/entry-index.ts';
import { entryList } from '../../server/ledger/entry-list.ts';
import { publish } from '../../server/ledger/publish.ts';
import { deleteDraft } from '../../server/ledger/remove.ts';
import { setStatus } from '../../server/ledger/review.ts';
import { save } from '../../server/ledger/save.ts';
import { placesIn } from '../../server/ledger/seed.ts';
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

let ledger: TestLedger;
beforeAll(async () => {
  ledger = await testLedger();
});
afterAll(() => ledger.remove());

const listFor = (who: Person, query = '', of: TestLedger = ledger) =>
  entryList(of, who, {
    collection: 'articles',
    query: new URLSearchParams(query),
    asOf: '2026-06-30',
  });
const titles = async (who: Person, query = '') =>
  (await listFor(who, query)).rows.map(({ title }) => title);

/** What the index answers is what one that knows nothing yet reads out of git. */
async function expectFresh(): Promise<void> {
  for (const who of [hoa, nam, lan]) {
    const anew = { ...ledger, index: new EntryIndex(ledger.repository) };
    expect(await listFor(who)).toEqual(await listFor(who, '', anew));
  }
}

const saveAs = (who: Person, id: string, title: string, base = '', department = 'vhxh') =>
  save(ledger, who, {
    path: `articles/${id}.md`,
    text: articleText({ title, department, body: `Nội dung của ${id}.` }),
    uploads: [],
    base,
  });
const name = (id: string) => ({ collection: 'articles', id });

test('every change is in the next list: saves, steps, publications, withdrawals, deletions', async () => {
  const id = '2026/03/bai-thu';
  await expectFresh();
  const saved = await saveAs(hoa, id, 'Tên bài ban đầu của tôi');
  expect(await titles(hoa, 'tinh-trang=ban-nhap')).toEqual(['Tên bài ban đầu của tôi']);
  await saveAs(hoa, id, 'Tên bài đã sửa lại', saved.version);
  expect(await titles(hoa, 'tinh-trang=ban-nhap')).toEqual(['Tên bài đã sửa lại']);
  await expectFresh();
  await setStatus(ledger, hoa, name(id), 'pending_review');
  expect(await titles(binh, 'tinh-trang=cho-duyet')).toEqual(['Tên bài đã sửa lại']);
  await setStatus(ledger, binh, name(id), 'pending_publish');
  expect(await titles(nam, 'tim=da+sua+lai')).toEqual([]);
  await publish(ledger, lan, name(id));
  expect(await titles(nam, 'tim=da+sua+lai&tinh-trang=da-dang')).toEqual(['Tên bài đã sửa lại']);
  await expectFresh();
  await withdraw(ledger, lan, name(id), 'Có chỗ sai cần viết lại.');
  expect(await titles(nam, 'tinh-trang=da-go')).toEqual(['Tên bài đã sửa lại']);
  await saveAs(hoa, '2026/03/bai-bo', 'Bài này sẽ bị xóa');
  expect(await titles(hoa, 'tim=se+bi+xoa')).toHaveLength(1);
  await deleteDraft(ledger, lan, name('2026/03/bai-bo'));
  expect(await titles(hoa, 'tim=se+bi+xoa')).toEqual([]);
  await expectFresh();
});

test('what comes from outside is seen as well: a push, a renamed department, a broken file', async () => {
  const clone = path.join(ledger.folder, 'clone');
  execFileSync('git', ['clone', '-q', placesIn(ledger.dir).repository, clone]);
  const units = path.join(clone, 'departments.yaml');
  writeFileSync(units, readFileSync(units, 'utf8').replace('Phòng Kinh tế', 'Phòng Kinh tế mới'));
  mkdirSync(path.join(clone, 'articles/2026/04'), { recursive: true });
  const write = (file: string, text: string) =>
    writeFileSync(path.join(clone, 'articles/2026/04', file), text);
  write('tu-ngoai.md', articleText({ title: 'Bài từ bên ngoài', department: 'kt' }));
  write('hong.md', '---\ntitle: "chưa đóng\n---\n');
  gitIn(clone, 'add', '.');
  gitIn(clone, '-c', 'user.name=Ngoài', '-c', 'user.email=n@x.vn', 'commit', '-qm', 'Từ ngoài');
  gitIn(clone, 'push', '-q', 'origin', 'HEAD:main');
  const { rows } = await listFor(nam, 'tim=ben+ngoai');
  expect(rows).toMatchObject([{ id: '2026/04/tu-ngoai', departments: 'Phòng Kinh tế mới' }]);
  expect(await titles(nam)).toContain('Chưa có tên (2026/04/hong)');
  await expectFresh();
});

test('a draft is seen by its own department and by who reviews; its published text by everybody', async () => {
  const id = '2026/03/ke-hoach-tuyen-truyen-cchc-2026';
  const published = await ledger.repository.version('main', `articles/${id}.md`);
  await saveAs(binh, id, 'Tên mới chỉ có trong bản nháp', published);
  const seen = async (who: Person) => (await listFor(who)).rows.find((row) => row.id === id);
  for (const who of [hoa, binh, lan]) {
    expect((await seen(who))?.title).toBe('Tên mới chỉ có trong bản nháp');
    expect((await seen(who))?.note).toMatch(/^Nguyễn Thanh Bình sửa ngày \d\d\//);
  }
  const other = await seen(nam);
  expect([other?.title === 'Tên mới chỉ có trong bản nháp', other?.note]).toEqual([
    false,
    undefined,
  ]);
  expect(other?.states.map(({ value }) => value)).not.toContain('ban-nhap');
});

test('many readers at once, while somebody saves and publishes', async () => {
  const work = Array.from({ length: 6 }, async (_, at) => {
    await saveAs(hoa, `2026/05/dong-${at}`, `Bài viết cùng lúc số ${at}`);
    return listFor(lan, 'tim=cung+luc');
  });
  await Promise.all([...work, ...Array.from({ length: 20 }, () => listFor(nam))]);
  expect(await titles(lan, 'tim=cung+luc')).toHaveLength(6);
  await expectFresh();
});

test.each(['ward', 'constructor', '../articles', ''])('«%s» has no list', async (collection) => {
  const asked = entryList(ledger, lan, {
    ...{ collection, query: new URLSearchParams(), asOf: '2026-06-30' },
  });
  await expect(asked).rejects.toMatchObject({ status: 404 });
});
