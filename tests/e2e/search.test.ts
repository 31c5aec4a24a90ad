import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SECURITY_HEADERS } from '../../server/security.ts';
import { type BuiltSite, launchBrowser, serveBuilt } from '../support/built-site.ts';
import {
  rankOf,
  resultsFor,
  type SearchCase,
  searchCases,
  withoutMarks,
} from '../support/search-cases.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const KB = 1000;

let site: BuiltSite;
let browser: Browser;

beforeAll(async () => {
  const env = { CONTENT_DIR: 'src/content', AS_OF: '2026-12-01', BASE: '/cchc' };
  site = await serveBuilt(env);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** A page with everything that the browser complains about. */
async function open(path: string, options: BrowserContextOptions = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (/error|warning/.test(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${site.origin}${path}`);
  return { page, complaints };
}

const status = (page: Page) => page.locator('#search-status').textContent();
const answered = (page: Page) =>
  page.waitForFunction(() =>
    /kết quả cho|Không tìm thấy/.test(document.getElementById('search-status')?.textContent ?? ''),
  );
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent);

describe('the queries that nothing was tuned on', () => {
  test.each([
    ['as typed', searchCases('score')],
    ['without marks', withoutMarks(searchCases('score'))],
  ])(
    '%s: 97 of 100 have the right page among the first three, others have none',
    async (_, cases) => {
      const { page, complaints } = await open('/tim-kiem/');
      const missed: string[] = [];
      const noise: string[] = [];
      for (const one of cases) {
        const results = await resultsFor(page, one.q);
        const rank = rankOf(results, one.expect);
        if (rank >= 1 && rank <= 3) continue;
        (one.expect.length > 0 ? missed : noise).push(`${one.q}: ${results.slice(0, 3).join(' ')}`);
      }
      const right = (all: readonly SearchCase[]) =>
        all.filter(({ expect: slugs }) => slugs.length > 0);
      expect(right(cases).length).toBeGreaterThan(50);
      expect(cases.length - right(cases).length).toBeGreaterThan(8);
      expect(missed.length / right(cases).length, missed.join('\n')).toBeLessThanOrEqual(0.03);
      expect(noise).toEqual([]);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
  );

  test('are as many as were promised', () => {
    const [tune, score] = [searchCases('tune').length, searchCases('score').length];
    expect(tune + score).toBeGreaterThanOrEqual(150);
    expect(Math.abs(tune - score)).toBeLessThan(10);
  });
});

describe('what the browser loads', () => {
  test('little before the first search, and not much with it', async () => {
    const { page } = await open('/lien-he/');
    let asked = new Set<string>();
    page.on('request', (request) => {
      if (request.resourceType() === 'script') asked.add(request.url());
    });
    // Their own sizes, for a script that the browser kept is not sent again.
    const weight = async (urls: Iterable<string>) => {
      const sizes = await Promise.all(
        [...urls].map(async (url) => {
          const body = await (await page.request.get(url)).body();
          return gzipSync(body, { level: 9 }).length;
        }),
      );
      return sizes.reduce((sum, size) => sum + size, 0);
    };
    await page.goto(`${site.origin}/tin-bai/`, { waitUntil: 'networkidle' });
    const ours = [...asked].filter((url) => /SearchBox|slash/.test(url));
    expect(ours).not.toEqual([]);
    expect(await weight(ours)).toBeLessThanOrEqual(KB);
    asked = new Set();
    await page.goto(`${site.origin}/tim-kiem/`, { waitUntil: 'networkidle' });
    expect(asked.size).toBeGreaterThan(0);
    expect(await weight(asked)).toBeLessThanOrEqual(8 * KB);
    await page.locator('#q').fill('khai sinh');
    await answered(page);
    await page.waitForLoadState('networkidle');
    expect([...asked].some((url) => url.includes('/answer.'))).toBe(true);
    // A worker's own script is no request of the page.
    asked.add(`${site.origin}/pagefind/pagefind-worker.js`);
    expect(await weight(asked)).toBeLessThanOrEqual(35 * KB);
    await page.context().close();
  });
});

describe('by keyboard', () => {
  test('a slash opens the search from every page', async () => {
    const wide = await open('/tin-bai/');
    await wide.page.keyboard.press('/');
    await wide.page.keyboard.type('khai sinh/');
    await wide.page.keyboard.press('Enter');
    await answered(wide.page);
    expect(new URL(wide.page.url()).pathname).toBe('/cchc/tim-kiem/');
    expect(await wide.page.locator('#q').inputValue()).toBe('khai sinh/');
    await wide.page.context().close();

    const phone = await open('/tin-bai/', { viewport: { width: 360, height: 740 } });
    await phone.page.keyboard.press('/');
    await phone.page.waitForURL('**/tim-kiem/#q');
    expect(await focused(phone.page)).toBe('q');
    await phone.page.context().close();
  });

  test('the slash can be turned off, for those who speak or whose keys repeat', async () => {
    const { page } = await open('/tim-kiem/');
    await page.getByRole('checkbox', { name: /phím \// }).uncheck();
    await page.goto(`${site.origin}/tin-bai/`);
    await page.keyboard.press('/');
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
    await page.goto(`${site.origin}/tim-kiem/`);
    expect(await page.getByRole('checkbox').isChecked()).toBe(false);
    await page.getByRole('checkbox').check();
    await page.locator('h1').click();
    await page.keyboard.press('/');
    expect(await focused(page)).toBe('q');
    await page.context().close();
  });

  test('arrows lead through the results and back, Escape to the box', async () => {
    const { page } = await open('/tim-kiem/?q=ho%20kinh%20doanh');
    await answered(page);
    // A search from the address leaves the focus where the reader has it.
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
    await page.keyboard.press('/');
    expect(await focused(page)).toBe('q');
    const titles = await page.locator('#search-results a').allTextContents();
    const seen: (string | null | undefined)[] = [];
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp']) {
      await page.keyboard.press(key);
      seen.push(await focused(page));
    }
    expect(seen).toEqual([titles[0], titles[1], titles[0], 'q']);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
    expect(await focused(page)).toBe('q');
    await page.context().close();
  });
});

describe('filters', () => {
  test('count, stand in the address, and are undone with «back»', async () => {
    const { page } = await open('/tim-kiem/?q=ho%20so');
    await answered(page);
    const all = Number.parseInt((await status(page)) ?? '', 10);
    const kinds = page.locator('select[name=loai]');
    const options = await kinds.locator('option').allTextContents();
    const counts = options.slice(1).map((text) => Number(/\((\d+)\)$/.exec(text)?.[1]));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(all);
    await kinds.selectOption({ label: options[1] ?? '' });
    await page.waitForFunction(() =>
      / trong /.test(document.getElementById('search-status')?.textContent ?? ''),
    );
    expect(await status(page)).toBe(`${counts[0]} trong ${all} kết quả cho “ho so”.`);
    expect(new URL(page.url()).searchParams.get('loai')).toBe(options[1]?.replace(/ \(\d+\)$/, ''));
    await page.reload();
    await answered(page);
    expect(await status(page)).toBe(`${counts[0]} trong ${all} kết quả cho “ho so”.`);
    await page.goBack();
    await page.waitForFunction(
      (was) => document.getElementById('search-status')?.textContent?.startsWith(`${was} kết`),
      all,
    );
    expect(await kinds.inputValue()).toBe('');
    await page.context().close();
  });
});

describe('what can go wrong', () => {
  test('nothing found: says so, and what else to try', async () => {
    const { page } = await open('/tim-kiem/?q=bitcoin');
    await answered(page);
    expect(await status(page)).toBe('Không tìm thấy nội dung nào cho “bitcoin”.');
    expect(await page.locator('#search-results a').count()).toBe(0);
    expect(await page.locator('#search-help a').first().isVisible()).toBe(true);
    await page.context().close();
  });

  test('WebAssembly is refused: names and numbers are searched, and the page says so', async () => {
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
    const page = await context.newPage();
    await page.goto(`${site.origin}/tim-kiem/`);
    for (const [query, slug] of [
      ['dang ky khai sinh', 'dang-ky-khai-sinh'],
      ['58/KH-UBND', '58-kh-ubnd-2026'],
      ['9.999918', 'tien-ich-cong-cong'],
    ] as const) {
      expect(rankOf(await resultsFor(page, query), [slug]), query).toBe(1);
    }
    expect(await page.locator('#search-note').textContent()).toMatch(/tìm theo tên, số hiệu/);
    await context.unrouteAll({ behavior: 'ignoreErrors' });
    await context.close();
  });

  test('the index cannot be loaded: says so, and the next query tries again', async () => {
    const context = await browser.newContext();
    await context.route('**/titles.json', (route) => route.abort());
    const page = await context.newPage();
    await page.goto(`${site.origin}/tim-kiem/?q=khai%20sinh`);
    await page.waitForFunction(() =>
      /Chưa tải được/.test(document.getElementById('search-status')?.textContent ?? ''),
    );
    await context.unroute('**/titles.json');
    expect(rankOf(await resultsFor(page, 'khai sinh'), ['dang-ky-khai-sinh'])).toBe(1);
    await context.close();
  });

  test('no JavaScript: explains itself and links on', async () => {
    const { page } = await open('/tim-kiem/?q=khai%20sinh', { javaScriptEnabled: false });
    expect(await page.locator('noscript').first().textContent()).toMatch(/cần JavaScript/);
    expect(await page.locator('#search-help a').first().isVisible()).toBe(true);
    expect(await page.locator('.search-filters').isVisible()).toBe(false);
    await page.context().close();
  });
});

test.each(['light', 'dark'] as const)(
  'results have no fault that axe can find, %s',
  async (colorScheme) => {
    for (const query of ['ho so', 'bitcoin']) {
      const { page, complaints } = await open(`/tim-kiem/?q=${query}`, { colorScheme });
      await answered(page);
      const session = await page.context().newCDPSession(page);
      await session.send('Runtime.evaluate', { expression: AXE });
      const { result } = await session.send('Runtime.evaluate', {
        expression: `axe.run(document, { runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice'] })
      .then(({ violations }) => JSON.stringify(violations.map(({ id, nodes }) => id + ': ' + nodes.map((n) => n.html.slice(0, 120)).join(' | '))))`,
        awaitPromise: true,
        returnByValue: true,
      });
      expect(JSON.parse(String(result.value)), query).toEqual([]);
      expect(complaints).toEqual([]);
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        320,
      );
      await page.context().close();
    }
  },
);

test('excerpts are exact: spelled as on the page, marked where the query stands', async () => {
  const { page } = await open('/tim-kiem/?q=giay%20chung%20sinh');
  await answered(page);
  const marks = await page.locator('#search-results mark').allTextContents();
  expect(marks.join(' ').toLowerCase()).toContain('giấy chứng sinh');
  expect(await page.locator('#search-results').textContent()).not.toMatch(/[ḏḎ]/);
  await page.context().close();
});
