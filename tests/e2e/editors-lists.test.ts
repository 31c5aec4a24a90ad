import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page, Response } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/built-site.ts';
import { englishIn } from '../support/decap-english.ts';
import { type EditorsDesk, openDesk } from '../support/editors-desk.ts';
import { person } from '../support/editors-room.ts';
import { articleText } from '../support/ledger.ts';
import { writeManyArticles } from '../support/many-articles.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SEED = 'seeds/thuong-phuc';
const PEOPLE = [
  person('lan', { roles: ['editor', 'publisher', 'administrator'] }),
  person('hoa', { roles: ['contributor'], department: 'vhxh' }),
  person('nam', { roles: ['contributor'], department: 'kt' }),
];
const folder = mkdtempSync(path.join(tmpdir(), 'cchc-lists-'));

let browser: Browser;
let small: EditorsDesk;
let large: EditorsDesk;

/** A ward of so many articles over the same twenty years, with its editors' room. */
function deskOf(count: number): Promise<EditorsDesk> {
  const own = path.join(folder, String(count));
  const contentDir = path.join(own, 'content');
  writeManyArticles({ folder: contentDir, count });
  const choices = { choicesFrom: SEED, asOf: '2026-10-20' };
  return openDesk({ folder: own, contentDir, people: PEOPLE, ...choices });
}

