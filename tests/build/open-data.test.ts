import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { DATA_KINDS, type DataKind } from '../../src/core/data/files.ts';
import { type BuiltSite, launchBrowser, serveBuilt } from '../support/built-site.ts';
import { checkLinks, tagsOf } from '../support/links.ts';
import { filesAsMade, runScript } from '../support/scripts.ts';
import { readXml } from '../support/xml.ts';

/**
 * What the section gives to other programs, in one real build: under a path of a known host,
 * with an article that moved, one that tries to break out of its page, and an activity to come.
 */

const ORIGIN = 'https://uongbi.example.vn';
const BASE = '/cchc';
const AS_OF = '2026-10-10';
const HOSTILE = 'Thử </script><script>alert(1)</script> & "nháy"';
const OLD = '/thu-tuc/ten-cu-cua-thong-bao/';
const NEW = '/thu-tuc/rac-cong-kenh/';

let root = '';
let built: BuiltSite;
let browser: Browser;
let page: Page;
let files: string[] = [];
/** Pages that are there, but not for programs: an old address, and withdrawn articles. */
const apart = new Set([`${OLD.slice(1)}index.html`]);
/** The pages that programs are told of. */
const publicPages = () =>
  files.filter(
    (file) =>
      file.endsWith('.html') &&
      !/^(can-bo|admin|tam-ngung)\/|(truyen-thanh|niem-yet)\/index\.html$|^404\.html$/.test(file) &&
      !apart.has(file),
  );
const read = (file: string) => readFile(path.join(built.outDir, file), 'utf8');
const json = async (file: string) => JSON.parse(await read(file));
/** The file that a full address of the section names. */
const fileOf = (address: string) => {
  expect(address.startsWith(`${ORIGIN}${BASE}/`), address).toBe(true);
  const named = decodeURI(new URL(address).pathname.slice(BASE.length + 1));
  return named === '' || named.endsWith('/') ? `${named}index.html` : named;
};

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'cchc-open-'));
  const content = path.join(root, 'content');
  await runScript('seed.ts', ['uong-bi', '--to', content, '--samples']);
  const edit = async (file: string, from: RegExp, to: string) => {
    const full = path.join(content, file);
    const text = await readFile(full, 'utf8');
    expect(text).toMatch(from);
    await writeFile(full, text.replace(from, to));
  };
  const slug = (address: string) => address.split('/')[2];
  await edit(
    `procedure-changes/${slug(NEW)}.md`,
    /^department:/m,
    `formerSlugs: [${slug(OLD)}]\ndepartment:`,
  );
  const [article = ''] = (await filesAsMade(path.join(content, 'articles'))).filter((file) =>
    file.includes('2026/04/'),
  );
  await edit(
    path.join('articles', article),
    /^title:.*$/m,
    `title: ${JSON.stringify(HOSTILE)}\ncorrections: [{ date: 2026-09-09, text: Đã sửa một số. }]`,
  );
  [built, browser] = await Promise.all([
    serveBuilt({ CONTENT_DIR: content, BASE, SITE_URL: ORIGIN, AS_OF, QUOTA_ENFORCE: 'off' }),
    launchBrowser(),
  ]);
  files = await filesAsMade(built.outDir);
  page = await browser.newPage();
  for (const { url } of (await json('du-lieu/v1/tin-bai/2026.json')).withdrawn) {
    apart.add(`${url.slice(1)}index.html`);
  }
});
afterAll(async () => {
  await browser?.close();
  await built?.close();
  await rm(root, { recursive: true, force: true });
});

test('every link leads somewhere, those for programs too', async () => {
  const { dead } = await checkLinks(built.outDir, { base: BASE, origin: ORIGIN });
  expect(dead).toEqual([]);
});

