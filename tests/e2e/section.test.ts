import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFaults } from '../support/axe.ts';
import { type BuiltSite, launchBrowser, serveBuilt } from '../support/built-site.ts';

/** One page of each kind, as Uông Bí with samples has them on this date. */
const AS_OF = '2026-10-20';

let site: BuiltSite;
let browser: Browser;

beforeAll(async () => {
  site = await serveBuilt({ CONTENT_DIR: 'src/content', AS_OF });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** Opens a page and collects whatever the browser complains about. */
async function open(path: string, options = {}): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(new URL(site.origin).origin)) complaints.push(request.url());
  });
  await page.goto(`${site.origin}${path}`);
  return { page, complaints };
}

/** The first link in the main text of a list that leads to a page of its own. */
async function firstEntry(list: string, pattern: RegExp): Promise<string> {
  const { page } = await open(list);
  const hrefs = await page
    .locator('main a')
    .evaluateAll((links) => links.map((a) => a.getAttribute('href') ?? ''));
  await page.context().close();
  const found = hrefs.find((href) => pattern.test(href));
  if (!found) throw new Error(`${list} links to nothing like ${pattern}`);
  return found;
}

const KINDS: Record<string, () => Promise<string>> = {
  home: async () => '/',
  'article list': async () => '/tin-bai/',
  article: () => firstEntry('/tin-bai/', /^\/tin-bai\/\d{4}\/\d{2}\/[a-z0-9-]+\/$/),
  'loudspeaker script': async () => {
    const article = await firstEntry('/tin-bai/', /^\/tin-bai\/\d{4}\/\d{2}\/[a-z0-9-]+\/$/);
    return firstEntry(article, /\/truyen-thanh\/$/);
  },
  'practice list': async () => '/mo-hinh-hay/',
  practice: () => firstEntry('/mo-hinh-hay/', /^\/mo-hinh-hay\/[a-z0-9-]+\/$/),
  'procedure list': async () => '/thu-tuc/',
  'procedure change': () => firstEntry('/thu-tuc/', /^\/thu-tuc\/[a-z0-9-]+\/#/),
  'narrowed procedure list': async () => '/thu-tuc/da-co-hieu-luc/',
  'procedures by code': async () => '/thu-tuc/danh-muc/',
  'printed notice': async () => '/thu-tuc/cho-phien-tam-thoi/niem-yet/',
  openness: async () => '/cong-khai/',
  indices: async () => '/cong-khai/chi-so/',
  'late files': async () => '/cong-khai/ho-so-tre-han/',
  'question list': async () => '/hoi-dap/',
  question: () => firstEntry('/hoi-dap/', /^\/hoi-dap\/[a-z0-9-]+\/$/),
  outage: async () => '/tam-ngung/',
  'plan list': async () => '/ke-hoach/',
  plan: () => firstEntry('/ke-hoach/', /^\/ke-hoach\/[a-z0-9-]+\/$/),
  'activity list': async () => '/hoat-dong/',
  activity: () => firstEntry('/hoat-dong/', /^\/hoat-dong\/[a-z0-9-]+\/$/),
  department: async () => '/don-vi/vhxh/',
  'reform field': async () => '/linh-vuc/tthc/',
  month: async () => '/thang/2026-05/',
  search: async () => '/tim-kiem/',
  'evergreen page': async () => '/lien-he/',
  'site map': async () => '/so-do-trang/',
  'open data': async () => '/du-lieu/',
  'quota page': async () => '/can-bo/chi-tieu/',
  'quota month': async () => '/can-bo/chi-tieu/2026-06/',
  components: async () => '/can-bo/thanh-phan/',
  'not found': async () => '/khong-co-trang-nay/',
};

describe.each(Object.entries(KINDS))('%s', (_, address) => {
  test.each(['light', 'dark'] as const)(
    'has no fault that axe can find, %s',
    async (colorScheme) => {
      const { page, complaints } = await open(await address(), { colorScheme });
      expect(await axeFaults(page)).toEqual([]);
      expect(complaints.filter((text) => !text.includes('404'))).toEqual([]);
      await page.context().close();
    },
  );

  test('can be read at 320 px without scrolling sideways, and without JavaScript', async () => {
    const { page } = await open(await address(), {
      viewport: { width: 320, height: 640 },
      javaScriptEnabled: false,
    });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(320);
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.locator('html').getAttribute('lang')).toBe('vi');
    await page.context().close();
  });
});

describe('search', () => {
  test.each([
    ['dang ky khai sinh', /khai sinh/i],
    ['đăng ký hộ kinh doanh', /hộ kinh doanh/i],
    ['du lieu ca nhan', /dữ liệu cá nhân/i],
  ])('%s finds its page with and without accents', async (query, title) => {
    const { page, complaints } = await open('/tim-kiem/');
    await page.getByRole('searchbox').fill(query);
    await page.waitForSelector('#search-results li');
    const titles = await page.locator('#search-results li a').allTextContents();
    expect(titles.slice(0, 5).some((text) => title.test(text))).toBe(true);
    expect(titles.join()).not.toMatch(/[ḏḎ]/);
    expect(await page.locator('#search-status').textContent()).toMatch(/^\d+ kết quả cho/);
    await page.locator('#search-results li a').first().click();
    await page.waitForURL((url) => !url.pathname.endsWith('/tim-kiem/'));
    expect(await page.locator('h1').count()).toBe(1);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('says so when nothing is found, keeps the query in the address', async () => {
    const { page } = await open('/tim-kiem/?q=qwxzqwxz');
    await page.waitForFunction(() =>
      /Không tìm thấy/.test(document.getElementById('search-status')?.textContent ?? ''),
    );
    expect(await page.getByRole('searchbox').inputValue()).toBe('qwxzqwxz');
    await page.context().close();
  });
});

describe('the officials’ page', () => {
  test('leads from the sentence on top to the posts behind every number', async () => {
    const { page } = await open('/can-bo/chi-tieu/');
    expect((await page.locator('.quota-sentence').textContent())?.trim()).toMatch(
      /^Tháng 10 năm 2026/,
    );
    const cells = page.locator('.quota-matrix td a');
    const hrefs = await cells.evaluateAll((links) =>
      links.map((a) => (a as HTMLAnchorElement).href),
    );
    expect(hrefs.length).toBeGreaterThan(20);
    for (const href of [...new Set(hrefs)].slice(0, 60)) {
      const proof = await page.context().newPage();
      await proof.goto(href);
      expect(await proof.locator(`[id="${new URL(href).hash.slice(1)}"]`).count(), href).toBe(1);
      await proof.close();
    }
    await page.context().close();
  });

  test('is kept out of search engines and of the search', async () => {
    const { page } = await open('/can-bo/chi-tieu/');
    expect(await page.locator('meta[name=robots]').getAttribute('content')).toContain('noindex');
    expect(await page.locator('[data-pagefind-body]').count()).toBe(0);
    await page.context().close();
  });
});

test('every page says that it shows samples', async () => {
  for (const address of Object.values(KINDS)) {
    const { page } = await open(await address());
    expect(await page.locator('body').textContent()).toContain('SỐ LIỆU MẪU');
    expect(await page.locator('meta[name=robots]').getAttribute('content')).toContain('noindex');
    await page.context().close();
  }
});
