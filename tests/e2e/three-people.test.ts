import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AccountDetails } from '../../server/people/account.ts';
import {
  askCms,
  askServer,
  choose,
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

/**
 * The whole way of an article, everything real: accounts and sessions, the ledger, Decap in
 * Chromium, builds. Hoa writes for one department, Nam for another, Bình reviews, Lan publishes.
 */
const TITLE = 'Phòng Văn hoá – Xã hội giúp dân nộp hồ sơ ngay tại thôn';
const SLUG = '2026/10/phong-van-hoa-xa-hoi-giup-dan-nop-ho-so-ngay-tai-thon';
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
  section = await startSection({ seed: 'thuong-phuc', asOf: '2026-10-20', people });
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

async function insertPicture(who: Page, name: string, alt: string, order: number): Promise<void> {
  const background = { r: 40 + order * 120, g: 90, b: 60 };
  const create = { width: 800, height: 600, channels: 3 as const, background };
  const buffer = await sharp({ create }).jpeg().toBuffer();
  await insertBlock(who, 'Ảnh có chú thích');
  await who.getByRole('button', { name: 'Chọn ảnh', exact: true }).first().click();
  const chooser = who.waitForEvent('filechooser');
  await who.getByText('Tải lên', { exact: true }).click();
  await (await chooser).setFiles({ name, mimeType: 'image/jpeg', buffer });
  await who.getByText(name).first().waitFor();
  await who.getByRole('button', { name: 'Dùng tệp đã chọn' }).click();
  await who.getByLabel('Lời mô tả ảnh', { exact: true }).nth(order).fill(alt);
}

async function insertBlock(who: Page, name: string): Promise<void> {
  await who.getByRole('button', { name: 'Chèn thành phần' }).click();
  await who.getByRole('menuitem', { name, exact: true }).click();
}

describe('a contributor writes', () => {
  test('what the department still owes stands on the bar', async () => {
    await at.hoa.getByRole('button', { name: 'Đơn vị còn thiếu' }).click();
    await at.hoa.getByRole('heading', { name: 'Còn thiếu tháng 10 năm 2026' }).waitFor();
    await at.hoa.getByRole('link', { name: '0/2, còn thiếu 2' }).first().waitFor();
    await at.hoa.getByRole('button', { name: 'Đóng', exact: true }).click();
  });

  test('a field that is refused is named, and nothing is saved', async () => {
    const { hoa: page } = at;
    await goTo(page, '#/collections/articles/new');
    await typeInto(field(page, 'Tên bài'), TITLE);
    await page.locator('input[type=date]').first().fill('2026-10-19');
    await choose(page, 'Đơn vị', 'Phòng Văn hoá');
    await choose(page, 'Thể loại', 'Tin');
    await page.getByRole('button', { name: 'Mở rộng' }).first().click();
    await typeInto(field(page, 'Nguồn ảnh'), 'Phòng Văn hoá – Xã hội');
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByRole('heading', { name: 'Chưa lưu, còn 1 chỗ cần sửa' }).waitFor();
    await page.getByRole('button', { name: 'Ảnh đại diện › Tệp ảnh' }).click();
    await page.getByRole('button', { name: 'Đóng', exact: true }).first().click();
    expect(section.git('for-each-ref', DRAFT)).toBe('');
  });

  test('once corrected it is saved with its pictures, and what it will count for is told', async () => {
    const { hoa: page } = at;
    await typeInto(field(page, 'Nguồn ảnh'), '');
    await page.locator('[data-slate-editor]').first().click();
    await page.keyboard.type('Phòng giúp người dân nộp hồ sơ trực tuyến ngay tại thôn.');
    await insertPicture(page, 'ban-huong-dan.jpg', 'Bàn hướng dẫn ở nhà văn hóa thôn', 0);
    await insertPicture(page, 'nguoi-dan.jpg', 'Người dân nộp hồ sơ trên điện thoại', 1);
    await insertBlock(page, 'Bảng có tên');
    await page.getByLabel('Tên bảng', { exact: true }).fill('Hồ sơ nộp tại thôn');
    const table = '| Thôn | Số hồ sơ |\n| --- | --- |\n| Thôn Thượng | 12 |';
    await page.getByLabel('Bảng', { exact: true }).fill(table);
    await save(page);
    await page.getByText('Bài này sẽ được tính cho 2 chỉ tiêu của Phòng Văn hoá').waitFor();
    const files = section.git('diff', '--name-only', 'main', DRAFT).split('\n');
    expect(files.map((file) => path.extname(file)).sort()).toEqual(['.jpg', '.jpg', '.md']);
    expect(section.git('log', '-1', '--format=%an <%ae>', DRAFT)).toBe(
      `${hoa.name} <${hoa.email}>`,
    );
  });

  test('it is sent for review; publishing and deleting are not the contributor’s', async () => {
    const { hoa: page } = at;
    await moveTo(page, 'Bản nháp', 'Chờ duyệt');
    await page.getByRole('button', { name: 'Xóa bản nháp' }).click();
    await page.getByText('Cần vai trò «Duyệt» để xóa bản nháp').first().waitFor();
    const published = await askCms(page, 'publishUnpublishedEntry', NAMED);
    expect([published.status, published.text.includes('«Duyệt»')]).toEqual([403, true]);
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
    expect(html).toContain('alt="Bàn hướng dẫn ở nhà văn hóa thôn"');
    expect(html).toContain('alt="Người dân nộp hồ sơ trên điện thoại"');
    expect(html).toMatch(/<td[^>]*>Thôn Thượng<\/td>/);
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
    await at.lan.getByLabel('Tháng', { exact: true }).selectOption('2026-09');
    await at.lan.getByLabel('Chức danh').fill('Phó Chủ tịch xã');
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
