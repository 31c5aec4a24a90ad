import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { searchRecord } from '../../integrations/search/record.ts';
import { BUNDLE_CODE, buildSearchIndex, searchCode } from '../../integrations/search-index.ts';
import { readRows } from '../../src/core/search/title-file.ts';

const ROOT = mkdtempSync(path.join(tmpdir(), 'cchc-search-'));
const WORDS = { synonyms: [], dictionary: [] };
const SITE = path.join(ROOT, 'site');
const CACHE = path.join(ROOT, 'cache');

afterAll(() => rmSync(ROOT, { recursive: true, force: true }));

/** A page as the templates write them; what surrounds the article is not searched. */
const page = (title: string, text: string, facts: Record<string, string>, around = '') => `
<html lang="vi"><head><title>data-pagefind-body</title></head><body><nav>${around}</nav><main>
<article class="spread" data-pagefind-body="true"><h1>${title}</h1>
<aside data-pagefind-ignore><p>${around}</p><aside>${around}</aside>${Object.entries(facts)
  .map(
    ([name, value]) =>
      `<span hidden data-pagefind-filter="${name}[data-v]" data-v="${value}"></span>`,
  )
  .join('')}</aside><div title="</article>"><p>${text}</p></div>
<section data-pagefind-ignore>${around}</section></article><footer>${around}</footer></main></body></html>`;

const article = (nam: string, text: string, around = '') =>
  page(`Bài ${nam}`, text, { loai: 'Tin, bài', nam }, around);

const PAGES: Record<string, string> = {
  'tin-bai/2024/a': article('2024', 'Người dân đăng ký khai sinh.'),
  'tin-bai/2024/b': article('2024', 'Chứng thực bản sao từ bản chính.'),
  'tin-bai/2025/c': article('2025', 'Hộ kinh doanh nộp hồ sơ qua mạng.'),
  'tin-bai/2026/d': article('2026', 'Lịch tiếp công dân tháng này.'),
  'thu-tuc/e': page('Thủ tục', 'Bãi bỏ một thủ tục.', { loai: 'Thay đổi thủ tục', nam: '2024' }),
};

/** Indexes pages as a build would that starts from nothing but the cache. */
async function index(changed: Record<string, string> = {}, code = 'một', cache = CACHE) {
  rmSync(SITE, { recursive: true, force: true });
  for (const [address, content] of Object.entries({ ...PAGES, ...changed })) {
    mkdirSync(path.join(SITE, address), { recursive: true });
    writeFileSync(path.join(SITE, address, 'index.html'), content);
  }
  const { made, pages } = await buildSearchIndex(SITE, WORDS, { folder: cache, code });
  const folder = path.join(SITE, 'pagefind');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
  const bytes = new Map(
    files.map((file) => [file, readFileSync(path.join(folder, file)).toString('base64')]),
  );
  const ofYear = (year: string) => [...bytes].filter(([file]) => file.startsWith(`${year}/`));
  return { made, pages, bytes, ofYear };
}

