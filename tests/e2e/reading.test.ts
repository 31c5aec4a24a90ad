import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BuiltSite, launchBrowser, serveBuilt } from '../support/built-site.ts';

/** The reader's own settings and what may be done with a page, in a real browser. */
const ARTICLE = '/tin-bai/2026/10/trung-tam-phuc-vu-hanh-chinh-cong/';
const PAGES = ['/', '/tin-bai/', ARTICLE, '/thu-tuc/', '/ke-hoach/', '/don-vi/vhxh/', '/lien-he/'];

let site: BuiltSite;
let browser: Browser;

beforeAll(async () => {
  site = await serveBuilt({
    CONTENT_DIR: 'src/content',
    AS_OF: '2026-10-20',
    SITE_URL: 'https://cchc.phuong-mau.gov.vn',
  });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  await page.goto(`${site.origin}${path}`);
  return page;
}

const textSize = (page: Page) =>
  page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));
const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

describe('the size of the text', () => {
  test('grows and shrinks by the buttons, and is remembered on the next page', async () => {
    const page = await open('/');
    const usual = await textSize(page);
    const larger = page.getByRole('button', { name: /Chữ to hơn/ });
    await larger.click();
    await larger.click();
    const chosen = await textSize(page);
    expect(chosen).toBeCloseTo(usual * 1.25, 1);
    await page.goto(`${site.origin}${ARTICLE}`);
    expect(await textSize(page)).toBeCloseTo(chosen, 1);
    await page.getByRole('button', { name: /Chữ nhỏ hơn/ }).press('Enter');
    expect(await textSize(page)).toBeCloseTo(usual * 1.125, 1);
    await page.context().close();
  });

  test('ends somewhere, and says so', async () => {
    const page = await open('/');
    const larger = page.getByRole('button', { name: /Chữ to hơn/ });
    for (let press = 0; press < 8; press += 1) await larger.press('Enter');
    expect(await larger.getAttribute('aria-disabled')).toBe('true');
    const largest = await textSize(page);
    await larger.press('Enter');
    expect(await textSize(page)).toBe(largest);
    await page.context().close();
  });

  test('is set before anything is drawn: nothing shifts', async () => {
    const page = await open('/');
    await page.evaluate(() => localStorage.setItem('text', '4'));
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          shifts.push((entry as unknown as { value: number }).value);
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    for (const path of PAGES) {
      await page.goto(`${site.origin}${path}`, { waitUntil: 'networkidle' });
      const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
      expect(shifts, path).toEqual([]);
    }
    await page.context().close();
  });

  test.each(PAGES)('%s fits a narrow phone and a tablet at the largest size', async (path) => {
    const page = await open(path);
    await page.evaluate(() => localStorage.setItem('text', '4'));
    await page.reload();
    for (const width of [320, 768, 1024]) {
      await page.setViewportSize({ width, height: 640 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
    await page.context().close();
  });
});

describe('light and dark', () => {
  test.each([
    ['light', 'dark'],
    ['dark', 'light'],
  ] as const)('a %s device can be given the %s page, and it stays', async (device, other) => {
    const theirs = await open('/', { colorScheme: other });
    const page = await open('/', { colorScheme: device });
    const button = page.getByRole('button', { name: 'Nền tối' });
    expect(await button.getAttribute('aria-pressed')).toBe(String(device === 'dark'));
    await button.click();
    expect(await paper(page)).toBe(await paper(theirs));
    expect(await button.getAttribute('aria-pressed')).toBe(String(other === 'dark'));
    await page.goto(`${site.origin}/thu-tuc/`);
    expect(await paper(page)).toBe(await paper(theirs));
    await page.getByRole('button', { name: 'Nền tối' }).click();
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await page.context().close();
    await theirs.context().close();
  });
});

describe('the controls', () => {
  test('stand in the menu on a phone', async () => {
    const page = await open('/', { viewport: { width: 360, height: 740 } });
    expect(await page.getByRole('button', { name: /Chữ to hơn/ }).count()).toBe(0);
    await page.getByRole('button', { name: 'Trình đơn' }).click();
    await page.getByRole('button', { name: /Chữ to hơn/ }).click();
    expect(await page.evaluate(() => localStorage.getItem('text'))).toBe('1');
    await page.context().close();
  });

  test('are not there when they could do nothing', async () => {
    const page = await open(ARTICLE, { javaScriptEnabled: false });
    expect(await page.getByRole('button').allTextContents()).toEqual(['Tìm']);
    expect(await page.getByRole('link', { name: /Facebook/ }).count()).toBe(1);
    await page.context().close();
  });

  test('work where the browser keeps nothing', async () => {
    const page = await open('/');
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new Error('blocked');
        },
      });
    });
    await page.reload();
    const usual = await textSize(page);
    await page.getByRole('button', { name: /Chữ to hơn/ }).click();
    expect(await textSize(page)).toBeGreaterThan(usual);
    await page.context().close();
  });
});

describe('an article', () => {
  test('can be shared, copied and printed, with nothing loaded from the networks', async () => {
    const page = await open(ARTICLE, { permissions: ['clipboard-read', 'clipboard-write'] });
    const outside: string[] = [];
    page.on('request', (request) => outside.push(request.url()));
    const facebook = page.getByRole('link', { name: /Facebook/ });
    expect(await facebook.getAttribute('href')).toBe(
      `https://www.facebook.com/sharer/sharer.php?u=${encodeURIComponent(`https://cchc.phuong-mau.gov.vn${ARTICLE}`)}`,
    );
    const said = page.locator('.share [role=status]');
    await page.getByRole('button', { name: 'Sao chép liên kết' }).click();
    await expect.poll(() => said.textContent()).toBe('Đã sao chép liên kết.');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      `https://cchc.phuong-mau.gov.vn${ARTICLE}`,
    );
    await page.evaluate(() => {
      Object.assign(window, { printed: 0, print: () => Object.assign(window, { printed: 1 }) });
    });
    await page.getByRole('button', { name: 'In trang này' }).click();
    expect(await page.evaluate(() => (window as unknown as { printed: number }).printed)).toBe(1);
    expect(outside.filter((url) => !url.startsWith(site.origin))).toEqual([]);
    await page.context().close();
  });

  test('opens the phone’s own sheet, where Zalo is, with the public address', async () => {
    const page = await open(ARTICLE);
    await page.evaluate(() => {
      Object.assign(window, { shared: [] });
      navigator.share = async (data) => {
        (window as unknown as { shared: unknown[] }).shared.push(data);
      };
    });
    await page.getByRole('button', { name: /Gửi qua Zalo/ }).click();
    const shared = await page.evaluate(() => (window as unknown as { shared: unknown[] }).shared);
    expect(shared).toMatchObject([{ url: `https://cchc.phuong-mau.gov.vn${ARTICLE}` }]);
    await page.context().close();
  });
});