describe('feeds', () => {
  test('are valid RSS 2.0 with full addresses that exist, newest first', async () => {
    const feeds = files.filter((file) => file.endsWith('rss.xml'));
    expect(feeds.length).toBeGreaterThan(15);
    for (const file of feeds) {
      const feed = await readXml(page, await read(file));
      expect({ fault: feed.fault, root: feed.root, version: feed.version }, file).toEqual({
        ...{ fault: '', root: 'rss', version: '2.0' },
      });
      expect(feed.self).toBe(`${ORIGIN}${BASE}/${file}`);
      expect(feed.channel[0]).toMatch(/ \(SỐ LIỆU MẪU\)$/);
      expect(feed.channel[3]).toBe('vi');
      expect(files).toContain(fileOf(feed.channel[1] ?? ''));
      expect(feed.items.length).toBeLessThanOrEqual(30);
      for (const { title, link, guid, pubDate } of feed.items) {
        expect(title).toMatch(/^\[MẪU\] /);
        expect(files, file).toContain(fileOf(link));
        expect(guid).toBe(link);
        expect(pubDate).toMatch(/^\w{3}, \d\d \w{3} \d{4} 00:00:00 \+0700$/);
      }
      const times = feed.items.map(({ pubDate }) => Date.parse(pubDate));
      expect(times).toEqual(times.toSorted((a, b) => b - a));
    }
  });

  test('are named in the head of their page, and each on the page of open data', async () => {
    const html = await read('thu-tuc/index.html');
    const links = tagsOf(html).filter(({ attributes }) => attributes.get('rel') === 'alternate');
    expect(links.map(({ attributes }) => attributes.get('href'))).toEqual([
      `${BASE}/thu-tuc/rss.xml`,
      `${BASE}/thu-tuc/lich.ics`,
      `${BASE}/rss.xml`,
    ]);
    const listed = new Set(
      tagsOf(await read('du-lieu/index.html')).map(({ attributes }) => attributes.get('href')),
    );
    const wanted = files.filter((file) =>
      /^(?!can-bo|hoat-dong\/.*ics).*(rss\.xml|\.ics|du-lieu\/v1\/.*\.json)$/.test(file),
    );
    expect(wanted.length).toBeGreaterThan(35);
    expect(wanted.filter((file) => !listed.has(`${BASE}/${file}`))).toEqual([]);
  });
});