describe('a bundle for each year', () => {
  test('is kept while its pages are what they were, and never longer', async () => {
    const first = await index();
    expect(first.pages).toBe(5);
    expect(first.made).toEqual(['', '2026', '2025', '2024']);
    const again = await index();
    expect(again.made).toEqual([]);
    expect(again.bytes).toEqual(first.bytes);

    const changed = { 'tin-bai/2025/c': article('2025', 'Hộ kinh doanh nộp hồ sơ tại quầy.') };
    const one = await index(changed);
    expect(one.made).toEqual(['2025']);
    expect(one.ofYear('2025')).not.toEqual(first.ofYear('2025'));
    expect(one.ofYear('2024')).toEqual(first.ofYear('2024'));
    expect(one.ofYear('2026')).toEqual(first.ofYear('2026'));
    expect((await index()).bytes).toEqual(first.bytes);
  });

  test('comes out the same, byte for byte, without a cache', async () => {
    const cached = await index();
    const cold = await index({}, 'một', path.join(ROOT, 'empty'));
    expect(cold.made).toEqual(['', '2026', '2025', '2024']);
    expect(cold.bytes).toEqual(cached.bytes);
  });

  test('is made anew by other code', async () => {
    expect((await index({}, 'hai')).made).toEqual(['', '2026', '2025', '2024']);
    expect((await index({}, 'một')).made).toEqual([]);
  });

  test('does not see what surrounds the article: another menu, other neighbours', async () => {
    const around = 'Trình đơn mới <b>khác</b>';
    const { made } = await index({
      'tin-bai/2024/a': article('2024', 'Người dân đăng ký khai sinh.', around),
    });
    expect(made).toEqual([]);
  });

  test('an article that moves to another year changes both, one withdrawn its own', async () => {
    const moved = await index({
      'tin-bai/2024/b': article('2025', 'Chứng thực bản sao từ bản chính.'),
    });
    expect(moved.made).toEqual(['2025', '2024']);
    const { made, pages } = await index({ 'tin-bai/2026/d': '<html><body>Đã gỡ</body></html>' });
    expect([made, pages]).toEqual([[], 4]);
  });

  test('one that was not finished is not used', async () => {
    const cache = path.join(ROOT, 'half');
    await index({}, 'một', cache);
    for (const name of readdirSync(cache)) {
      rmSync(path.join(cache, `${name}.half`), { recursive: true, force: true });
      mkdirSync(path.join(cache, `${name}.half`));
      rmSync(path.join(cache, name), { recursive: true });
    }
    expect((await index({}, 'một', cache)).made).toHaveLength(4);
  });

  test('holds no scripts of its own, and ids that no other year can have', async () => {
    const { bytes } = await index();
    const files = [...bytes.keys()];
    expect(files.filter((file) => /\.js$|wasm/.test(file))).toEqual([
      'pagefind-worker.js',
      'wasm.unknown.pagefind',
      'wasm.unknown.pagefind.br',
      'wasm.unknown.pagefind.gz',
    ]);
    const wasm = (form: string) =>
      Buffer.from(bytes.get(`wasm.unknown.pagefind${form}`) ?? '', 'base64');
    expect(wasm('').toString('latin1', 0, 16)).toBe('pagefind_dcd\0asm');
    expect(brotliDecompressSync(wasm('.br'))).toEqual(wasm(''));
    expect(gunzipSync(wasm('.gz'))).toEqual(wasm(''));
    expect(wasm('.br').length).toBeLessThan(50_000);
    const rows = (file: string) =>
      readRows(JSON.parse(Buffer.from(bytes.get(file) ?? '', 'base64').toString()));
    expect(rows('2024/titles.json')[0]?.id).toMatch(/^vi-2024_/);
    // A change of a procedure is found whatever its year.
    expect(rows('titles.json')[0]).toMatchObject({
      id: expect.stringMatching(/^vi_/),
      address: '/thu-tuc/e/',
      title: 'Thủ tục',
    });
  });
});

describe('the record of a page', () => {
  test('holds what is marked, and the facts of what is set aside', () => {
    const record = searchRecord('a', article('2024', 'Nội dung.', 'RÁC'));
    expect(record?.html).toMatch(/<h1>Bài 2024<\/h1>[\s\S]*data-v="2024"[\s\S]*Nội dung/);
    expect(record?.html).toContain('</div>');
    expect(record?.html).not.toContain('RÁC');
    expect(record?.year).toBe('2024');
  });

  test('nothing is marked: none; no kind: a fault that names the page', () => {
    expect(searchRecord('a', '<p>data-pagefind-body</p>')).toBeUndefined();
    expect(() => searchRecord('x.html', page('T', 'a', {}))).toThrow(/x\.html.*không ghi loại/);
  });
});

describe('the fingerprint of the code', () => {
  /** A module and all that it imports to run, below the root of the project. */
  function runs(file: string): string[] {
    const code = readFileSync(file, 'utf8').replace(/^import type .*$/gm, '');
    const imported = [...code.matchAll(/from '(\.[^']+)'/g)].map(([, to = '']) =>
      path.join(path.dirname(file), to),
    );
    return [file, ...imported.flatMap(runs)];
  }

  test('covers every module that makes the files of a bundle', () => {
    const making = ['bundle', 'known'].flatMap((name) => runs(`integrations/search/${name}.ts`));
    expect(making.length).toBeGreaterThan(4);
    expect(making.filter((file) => !BUNDLE_CODE.includes(file))).toEqual([]);
    expect(BUNDLE_CODE).toContain('node_modules/pagefind/package.json');
  });

  test('changes with each of them', async () => {
    const root = path.join(ROOT, 'code');
    const copy = (file: string, more = '') => {
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      writeFileSync(path.join(root, file), readFileSync(file, 'utf8') + more);
    };
    for (const file of BUNDLE_CODE) copy(file);
    const known = new Set([await searchCode(root)]);
    expect(known).toEqual(new Set([await searchCode('.')]));
    for (const file of BUNDLE_CODE) {
      copy(file, '\n');
      known.add(await searchCode(root));
    }
    expect(known.size).toBe(BUNDLE_CODE.length + 1);
  });
});
