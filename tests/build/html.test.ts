import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BuiltSite, serveBuilt } from '../support/built-site.ts';
import { lintHtml } from '../support/html-lint.ts';
import { filesBelow } from '../support/scripts.ts';

/** Every page of a built section, as validators and scales see it. */

let site: BuiltSite;
let pages: { file: string; html: string }[] = [];

beforeAll(async () => {
  site = await serveBuilt({
    CONTENT_DIR: 'src/content',
    AS_OF: '2026-10-20',
    SITE_URL: 'https://cchc.phuong-mau.gov.vn',
  });
  const files = (await filesBelow(site.outDir)).filter((file) => file.endsWith('.html'));
  pages = await Promise.all(
    files.map(async (file) => ({
      file,
      html: await readFile(path.join(site.outDir, file), 'utf8'),
    })),
  );
});
afterAll(() => site?.close());

const gzipped = (bytes: string | Buffer) => gzipSync(bytes, { level: 9 }).length;
const read = (address: string) => readFile(path.join(site.outDir, address));

describe('our own lint sees', () => {
  const page = (body: string) =>
    `<html lang="vi"><head><title>t</title><meta name="description" content="d"></head><body>${body}`;
  test.each([
    ['one-h1', '<h1>a</h1><h1>b</h1>'],
    ['empty-link-words', '<h1>a</h1><a href="/x/"> Tại đây </a>'],
    ['mailto', '<h1>a</h1><a href="mailto:ubnd">thư</a>'],
    ['telephone', '<h1>a</h1><a href="tel:0203 abc">gọi</a>'],
    ['script-link', '<h1>a</h1><a href="javascript:x()">a b</a>'],
    ['new-window', '<h1>a</h1><a href="/x/" target="_blank">a b</a>'],
    ['table-headers', '<h1>a</h1><table><tr><td>1</td></tr></table>'],
    ['colour-alone', '<h1>a</h1><span class="status-short"></span>'],
    ['inline-style', '<h1 style="color:red">a</h1>'],
    ['inline-style', '<h1>a</h1><style>a{}</style>'],
    ['inline-script', '<h1>a</h1><script>x()</script>'],
    ['inline-script', '<h1 onclick="x()">a</h1>'],
    ['forbidden-element', '<h1>a</h1><marquee>a</marquee>'],
    ['loose-space', '<h1>a</h1><a href="/x/"> Tên bài </a>, sau'],
    ['loose-space', '<h1>a</h1><a href="/x/">Tên bài</a> : sau'],
    ['nfc', `<h1>${'ế'.normalize('NFD')}</h1>`],
  ])('%s in %s', (rule, body) => {
    expect(lintHtml(page(body)).map((fault) => fault.rule)).toEqual([rule]);
  });

  test('a page that search engines could not describe', () => {
    expect(lintHtml('<h1>a</h1>').map((fault) => fault.rule)).toEqual(['description']);
  });

  test('nothing in a page as it should be', () => {
    const good =
      '<h1>a</h1><a href="/x/">Xem kế hoạch</a><a href="mailto:ubnd@x.gov.vn">thư</a>' +
      '<table><tr><th>a</th></tr></table><span class="status-met">Đạt</span>' +
      '<script type="application/ld+json">{}</script>';
    expect(lintHtml(page(good))).toEqual([]);
  });
});

describe('all pages', () => {
  test('there are as many as a section has', () => {
    expect(pages.length).toBeGreaterThan(100);
  });

  test('are valid HTML', async () => {
    const validator = new HtmlValidate({
      root: true,
      extends: ['html-validate:recommended', 'html-validate:a11y'],
      rules: {
        // The names of entries and of the ward are as long as they are.
        'long-title': 'off',
        // Spaces at the ends of lines come from the compression and are not seen by anybody.
        'no-trailing-whitespace': 'off',
      },
    });
    const faults: string[] = [];
    for (const { file, html } of pages) {
      const { results } = await validator.validateString(html, file);
      for (const { ruleId, line, column, message } of results.flatMap(({ messages }) => messages)) {
        faults.push(`${file}:${line}:${column} ${ruleId}: ${message}`);
      }
    }
    expect(faults).toEqual([]);
  }, 120_000);

  test('keep to our own rules', () => {
    const faults = pages.flatMap(({ file, html }) =>
      lintHtml(html).map(({ rule, found }) => `${file} ${rule}: ${found}`),
    );
    expect(faults).toEqual([]);
  });
});

describe('what a page weighs', () => {
  const KB = 1024;
  const styles = (html: string) =>
    [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href = '']) => href);
  const scripts = (html: string) =>
    [...html.matchAll(/<script[^>]*\ssrc="([^"]+)"/g)].map(([, src = '']) => src);
  const articles = () =>
    pages.filter(({ file }) => /^tin-bai\/\d{4}\/\d{2}\/[^/]+\/index/.test(file));

  test('an article: HTML and CSS within 20 KB, scripts within 2 KB, compressed', async () => {
    expect(articles().length).toBeGreaterThan(30);
    for (const { file, html } of articles()) {
      const css = await Promise.all(styles(html).map(read));
      const page = gzipped(html) + css.reduce((sum, bytes) => sum + gzipped(bytes), 0);
      expect(page, file).toBeLessThanOrEqual(20 * KB);
      const js = await Promise.all(scripts(html).map(read));
      const script = js.reduce((sum, bytes) => sum + gzipped(bytes), 0);
      expect(script, `${file} ${scripts(html).join()}`).toBeLessThanOrEqual(2 * KB);
    }
  });

  test('fonts within 70 KB for every letter that Vietnamese needs', async () => {
    const files = await filesBelow(site.outDir);
    const fonts = files.filter((file) => /^_tai\/.*\.woff2$/.test(file));
    expect(fonts.length).toBeGreaterThan(0);
    const sizes = await Promise.all(fonts.map(async (file) => (await read(file)).length));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(70 * KB);
    for (const { html } of articles().slice(0, 1)) {
      for (const font of fonts) expect(html).toContain(font);
    }
  });
});
