import { PDFDocument } from '@cantoo/pdf-lib';
import type { Browser, Page } from 'playwright-core';
import { decodeQR } from 'qr/decode.js';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltSite, launchBrowser, serveBuilt } from '../support/built-site.ts';

/**
 * A citizen's and a clerk's way through the changed procedures, below a sub-path and on a known
 * host, without JavaScript: list, notice, sheet for the board, and the code on the sheet.
 */
const HOST = 'https://uongbi.example.vn';
const BASE = '/cchc';

let site: BuiltSite;
let browser: Browser;

beforeAll(async () => {
  const env = { CONTENT_DIR: 'src/content', AS_OF: '2026-09-25', SITE_URL: HOST, BASE };
  site = await serveBuilt(env);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** A page of a phone without JavaScript. */
async function phone(path: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    javaScriptEnabled: false,
  });
  const page = await context.newPage();
  await page.goto(`${site.origin}${path}`);
  return page;
}

/** What a camera reads from a part of the page. */
async function scanned(page: Page, selector: string): Promise<string> {
  const picture = sharp(await page.locator(selector).screenshot());
  const { data, info } = await picture.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return decodeQR({ width: info.width, height: info.height, data }, { timeLimit: 1000 });
}

test('what changes next is found from the home page in two steps, with its date', async () => {
  const page = await phone('/');
  await page.getByRole('link', { name: 'Mọi thủ tục có thay đổi' }).click();
  const upcoming = page.locator('section', { has: page.locator('#upcoming') });
  expect(await upcoming.locator('time').first().textContent()).toBe('01/10/2026');
  await upcoming
    .getByRole('link', { name: /Đăng ký một lần/ })
    .first()
    .click();
  expect(await page.locator('.page-head .procedure-force').textContent()).toMatch(
    /Từ ngày\s+01\/10\/2026\s+Sắp có hiệu lực/,
  );
  await page.context().close();
});

test('the lists narrow by real addresses, and say how many each holds', async () => {
  const page = await phone('/thu-tuc/');
  const nav = page.getByRole('navigation', { name: 'Lọc thay đổi thủ tục' });
  for (const name of ['Sắp có hiệu lực', 'Sửa đổi, bổ sung', 'Hộ tịch (ví dụ)']) {
    const item = nav.locator('li', { has: page.getByRole('link', { name, exact: true }) });
    const [, count] = /\((\d+)\)/.exec((await item.textContent()) ?? '') ?? [];
    await item.getByRole('link').click();
    expect(await page.locator('.notices > li').count(), name).toBe(Number(count));
    expect(await nav.locator('[aria-current=page]').textContent(), name).toContain(name);
  }
  expect(new URL(page.url()).pathname).toBe(`${BASE}/thu-tuc/linh-vuc/ho-tich-vi-du/`);
  await page.context().close();
});

test('before and after stand beside each other on a desk, one under the other on a phone', async () => {
  const page = await phone('/thu-tuc/mot-lan-dang-ky/');
  const boxes = async () => {
    const row = page.locator('.compare').last().locator('tbody tr').first();
    return Promise.all([row.locator('.before').boundingBox(), row.locator('.after').boundingBox()]);
  };
  const [before, after] = await boxes();
  expect(after?.y).toBeGreaterThanOrEqual((before?.y ?? 0) + (before?.height ?? 0));
  await page.setViewportSize({ width: 1024, height: 740 });
  const [left, right] = await boxes();
  expect(right?.y).toBe(left?.y);
  expect(right?.x).toBeGreaterThan(left?.x ?? 0);
  await page.context().close();
});

test('the chain of replacements leads through the register by code', async () => {
  const page = await phone('/thu-tuc/mot-lan-dang-ky/');
  const steps = page.locator('.line > li');
  expect(await steps.locator('> a').allTextContents()).toEqual([
    '9.999901',
    '9.999905',
    '9.999917',
  ]);
  await steps.first().getByRole('link').click();
  expect(page.url()).toMatch(/\/thu-tuc\/danh-muc\/#ma-9-999901$/);
  const row = page.locator('#ma-9-999901');
  expect(await row.locator('.codes-code .state').textContent()).toBe('Đã được thay thế');
  await row.locator('.codes-announced a').first().click();
  expect(page.url()).toContain(`${BASE}/thu-tuc/nhan-ban-dien-tu/#thu-tuc-9-999901`);
  await page.context().close();
});

test('the sheet prints on one page, and its code leads to the notice on the public host', async () => {
  const page = await phone('/thu-tuc/');
  await page.goto(`${site.origin}/thu-tuc/cho-phien-tam-thoi/`);
  await page.getByRole('link', { name: 'Bản in để niêm yết' }).click();
  const address = `${HOST}${BASE}/thu-tuc/cho-phien-tam-thoi/`;
  expect(await scanned(page, '.sheet-qr')).toBe(address);
  // Also as it is printed: black on white whatever the screen was, and nothing around it.
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  expect(await scanned(page, '.sheet-qr')).toBe(address);
  expect(await page.locator('.masthead').isVisible()).toBe(false);
  expect(await page.locator('.sheet').textContent()).toMatch(/15\/6\/2026[\s\S]*31\/12\/2026/);
  for (const slug of ['cho-phien-tam-thoi', 'mot-lan-dang-ky', 'rac-cong-kenh']) {
    await page.goto(`${site.origin}/thu-tuc/${slug}/niem-yet/`);
    const pdf = await PDFDocument.load(await page.pdf({ preferCSSPageSize: true }));
    expect(pdf.getPageCount(), slug).toBe(1);
    expect(await page.locator('.sheet-sample').textContent()).toContain('SỐ LIỆU MẪU');
  }
  await page.context().close();
});

test('a page that is not there offers search, procedures and the site map', async () => {
  const page = await phone('/thu-tuc/khong-co/');
  const main = page.locator('main');
  await main.getByRole('searchbox').fill('khai sinh');
  await main.getByRole('button', { name: 'Tìm' }).click();
  expect(page.url()).toBe(`${site.origin}/tim-kiem/?q=khai+sinh`);
  await page.context().close();
});
