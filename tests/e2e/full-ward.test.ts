import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFaults } from '../support/axe.ts';
import { type BuiltSite, launchBrowser, serveBuilt } from '../support/built-site.ts';
import { FULL_WARD, writeFullWard } from '../support/full-ward.ts';
import { countShifts } from '../support/layout-shifts.ts';
import { checkLinks } from '../support/links.ts';
import { slowWayTo } from '../support/slow-reading.ts';

/** A ward that has everything an editor can add, below a sub-path, as readers meet it. */
const HOST = 'https://uongbi.example.vn';
const BASE = '/cchc';

let content = '';
let site: BuiltSite;
let browser: Browser;

beforeAll(async () => {
  content = mkdtempSync(path.join(tmpdir(), 'cchc-full-'));
  await writeFullWard(content);
  const { asOf: AS_OF } = FULL_WARD;
  site = await serveBuilt({ CONTENT_DIR: content, AS_OF, SITE_URL: HOST, BASE });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
  rmSync(content, { recursive: true, force: true });
});

async function open(address: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  await page.goto(`${site.origin}${address}`);
  return page;
}

/** The texts of parts of a page, with their spaces as a reader sees them. */
const textsOf = async (parts: Locator) =>
  (await parts.allTextContents()).map((text) => text.replace(/\s+/g, ' ').trim());
const textOf = (page: Page, selector: string) => textsOf(page.locator(selector));

/** One page of every type, the full ones where there are such. */
const TYPES = [
  ...['/', '/tin-bai/', '/tin-bai/trang-2/', FULL_WARD.article, FULL_WARD.withdrawn],
  ...[`${FULL_WARD.article}truyen-thanh/`, '/mo-hinh-hay/', FULL_WARD.practice, '/thu-tuc/'],
  ...['/thu-tuc/mot-lan-dang-ky/', FULL_WARD.expired, '/thu-tuc/het-hieu-luc/'],
  ...['/thu-tuc/danh-muc/', '/thu-tuc/mot-lan-dang-ky/niem-yet/', '/cong-khai/'],
  ...['/cong-khai/chi-so/', '/cong-khai/ho-so-tre-han/', '/hoi-dap/', '/hoi-dap/mat-giay-hen/'],
  ...['/tam-ngung/', '/ke-hoach/', '/ke-hoach/58-kh-ubnd-2026/', '/hoat-dong/'],
  ...[FULL_WARD.activity, '/don-vi/vhxh/', '/linh-vuc/tthc/', '/thang/2026-10/', '/tim-kiem/'],
  ...['/lien-he/', '/gioi-thieu/', '/so-do-trang/', '/du-lieu/', '/khong-co-trang-nay/'],
  ...['/can-bo/chi-tieu/', '/can-bo/kiem-tra/'],
];

describe('the article', () => {
  test('offers its files with their kind and size, of their own bytes', async () => {
    const page = await open(FULL_WARD.article);
    const files = page.locator('section', { has: page.getByText('Tệp đính kèm', { exact: true }) });
    expect(await textsOf(files.locator('li'))).toEqual([
      'Báo cáo kết quả tiếp nhận và giải quyết hồ sơ quý III năm 2026 (PDF, 340 KB)',
      'Bảng số liệu theo lĩnh vực (XLSX, 26 KB)',
      'Bản ghi âm buổi phát thanh (MP3, 2,8 MB)',
    ]);
    const address = await files.getByRole('link').first().getAttribute('href');
    const answer = await page.request.get(new URL(address ?? '', site.origin).href);
    expect([answer.status(), (await answer.body()).length]).toEqual([200, 348_169]);
    await page.context().close();
  });

  test('says under its picture whose it is, and before its text what was wrong in it', async () => {
    const page = await open(FULL_WARD.article);
    expect(await textOf(page, 'figcaption')).toEqual([
      'Ảnh: Trung tâm Phục vụ hành chính công phường',
    ]);
    const picture = page.locator('.figure img');
    await expect
      .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBeGreaterThan(400);
    expect(await textOf(page, '.callout')).toEqual([
      'Đính chính ngày 15/10/2026 Bản đăng lúc đầu ghi tỷ lệ trả trước hạn là 94,6%. Con số đúng là 96,4%.',
    ]);
    const [note, text] = await Promise.all([
      page.locator('.callout').boundingBox(),
      page.locator('.prose').first().boundingBox(),
    ]);
    expect(note?.y).toBeLessThan(text?.y ?? 0);
    await page.context().close();
  });

  test('leads to its script, where the recording and what was aired stand', async () => {
    const page = await open(FULL_WARD.article);
    await page.getByRole('link', { name: 'Bản đọc trên loa' }).first().click();
    expect(await page.locator('audio').getAttribute('aria-label')).toBe(
      'Bản ghi âm buổi phát thanh',
    );
    expect(await textOf(page, '.script-history tbody tr')).toEqual([
      '14/10/2026 05:30 Toàn địa bàn 5',
      '16/10/2026 17:00 Khu 1, Khu 2 5',
    ]);
    await page.context().close();
  });

  test('that was withdrawn says when and why, and shows nothing else of itself', async () => {
    const page = await open(FULL_WARD.withdrawn);
    expect(await textOf(page, '.callout-alert')).toEqual([
      'Bài đã được gỡ ngày 11/10/2026 Mức phí nêu trong bài đã hết hiệu lực từ ngày 01/10/2026.',
    ]);
    expect(await page.locator('main').textContent()).not.toMatch(/Lời của bài|không còn đúng/);
    expect(await page.locator('.figure').count()).toBe(0);
    expect(await page.locator('meta[name=robots]').getAttribute('content')).toContain('noindex');
    await page.context().close();
  });
});

