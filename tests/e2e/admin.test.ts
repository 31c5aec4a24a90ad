import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EDITED } from '../../admin/forms/collections.ts';
import { parseEntries } from '../../src/core/store/entry.ts';
import { BLOCKS } from '../../src/core/text/blocks.ts';
import { readEntry } from '../../src/reader/entry.ts';
import { buildInto, launchBrowser } from '../support/built-site.ts';
import { type CmsServer, serveCms } from '../support/cms-server.ts';
import { englishIn } from '../support/decap-english.ts';

/** One built section with samples, at a path of its own, and a fresh copy of its content. */
const folder = mkdtempSync(path.join(tmpdir(), 'cchc-admin-'));
const outDir = path.join(folder, 'dist');
const contentDir = path.join(folder, 'content');
const ENTRY = 'articles/2026/10/uy-quyen-lam-thu-tuc';

let cms: CmsServer;
let browser: Browser;

beforeAll(async () => {
  cpSync('src/content', contentDir, { recursive: true });
  buildInto(outDir, { CONTENT_DIR: 'src/content', AS_OF: '2026-10-20', BASE: '/cchc' });
  cms = await serveCms({ outDir, contentDir, base: '/cchc' });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await cms?.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Opened {
  page: Page;
  complaints: string[];
  /** Questions the browser asked, and that were answered with yes. */
  questions: string[];
}

/** Opens a place of the room in a window of its own and notes whatever the browser complains of. */
async function open(hash: string, viewport = { width: 1366, height: 768 }): Promise<Opened> {
  const context = await browser.newContext({ viewport, locale: 'vi-VN' });
  const page = await context.newPage();
  const complaints: string[] = [];
  const questions: string[] = [];
  page.on('console', (message) => {
    if (/Content.Security.Policy|EvalError/i.test(message.text())) complaints.push(message.text());
  });
  // Decap rejects promises with plain objects once it has told the person what went wrong.
  page.on('pageerror', (error) => error.message !== 'Object' && complaints.push(error.message));
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    const own = origin === new URL(cms.origin).origin || ['blob:', 'data:'].includes(protocol);
    if (!own) complaints.push(request.url());
  });
  page.on('dialog', async (dialog) => {
    questions.push(dialog.message());
    await dialog.accept();
  });
  await page.goto(`${cms.origin}/admin/${hash}`);
  return { page, complaints, questions };
}

/** Waits for a value: the machine that runs the tests may be busy with others. */
const soon = <T>(value: () => T) => expect.poll(value, { timeout: 20_000 });

/** A field by the words its label begins with; the frame around it is named «Trường …». */
const field = (page: Page, label: string) => page.getByLabel(new RegExp(`^${label}`)).first();

/** Picks a choice of one of Decap's lists by what a person reads. */
async function choose(page: Page, label: string, choice: string): Promise<void> {
  await field(page, label).click();
  await page.getByRole('option', { name: choice }).first().click();
}

async function fillArticle(page: Page, title: string): Promise<void> {
  await field(page, 'Tên bài').fill(title);
  await page.locator('input[type=date]').first().fill('2026-10-19');
  await choose(page, 'Đơn vị', 'Phòng Văn hóa - Xã hội');
  await choose(page, 'Thể loại', 'Tin');
}

/** A real picture, large enough to be made smaller. */
async function picture(): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const background = { r: 40, g: 90, b: 60 };
  const buffer = await sharp({ create: { width: 2400, height: 1200, channels: 3, background } })
    .withExif({ IFD0: { Artist: 'Ai đó' } })
    .jpeg()
    .toBuffer();
  return { name: 'Ảnh Lễ ra mắt.jpg', mimeType: 'image/jpeg', buffer };
}

const save = (page: Page) => page.getByRole('button', { name: 'Lưu', exact: true }).click();
/** Decap reads a new draft once more before it lets go of it. */
async function reopened(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Trạng thái: Bản nháp' }).waitFor();
  await page.getByText('Đã lưu mọi thay đổi').waitFor();
}
const fileOf = (key: string) => cms.drafts.get(key)?.files.get(`${key}.md`) ?? '';

