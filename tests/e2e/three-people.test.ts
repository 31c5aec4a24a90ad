import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AccountDetails } from '../../server/people/account.ts';
import {
  askCms,
  askServer,
  choose,
  chooseWord,
  enter,
  field,
  goTo,
  moveTo,
  openForm,
  publish,
  save,
  soon,
  typeInto,
} from '../support/at-the-room.ts';
import { launchBrowser } from '../support/built-site.ts';
import { articleText, binh, gitIn, hoa, lan, nam } from '../support/ledger.ts';
import { type RunningSection, startSection } from '../support/section.ts';
import { planFile } from '../support/word-files.ts';

/**
 * The whole way of an article, everything real: accounts and sessions, the ledger, Decap in
 * Chromium, builds. Hoa writes for one department, Nam for another, Bình reviews, Lan publishes.
 */
const TITLE = 'Kế hoạch tuyên truyền cải cách hành chính năm 2026';
const SLUG = '2026/10/ke-hoach-tuyen-truyen-cai-cach-hanh-chinh-nam-2026';
const ENTRY = `articles/entries/${SLUG}`;
const NAMED = { collection: 'articles', slug: SLUG };
const ADDRESS = `/tin-bai/${SLUG}/`;
const DRAFT = `refs/heads/drafts/articles/${SLUG.replaceAll('/', '+')}`;

let section: RunningSection;
let browser: Browser;
const at = {} as Record<'hoa' | 'nam' | 'binh' | 'lan', Page>;
const complaints: string[][] = [];

beforeAll(async () => {
  const people = [hoa, nam, binh, lan] as AccountDetails[];
  section = await startSection({ content: 'seeds/thuong-phuc', asOf: '2026-10-20', people });
  browser = await launchBrowser();
  for (const { id } of people) {
    const visitor = await enter(browser, section.origin, id);
    at[id as keyof typeof at] = visitor.page;
    complaints.push(visitor.complaints);
  }
});
afterAll(async () => {
  await browser?.close();
  await section?.close();
});

const page = async (address: string) => (await fetch(section.origin + address)).text();

/** What the plan's rule counts for the department in October, as programs read it. */
async function counted(): Promise<{ actual: number; counted: { title: string }[] }> {
  const { tallies } = JSON.parse(await page('/du-lieu/v1/chi-tieu.json'));
  return tallies.find(
    (one: Record<string, string>) => one['rule'] === 'tp-2a' && one['period'] === '2026-10',
  );
}

/** The same number as officials read it. */
async function shown(): Promise<string | undefined> {
  const html = await page('/can-bo/chi-tieu/');
  const cell = html.slice(html.indexOf('#tp-2a-vhxh-2026-10'));
  return /class="quota-number">([^<]*)</.exec(cell)?.[1];
}

const main = (format: string) => section.git('log', '-1', `--format=${format}`, 'main');
const news = (who: Page, text: string | RegExp) =>
  who.locator('.room-news', { hasText: text }).waitFor();

/** The credit of the picture above the article; pictures within it have one each before it. */
const creditOfCover = (who: Page) => who.getByLabel('Nguồn ảnh').last();
const card = (who: Page) => who.locator('[class*="-WorkflowCardContainer"]', { hasText: TITLE });
const column = (who: Page, name: string) =>
  who.locator('[class*="-column"]', { has: who.getByRole('heading', { name, exact: true }) });

