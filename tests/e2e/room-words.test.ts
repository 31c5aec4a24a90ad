import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chooseWord, signIn } from '../support/at-the-room.ts';
import { launchBrowser } from '../support/built-site.ts';
import { lan } from '../support/ledger.ts';
import { OFFICE_NAME, type RunningSection, startSection } from '../support/section.ts';
import { planFile } from '../support/word-files.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = "['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice']";

/** Texts from Word and from web pages in the room that `npm start` opens. */
let room: RunningSection;
let browser: Browser;
let context: BrowserContext;
let word: Uint8Array;

beforeAll(async () => {
  word = await planFile();
  const people = [{ ...lan, roles: [...lan.roles] }];
  room = await startSection({ content: 'src/content', asOf: '2026-10-20', people });
  browser = await launchBrowser();
  context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'vi-VN',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  await signIn(page, room.origin, lan.id);
  await page.close();
});
afterAll(async () => {
  await browser?.close();
  await room?.close();
});

interface Opened {
  page: Page;
  complaints: string[];
}

/** Slate asks where the caret is ten times a second at most; nobody types as fast as a test. */
const caretIsKnown = (page: Page) => page.waitForTimeout(300);

/** Opens a new article in a window of its own. */
async function newArticle(width = 1366): Promise<Opened> {
  const page = await context.newPage();
  await page.setViewportSize({ width, height: 800 });
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (/Content.Security.Policy|EvalError/i.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto(`${room.origin}/admin/#/collections/articles/new`);
  await field(page, 'Tên bài').waitFor();
  return { page, complaints };
}

/** A field by the words its label begins with; the frame around it is named «Trường …». */
const field = (page: Page, label: string) => page.getByLabel(new RegExp(`^${label}`)).first();
const bodyOf = (page: Page) => page.locator('[data-slate-editor]').first();
const drawer = (page: Page) => page.getByRole('complementary', { name: 'Thông tin thêm' });
const soon = <T>(value: () => T) => expect.poll(value, { timeout: 20_000 });
const giveWord = (page: Page) => chooseWord(page, 'Kế hoạch 58.docx', word);

/** Fills in what neither Word nor the clipboard knows, saves, and returns what git then holds. */
async function saved(page: Page, slug: string): Promise<string> {
  await page.locator('input[type=date]').first().fill('2026-10-19');
  for (const [label, choice] of [
    ['Đơn vị', 'Phòng Văn hóa - Xã hội'],
    ['Thể loại', 'Tin'],
  ] as const) {
    await field(page, label).click();
    await page.getByRole('option', { name: choice }).first().click();
  }
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await page.getByRole('button', { name: 'Trạng thái: Bản nháp' }).waitFor();
  return room.git('show', `${draftOf(slug)}:articles/2026/10/${slug}.md`);
}
const draftOf = (slug: string) => `drafts/articles/2026+10+${slug}`;

describe('a Word file', () => {
  const slug = 'ke-hoach-tuyen-truyen-cai-cach-hanh-chinh-nam-2026';

  test('fills the form, and is saved with its table and both pictures', async () => {
    const { page, complaints } = await newArticle();
    await giveWord(page);
    await drawer(page).getByText('Phần nơi nhận và chữ ký không đưa vào bài').waitFor();
    await soon(() => field(page, 'Tên bài').inputValue()).toBe(
      'Kế hoạch tuyên truyền cải cách hành chính năm 2026',
    );
    const picture = page.frameLocator('iframe').locator('img').first();
    await soon(() => picture.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(320);
    const text = await saved(page, slug);
    expect(text).toContain('number: 58/KH-UBND');
    expect(text).toContain('## I. MỤC ĐÍCH, YÊU CẦU');
    expect(text).toMatch(/\| 1 {3}\| Phòng Văn hóa - Xã hội \| 2 tin<br>1 bài \|/);
    expect(text).toContain(`::anh{src="${slug}/ke-hoach-58-1.jpg" alt="Quầy tiếp nhận hồ sơ"`);
    expect(text).toContain(`![](${slug}/ke-hoach-58-2.png)`);
    const files = room.git('ls-tree', '-r', '--name-only', draftOf(slug));
    const folder = `articles/2026/10/${slug}`;
    expect(files.split('\n').filter((file) => file.startsWith(`${folder}/`))).toEqual([
      `${folder}/ke-hoach-58-1.jpg`,
      `${folder}/ke-hoach-58-2.png`,
    ]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('takes the place of nothing typed unless the person says so', async () => {
    const { page } = await newArticle();
    await field(page, 'Tên bài').fill('Tên tôi đã viết');
    await giveWord(page);
    const dialog = page.getByRole('dialog', { name: 'Biểu mẫu đã có chữ' });
    await dialog.getByText('Đã có: Tên bài.').waitFor();
    await dialog.getByRole('button', { name: 'Thôi' }).click();
    await page.getByText('Chưa nhập gì.').waitFor();
    expect(await bodyOf(page).textContent()).not.toContain('Mục đích');
    await giveWord(page);
    await dialog.getByRole('button', { name: 'Giữ phần đã viết' }).click();
    await soon(() => bodyOf(page).textContent()).toContain('Mục đích');
    expect(await field(page, 'Tên bài').inputValue()).toBe('Tên tôi đã viết');
    await giveWord(page);
    await dialog.getByText('Đã có: Tên bài, Nội dung.').waitFor();
    await dialog.getByRole('button', { name: 'Thay bằng tệp Word' }).click();
    await soon(() => field(page, 'Tên bài').inputValue()).toMatch(/^Kế hoạch tuyên truyền/);
    expect((await bodyOf(page).textContent())?.split('1. Mục đích')).toHaveLength(2);
    await page.close();
  });

  test('that cannot be read is refused, and the form stays', async () => {
    const { page } = await newArticle();
    await field(page, 'Tên bài').fill('Tên tôi đã viết');
    await chooseWord(page, 'Cũ.doc', Buffer.from('D0CF11E0', 'hex'));
    await drawer(page).getByRole('heading', { name: 'Chưa nhập được «Cũ.doc»' }).waitFor();
    expect(await drawer(page).textContent()).toContain('.docx');
    expect(await field(page, 'Tên bài').inputValue()).toBe('Tên tôi đã viết');
    await page.close();
  });
});

/** Copies as another program does, and pastes as a person does. */
async function paste(page: Page, html: string, plain = ''): Promise<void> {
  await page.evaluate(
    ([rich, text]) => {
      const item = { 'text/html': rich, 'text/plain': text };
      return navigator.clipboard.write([new ClipboardItem(item)]);
    },
    [html, plain] as const,
  );
  await bodyOf(page).click();
  await page.keyboard.press('ControlOrMeta+v');
}

describe('what is pasted', () => {
  test('from Word keeps its table, lists and links, and pictures on the disk are refused', async () => {
    const { page, complaints } = await newArticle();
    await field(page, 'Tên bài').fill('Lịch tiếp công dân');
    await paste(page, readFileSync('tests/fixtures/paste/word.html', 'utf8'));
    await drawer(page).getByText('nằm trên máy của bạn').waitFor();
    const text = await saved(page, 'lich-tiep-cong-dan');
    expect(text).toContain('[Cổng Dịch vụ công](https://dichvucong.gov.vn/)');
    expect(text).toMatch(/^\* Mang theo căn cước$/m);
    expect(text).toMatch(/^1\. Lấy số$/m);
    expect(text).toMatch(/^\| Thứ Hai \| Phòng 1<br>Tầng 2 \|$/m);
    expect(text).not.toMatch(/file:|javascript:|mso|<o:p>/);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('goes where the cursor is, and words alone go in as they are', async () => {
    const { page } = await newArticle();
    await bodyOf(page).click();
    await page.keyboard.type('Trước  sau');
    for (let step = 0; step < ' sau'.length; step += 1) await page.keyboard.press('ArrowLeft');
    await caretIsKnown(page);
    await page.evaluate(() =>
      navigator.clipboard.write([
        new ClipboardItem({ 'text/html': '<b style="color:red">giữa</b>', 'text/plain': 'giữa' }),
      ]),
    );
    await page.keyboard.press('ControlOrMeta+v');
    await soon(() => bodyOf(page).textContent()).toMatch(/Trước giữa sau/);
    await page.close();
  });
});

test('a block that cannot be read in full stays as it was typed', async () => {
  const { page } = await newArticle();
  const block = '::tep{src=to-khai.pdf ten=Tờ khai}';
  await field(page, 'Tên bài').fill('Khối viết tay');
  await page.getByText('Mã Markdown').click();
  await bodyOf(page).click();
  await page.keyboard.insertText(`Trước.\n\n${block}\n\nSau.`);
  await page.getByText('Soạn thảo', { exact: true }).click();
  await bodyOf(page).click();
  await page.keyboard.press('ControlOrMeta+Home');
  await caretIsKnown(page);
  await page.keyboard.type('Thêm. ');
  const text = await saved(page, 'khoi-viet-tay');
  expect(text).toContain(`Thêm. Trước.\n\n${block}\n\nSau.`);
  await page.close();
});

test('the preview shows an article as it will be read aloud', async () => {
  const page = await context.newPage();
  const entry = '2026/10/uy-quyen-lam-thu-tuc';
  await page.goto(`${room.origin}/admin/#/collections/articles/entries/${entry}`);
  const frame = page.frameLocator('iframe');
  await frame.getByRole('button', { name: 'Bản đọc trên loa' }).click();
  await frame.getByText('Đài truyền thanh phường Uông Bí').waitFor();
  expect(await frame.getByRole('listitem').count()).toBeGreaterThan(10);
  await frame.getByRole('button', { name: 'Trang', exact: true }).click();
  await frame.getByRole('heading', { level: 2, name: 'Việc phải tự đi' }).waitFor();
  await page.close();
});

test('folded items of a list show names and dates as people write them', async () => {
  const page = await context.newPage();
  const entry = '2026/10/uy-quyen-lam-thu-tuc';
  await page.goto(`${room.origin}/admin/#/collections/articles/entries/${entry}`);
  await page.getByText('Truyền thanh · 12/10/2026', { exact: true }).waitFor();
  await page.close();
});

/** Faults of the room's own furniture; run from outside, for its policy forbids scripts. */
async function faultsIn(page: Page, selector: string): Promise<string[]> {
  const client = await context.newCDPSession(page);
  await client.send('Runtime.evaluate', { expression: AXE });
  const { result } = await client.send('Runtime.evaluate', {
    expression: `axe.run(${JSON.stringify(selector)}, { runOnly: ${RULES} }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map((n) => n.html.slice(0, 120)).join(' | ')))`,
    awaitPromise: true,
    returnByValue: true,
  });
  return result.value;
}

describe.each([1366, 390])('at %d px', (width) => {
  test('axe finds no fault in the bar, its menu, the drawer and the dialogs', async () => {
    const { page } = await newArticle(width);
    await page.getByRole('textbox', { name: 'Nội dung', exact: true }).waitFor();
    expect(await faultsIn(page, '[data-slate-editor]')).toEqual([]);
    await page.locator('.room-account summary').click();
    expect(await faultsIn(page, '.room-bar')).toEqual([]);
    await page.locator('.room-account summary').click();
    await page.getByRole('button', { name: /^(Còn thiếu|Đã đủ)/ }).click();
    await drawer(page).getByRole('heading').first().waitFor();
    expect(await faultsIn(page, '.room-drawer')).toEqual([]);
    await field(page, 'Tên bài').fill('Tên tôi đã viết');
    await giveWord(page);
    await page.getByRole('dialog').waitFor();
    expect(await faultsIn(page, '.room-dialog')).toEqual([]);
    await page.getByRole('button', { name: 'Giữ phần đã viết' }).click();
    await drawer(page).getByText('Phần nơi nhận').waitFor();
    expect(await faultsIn(page, '.room-drawer')).toEqual([]);
    await page.close();
  });
});

test('the plain HTTP of an office network is enough to write and save', async () => {
  const there = await launchBrowser(`--host-resolver-rules=MAP ${OFFICE_NAME} 127.0.0.1`);
  try {
    const page = await there.newPage({ locale: 'vi-VN' });
    await signIn(page, room.officeOrigin, lan.id);
    const lacking = await page.evaluate(() => [
      window.isSecureContext,
      'serviceWorker' in navigator,
    ]);
    expect(lacking).toEqual([false, false]);
    await page.goto(`${room.officeOrigin}/admin/#/collections/articles/new`);
    await field(page, 'Tên bài').fill('Viết từ một máy trong mạng cơ quan');
    await bodyOf(page).click();
    await page.keyboard.type('Nội dung đủ dài để lưu.');
    const text = await saved(page, 'viet-tu-mot-may-trong-mang-co-quan');
    expect(text).toContain('Nội dung đủ dài để lưu.');
  } finally {
    await there.close();
  }
});

test('a browser that cannot reckon with dates is told so, and loads nothing more', async () => {
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'Temporal'));
  await page.goto(`${room.origin}/admin/`);
  await page.getByText('Chrome hoặc Edge từ bản 144, Firefox từ bản 139').waitFor();
  expect(asked.filter((path) => path.includes('/_cms/'))).toEqual([]);
  await page.close();
});
