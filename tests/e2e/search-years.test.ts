import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { precompress } from '../../integrations/precompress.ts';
import { buildSearchIndex, searchCode } from '../../integrations/search-index.ts';
import { SECURITY_HEADERS } from '../../server/security.ts';
import { siteServer } from '../../server/site.ts';
import { readRows } from '../../src/core/search/title-file.ts';
import { buildInto, launchBrowser } from '../support/built-site.ts';
import { addArticles } from '../support/many-pages.ts';
import { resultsFor } from '../support/search-cases.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'cchc-years-'));
const site = path.join(folder, 'site');
const server = siteServer({ outDir: site, base: '/cchc' });
const sent: string[] = [];
let bytes = 0;
server.addHook('onResponse', async ({ url }, reply) => {
  sent.push(url);
  bytes += Number(reply.getHeader('content-length') ?? 0);
});
let origin: string;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  buildInto(site, { CONTENT_DIR: 'src/content', AS_OF: '2026-12-01', BASE: '/cchc' });
  await addArticles(site, { articles: 2_500, firstYear: 2022, lastYear: 2026 });
  const cache = { folder: path.join(folder, 'cache'), code: await searchCode('.') };
  await buildSearchIndex(site, { synonyms: [], dictionary: [] }, cache);
  await precompress(path.join(site, 'pagefind'));
  await server.listen({ port: 0, host: '127.0.0.1' });
  origin = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}/cchc`;
  browser = await launchBrowser();
  page = await browser.newPage();
});
afterAll(async () => {
  await browser?.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const rowsOf = (file: string) =>
  readRows(JSON.parse(readFileSync(path.join(site, 'pagefind', file), 'utf8')));
const status = () => page.locator('#search-status').textContent();
const total = async () => Number.parseInt((await status()) ?? '', 10);
const shown = () =>
  page.waitForFunction(() =>
    /kết quả cho|Không tìm thấy/.test(document.getElementById('search-status')?.textContent ?? ''),
  );
const open = async (search: string) => {
  sent.length = 0;
  await page.goto(`${origin}/tim-kiem/${search}`);
  await shown();
};
const years = async () => {
  const texts = await page.locator('select[name=nam] option').allTextContents();
  return texts.flatMap((text) => {
    const [, year, count] = /^(\d{4}) \((.+)\)$/.exec(text) ?? [];
    return year ? [[year, count] as const] : [];
  });
};
const loaded = () => [
  ...new Set(sent.flatMap((url) => /pagefind\/(\d{4})\//.exec(url)?.[1] ?? [])),
];

describe('articles of many years', () => {
  test('a search looks through this year and all that has no year, and says so', async () => {
    await open('?q=khai+sinh');
    expect(loaded()).toEqual(['2026']);
    const older = page.locator('#search-older');
    expect(await older.textContent()).toMatch(/tin bài, hoạt động của các năm 2022–2025\./);
    expect(
      (await years()).filter(([, count]) => count === 'chưa tìm').map(([year]) => year),
    ).toEqual(['2025', '2024', '2023', '2022']);
    const procedures = rowsOf('titles.json').filter(({ kind }) => kind === 'Thay đổi thủ tục');
    expect(procedures.length).toBeGreaterThan(5);
  });

  test('«Tìm cả các năm trước» is a link; then every count holds for every year', async () => {
    await open('?q=khai+sinh');
    const few = await total();
    await page.getByRole('link', { name: 'Tìm cả các năm trước' }).click();
    await page.waitForURL('**/tim-kiem/?q=khai+sinh&nam=tat-ca');
    await shown();
    const all = await total();
    expect(all).toBeGreaterThan(few);
    expect(await page.locator('#search-older').isVisible()).toBe(false);
    expect(await page.locator('select[name=nam]').inputValue()).toBe('tat-ca');
    const counts = new Map(await years());
    expect([...counts.keys()]).toEqual(['2026', '2025', '2024', '2023', '2022']);
    const dated = [...counts.values()].reduce((sum, count) => sum + Number(count), 0);
    const kinds = await page.locator('select[name=loai] option').allTextContents();
    const byKind = kinds.slice(1).map((text) => Number(/\((\d+)\)$/.exec(text)?.[1]));
    expect(byKind.reduce((sum, count) => sum + count, 0)).toBe(all);
    expect(dated).toBeLessThanOrEqual(all);
    expect(dated).toBeGreaterThan(all - 40);
    await page.locator('select[name=nam]').selectOption('2023');
    await page.waitForFunction(() =>
      / trong /.test(document.getElementById('search-status')?.textContent ?? ''),
    );
    expect(await total()).toBe(Number(counts.get('2023')));
    // A query without the choice looks through this year again, though all are loaded by now.
    await page.locator('select[name=nam]').selectOption('');
    await page.waitForFunction(
      (many) => document.getElementById('search-status')?.textContent?.startsWith(`${many} kết`),
      few,
    );
  });

  test('a year that is chosen or named is looked through, and no other', async () => {
    await open('?q=khai+sinh&nam=2023');
    expect(loaded().sort()).toEqual(['2023', '2026']);
    expect(await status()).toMatch(/^\d+ trong \d+ kết quả/);
    const [article] = rowsOf('2024/titles.json');
    await open(`?q=${article?.date?.split('-').reverse().join('/')}`);
    expect(await total()).toBeGreaterThan(0);
    expect(loaded().sort()).toEqual(['2024', '2026']);
  });

  test('what only an older year can answer is found unasked', async () => {
    const names = new Set(rowsOf('2026/titles.json').map(({ title }) => title.split(' ').at(-1)));
    const old = rowsOf('2024/titles.json').filter(
      ({ title }) => !names.has(title.split(' ').at(-1)),
    );
    expect(old.length).toBeGreaterThan(0);
    for (const { title, address } of old.slice(0, 3)) {
      await open(`?q=${encodeURIComponent(`"${title.split(' ').slice(-3).join(' ')}"`)}`);
      const links = await page
        .locator('#search-results a')
        .evaluateAll((all) => all.map((one) => one.getAttribute('href')));
      expect(links.slice(0, 3), title).toContain(`/cchc${address}`);
      expect(loaded().sort()).toEqual(['2023', '2024', '2025', '2026']);
      expect(await page.locator('#search-older').textContent()).toMatch(/của năm 2022\./);
    }
  });

  test('nonsense finds nothing, and the older years are offered', async () => {
    await open('?q=bitcoin');
    expect(await status()).toMatch(/Không tìm thấy/);
    expect(await page.locator('#search-older a').isVisible()).toBe(true);
  });

  test('more results come twenty at a time', async () => {
    await open('?q=khai+sinh');
    const before = await page.locator('#search-results a').count();
    const more = page.locator('.search-more').first();
    expect(await more.textContent()).toMatch(/^Xem thêm 20 trong \d+ kết quả$/);
    await more.click();
    await page.waitForFunction(
      (count) => document.querySelectorAll('#search-results a').length === count,
      before + 20,
    );
  });
});

describe('what a query moves, with 500 articles a year as compressed bodies', () => {
  const most = 150_000;
  /** Until nothing has been asked for a while; a page that was idle once counts as idle for ever. */
  const quiet = async () => {
    for (let before = -1; before !== sent.length; ) {
      before = sent.length;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  };
  const ask = async (on: Page, query: string) => {
    bytes = 0;
    sent.length = 0;
    await resultsFor(on, query);
    await quiet();
    return bytes;
  };

  test.each(['khai sinh', 'dịch vụ', 'hồ sơ', 'mật khẩu', 'khai sihn'])(
    'the first of a browser, «%s», at most 150 KB; the next much less',
    async (query) => {
      const context = await browser.newContext();
      const own = await context.newPage();
      await own.goto(`${origin}/tim-kiem/`, { waitUntil: 'networkidle' });
      const first = await ask(own, query);
      expect(sent.filter((url) => /pagefind-worker|wasm|2026\/titles/.test(url))).toHaveLength(3);
      expect(first).toBeLessThanOrEqual(most);
      expect(await ask(own, 'chứng thực')).toBeLessThanOrEqual(most / 2);
      await context.close();
    },
  );

  test('the words of all texts only where names do not know the query', async () => {
    const context = await browser.newContext();
    const own = await context.newPage();
    await own.goto(`${origin}/tim-kiem/`, { waitUntil: 'networkidle' });
    await ask(own, 'khai sinh');
    expect(sent.filter((url) => url.endsWith('words.json'))).toEqual([]);
    await ask(own, 'khai sihn');
    expect(sent.filter((url) => url.endsWith('words.json'))).toHaveLength(1);
    expect(await own.locator('#search-status').textContent()).toMatch(/“khai sinh”/);
    await context.close();
  });

  test('a page found by its name alone brings its text, and no part of the index for its name', async () => {
    const context = await browser.newContext();
    const own = await context.newPage();
    await own.goto(`${origin}/tim-kiem/`, { waitUntil: 'networkidle' });
    await ask(own, 'hộ ki');
    expect(await own.locator('#search-results li').count()).toBeGreaterThan(1);
    const texts = await own.locator('.search-excerpt').allTextContents();
    expect(texts.length).toBeGreaterThan(1);
    for (const text of texts) expect(text).toMatch(/^[\p{Lu}“(… ][^ḏḎ]{60,}/u);
    // Two words in two bundles, the second one still typed.
    expect(sent.filter((url) => url.includes('/index/')).length).toBeLessThan(9);
    await context.close();
  });

  test('nothing before the box is entered; then what every query needs', async () => {
    const context = await browser.newContext();
    const own = await context.newPage();
    sent.length = 0;
    await own.goto(`${origin}/tim-kiem/`, { waitUntil: 'networkidle' });
    expect(sent.filter((url) => url.includes('/pagefind/'))).toEqual([]);
    await own.locator('#q').focus();
    const parts = ['wasm.', '2026/titles.json', '2026/pagefind.', '/pagefind/pagefind.'];
    const times = () => parts.map((part) => sent.filter((url) => url.includes(part)).length);
    await expect.poll(times, { timeout: 10_000 }).toEqual([1, 1, 1, 1]);
    await quiet();
    expect(times()).toEqual([1, 1, 1, 1]);
    expect(sent.filter((url) => /fragment|words/.test(url))).toEqual([]);
    await context.close();
  });

  test('an excerpt when its result is near the screen', async () => {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
    const own = await context.newPage();
    await own.goto(`${origin}/tim-kiem/`);
    await ask(own, 'dich vu cong');
    const excerpts = own.locator('.search-excerpt');
    const results = await own.locator('#search-results li').count();
    expect(results).toBeGreaterThan(12);
    expect(await excerpts.count()).toBe(6);
    expect(sent.filter((url) => url.includes('/fragment/'))).toHaveLength(6);
    for (let at = 0; at < results; at += 1) {
      await own.locator('#search-results li').nth(at).scrollIntoViewIfNeeded();
    }
    await own.waitForFunction(
      (all) => document.querySelectorAll('.search-excerpt').length === all,
      results,
    );
    await context.close();
  });
});

test('WebAssembly is refused: names of an older year are found when it is chosen', async () => {
  const context = await browser.newContext();
  await context.route('**/*', async (route) => {
    const response = await route.fetch();
    const policy = SECURITY_HEADERS['content-security-policy'] ?? '';
    const headers = {
      ...response.headers(),
      'content-security-policy': policy.replace(" 'wasm-unsafe-eval'", ''),
    };
    await route.fulfill({ response, headers });
  });
  const [old] = rowsOf('2022/titles.json');
  const blocked = await context.newPage();
  await blocked.goto(`${origin}/tim-kiem/?nam=2022&q=${encodeURIComponent(old?.title ?? '')}`);
  await blocked.waitForSelector('#search-results a');
  const links = await blocked
    .locator('#search-results a')
    .evaluateAll((all) => all.map((one) => one.getAttribute('href')));
  expect(links).toContain(`/cchc${old?.address}`);
  await context.unrouteAll({ behavior: 'ignoreErrors' });
  await context.close();
});