describe('a contributor writes', () => {
  test('what the department still owes stands on the bar', async () => {
    await at.hoa.getByRole('button', { name: 'Đơn vị còn thiếu' }).click();
    await at.hoa.getByRole('heading', { name: 'Còn thiếu tháng 10 năm 2026' }).waitFor();
    await at.hoa.getByRole('link', { name: '0/2, còn thiếu 2' }).first().waitFor();
    await at.hoa.getByRole('button', { name: 'Đóng', exact: true }).click();
  });

  test('a Word file fills the form, and what it lacks is asked for', async () => {
    const { hoa: page } = at;
    await goTo(page, '#/collections/articles/new');
    await field(page, 'Tên bài').waitFor();
    await chooseWord(page, 'Kế hoạch 58.docx', await planFile());
    await page.getByText('Ảnh ke-hoach-58-2.png (sau đoạn').waitFor();
    await page.getByText('chưa có lời mô tả; hãy viết một câu').waitFor();
    await soon(() => field(page, 'Tên bài').inputValue()).toBe(TITLE);
    await page.locator('input[type=date]').first().fill('2026-10-19');
    await choose(page, 'Đơn vị', 'Phòng Văn hoá');
    await choose(page, 'Thể loại', 'Tin');
  });

  test('a field that is refused is named, and nothing is saved', async () => {
    const { hoa: page } = at;
    await page.getByRole('button', { name: 'Mở rộng' }).first().click();
    await typeInto(creditOfCover(page), 'Phòng Văn hoá – Xã hội');
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByRole('heading', { name: 'Chưa lưu, còn 1 chỗ cần sửa' }).waitFor();
    await page.getByRole('button', { name: 'Ảnh đại diện › Tệp ảnh' }).click();
    await page.getByRole('button', { name: 'Đóng', exact: true }).first().click();
    expect(section.git('for-each-ref', DRAFT)).toBe('');
  });

  test('once corrected it is saved with both pictures, and what it will count for is told', async () => {
    const { hoa: page } = at;
    await typeInto(creditOfCover(page), '');
    const description = page.getByLabel('Lời mô tả ảnh', { exact: true }).nth(1);
    await typeInto(description, 'Tổ công nghệ số hướng dẫn người dân');
    await save(page);
    await page.getByText('Bài này sẽ được tính cho 2 chỉ tiêu của Phòng Văn hoá').waitFor();
    const files = section.git('diff', '--name-only', 'main', DRAFT).split('\n');
    expect(files.map((file) => path.extname(file)).sort()).toEqual(['.jpg', '.md', '.png']);
    expect(section.git('log', '-1', '--format=%an <%ae>', DRAFT)).toBe(
      `${hoa.name} <${hoa.email}>`,
    );
  });

  test('it is sent for review; what only others may do is not offered', async () => {
    const { hoa: page } = at;
    await page.getByRole('button', { name: 'Trạng thái: Bản nháp' }).click();
    expect(await page.getByRole('menuitem').allTextContents()).toEqual(['Bản nháp', 'Chờ duyệt']);
    await page.getByRole('menuitem', { name: 'Chờ duyệt' }).click();
    await page.getByRole('button', { name: 'Trạng thái: Chờ duyệt' }).waitFor();
    for (const name of ['Đăng', 'Xóa bản nháp']) {
      expect([name, await page.getByRole('button', { name, exact: true }).count()]).toEqual([
        name,
        0,
      ]);
    }
    await goTo(page, '#/workflow');
    await card(page).waitFor();
    expect(await card(page).getByRole('button').count()).toBe(0);
    expect(await card(page).textContent()).not.toContain('::');
  });

  test('what is not offered is refused all the same, and a card goes back to its column', async () => {
    const { hoa: page } = at;
    for (const action of ['publishUnpublishedEntry', 'deleteUnpublishedEntry']) {
      const { status, text } = await askCms(page, action, NAMED);
      expect([action, status, text.includes('«Duyệt»')]).toEqual([action, 403, true]);
    }
    await card(page).dragTo(column(page, 'Sẵn sàng'));
    await page.getByText(/Không đổi được trạng thái: Cần vai trò «Biên tập»/).waitFor();
    expect(await column(page, 'Chờ duyệt').getByText(TITLE).count()).toBe(1);
    expect(section.git('log', '-1', '--format=%(trailers:key=Status,valueonly)', DRAFT)).toBe(
      'pending_review',
    );
  });
});

test('a contributor of another department meets the draft nowhere', async () => {
  const { nam: page } = at;
  await goTo(page, '#/workflow');
  await page.getByText('0 mục chờ duyệt').waitFor();
  expect(await page.getByText(TITLE).count()).toBe(0);
  await goTo(page, `#/collections/${ENTRY}`);
  await news(page, 'Bản nháp này của đơn vị khác.');
  await page.getByRole('heading', { name: 'Tin, bài', exact: true }).waitFor();
  const file = { ...NAMED, path: `articles/${SLUG}.md` };
  for (const [action, params] of [
    ['unpublishedEntry', NAMED],
    ['unpublishedEntryDataFile', file],
    ['updateUnpublishedEntryStatus', { ...NAMED, newStatus: 'draft' }],
    ['deleteUnpublishedEntry', NAMED],
  ] as const) {
    expect([action, (await askCms(page, action, params)).status]).toEqual([action, 403]);
  }
  expect((await askCms(page, 'unpublishedEntries', {})).text).toBe('[]');
  expect((await askServer(page, 'presence', NAMED)).status).toBe(403);
});

