import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import fastify from 'fastify';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FIRST_ADMINISTRATOR, firstAccess } from '../../server/people/first-start.ts';
import { launchBrowser } from '../support/built-site.ts';
import { GOOD_PASSWORD, openRoom, type TestRoom } from '../support/editors-room.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = "['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice']";

let room: TestRoom;
let browser: Browser;
let origin: string;

beforeAll(async () => {
  room = openRoom({ base: '/cchc' });
  origin = `${await room.listen()}/cchc`;
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await room?.close();
});

/** A browser of somebody else: its own cookies, and what it complains about. */
async function newcomer(options = {}): Promise<{ page: Page; complaints: string[] }> {
  const context: BrowserContext = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    const refused = /status of (401|403|404|422|429)/.test(message.text());
    if (message.type() === 'error' && !refused) complaints.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(new URL(origin).origin)) complaints.push(request.url());
  });
  return { page, complaints };
}

async function signIn(page: Page, name: string, password: string): Promise<void> {
  await page.getByLabel('Tên đăng nhập').fill(name);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
}

/** Faults that axe finds; run from outside, for the policy of the screens forbids scripts. */
async function faults(page: Page): Promise<string[]> {
  // An answer to a form is there before its style sheet is.
  await page.waitForLoadState('load');
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: AXE });
  const { result } = await session.send('Runtime.evaluate', {
    expression: `axe.run(document, { runOnly: ${RULES} }).then(({ violations }) => JSON.stringify(violations.map(({ id, nodes }) => id + ': ' + nodes.map((n) => n.html.slice(0, 120)).join(' | '))))`,
    awaitPromise: true,
    returnByValue: true,
  });
  return JSON.parse(String(result.value));
}

test('the first administrator comes in, takes a password, lets somebody in, who works as told', async () => {
  const first = await firstAccess(room.accounts);
  const { page, complaints } = await newcomer();
  await page.goto(`${origin}/admin/nguoi-dung`);
  expect(await page.title()).toBe('Đăng nhập - Phòng biên tập Xã Thượng Phúc');
  await signIn(page, FIRST_ADMINISTRATOR, 'sai mật khẩu');
  expect(await page.getByRole('alert').textContent()).toContain('chưa đúng');
  expect(await page.getByLabel('Tên đăng nhập').inputValue()).toBe(FIRST_ADMINISTRATOR);
  await signIn(page, FIRST_ADMINISTRATOR, first?.password ?? '');
  expect(page.url()).toBe(`${origin}/admin/mat-khau`);
  await page.goto(`${origin}/admin/nguoi-dung`);
  expect(page.url()).toBe(`${origin}/admin/mat-khau`);
  await page.getByLabel('Mật khẩu hiện tại').fill(first?.password ?? '');
  await page.getByLabel('Mật khẩu mới', { exact: true }).fill(GOOD_PASSWORD);
  await page.getByLabel('Nhắc lại mật khẩu mới').fill(GOOD_PASSWORD);
  await page.getByRole('button', { name: 'Đổi mật khẩu' }).click();
  expect(await page.getByRole('status').textContent()).toContain('Đã đổi mật khẩu');

  await page.getByRole('link', { name: 'Người dùng' }).click();
  await page.getByLabel('Tên đăng nhập').fill('lan.nt');
  await page.getByLabel('Họ và tên').fill('Nguyễn Thị Lan');
  await page.getByLabel('Thư điện tử').fill('lan@example.vn');
  await page.getByLabel('Cộng tác viên:').check();
  await page.getByLabel('Đơn vị', { exact: true }).selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Thêm và cấp mật khẩu' }).click();
  const given = (await page.locator('.secret').textContent()) ?? '';
  expect(given).toHaveLength(19);

  const lan = await newcomer();
  await lan.page.goto(`${origin}/admin/dang-nhap`);
  await signIn(lan.page, 'lan.nt', given);
  await lan.page.getByLabel('Mật khẩu hiện tại').fill(given);
  await lan.page.getByLabel('Mật khẩu mới', { exact: true }).fill('ghế gỗ bên hiên nhà');
  await lan.page.getByLabel('Nhắc lại mật khẩu mới').fill('ghế gỗ bên hiên nhà');
  await lan.page.getByRole('button', { name: 'Đổi mật khẩu' }).click();
  expect(await lan.page.getByRole('link', { name: 'Nhật ký' }).count()).toBe(0);
  await lan.page.goto(`${origin}/admin/nhat-ky`);
  expect(await lan.page.locator('main').textContent()).toContain('«Duyệt» hoặc «Quản trị»');

  await page.goto(`${origin}/admin/nguoi-dung/lan.nt`);
  await page.getByRole('button', { name: 'Khóa tài khoản' }).click();
  await lan.page.goto(`${origin}/admin/mat-khau`);
  expect(lan.page.url()).toContain('/cchc/admin/dang-nhap');
  await page.getByRole('link', { name: 'Nhật ký' }).click();
  expect(await page.locator('tbody tr').first().textContent()).toContain('Khóa người dùng');
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  expect(await page.title()).toContain('Đăng nhập');
  expect([...complaints, ...lan.complaints]).toEqual([]);
  await page.context().close();
  await lan.page.context().close();
});

