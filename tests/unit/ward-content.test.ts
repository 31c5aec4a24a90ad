import { afterAll, beforeAll, expect, test } from 'vitest';
import { publish } from '../../server/ledger/publish.ts';
import { setStatus } from '../../server/ledger/review.ts';
import { save } from '../../server/ledger/save.ts';
import { WardContent } from '../../server/ledger/ward-content.ts';
import { withdraw } from '../../server/ledger/withdraw.ts';
import { articleText, binh, hoa, lan, type TestLedger, testLedger } from '../support/ledger.ts';

let ledger: TestLedger;
beforeAll(async () => {
  ledger = await testLedger();
});
afterAll(() => ledger.remove());

const name = (id: string) => ({ collection: 'articles', id });
const saveAs = (id: string, title: string, base = '') =>
  save(ledger, hoa, {
    path: `articles/${id}.md`,
    text: articleText({ title, body: `Nội dung của ${id}.` }),
    uploads: [],
    base,
  });

async function publishOne(id: string): Promise<string> {
  await setStatus(ledger, hoa, name(id), 'pending_review');
  await setStatus(ledger, binh, name(id), 'pending_publish');
  return publish(ledger, lan, name(id));
}

/** What is kept of a commit is what one that knows nothing yet finds in it. */
async function expectFresh(commit: string): Promise<void> {
  const anew = await new WardContent(ledger.repository, { production: false }).checked(commit);
  const known = await ledger.content.checked(commit);
  expect(known.issues).toEqual(anew.issues);
  expect(JSON.stringify(known.store)).toBe(JSON.stringify(anew.store));
  expect(JSON.stringify(known.entries)).toBe(JSON.stringify(anew.entries));
}

test('what was checked when it was saved is not checked again when it is published as it is', async () => {
  const saved = await saveAs('2026/03/mot', 'Bài viết thứ nhất của tôi');
  const atSave = await ledger.content.checked(saved.commit);
  expect(await ledger.content.checked(await publishOne('2026/03/mot'))).toBe(atSave);
});

test('a publication on top of others is checked as it will stand', async () => {
  const first = await saveAs('2026/03/hai', 'Bài viết thứ hai của tôi');
  const second = await saveAs('2026/03/ba', 'Bài viết thứ ba của tôi');
  await publishOne('2026/03/hai');
  const both = await publishOne('2026/03/ba');
  const titles = ({ entries }: Awaited<ReturnType<WardContent['checked']>>) =>
    entries.flatMap(({ data }) => ('title' in data ? [data.title] : []));
  expect(titles(await ledger.content.checked(both))).toEqual(
    expect.arrayContaining(['Bài viết thứ hai của tôi', 'Bài viết thứ ba của tôi']),
  );
  for (const commit of [first.commit, second.commit, both]) await expectFresh(commit);
});

test('a name of a branch is looked up each time; saves, steps and withdrawals are seen', async () => {
  const id = '2026/03/bon';
  const draft = `refs/heads/drafts/articles/${id.replaceAll('/', '+')}`;
  const saved = await saveAs(id, 'Bài viết thứ tư của tôi');
  await expectFresh(draft);
  await saveAs(id, 'Bài viết thứ tư, đã sửa', saved.version);
  await expectFresh(draft);
  await expectFresh('main');
  await publishOne(id);
  await expectFresh('main');
  await withdraw(ledger, lan, name(id), 'Có chỗ sai cần viết lại.');
  await expectFresh('main');
});

test('a file that comes broken from outside is named, and no more once it is mended', async () => {
  const { repository, content } = ledger;
  const file = 'articles/2026/03/nam.md';
  for (const genre of ['không-có', 'brief', 'không-có']) {
    const main = await repository.main();
    const text = articleText({ genre, title: 'Bài viết thứ năm của tôi', body: 'Nội dung năm.' });
    const tree = await repository.tree(main, new Map([[file, await repository.write(text)]]));
    const commit = await repository.commit({ tree, parents: [main], message: 'Từ ngoài\n' });
    await repository.move([{ ref: 'refs/heads/main', from: main, to: commit }]);
    const files = (await content.issues('main')).map((issue) => issue.file);
    expect(files.includes(file)).toBe(genre !== 'brief');
    await expectFresh('main');
  }
});