beforeAll(async () => {
  browser = await launchBrowser();
  small = await deskOf(250);
  large = await deskOf(1_250);
});
afterAll(async () => {
  await browser?.close();
  await small?.close();
  await large?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Waits for a value: the machine that runs the tests may be busy with others. */
const soon = <T>(value: () => T) => expect.poll(value, { timeout: 20_000 });
const rows = (page: Page) => page.locator('.room-list-table tbody tr');
const sentence = (page: Page) => page.locator('.room-list-sentence');
const titleLink = (page: Page, at: number) => rows(page).nth(at).getByRole('link');

async function openList(desk: EditorsDesk, who: string, query = '', viewport?: Viewport) {
  const page = await desk.window(browser, who, viewport);
  await page.goto(`${desk.origin}/admin/#/collections/articles${query}`);
  await sentence(page).filter({ hasText: /mục/ }).waitFor();
  return page;
}
type Viewport = { width: number; height: number };

/** Saves a draft as the room does, by the protocol and as the person of the page. */
function saveDraft(page: Page, id: string, title: string) {
  const text = articleText({ title, date: '2026-10-19', body: `Nội dung của ${title}.` });
  const file = { path: `articles/${id}.md`, slug: id, raw: text, base: '' };
  return send(page, 'persistEntry', { dataFiles: [file], assets: [] });
}

function send(page: Page, action: string, params: object): Promise<number> {
  return page.evaluate(async (body) => {
    const headers = { 'content-type': 'application/json', 'x-cchc': '1' };
    return (await fetch('api/cms', { method: 'POST', headers, body })).status;
  }, JSON.stringify({ action, params }));
}

describe('a list one can work with', () => {
  let page: Page;
  beforeAll(async () => {
    page = await openList(large, 'lan');
  });
  afterAll(() => page?.context().close());

  test('shows the newest page of everything', async () => {
    await soon(() => sentence(page).textContent()).toContain('1.251 mục, trang 1 trong 26');
    expect(await rows(page).count()).toBe(50);
    const days = await page.locator('.room-list-day').allTextContents();
    expect(days[0]).toMatch(/\/12\/2026$/);
  });

  test('finds titles without accents; what it is narrowed to stands in the address', async () => {
    await page.getByLabel('Tìm theo tên').fill('cho ben');
    await soon(() => sentence(page).textContent()).not.toContain('1.251');
    await page.getByLabel('Năm').selectOption('2019');
    await page.getByLabel('Đơn vị').selectOption({ label: 'Phòng Kinh tế' });
    await soon(() => page.url()).toContain('?tim=cho+ben&nam=2019&don-vi=kt');
    // The answers to what was typed before may come one after the other.
    const others = async () => {
      const texts = await rows(page).allTextContents();
      return texts.filter((text) => !/\/2019.*chợ Bến.*Phòng Kinh tế/.test(text)).length;
    };
    await soon(others).toBe(0);
    const texts = await rows(page).allTextContents();
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.length).toBeLessThan(20);
    await page.reload();
    await soon(() => rows(page).count()).toBe(texts.length);
    expect(await page.getByLabel('Tìm theo tên').inputValue()).toBe('cho ben');
    expect(await page.getByLabel('Năm').inputValue()).toBe('2019');
  });

  test('opens the form of an entry; the way back keeps what the list was narrowed to', async () => {
    const title = (await titleLink(page, 1).textContent()) ?? '';
    await titleLink(page, 1).click();
    await soon(() => page.getByLabel('Tên bài').inputValue()).toBe(title);
    await page.getByRole('link', { name: 'Tin, bài' }).click();
    await soon(() => page.url()).toContain('nam=2019&don-vi=kt');
    await rows(page).first().waitFor();
  });

  test('a second form is not drawn with nothing in it, and nothing complains', async () => {
    await titleLink(page, 0).click();
    await page.getByLabel('Tên bài').waitFor();
    expect(await page.getByLabel('Tên bài').inputValue()).not.toBe('');
    await page.waitForTimeout(500);
    expect(await page.getByText('Không tải được').count()).toBe(0);
    await page.goBack();
    await rows(page).first().waitFor();
  });

  test('a keyboard goes on at the top of the next page', async () => {
    await page.goto(`${large.origin}/admin/#/collections/articles`);
    await soon(() => sentence(page).textContent()).toContain('trang 1 trong 26');
    await page.getByRole('link', { name: 'Cũ hơn' }).focus();
    await page.keyboard.press('Enter');
    await soon(() => sentence(page).textContent()).toContain('trang 2 trong 26');
    expect(await sentence(page).evaluate((one) => one === document.activeElement)).toBe(true);
    await page.goBack();
    await soon(() => sentence(page).textContent()).toContain('trang 1 trong 26');
  });
});

test('the work of the browser does not grow with the articles', async () => {
  const [few, many] = [await worked(small), await worked(large)];
  expect(many.asked).toEqual(few.asked);
  expect(many.bytes).toBeLessThan(few.bytes * 1.1);
  expect(many.asked.join()).not.toContain('entriesByFolder');
  const once = many.asked.filter((one) => /\/api\/(owed|history)$/.test(one));
  expect(once.map((one) => path.basename(one))).toEqual(['history', 'owed']);
});

/** What is asked of the server for a first list, an article, and the way back, and how much comes. */
async function worked(desk: EditorsDesk): Promise<{ asked: string[]; bytes: number }> {
  const page = await desk.window(browser, 'lan');
  const answers: Response[] = [];
  page.on('response', (answer) => void answers.push(answer));
  await page.goto(`${desk.origin}/admin/#/collections/articles`);
  await rows(page).nth(49).waitFor();
  await titleLink(page, 30).click();
  await page.getByLabel('Tên bài').waitFor();
  await page.waitForTimeout(1_500);
  await page.getByRole('link', { name: 'Tin, bài' }).click();
  await rows(page).nth(49).waitFor();
  const told = answers.filter((answer) => /\/admin\/(api\/|cms\.json)/.test(answer.url()));
  const bodies = await Promise.all(told.map((answer) => answer.body()));
  await page.context().close();
  const asked = told.map((answer) => {
    const { pathname } = new URL(answer.url());
    const { action } = (answer.request().postDataJSON() ?? {}) as { action?: string };
    return action ? `${pathname} ${action}` : pathname;
  });
  return { asked: asked.sort(), bytes: bodies.reduce((sum, { length }) => sum + length, 0) };
}

test('drafts stand where people look for them, for those who may read them', async () => {
  const id = '2026/10/ban-nhap-cua-hoa';
  const hoa = await openList(small, 'hoa');
  expect(await saveDraft(hoa, id, 'Bản nháp của chị Hoa')).toBe(200);
  const step = { collection: 'articles', slug: id, newStatus: 'pending_review' };
  expect(await send(hoa, 'updateUnpublishedEntryStatus', step)).toBe(200);
  const nam = await openList(small, 'nam', '?tinh-trang=cho-duyet');
  expect(await sentence(nam).textContent()).toBe('Không có mục nào như vậy.');
  const lan = await openList(small, 'lan');
  await lan.getByRole('link', { name: 'Chờ duyệt 1' }).click();
  await soon(() => rows(lan).count()).toBe(1);
  expect(await rows(lan).textContent()).toContain('Người hoa sửa ngày');
  await titleLink(lan, 0).click();
  await soon(() => lan.getByLabel('Tên bài').inputValue()).toBe('Bản nháp của chị Hoa');
  await lan.getByRole('button', { name: 'Trạng thái: Chờ duyệt' }).waitFor();
  for (const page of [hoa, nam, lan]) await page.context().close();
});

test.each([
  { width: 1366, height: 768 },
  { width: 390, height: 844 },
])(
  'at $width × $height: Vietnamese, no fault for axe, nothing to scroll to sideways',
  async (viewport) => {
    const page = await openList(small, 'lan', '', viewport);
    for (const place of ['articles', 'articles?tim=khong+co', 'plans', 'activities', 'pages']) {
      await page.evaluate((hash) => {
        window.location.hash = hash;
      }, `#/collections/${place}`);
      const name = place.split('?')[0] ?? '';
      await page.locator(`[data-testid="${name}"].sidebar-active`).waitFor();
      await sentence(page).filter({ hasText: /mục/ }).waitFor();
      await soon(() => page.locator('.room-list [aria-busy]').count()).toBe(0);
      expect({ place, faults: await faults(page) }).toEqual({ place, faults: [] });
      const words = await page.locator('.room-list *').allTextContents();
      expect({ place, english: englishIn(words) }).toEqual({ place, english: [] });
      const reach = await page.evaluate(() => document.documentElement.scrollWidth);
      expect({ place, fits: reach <= viewport.width }).toEqual({ place, fits: true });
    }
    await page.context().close();
  },
);

/** Faults that axe finds in the list; run from outside, for the policy forbids scripts. */
async function faults(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: AXE });
  const { result } = await session.send('Runtime.evaluate', {
    expression: `axe.run('.room-list').then(({ violations }) => JSON.stringify(violations.map(({ id, nodes }) => id + ': ' + nodes.map((n) => n.html.slice(0, 120)).join(' | '))))`,
    awaitPromise: true,
    returnByValue: true,
  });
  return JSON.parse(String(result.value));
}
