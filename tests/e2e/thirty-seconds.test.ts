import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BuiltSite, launchBrowser, serveBuilt } from '../support/built-site.ts';

/**
 * The task this section exists for: a citizen who heard «thủ tục đổi rồi» finds on a phone what
 * changed, from when, and whom to call. Seconds differ from hand to hand; what the page can
 * promise is how often they must tap and how far they must scroll.
 */
const PHONE = { width: 360, height: 740 };
const MOST_TAPS = 3;
const MOST_SCREENS = 2;

const CALL = '0203 3854 322';
const CHANGE = {
  title: /Một lần đăng ký nhận bản điện tử/,
  what: 'thay bằng thủ tục mã 9.999917',
  from: '01/10/2026',
};

let content = '';
let site: BuiltSite;
let browser: Browser;

beforeAll(async () => {
  // The plan names no telephone, so the seed has none: this ward has written its own.
  content = mkdtempSync(path.join(tmpdir(), 'cchc-thirty-'));
  cpSync('src/content', content, { recursive: true });
  appendFileSync(
    path.join(content, 'ward.yaml'),
    `\nhotlines: [{ label: Bộ phận một cửa, phone: "${CALL}" }]\n`,
  );
  site = await serveBuilt({ CONTENT_DIR: content, AS_OF: '2026-10-20' });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
  rmSync(content, { recursive: true, force: true });
});

/** A citizen with a phone in the hand, on the home page. */
class Citizen {
  taps = 0;
  readonly page: Page;
  private constructor(page: Page) {
    this.page = page;
  }

  static async atHome(javaScriptEnabled: boolean): Promise<Citizen> {
    const context = await browser.newContext({
      viewport: PHONE,
      hasTouch: true,
      isMobile: true,
      javaScriptEnabled,
    });
    const page = await context.newPage();
    await page.goto(`${site.origin}/`);
    return new Citizen(page);
  }

  async tap(what: Locator): Promise<void> {
    this.taps += 1;
    await what.tap();
  }

  /** What changed, from when and whom to call: all three, without scrolling far. */
  async knows(): Promise<void> {
    const { page } = this;
    await page.waitForURL(/\/thu-tuc\/mot-lan-dang-ky\//);
    await page.evaluate(() => scrollTo(0, 0));
    const main = page.locator('main');
    const told = [
      main.getByRole('heading', { level: 1, name: CHANGE.title }),
      main.getByText(CHANGE.what).first(),
      main.getByText(CHANGE.from).first(),
      main.getByRole('link', { name: CALL }).first(),
    ];
    for (const one of told)
      expect(await screens(one), String(one)).toBeLessThanOrEqual(MOST_SCREENS);
    // It can be called from here, not only read.
    expect(await told.at(-1)?.getAttribute('href')).toBe('tel:02033854322');
    expect(this.taps).toBeLessThanOrEqual(MOST_TAPS);
    await page.context().close();
  }
}

/** How many screens down something ends, counted from the top of the page. */
async function screens(what: Locator): Promise<number> {
  const box = await what.boundingBox();
  return box ? (box.y + box.height) / PHONE.height : Number.POSITIVE_INFINITY;
}

describe.each([
  ['as phones are', true],
  ['without JavaScript', false],
])('%s', (_, javaScript) => {
  test('the home page tells it in its first list', async () => {
    const citizen = await Citizen.atHome(javaScript);
    const { page } = citizen;
    const list = page.getByRole('region', { name: 'Thủ tục thay đổi' });
    const newest = list.getByRole('listitem').first();
    expect(await screens(newest.getByText(CHANGE.from))).toBeLessThanOrEqual(1);
    await citizen.tap(newest.getByRole('link', { name: CHANGE.title }));
    await citizen.knows();
  });

  test('the menu leads to it', async () => {
    const citizen = await Citizen.atHome(javaScript);
    const { page } = citizen;
    await citizen.tap(page.getByRole('button', { name: 'Trình đơn' }));
    const menu = page.getByRole('navigation', { name: 'Trình đơn chính' });
    await citizen.tap(menu.getByRole('link', { name: 'Thủ tục', exact: true }));
    const inForce = page.locator('main section', { has: page.locator('#in-force') });
    await citizen.tap(inForce.getByRole('link', { name: /Đăng ký một lần/ }).first());
    await citizen.knows();
  });
});

describe('the search finds it', () => {
  test.each([
    ['đăng ký nhận bản điện tử'],
    ['dang ky nhan ban dien tu'],
    ['nhận kết quả điện tử đổi rồi'],
    ['9.999917'],
  ])('for «%s»', async (typed) => {
    const citizen = await Citizen.atHome(true);
    const { page } = citizen;
    const box = page.getByRole('searchbox');
    expect(await screens(box)).toBeLessThanOrEqual(1);
    await citizen.tap(box);
    await page.keyboard.type(typed);
    await citizen.tap(page.getByRole('button', { name: 'Tìm', exact: true }));
    const found = page.locator('#search-results').getByRole('link', { name: CHANGE.title });
    await found.first().waitFor();
    expect(await screens(found.first())).toBeLessThanOrEqual(MOST_SCREENS);
    await citizen.tap(found.first());
    await citizen.knows();
  });
});
