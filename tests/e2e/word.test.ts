import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importDocx, type WordDraft } from '../../admin/word/import-docx.ts';
import { cleanPastedHtml, type Pasted } from '../../admin/word/paste.ts';
import { blockText } from '../../src/core/text/block-mark.ts';
import { BLOCKS, type BlockName, blockOf } from '../../src/core/text/blocks.ts';
import { launchBrowser } from '../support/built-site.ts';
import { planFile, storyFile } from '../support/word-files.ts';
import { serveWordPage, type WordPage } from '../support/word-page.ts';

/** What the page of these tests offers. */
interface Offered {
  import: (base64: string, name: string) => Promise<Omit<WordDraft, 'pictures'>>;
  paste: (html: string) => Pasted;
  /** The text after the editors' field has read it and written it again. */
  edited: (markdown: string) => string;
}
declare global {
  interface Window {
    word: Offered;
  }
}

const FIXTURES = path.resolve(import.meta.dirname, '../fixtures');
const complaints: string[] = [];
let served: WordPage;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  served = await serveWordPage();
  browser = await launchBrowser();
  page = await browser.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(served.address);
  await page.waitForFunction(() => window.word !== undefined);
});
afterAll(async () => {
  await browser?.close();
  await served?.[Symbol.asyncDispose]();
});

const edited = (markdown: string) => page.evaluate((text) => window.word.edited(text), markdown);

test('a browser imports what Node imports, and loads the reader of Word only then', async () => {
  expect(served.asked).toEqual(['entry.js']);
  const files: [bytes: Uint8Array, name: string][] = [
    [await planFile(), 'Kế hoạch 58.docx'],
    [await storyFile(), 'Tin.docx'],
    [await readFile(path.join(FIXTURES, 'word/thong-bao.docx')), 'thong-bao.docx'],
  ];
  for (const [bytes, name] of files) {
    const { pictures, ...here } = await importDocx(new Uint8Array(bytes), name);
    const there = await page.evaluate(([base64, as]) => window.word.import(base64, as), [
      Buffer.from(bytes).toString('base64'),
      name,
    ] as const);
    const named = pictures.map(({ name: file, type, size }) => ({ name: file, type, size }));
    expect(there).toEqual({ ...here, pictures: named });
    expect(await edited(here.markdown)).toBe(here.markdown);
  }
  expect(served.asked.length).toBeGreaterThan(1);
  expect(complaints).toEqual([]);
});

test.each(['word', 'google', 'web'])('what was pasted from %s survives the field', async (name) => {
  const html = await readFile(path.join(FIXTURES, `paste/${name}.html`), 'utf8');
  const there = await page.evaluate((text) => window.word.paste(text), html);
  expect(there).toEqual(cleanPastedHtml(html));
  expect(await edited(there.markdown)).toBe(there.markdown);
});

const VALUES: Record<BlockName, Record<string, string>> = {
  'chu-y': { 'tieu-de': 'Nghỉ lễ: "mồng 1" {và 2}' },
  'cac-buoc': {},
  tep: { src: 'to-khai.pdf', ten: 'Tờ khai & phụ lục' },
  video: { src: 'https://www.youtube.com/watch?v=aqz-KE-bpKQ&t=1', 'tieu-de': 'Hướng dẫn' },
  anh: { src: 'anh.jpg', alt: 'Quầy', 'chu-thich': 'Sáng thứ Hai', nguon: 'Thu Hà' },
  bang: { 'tieu-de': 'Kết quả' },
  'thu-tuc': { ma: '1.001193' },
};

test.each(Object.keys(BLOCKS) as BlockName[])('block %s survives the field', async (name) => {
  const block = blockText(name, VALUES[name], blockOf(name).content?.start);
  const text = `Lúc 7:30.\n\n${block}\n\nThông báo:Về việc https://a.vn:8080`;
  expect(await edited(text)).toBe(text);
});

test.each([
  ['a block with paragraphs and a list', ':::chu-y\n\na\n\n* b\n* c\n\nd\n\n:::\n\ne'],
  ['a block in a block', '::::chu-y\n\n:::cac-buoc\n\n1. a\n\n:::\n\n::::'],
  ['a block in a list', '* a\n  ::tep{src="a.pdf" ten="b"}'],
  ['two blocks after each other', '::thu-tuc{ma="1.001193"}\n\n::thu-tuc{ma="1.001194"}'],
  ['a block that cannot be read', '::tep{src=a.pdf ten=Tờ khai}'],
  ['a block of another kind', ':::la\n\nx\n\n:::'],
  ['a block that was never closed', ':::chu-y\n\nx'],
  ['what looks like inline blocks', 'Lúc 7:30 :abbr\\[x]{y}, 3:2:1'],
])('%s survives the field', async (_name, text) => {
  expect(await edited(text)).toBe(text);
});