describe('the chief editor reviews', () => {
  test('gives it back with a comment, and sees who else has it open', async () => {
    const { binh: page } = at;
    await goTo(page, '#/workflow');
    await page.getByText(TITLE).first().waitFor();
    await openForm(at.hoa, ENTRY);
    await openForm(page, ENTRY);
    await page.getByText(`${hoa.name} cũng đang mở mục này.`).waitFor();
    await page.getByRole('button', { name: 'Trả lại …' }).click();
    await page.getByLabel('Ý kiến cho người viết').fill('Ghi rõ giờ hướng dẫn trong tuần.');
    await page.getByRole('button', { name: 'Trả lại', exact: true }).click();
    await page.getByRole('button', { name: 'Trạng thái: Bản nháp' }).waitFor();
  });

  test('the writer reads the comment, corrects, and sends it again', async () => {
    const { hoa: page } = at;
    await openForm(page, ENTRY);
    await page.getByRole('heading', { name: `${binh.name} đã trả lại bài này` }).waitFor();
    await page.getByText('Ghi rõ giờ hướng dẫn trong tuần.').first().waitFor();
    await typeInto(field(page, 'Tóm tắt'), 'Sáng thứ Ba và thứ Năm, phòng giúp dân nộp hồ sơ.');
    await save(page);
    await moveTo(page, 'Bản nháp', 'Chờ duyệt');
  });

  test('a save on top of a colleague’s is refused with both texts', async () => {
    await Promise.all([openForm(at.binh, ENTRY), openForm(at.lan, ENTRY)]);
    await typeInto(field(at.lan, 'Người duyệt'), 'Phó Chủ tịch xã');
    await save(at.lan);
    await typeInto(field(at.binh, 'Người biên tập'), 'Tổ biên tập của xã');
    await at.binh.getByRole('button', { name: 'Lưu', exact: true }).click();
    await at.binh.getByRole('heading', { name: `${lan.name} đã lưu mục này` }).waitFor();
    await at.binh.locator('mark', { hasText: 'Tổ biên tập của xã' }).waitFor();
    await at.binh.locator('mark', { hasText: 'Phó Chủ tịch xã' }).waitFor();
    await at.binh.getByRole('button', { name: 'Mở bản mới' }).click();
    await soon(() => field(at.binh, 'Người duyệt').inputValue()).toBe('Phó Chủ tịch xã');
    expect(await field(at.binh, 'Người biên tập').inputValue()).toBe('');
  });
});

