import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { precompress } from '../../integrations/precompress.ts';
import { siteServer } from '../../server/site.ts';

let folder: string;
let site: string;
const LONG = '<!doctype html><html lang="vi"><title>Trang</title><p>Thủ tục hành chính.</p>'.repeat(
  40,
);

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cchc-compressed-'));
  site = path.join(folder, 'site');
  mkdirSync(path.join(site, 'tin-bai'), { recursive: true });
  write('tin-bai/index.html', LONG);
  write('ward.css', 'p{color:red}'.repeat(200));
  write('short.css', 'p{}');
  write('anh.png', LONG);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(file: string, text: string): void {
  writeFileSync(path.join(site, file), text);
}
const read = (file: string) => readFileSync(path.join(site, file));
const listed = () => readdirSync(site, { recursive: true }).map(String).sort();

test('lays both forms beside what is text and long enough, with the same content', async () => {
  await precompress(site);
  expect(listed()).toEqual(
    [
      ...['anh.png', 'short.css', 'tin-bai', 'ward.css', 'ward.css.br', 'ward.css.gz'],
      ...['', '.br', '.gz'].map((ending) => path.join('tin-bai', `index.html${ending}`)),
    ].sort(),
  );
  expect(gunzipSync(read('tin-bai/index.html.gz')).toString()).toBe(LONG);
  expect(brotliDecompressSync(read('tin-bai/index.html.br')).toString()).toBe(LONG);
});

test('what came with its forms is left as it came', async () => {
  await precompress(site, new Set(['ward.css']));
  expect(listed()).not.toContain('ward.css.br');
  expect(listed()).toContain(path.join('tin-bai', 'index.html.br'));
});

test('our own server hands out the form a browser takes, under the same address and type', async () => {
  write('404.html', LONG);
  await precompress(site);
  const server = siteServer({ outDir: site, base: '/cchc' });
  for (const [accepted, encoding] of [
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['identity', undefined],
  ]) {
    for (const [url, type] of [
      ['/cchc/tin-bai/', 'text/html; charset=utf-8'],
      ['/cchc/ward.css', 'text/css; charset=utf-8'],
    ]) {
      const answer = await server.inject({ url, headers: { 'accept-encoding': accepted } });
      expect([url, accepted, answer.statusCode]).toEqual([url, accepted, 200]);
      expect(answer.headers['content-encoding']).toBe(encoding);
      expect(answer.headers['content-type']).toBe(type);
      expect(String(answer.headers['vary']).toLowerCase()).toContain('accept-encoding');
      expect(answer.headers['cache-control']).toBe('no-cache');
      expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    }
  }
  const noSlash = await server.inject({
    url: '/cchc/tin-bai',
    headers: { 'accept-encoding': 'br' },
  });
  expect([noSlash.statusCode, noSlash.headers['location']]).toEqual([301, '/cchc/tin-bai/']);
  await server.close();
});