describe('data files', () => {
  const kindOf = (file: string): DataKind | undefined => {
    const name = file.slice('du-lieu/v1/'.length, -'.json'.length);
    return DATA_KINDS.find((kind) => kind.name === name.replace(/^tin-bai\/\d{4}$/, 'tin-bai-nam'));
  };
  const dataFiles = () =>
    files.filter((file) => file.startsWith('du-lieu/v1/') && !/\.(schema\.json|html)$/.test(file));

  test('hold exactly what their schemas describe', async () => {
    expect(dataFiles().length).toBeGreaterThanOrEqual(DATA_KINDS.length);
    for (const file of dataFiles()) {
      const data = await json(file);
      const parsed = kindOf(file)?.schema.safeParse(data);
      expect(parsed?.error?.issues ?? [], file).toEqual([]);
      expect(parsed?.data, file).toEqual(data);
      expect(data).toMatchObject({
        version: 1,
        asOf: AS_OF,
        sample: true,
        ward: { id: 'uong-bi' },
      });
    }
  });

  test('agree with the published JSON Schema, which refuses what is spoiled', async () => {
    for (const file of dataFiles()) {
      const published = await json(`du-lieu/v1/${kindOf(file)?.name}.schema.json`);
      expect(published.title).toBeTruthy();
      const schema = z.fromJSONSchema(published);
      const data = await json(file);
      expect(schema.safeParse(data).error?.issues ?? [], file).toEqual([]);
      expect(schema.safeParse({ ...data, later: 'a field of a later file' }).success).toBe(true);
      expect(schema.safeParse({ ...data, asOf: undefined }).success).toBe(false);
      expect(schema.safeParse({ ...data, version: 2 }).success).toBe(false);
    }
  });

  test('name pages and files that exist', async () => {
    const ids = new Set((await filesAsMade(built.outDir)).filter((one) => one.endsWith('.html')));
    for (const file of dataFiles()) {
      const text = await read(file);
      const addresses = [...text.matchAll(/"(?:url|calendar)": "(\/[^"#]*)/g)].map(
        ([, address = '']) => address.slice(1),
      );
      const missing = addresses.filter(
        (one) => !ids.has(`${one}index.html`) && !files.includes(one),
      );
      expect(missing, file).toEqual([]);
    }
  });

  test('split articles by year and tell how an activity stands', async () => {
    const index = await json('du-lieu/v1/tin-bai.json');
    expect(index.years).toMatchObject([{ year: 2026, url: '/du-lieu/v1/tin-bai/2026.json' }]);
    const year = await json('du-lieu/v1/tin-bai/2026.json');
    expect(year.articles).toHaveLength(index.years[0].count);
    expect(year.articles[0].date <= AS_OF).toBe(true);
    const { activities } = await json('du-lieu/v1/hoat-dong.json');
    const announced = activities.filter(({ state }: { state: string }) => state === 'announced');
    expect(announced.length).toBeGreaterThan(0);
    for (const one of announced) {
      expect(one.from > AS_OF).toBe(true);
      expect(one).not.toHaveProperty('result');
      expect(await read('lich.ics')).toContain(`UID:hoat-dong.${one.id}@`);
      expect(await read('hoat-dong/index.html')).toContain(`${BASE}${one.url}`);
      expect(await read('rss.xml')).not.toContain(one.url);
    }
  });
});

describe('search engines', () => {
  test('are told of every public page, and of no other', async () => {
    const { fault, root: name, urls } = await readXml(page, await read('sitemap.xml'));
    expect({ fault, name }).toEqual({ fault: '', name: 'urlset' });
    const listed = urls.map(({ loc }) => fileOf(loc));
    expect(apart.size).toBeGreaterThan(1);
    expect(listed.toSorted()).toEqual(publicPages().toSorted());
    expect(await read('robots.txt')).toContain(`Sitemap: ${ORIGIN}${BASE}/sitemap.xml\n`);
    expect(await read('robots.txt')).toContain(`Disallow: ${BASE}/can-bo/\n`);
  });

  test('learn when a page last changed, where its content says so', async () => {
    const { urls } = await readXml(page, await read('sitemap.xml'));
    const changed = new Map(urls.map(({ loc, lastmod }) => [fileOf(loc), lastmod]));
    const corrected = [...changed].find(([, day]) => day === '2026-09-09')?.[0];
    expect(corrected).toMatch(/^tin-bai\/2026\/04\//);
    expect(changed.get('gioi-thieu/index.html')).toBe('');
    expect([...changed.values()].every((day) => day <= AS_OF)).toBe(true);
  });

  test('read what each page is about', async () => {
    const found = new Map<string, { '@type': string; [key: string]: unknown }[]>();
    for (const file of files.filter((one) => one.endsWith('.html'))) {
      const [, source] =
        /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(await read(file)) ?? [];
      if (source) found.set(file, JSON.parse(source)['@graph']);
    }
    const types = (form: RegExp) =>
      new Set(
        [...found].flatMap(([file, things]) =>
          form.test(file) ? [things.map((thing) => thing['@type']).join(' ')] : [],
        ),
      );
    expect(types(/^index\.html/)).toEqual(new Set(['WebSite GovernmentOrganization']));
    expect(types(/^tin-bai\/\d+\/\d+\/[^/]+\/index/)).toEqual(
      new Set(['NewsArticle BreadcrumbList']),
    );
    expect(types(/^mo-hinh-hay\/.+\/index/)).toEqual(new Set(['Article BreadcrumbList']));
    expect(types(/^hoat-dong\/.+\/index/)).toEqual(new Set(['Event BreadcrumbList']));
    expect([...types(/^thu-tuc\/.+\/index/)].join()).toContain('GovernmentService BreadcrumbList');
    expect(types(/^don-vi\/.+\/index/)).toEqual(new Set(['GovernmentOrganization BreadcrumbList']));
    expect([...found.keys()].filter((file) => /^(can-bo|admin)\//.test(file))).toEqual([]);
    const [hostile] = [...found.values()].flat().filter(({ headline }) => headline === HOSTILE);
    expect(hostile).toMatchObject({
      datePublished: expect.stringMatching(/^2026-04-/),
      dateModified: '2026-09-09',
      url: expect.stringContaining(`${ORIGIN}${BASE}/tin-bai/2026/04/`),
      disambiguatingDescription: 'SỐ LIỆU MẪU',
    });
  });
});

describe('links that people share', () => {
  test('bring a picture that is there, of the right size, one for each piece', async () => {
    const pictures = new Map<string, string>();
    for (const file of publicPages()) {
      const metas = tagsOf(await read(file)).filter(({ name }) => name === 'meta');
      const content = (name: string) =>
        metas
          .find(({ attributes: a }) => [a.get('property'), a.get('name')].includes(name))
          ?.attributes.get('content');
      const image = content('og:image');
      expect(files, file).toContain(fileOf(image ?? ''));
      expect(content('og:image:alt'), file).toContain('SỐ LIỆU MẪU');
      expect(content('twitter:card')).toBe('summary_large_image');
      pictures.set(file, fileOf(image ?? ''));
    }
    for (const picture of new Set(pictures.values())) {
      const { format, width, height } = await sharp(path.join(built.outDir, picture)).metadata();
      expect({ format, width, height }).toEqual({ format: 'png', width: 1200, height: 630 });
    }
    // Among the addresses below the procedures, those with a sheet to print are announcements.
    const announced = (file: string) => files.includes(file.replace('index', 'niem-yet/index'));
    const pieces = [...pictures].filter(
      ([file]) =>
        /^(tin-bai\/\d{4}|mo-hinh-hay|hoat-dong|hoi-dap|ke-hoach)\/.+\/index\.html$/.test(file) ||
        (file.startsWith('thu-tuc/') && announced(file)),
    );
    expect(pieces.length).toBeGreaterThan(50);
    expect(new Set(pieces.map(([, picture]) => picture)).size).toBe(pieces.length);
    expect(files.filter((file) => file.startsWith('anh-chia-se/'))).toHaveLength(
      new Set(pictures.values()).size,
    );
  });
});

describe('an address that changed', () => {
  test('is answered with the new one for good', async () => {
    const answer = await fetch(`${built.origin}${OLD}?x=1`, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([301, `${BASE}${NEW}`]);
    expect((await fetch(`${built.origin}${OLD}`)).url).toBe(`${built.origin}${NEW}`);
  });

  test('leads on by itself where the host does not redirect', async () => {
    const html = await read(`${OLD.slice(1)}index.html`);
    expect(html).toContain(`<meta http-equiv="refresh" content="0; url=${BASE}${NEW}">`);
    expect(html).toContain(`<link rel="canonical" href="${ORIGIN}${BASE}${NEW}">`);
    expect(html).not.toContain('data-pagefind-body');
  });
});

test('nothing of it runs in a browser, nor breaks the policy', async () => {
  const seen: string[] = [];
  page.on('dialog', (dialog) => {
    seen.push(dialog.message());
    void dialog.dismiss();
  });
  page.on('console', (message) => seen.push(message.text()));
  const [file = ''] = files.filter((one) => /^tin-bai\/2026\/04\/.+\.html$/.test(one));
  for (const address of [file, 'du-lieu/index.html', 'hoat-dong/index.html', 'index.html']) {
    await page.goto(`${built.origin}/${address.replace(/index\.html$/, '')}`);
  }
  expect(seen).toEqual([]);
});