describe('the publisher publishes', () => {
  test('citizens see the page, and the number rises by one', async () => {
    expect([(await counted()).actual, await shown()]).toEqual([0, '0/2']);
    await openForm(at.lan, ENTRY);
    await moveTo(at.lan, 'Chờ duyệt', 'Sẵn sàng');
    await publish(at.lan);
    await news(at.lan, /Đang xuất bản/);
    const link = at.lan.locator('.room-news').getByRole('link', { name: 'Xem trang' });
    expect(await link.getAttribute('href')).toBe(`/cchc${ADDRESS}`);
    const html = await page(ADDRESS);
    expect(html).toContain(`${TITLE}</h1>`);
    expect(html).toContain('alt="Quầy tiếp nhận hồ sơ"');
    expect(html).toContain('alt="Tổ công nghệ số hướng dẫn người dân"');
    expect(html).toMatch(/<td[^>]*>Phòng Văn hóa - Xã hội<\/td>/);
    expect(await shown()).toBe('1/2');
    const now = await counted();
    expect([now.actual, now.counted.map(({ title }) => title)]).toEqual([1, [TITLE]]);
  });

  test('the commit bears its writer, and who published it', () => {
    expect(main('%an <%ae>')).toBe(`${hoa.name} <${hoa.email}>`);
    expect(main('%(trailers:key=Published-By,valueonly)').trim()).toBe(
      `${lan.name} <${lan.email}>`,
    );
    expect(section.git('for-each-ref', 'refs/heads/drafts')).toBe('');
  });

  test('another department may read it in the room, and is told so before anything is typed', async () => {
    await openForm(at.nam, ENTRY);
    await at.nam.getByRole('heading', { name: 'Bài này chỉ để xem' }).waitFor();
    expect(await at.nam.getByRole('button', { name: 'Gỡ bài …' }).count()).toBe(0);
  });

  test('withdraws it with a reason, and the number falls again', async () => {
    await openForm(at.lan, ENTRY);
    await at.lan.getByRole('button', { name: 'Gỡ bài …' }).click();
    await at.lan.getByLabel('Lý do gỡ').fill('Giờ hướng dẫn đã thay đổi.');
    await at.lan.getByRole('button', { name: 'Gỡ bài', exact: true }).click();
    await news(at.lan, 'Đã gỡ bài; trang của bài nay ghi lý do gỡ.');
    expect(await page(ADDRESS)).toContain('Giờ hướng dẫn đã thay đổi.');
    expect([(await counted()).actual, await shown()]).toEqual([0, '0/2']);
    expect(main('%an')).toBe(lan.name);
  });

  test('closes a month as the command does, and the audit log tells', async () => {
    const refused = await askServer(at.binh, 'close', { month: '2026-09' });
    expect([refused.status, refused.text.includes('khóa sổ tháng')]).toEqual([403, true]);
    const early = await askServer(at.lan, 'close', { month: '2026-10' });
    expect([early.status, early.text.includes('Khóa sổ được từ ngày 01/11/2026')]).toEqual([
      422,
      true,
    ]);
    await at.lan.locator('.room-account summary').click();
    await at.lan.getByRole('button', { name: 'Khóa sổ tháng …' }).click();
    const dialog = at.lan.getByRole('dialog');
    await dialog.getByLabel('Tháng', { exact: true }).selectOption('2026-09');
    await dialog.getByLabel('Chức danh').fill('Phó Chủ tịch xã');
    await at.lan.getByRole('button', { name: 'Khóa sổ', exact: true }).click();
    await news(at.lan, 'Đã khóa sổ.');
    expect(main('%an: %s')).toBe(`${lan.name}: Khóa sổ 2026-09`);
    const kept = section.git('show', 'main:closings/2026-09.yaml');
    expect(kept).toContain('closedOn: 2026-10-20\nby: Phó Chủ tịch xã\n');
    const again = await askServer(at.lan, 'close', { month: '2026-09' });
    expect([again.status, again.text.includes('đã khóa sổ ngày 20/10/2026')]).toEqual([422, true]);
    const [month = ''] = await section.people.audit.months();
    const closings = (await section.people.audit.read(month)).filter(
      ({ action }) => action === 'month.close',
    );
    expect(closings.map(({ person, outcome }) => [person, outcome])).toEqual([
      ['lan', 'refused'],
      ['lan', 'ok'],
      ['lan', 'refused'],
      ['binh', 'refused'],
    ]);
  });
});

test('a build that fails names the entry that came broken from outside', async () => {
  const slug = '2026/10/bai-thu-hai';
  const named = { collection: 'articles', slug };
  const raw = articleText({ title: 'Phòng trả lời câu hỏi của người dân', date: '2026-10-19' });
  const dataFiles = [{ path: `articles/${slug}.md`, slug, raw, base: '' }];
  expect((await askCms(at.hoa, 'persistEntry', { dataFiles, assets: [] })).status).toBe(200);
  await askCms(at.hoa, 'updateUnpublishedEntryStatus', { ...named, newStatus: 'pending_review' });
  const clone = path.join(section.folder, 'clone');
  gitIn(section.folder, 'clone', '--quiet', path.join(section.folder, 'ledger/content.git'), clone);
  const broken = 'articles/2026/10/tu-ngoai.md';
  writeFileSync(path.join(clone, broken), articleText({ date: '2026-02-30' }));
  gitIn(clone, 'add', '.');
  gitIn(clone, '-c', 'user.name=KT', '-c', 'user.email=kt@x', 'commit', '-qm', 'Từ ngoài');
  gitIn(clone, 'push', '--quiet', 'origin', 'main');
  await openForm(at.lan, `articles/entries/${slug}`);
  await moveTo(at.lan, 'Chờ duyệt', 'Sẵn sàng');
  await publish(at.lan);
  await news(at.lan, broken);
  await news(at.lan, '2026-02-30');
  expect(await page(ADDRESS)).toContain('Giờ hướng dẫn đã thay đổi.');
});

test('no browser met anything that the policy of the room forbids', () => {
  expect(complaints.flat()).toEqual([]);
});
