import { readFileSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import fastify, { type FastifyInstance } from 'fastify';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { placeAdmin } from '../../admin/bundle/bundle.ts';
import { readSettings } from '../../src/settings.ts';
import { launchBrowser } from '../support/built-site.ts';

/**
 * The same room over GitLab. No forge runs here: this stands in for the few answers of its
 * HTTP interface that opening the room and listing articles ask for.
 */
const FORGE = 'https://ma-nguon.example.vn';
const ENTRY = 'src/content/articles/2026/10/uy-quyen-lam-thu-tuc.md';
const outDir = path.resolve('var', 'cache', 'admin-forge-test');

let room: FastifyInstance;
let origin: string;
let browser: Browser;
const asked: string[] = [];

beforeAll(async () => {
  await placeAdmin(path.resolve('.'), path.resolve('var', 'cache', 'admin'), outDir);
  const { cmsBackend } = readSettings({
    CMS_BACKEND: 'gitlab',
    CMS_REPO: 'uong-bi/cchc',
    CMS_URL: FORGE,
    CMS_APP_ID: 'ma-ung-dung',
  });
  const facts = {
    base: '/',
    ward: 'Phường Uông Bí',
    home: '/',
    accent: '#8a1c1c',
    backend: cmsBackend,
    choices: { department: [{ value: 'vhxh', label: 'Phòng Văn hóa - Xã hội' }] },
  };
  room = fastify();
  room.get('/admin/', async (_, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .send(
        '<html lang="vi"><main id="room-shell"></main><script type="module" src="cms.js"></script>',
      ),
  );
  room.get('/admin/cms.json', async () => facts);
  room.register(fastifyStatic, {
    root: path.join(outDir, 'admin'),
    prefix: '/admin/',
    index: false,
  });
  origin = await room.listen({ port: 0, host: '127.0.0.1' });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await room?.close();
});

/** What the forge answers; everything that is asked is noted. */
function answer(url: URL): { status?: number; json?: unknown; body?: string } {
  const { pathname } = url;
  asked.push(pathname);
  if (pathname === '/oauth/authorize') return { body: '<h1>Đăng nhập GitLab</h1>' };
  if (pathname === '/api/v4/user') return { json: { id: 1, name: 'Lan', username: 'lan' } };
  if (pathname.endsWith('/repository/tree')) {
    const name = path.basename(ENTRY);
    return { json: [{ type: 'blob', id: 'a1', name, path: ENTRY }] };
  }
  if (pathname.endsWith('/raw')) return { body: readFileSync(ENTRY, 'utf8') };
  if (/\/merge_requests$|\/repository\/commits$/.test(pathname)) return { json: [] };
  if (/\/projects\/[^/]+$/.test(pathname)) {
    return { json: { permissions: { project_access: { access_level: 40 } } } };
  }
  if (pathname.includes('/repository/branches/')) return { json: { commit: { id: 'c1' } } };
  return { status: 404, json: {} };
}

async function open(user?: object) {
  const context = await browser.newContext({ locale: 'vi-VN' });
  const page = await context.newPage();
  await page.route(`${FORGE}/**`, (route) => {
    const { status = 200, json, body } = answer(new URL(route.request().url()));
    const headers = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' };
    return json === undefined
      ? route.fulfill({
          status,
          headers,
          contentType: 'text/html; charset=utf-8',
          body: body ?? '',
        })
      : route.fulfill({ status, headers, json });
  });
  await page.addInitScript((stored) => {
    if (stored) localStorage.setItem('decap-cms-user', JSON.stringify(stored));
  }, user);
  await page.goto(`${origin}/admin/`);
  return page;
}

test('signing in goes to the forge, with a proof key instead of a secret', async () => {
  const page = await open();
  await page.getByRole('button', { name: 'Đăng nhập bằng GitLab' }).click();
  await page.waitForURL(`${FORGE}/oauth/authorize?**`);
  const { searchParams } = new URL(page.url());
  expect(searchParams.get('client_id')).toBe('ma-ung-dung');
  expect(searchParams.get('response_type')).toBe('code');
  expect(searchParams.get('code_challenge_method')).toBe('S256');
  expect(page.url()).not.toContain('secret');
  await page.context().close();
});

test('articles lie where they lie on the ward’s own server, and have the same form', async () => {
  const page = await open({ token: 't', backendName: 'gitlab', name: 'Lan', login: 'lan' });
  await page.getByText('12/10/2026 · Nhờ người khác làm thủ tục thay').waitFor();
  await page.goto(`${origin}/admin/#/collections/articles/new`);
  for (const label of ['Tên bài', 'Ngày đăng', 'Đơn vị', 'Gửi, đăng, phát nơi khác']) {
    await page.getByText(label).first().waitFor();
  }
  expect(asked).toContain('/api/v4/user');
  await page.context().close();
});