test('a practice shows its numbers before and after, with their unit', async () => {
  const page = await open(FULL_WARD.practice);
  expect(await textOf(page, '.table-results tbody tr')).toEqual([
    'Số hồ sơ người bán hàng tự nộp trực tuyến mỗi tháng (số liệu minh họa) 6 hồ sơ 31 hồ sơ',
    'Tỷ lệ lượt thanh toán trực tuyến (số liệu minh họa) 15% 48%',
  ]);
  await page.context().close();
});

test('a department says what it does, how to reach it, and what it wrote last', async () => {
  const page = await open('/don-vi/vhxh/');
  expect(await page.locator('.lead').textContent()).toContain('Đầu mối của kế hoạch');
  const main = page.locator('main');
  expect(await main.getByRole('link', { name: '0203 3854 400' }).getAttribute('href')).toBe(
    'tel:02033854400',
  );
  expect(await main.locator('.ledger > li').count()).toBeGreaterThan(3);
  await page.context().close();
});

test('a change that has run out stands in the list of such, and says so', async () => {
  const page = await open('/thu-tuc/');
  const facets = page.getByRole('navigation', { name: 'Lọc thay đổi thủ tục' });
  await facets.getByRole('link', { name: 'Hết hiệu lực', exact: true }).click();
  await page.locator('main .notices a', { hasText: 'phiên chợ nông sản' }).first().click();
  await page.locator('.page-head .procedure-force').waitFor();
  expect(await textOf(page, '.page-head .procedure-force')).toEqual([
    'Từ ngày 15/6/2026 đến hết ngày 30/9/2026 Hết hiệu lực',
  ]);
  await page.context().close();
});

test('every page names who answers for it, and where to rate and to complain', async () => {
  for (const address of TYPES) {
    const answer = await fetch(`${site.origin}${address}`);
    const html = await answer.text();
    // The page for an outage stands by itself: it has no foot, and says all of it in its text.
    const said = html.slice(html.indexOf(address === '/tam-ngung/' ? '<main' : '<footer'));
    for (const link of [FULL_WARD.ratingUrl, FULL_WARD.feedbackUrl, 'tel:02033854321']) {
      expect(said, address).toContain(`href="${link}"`);
    }
    expect(said, address).toContain('Nguyễn Văn Mẫu');
  }
});

test('every link, file and fragment below the sub-path leads somewhere', async () => {
  const { pages, dead, repeatedIds } = await checkLinks(site.outDir, { base: BASE, origin: HOST });
  expect(pages).toBeGreaterThan(150);
  expect({ dead, repeatedIds }).toEqual({ dead: [], repeatedIds: [] });
});