describe('an article from the first word to the page', () => {
  const key = 'articles/2026/10/phuong-doi-moi-cach-hen-gio-tra-ket-qua';
  let opened: Opened;
  beforeAll(async () => {
    opened = await open('#/collections/articles/new');
  });
  afterAll(() => opened?.page.context().close());

  test('what the schema refuses is not saved, and its field is named', async () => {
    const { page } = opened;
    await fillArticle(page, 'Phường đổi mới cách hẹn giờ trả kết quả');
    await page.getByRole('button', { name: 'Mở rộng' }).first().click();
    await field(page, 'Nguồn ảnh').fill('Phòng Văn hóa - Xã hội');
    await save(page);
    await page.getByRole('heading', { name: 'Chưa lưu, còn 1 chỗ cần sửa' }).waitFor();
    await page.getByRole('button', { name: 'Ảnh đại diện › Tệp ảnh' }).waitFor();
    expect(cms.drafts.size).toBe(0);
  });

  test('it is saved with its picture where the reader expects them', async () => {
    const { page, complaints } = opened;
    await page.getByRole('button', { name: 'Đóng', exact: true }).first().click();
    await page.getByRole('button', { name: 'Chọn ảnh', exact: true }).first().click();
    const chooser = page.waitForEvent('filechooser');
    await page.getByText('Tải lên', { exact: true }).click();
    await (await chooser).setFiles(await picture());
    // What was uploaded is what is chosen.
    await page.getByText('anh-le-ra-mat.jpg').waitFor();
    await page.getByRole('button', { name: 'Dùng tệp đã chọn' }).click();
    await save(page);
    await page.getByText('Bài này sẽ tính cho 1 chỉ tiêu.').waitFor();
    await reopened(page);
    expect([...cms.drafts.keys()]).toEqual([key]);
    expect(fileOf(key)).toBe(
      [
        '---',
        'title: Phường đổi mới cách hẹn giờ trả kết quả',
        'date: 2026-10-19',
        'department: vhxh',
        'genre: brief',
        'image:',
        '  src: phuong-doi-moi-cach-hen-gio-tra-ket-qua/anh-le-ra-mat.jpg',
        '  credit: Phòng Văn hóa - Xã hội',
        '---',
        '',
      ].join('\n'),
    );
    const [[file, content] = ['', '']] = [...(cms.drafts.get(key)?.media ?? [])];
    expect(file).toBe(`${key}/anh-le-ra-mat.jpg`);
    const kept = await sharp(Buffer.from(content, 'base64')).metadata();
    expect([kept.width, kept.height, kept.exif]).toEqual([2000, 1000, undefined]);
    expect(complaints).toEqual([]);
  });

  test('its address stays when the title changes', async () => {
    const { page } = opened;
    await field(page, 'Tên bài').fill('Phường hẹn giờ trả kết quả qua điện thoại');
    await save(page);
    await soon(() => fileOf(key)).toContain('title: Phường hẹn giờ trả kết quả qua điện');
    expect([...cms.drafts.keys()]).toEqual([key]);
  });

  test('the preview shows the page with the picture that nobody has published', async () => {
    const frame = opened.page.frameLocator('iframe');
    await frame.getByRole('heading', { level: 1, name: 'Phường hẹn giờ trả kết quả' }).waitFor();
    const shown = frame.locator('figure img');
    await shown.waitFor();
    await soon(() => shown.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(2000);
  });

  test('it goes through review and out', async () => {
    const { page, questions } = opened;
    await page.getByRole('button', { name: 'Trạng thái: Bản nháp' }).click();
    await page.getByRole('menuitem', { name: 'Sẵn sàng' }).click();
    await soon(() => cms.drafts.get(key)?.status).toBe('pending_publish');
    await page.getByRole('button', { name: 'Đăng', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Đăng ngay' }).click();
    await soon(() => cms.drafts.size).toBe(0);
    expect(questions).toContain('Đăng mục này lên trang?');
    await page.getByRole('link', { name: 'Xem trang', exact: true }).first().waitFor();
    const { entries } = parseEntries([readPublished(`${key}.md`)]);
    expect(entries.map(({ id }) => id)).toEqual([key.replace('articles/', '')]);
  });
});

function readPublished(file: string) {
  const read = readEntry(file, readFileSync(path.join(contentDir, file), 'utf8'));
  if (!('entry' in read)) throw new Error(`${file} cannot be read`);
  return read.entry;
}

test('a block comes from a button, and what was published is not deleted', async () => {
  const { page } = await open(`#/collections/articles/entries/${ENTRY.slice(9)}`);
  await page.getByRole('button', { name: 'Chèn thành phần' }).click();
  const names = await page.getByRole('menuitem').allTextContents();
  expect(names.sort()).toEqual(['Ảnh', ...Object.values(BLOCKS).map(({ label }) => label)].sort());
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Đã đăng' }).click();
  expect(await page.getByRole('menuitem').allTextContents()).toEqual(['Nhân bản']);
  await page.context().close();
});

describe('nothing of a colleague is lost', () => {
  test('a save on top of another one is refused, compared, and not offered again', async () => {
    const { page, questions } = await open(`#/collections/articles/entries/${ENTRY.slice(9)}`);
    await field(page, 'Tác giả').fill('Người thứ nhất');
    await save(page);
    await soon(() => fileOf(ENTRY)).toContain('author: Người thứ nhất');
    await reopened(page);
    cms.saveAsColleague(ENTRY, `${ENTRY}.md`, fileOf(ENTRY).replace('thứ nhất', 'thứ hai'));
    await field(page, 'Tác giả').fill('Người thứ nhất viết thêm');
    await save(page);
    await page.getByRole('heading', { name: 'Trần Văn Bình đã lưu mục này' }).waitFor();
    await page.locator('mark', { hasText: 'Người thứ nhất viết thêm' }).waitFor();
    await page.locator('mark', { hasText: 'Người thứ hai' }).waitFor();
    expect(fileOf(ENTRY)).toContain('author: Người thứ hai');
    // Decap backs a form up two seconds after the last letter.
    await field(page, 'Tác giả').fill('Người thứ nhất viết mãi');
    await page.waitForTimeout(2500);
    await page.reload();
    await soon(() => field(page, 'Tác giả').inputValue()).toBe('Người thứ hai');
    expect(questions.filter((question) => question.includes('bản viết dở'))).toEqual([]);
    await page.context().close();
  });

  test('who has the same entry open is named', async () => {
    const { page } = await open(`#/collections/articles/entries/${ENTRY.slice(9)}`);
    await page.getByText('Trần Văn Bình cũng đang mở mục này.').waitFor();
    await page.context().close();
  });
});

describe('every screen', () => {
  const screens = [
    ...EDITED.map((name) => `#/collections/${name}`),
    ...['articles', 'procedureChanges', 'activities', 'practices', 'plans', 'pages'].map(
      (name) => `#/collections/${name}/new`,
    ),
    ...['ward', 'departments'].map((name) => `#/collections/${name}/entries/${name}`),
    '#/collections/plans/entries/58-kh-ubnd-2026',
    '#/workflow',
    '#/search/khai',
    '#/nowhere',
  ];
  const sizes = [
    { width: 1366, height: 768 },
    { width: 390, height: 844 },
  ];

  test.each(sizes)('speaks Vietnamese at $width × $height', async (size) => {
    const { page, complaints } = await open(screens[0] ?? '', size);
    for (const screen of screens) {
      await page.evaluate((hash) => {
        window.location.hash = hash;
      }, screen);
      await page.waitForTimeout(400);
      await openEverything(page);
      const reach = await page.evaluate(() => document.documentElement.scrollWidth);
      expect({ screen, fits: reach <= size.width }).toEqual({ screen, fits: true });
      expect({ screen, english: englishIn(await wordsOn(page)) }).toEqual({ screen, english: [] });
    }
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

/** Opens the folded groups, adds a first item to every list, and opens the menus of a screen. */
async function openEverything(page: Page): Promise<void> {
  const menus = ['Sắp xếp theo', 'Lọc theo', 'Nhóm theo', 'Chèn thành phần', 'Tiêu đề', 'Đã đăng'];
  for (const name of ['Mở rộng', 'Thêm mục', ...menus]) {
    const buttons = page.getByRole('button', { name });
    for (let at = (await buttons.count()) - 1; at >= 0; at -= 1) {
      await buttons.nth(at).evaluate((element: HTMLElement) => element.click());
    }
  }
}

/** Every text, and every text that only programs read aloud, of a screen. */
function wordsOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const spoken = ['aria-label', 'title', 'placeholder', 'alt', 'aria-roledescription'];
    const texts: string[] = [];
    for (const element of document.querySelectorAll('body *')) {
      if (element.matches('style, script')) continue;
      for (const name of spoken) texts.push(element.getAttribute(name) ?? '');
      for (const child of element.childNodes) {
        if (child.nodeType === Node.TEXT_NODE) texts.push(child.textContent ?? '');
      }
    }
    return [...new Set(texts)];
  });
}

describe('the door', () => {
  test('who has not signed in is sent to sign in', async () => {
    cms.signedIn = false;
    const { page } = await open('');
    await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/cchc/admin/dang-nhap');
    cms.signedIn = true;
    await page.context().close();
  });

  test('without JavaScript the page says what is needed, and it holds nothing inline', async () => {
    const html = await (await fetch(`${cms.origin}/admin/`)).text();
    expect(html).toMatch(/<noscript>\s*<p>\s*Phòng biên tập cần JavaScript\./);
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=/);
  });

  test('every request of the room bears the header that other sites cannot set', () => {
    expect(cms.actions.filter(({ headers }) => headers['x-cchc'] !== '1')).toEqual([]);
    expect(cms.actions.length).toBeGreaterThan(10);
  });
});