describe('every screen', () => {
  const SCREENS = ['dang-nhap', 'mat-khau', 'nguoi-dung', 'nguoi-dung/lan.nt', 'nhat-ky'];

  test.each([
    ['light', 1366],
    ['dark', 390],
  ] as const)('has no fault that axe can find, %s at %d px', async (colorScheme, width) => {
    const { page, complaints } = await newcomer({ colorScheme, viewport: { width, height: 800 } });
    await page.goto(`${origin}/admin/dang-nhap`);
    await signIn(page, FIRST_ADMINISTRATOR, 'sai');
    expect(await faults(page)).toEqual([]);
    await signIn(page, FIRST_ADMINISTRATOR, GOOD_PASSWORD);
    for (const screen of SCREENS) {
      await page.goto(`${origin}/admin/${screen}`);
      expect(await faults(page), screen).toEqual([]);
    }
    await page.goto(`${origin}/admin/nguoi-dung`);
    await page.getByLabel('Tên đăng nhập').fill('1');
    await page.getByLabel('Họ và tên').fill('Lan');
    await page.getByLabel('Thư điện tử').fill('a@b.vn');
    await page.getByRole('button', { name: 'Thêm và cấp mật khẩu' }).click();
    expect(await page.locator('#id').getAttribute('aria-describedby')).toBe('id-goi-y id-loi');
    expect(await faults(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('can be used at 320 px without scrolling sideways, by keyboard, without scripts', async () => {
    const viewport = { width: 320, height: 640 };
    const { page } = await newcomer({ viewport, javaScriptEnabled: false });
    await page.goto(`${origin}/admin/dang-nhap`);
    await page.getByLabel('Tên đăng nhập').focus();
    await page.keyboard.type(FIRST_ADMINISTRATOR);
    await page.keyboard.press('Tab');
    await page.keyboard.insertText(GOOD_PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForURL(`${origin}/admin/`);
    for (const screen of SCREENS) {
      await page.goto(`${origin}/admin/${screen}`);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide, screen).toBeLessThanOrEqual(320);
      expect(await page.locator('h1').count()).toBe(1);
      expect(await page.locator('html').getAttribute('lang')).toBe('vi');
    }
    await page.context().close();
  });
});

test('a page elsewhere cannot act in the name of somebody who is signed in', async () => {
  const { page } = await newcomer();
  await page.goto(`${origin}/admin/dang-nhap`);
  await signIn(page, FIRST_ADMINISTRATOR, GOOD_PASSWORD);
  await page.waitForURL(`${origin}/admin/`);
  const before = (await room.accounts.all()).length;
  // Another port is the same site to the browser: it does send the cookie along.
  const elsewhere = fastify();
  elsewhere.get('/', async (_, reply) =>
    reply
      .type('text/html')
      .send(`<!doctype html><form method="post" action="${origin}/admin/nguoi-dung">
<input name="id" value="ke.gian"><input name="name" value="Gian"><input name="email" value="a@b.vn">
<input name="roles" value="administrator"><button>Xem ảnh</button></form>`),
  );
  await elsewhere.listen({ port: 0, host: '127.0.0.1' });
  await page.goto(`http://127.0.0.1:${(elsewhere.server.address() as AddressInfo).port}/`);
  await page.getByRole('button').click();
  await page.waitForURL(`${origin}/admin/nguoi-dung`);
  expect(await page.locator('main').textContent()).toContain('không đến từ phòng biên tập');
  expect((await room.accounts.all()).length).toBe(before);
  const [last] = await room.audit.read('2026-10');
  expect(last).toMatchObject({ action: 'request', target: 'POST /cchc/admin/nguoi-dung' });
  await elsewhere.close();
  await page.context().close();
});