test.each([
  ['320 px', 320, '0'],
  ['768 px with the largest text', 768, '4'],
])('every type of page can be read at %s without scrolling sideways', async (_, width, text) => {
  const page = await open('/', { viewport: { width, height: 640 } });
  await page.evaluate((size) => localStorage.setItem('text', size), text);
  for (const address of TYPES) {
    await page.goto(`${site.origin}${address}`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBe(width);
  }
  await page.context().close();
});

test.each(['light', 'dark'] as const)('axe finds nothing in the full pages, %s', async (scheme) => {
  const { article, withdrawn, practice, activity } = FULL_WARD;
  for (const address of [article, `${article}truyen-thanh/`, withdrawn, practice, activity]) {
    const page = await open(address, { colorScheme: scheme });
    expect(await axeFaults(page), address).toEqual([]);
    await page.context().close();
  }
});

test('everything that takes the focus shows it, on every type of page', async () => {
  const page = await open('/', { viewport: { width: 1280, height: 800 } });
  for (const address of TYPES) {
    await page.goto(`${site.origin}${address}`);
    // From here on the browser takes the focus for one that is moved by keyboard.
    await page.keyboard.press('Tab');
    const bare = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, summary, audio')]
        .filter((element) => element.checkVisibility({ visibilityProperty: true }))
        .filter((element) => {
          element.focus();
          const { outlineStyle, outlineWidth } = getComputedStyle(element);
          return outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2;
        })
        .map((element) => element.outerHTML.slice(0, 120)),
    );
    expect(bare, address).toEqual([]);
  }
  await page.context().close();
});

test('where the reader’s system forces its colours, shapes still tell things apart', async () => {
  const page = await open('/thu-tuc/danh-muc/', { forcedColors: 'active' });
  const mark = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element, '::before').backgroundColor);
  expect(await mark('.line > [aria-current]')).not.toBe(await mark('.line > :not([aria-current])'));
  expect(await mark('.state-in-force')).not.toBe(await mark('.state-ended'));
  // A button that could do nothing is not offered.
  expect(await page.getByRole('button', { name: 'Nền tối' }).count()).toBe(0);
  await page.goto(`${site.origin}/cong-khai/ho-so-tre-han/`);
  const [bar, ink] = await page
    .locator('.chart-drawing .series-0')
    .first()
    .evaluate((element) => [getComputedStyle(element).fill, getComputedStyle(document.body).color]);
  expect(bar).toBe(ink);
  await page.context().close();
});

test('an article on paper is the article, its address and whose it is', async () => {
  const page = await open(FULL_WARD.article);
  await page.evaluate(() => {
    for (const image of document.images) image.loading = 'eager';
  });
  await page.waitForLoadState('networkidle');
  await page.emulateMedia({ media: 'print' });
  for (const part of ['.menu', '.trail', '.masthead-tools', '.share', '.side-nav', '.foot nav']) {
    const seen = await page
      .locator(part)
      .evaluateAll((all) => all.filter((element) => element.checkVisibility()).length);
    expect(seen, part).toBe(0);
  }
  const source = page.locator('.foot .print-only');
  expect(await source.textContent()).toBe(`Nguồn: ${HOST}${BASE}${FULL_WARD.article}`);
  expect(await source.isVisible()).toBe(true);
  expect(await page.locator('.callout').isVisible()).toBe(true);
  // Pictures are made smaller, and what is pushed to the next page pushes nothing else.
  const paper = await PDFDocument.load(await page.pdf({ preferCSSPageSize: true }));
  expect(paper.getPageCount()).toBeLessThanOrEqual(3);
  await page.context().close();
});

/**
 * A page that comes slowly is drawn before it is whole. A line of links may wrap anew when its
 * second half arrives; a block that makes room for another is what a reader loses the place by.
 */
const MOST_SHIFT = 0.03;

test.each([360, 1280])('nothing moves when pages arrive in pieces, %d px', async (width) => {
  const way = await slowWayTo(new URL(site.origin).origin, 6, 50);
  const page = await open('/', { viewport: { width, height: 740 } });
  await countShifts(page);
  const moved: string[] = [];
  for (const address of TYPES) {
    await page.goto(`${way.origin}${BASE}${address}`);
    const shifted = await page.evaluate(() => (window as unknown as { shifted: number }).shifted);
    if (shifted > MOST_SHIFT) moved.push(`${address}: ${shifted}`);
  }
  expect(moved).toEqual([]);
  await page.context().close();
  await way.close();
});

test('pictures are published in two forms, and the emblem stands in the head', async () => {
  const page = await open('/tin-bai/');
  const emblem = page.locator('.masthead-emblem img');
  await expect
    .poll(() => emblem.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(60);
  expect(await emblem.getAttribute('alt')).toBe('');
  await page.context().close();
  const files = readdirSync(path.join(site.outDir, 'tep'));
  for (const form of ['.avif', '.webp']) {
    expect(files.filter((file) => file.endsWith(form)).length, form).toBeGreaterThanOrEqual(10);
  }
});
