import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BuiltSite, launchBrowser, serveBuilt } from '../support/built-site.ts';
import { countShifts } from '../support/layout-shifts.ts';
import { filesBelow } from '../support/scripts.ts';

/** The section without a mouse, and every one of its pages as a browser takes it. */

let site: BuiltSite;
let browser: Browser;

beforeAll(async () => {
  site = await serveBuilt({ CONTENT_DIR: 'src/content', AS_OF: '2026-10-20' });
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

/** What has the focus: its name, and whether anything shows that it has. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    return {
      tag: element.tagName,
      name: element.textContent?.trim().slice(0, 60) ?? '',
      outlined: style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2,
      inSight: box.width > 0 && box.bottom > 0 && box.top < innerHeight,
    };
  });

describe('by keyboard', () => {
  test.each(['/', '/tin-bai/', '/thu-tuc/', '/tim-kiem/', '/can-bo/chi-tieu/'])(
    'everything on %s that takes the focus shows it',
    async (path) => {
      const page = await open(path);
      const stops: string[] = [];
      for (let press = 0; press < 60; press += 1) {
        await page.keyboard.press('Tab');
        const at = await focused(page);
        if (at.tag === 'BODY') break;
        expect(at, `${path}: ${at.tag} ${at.name}`).toMatchObject({
          outlined: true,
          inSight: true,
        });
        stops.push(at.name);
      }
      expect(stops.length).toBeGreaterThan(10);
      expect(stops[0]).toBe('Đến nội dung chính');
      await page.context().close();
    },
  );

  test('the first stop leads past the menu', async () => {
    const page = await open('/tin-bai/');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('noi-dung');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => !!document.activeElement?.closest('main'))).toBe(true);
    await page.context().close();
  });

  test('the menu of a phone opens, leads on and closes, and gives the focus back', async () => {
    const page = await open('/', { viewport: { width: 360, height: 740 } });
    const button = page.getByRole('button', { name: 'Trình đơn' });
    await button.focus();
    await page.keyboard.press('Enter');
    const menu = page.locator('#trinh-don');
    expect(await menu.isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await menu.isVisible()).toBe(false);
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Thủ tục', exact: true }).first().press('Enter');
    await page.waitForURL('**/thu-tuc/');
    await page.context().close();
  });

  test('the lists of procedures are chosen from by links', async () => {
    const page = await open('/thu-tuc/');
    const facet = page.getByRole('link', { name: /^Sắp có hiệu lực/ }).first();
    await facet.press('Enter');
    await page.waitForURL('**/thu-tuc/sap-co-hieu-luc/');
    expect(await page.locator('h1').count()).toBe(1);
    await page.context().close();
  });
});

test('every page keeps the policy, asks no other host and does not shift', async () => {
  const files = (await filesBelow(site.outDir)).filter(
    (file) => file.endsWith('index.html') && !file.startsWith('admin/'),
  );
  expect(files.length).toBeGreaterThan(150);
  const page = await open('/', { viewport: { width: 360, height: 740 } });
  await countShifts(page);
  const faults: string[] = [];
  let at = '';
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') {
      faults.push(`${at}: ${message.text()}`);
    }
  });
  page.on('pageerror', (error) => faults.push(`${at}: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(new URL(site.origin).origin))
      faults.push(`${at}: ${request.url()}`);
  });
  for (const file of files) {
    at = file.slice(0, -'index.html'.length);
    await page.goto(`${site.origin}/${at}`);
    const shifted = await page.evaluate(() => (window as unknown as { shifted: number }).shifted);
    if (shifted > 0.01) faults.push(`${at}: shifts by ${shifted}`);
  }
  expect(faults).toEqual([]);
}, 240_000);
