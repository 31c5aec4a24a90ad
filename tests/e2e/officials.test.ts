import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Tally } from '../../src/core/quota/tally.ts';
import { type BuiltSite, launchBrowser, serveBuilt } from '../support/built-site.ts';
import { runScript } from '../support/scripts.ts';

/** The officials' page in a real browser: an inspector's path to the proof, and the printed sheet. */

const AS_OF = '2026-10-20';
const START = '/can-bo/chi-tieu/';
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
let folder = '';

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'cchc-officials-'));
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.each(['uong-bi', 'thuong-phuc'])('%s with samples', (ward) => {
  let site: BuiltSite;
  let tallies: Tally[] = [];

  beforeAll(async () => {
    const content = path.join(folder, ward);
    await runScript('seed.ts', [ward, '--samples', '--to', content]);
    site = await serveBuilt({ CONTENT_DIR: content, AS_OF });
    const answer = await fetch(`${site.origin}/du-lieu/v1/chi-tieu.json`);
    ({ tallies } = (await answer.json()) as { tallies: Tally[] });
  });
  afterAll(() => site?.close());

  async function open(address: string, options = {}): Promise<Page> {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    await page.goto(`${site.origin}${address}`);
    return page;
  }

  const months = () => [...new Set(tallies.map(({ to }) => to.slice(0, 7)))].sort();

  test('the sentence, and every cell with a number, lead to the posts in two clicks', async () => {
    const page = await open(START);
    expect(await page.locator('.quota-sentence').textContent()).toMatch(/^\s*Tháng 10 năm 2026/);
    const links = page.locator(
      '.quota-sentence a, .quota-lacking a, .quota-matrix a.quota-open, .quota-matrix a.quota-cell',
    );
    const count = await links.count();
    expect(count).toBeGreaterThan(30);
    const posts = new Set<string>();
    let proven = 0;
    for (let index = 0; index < count; index += 1) {
      const link = links.nth(index);
      const href = (await link.getAttribute('href')) ?? '';
      const words = ((await link.textContent()) ?? '').replace(/\s+/g, ' ').trim();
      await Promise.all([page.waitForURL(`${site.origin}${href}`), link.click()]);
      const proof = page.locator(`[id="${new URL(href, site.origin).hash.slice(1)}"]`);
      expect(await proof.count(), `${words} → ${href}`).toBe(1);
      await comesInSight(page, href);
      const tally = tallies.find((one) => href.endsWith(`#${anchorOf(one)}`));
      expect(await proof.locator('.quota-facts').count(), href).toBe(tally?.actual);
      const found = await proof
        .locator('.quota-counted > li > a')
        .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href));
      expect(found.length, href).toBe(tally?.counted.filter(({ url }) => url).length);
      for (const post of found) posts.add(post);
      proven += found.length;
      await page.goto(`${site.origin}${START}`);
    }
    expect(proven).toBeGreaterThan(10);
    for (const post of posts) expect((await fetch(post)).status, post).toBe(200);
    await page.context().close();
    // A hundred pages, one after the other.
  }, 240_000);

  test('the second click opens the post that counts', async () => {
    const tally = tallies.find(({ counted }) => counted.some(({ url }) => url));
    const [first] = tally?.counted ?? [];
    const page = await open(`${START}${tally?.to.slice(0, 7)}/#${tally && anchorOf(tally)}`);
    await page
      .locator(`[id="${tally && anchorOf(tally)}"] .quota-counted a`)
      .first()
      .click();
    expect(await page.locator('h1').textContent()).toContain(first?.title);
    await page.context().close();
  });

  test('what was not counted, and why, is one more click away', async () => {
    const tally = tallies.find(({ notCounted }) => notCounted.length > 0);
    const page = await open(`${START}${tally?.to.slice(0, 7)}/`);
    const folded = page.locator(`[id="${tally && anchorOf(tally)}"] details`);
    const reason = folded.getByText(tally?.notCounted[0]?.message ?? '?').first();
    expect(await reason.isVisible()).toBe(false);
    await folded.locator('summary').click();
    expect(await reason.isVisible()).toBe(true);
    await page.context().close();
  });

  test('every month prints on exactly one A4 landscape sheet, with room to sign', async () => {
    for (const month of months()) {
      const page = await open(`${START}${month}/`);
      const { pages, boxes } = sheetsOf(await page.pdf({ preferCSSPageSize: true }));
      expect(pages, month).toBe(1);
      expect(boxes, month).toEqual(['297×210']);
      await page.emulateMedia({ media: 'print' });
      for (const words of ['SỐ LIỆU MẪU', 'Số liệu tính đến 20/10/2026', 'NGƯỜI LẬP BẢNG']) {
        expect(await page.getByText(words).first().isVisible(), `${month} ${words}`).toBe(true);
      }
      for (const part of ['.quota-trend', '.quota-files', '.quota-proof', '.foot', '.menu']) {
        const hidden = await page
          .locator(part)
          .evaluateAll((all) => all.every((one) => one.getClientRects().length === 0));
        expect(hidden, `${month} ${part}`).toBe(true);
      }
      await page.context().close();
    }
  }, 240_000);

  test.each(['light', 'dark'] as const)('axe finds no fault, %s', async (colorScheme) => {
    const page = await open(START, { colorScheme });
    const session = await page.context().newCDPSession(page);
    await session.send('Runtime.evaluate', { expression: AXE });
    const { result } = await session.send('Runtime.evaluate', {
      expression: `axe.run(document, { runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice'] })
        .then(({ violations }) => JSON.stringify(violations.map(({ id, nodes }) => id + ': ' + nodes.map((n) => n.html.slice(0, 120)).join(' | '))))`,
      awaitPromise: true,
      returnByValue: true,
    });
    expect(JSON.parse(String(result.value))).toEqual([]);
    await page.context().close();
  });

  test.each([360, 768])(
    'at %i px the page does not scroll sideways; the tables do',
    async (width) => {
      const page = await open(START, {
        viewport: { width, height: 800 },
        javaScriptEnabled: false,
      });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      const [name, month] = await page
        .locator('.quota-matrix tbody tr:nth-child(2) > *')
        .evaluateAll((cells) => cells.slice(0, 2).map((one) => one.getBoundingClientRect().right));
      expect(name).toBeLessThan(width);
      expect(month, 'the chosen month is in sight beside the name').toBeLessThanOrEqual(width);
      await page.context().close();
    },
  );

  test('the downloads are named and there', async () => {
    const page = await open(START);
    const files = await page
      .locator('.quota-files a')
      .evaluateAll((all) =>
        all.map((a) => [(a as HTMLAnchorElement).href, a.getAttribute('download')]),
      );
    expect(files.map(([, name]) => name)).toEqual(
      ['xlsx', 'csv', 'json'].map(
        (extension) => `chi-tieu-${ward}-2026-10-tam-tinh-so-lieu-mau.${extension}`,
      ),
    );
    for (const [href] of files) expect((await fetch(String(href))).status, String(href)).toBe(200);
    await page.context().close();
  });
});

/** Waits until the place that an address names lies in the window; fails when it does not. */
async function comesInSight(page: Page, href: string): Promise<void> {
  await page.waitForFunction(
    (id) => {
      const box = document.getElementById(id)?.getBoundingClientRect();
      return box !== undefined && box.top < innerHeight && box.bottom > 0;
    },
    new URL(href, 'http://x').hash.slice(1),
    { timeout: 5000 },
  );
}

function anchorOf({ rule, subject, period }: Tally): string {
  return `${rule}-${subject}-${period}`.toLowerCase().replace(/[^a-z0-9-]+/g, '-');
}

/** Pages of a PDF and their sizes in millimetres. */
function sheetsOf(pdf: Buffer): { pages: number; boxes: string[] } {
  const text = pdf.toString('latin1');
  const pages = [...text.matchAll(/\/Type\s*\/Page\b(?!s)/g)].length;
  const boxes = [...text.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)].map(
    ([, width, height]) =>
      [width, height].map((points) => Math.round((Number(points) * 25.4) / 72)).join('×'),
  );
  return { pages, boxes: [...new Set(boxes)] };
}
