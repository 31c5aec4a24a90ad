import { describe, expect, test } from 'vitest';
import type { RawEntry } from '../../src/core/store/raw.ts';
import { FEED_SIZE, feedsOf } from '../../src/core/view/feed.ts';
import { rssFile, startOfDay } from '../../src/render/rss.ts';
import { announcement, edition } from '../support/editions.ts';
import { activity, item } from '../support/quota-cases.ts';

const ASOF = '2026-06-15';
const full = (address: string) => `https://example.vn/cchc${address}`;

async function feed(page: string, made: readonly RawEntry[]) {
  const here = await edition('uong-bi', ASOF, made);
  const found = feedsOf(here).find((one) => one.page === page);
  if (!found) throw new RangeError(`No feed of ${page}`);
  return found;
}

describe('the feeds', () => {
  test('lie beside the page that shows the same', async () => {
    const here = await edition('uong-bi', ASOF, [item('a', 'vp', ASOF)]);
    const pages = feedsOf(here).map(({ page, address }) => [page, address]);
    expect(pages).toEqual(
      expect.arrayContaining([
        ['/', '/rss.xml'],
        ['/tin-bai/', '/tin-bai/rss.xml'],
        ['/thu-tuc/', '/thu-tuc/rss.xml'],
        ['/mo-hinh-hay/', '/mo-hinh-hay/rss.xml'],
        ['/hoat-dong/', '/hoat-dong/rss.xml'],
        ['/linh-vuc/tthc/', '/linh-vuc/tthc/rss.xml'],
        ['/don-vi/vp/', '/don-vi/vp/rss.xml'],
      ]),
    );
  });

  test('hold what has appeared, of their own kind, newest first and not for ever', async () => {
    const many = Array.from({ length: FEED_SIZE + 5 }, (_, index) =>
      item(`so-${index}`, 'vhxh', `2026-05-${String(1 + (index % 28)).padStart(2, '0')}`, {
        fields: ['tthc'],
      }),
    );
    const made = [
      ...many,
      item('moi', 'vp', ASOF),
      item('mai', 'vp', '2026-06-16'),
      item('go', 'vp', '2026-06-01', { withdrawn: { date: '2026-06-02', reason: 'Có sai sót.' } }),
      activity('da-qua', 'training', 'vp', '2026-06-10'),
      activity('sap-toi', 'training', 'vp', '2026-06-20'),
    ];
    const titles = async (page: string) => (await feed(page, made)).items.map(({ title }) => title);
    const all = await titles('/');
    expect(all).toHaveLength(FEED_SIZE);
    expect(all.slice(0, 2)).toEqual(['Bài mang tên moi', 'Hoạt động mang tên da-qua']);
    expect(await titles('/hoat-dong/')).toEqual(['Hoạt động mang tên da-qua']);
    expect(await titles('/don-vi/vp/')).toEqual([
      ...['Bài mang tên moi', 'Hoạt động mang tên da-qua'],
    ]);
    expect(await titles('/linh-vuc/the-che/')).toEqual([]);
  });

  test('tell of a procedure from when, and by what decision', async () => {
    const change = (code: string, kind: string) => ({
      ...{ code, kind, name: 'Thủ tục', effective: '2026-07-01' },
    });
    const { items } = await feed('/thu-tuc/', [
      announcement('x', '2026-06-12', change('9.000001', 'new'), change('9.000002', 'repealed')),
    ]);
    expect(items[0]?.lines).toEqual([
      'Có hiệu lực từ 01/7/2026; bãi bỏ từ 01/7/2026. Quyết định số 5/QĐ-UBND ngày 12/6/2026, UBND tỉnh.',
    ]);
  });
});

describe('the file', () => {
  test('dates a piece at the start of its day here', () => {
    expect(startOfDay('2026-03-06')).toBe('Fri, 06 Mar 2026 00:00:00 +0700');
    expect(startOfDay('2026-11-01')).toBe('Sun, 01 Nov 2026 00:00:00 +0700');
  });

  test('keeps hostile words as words, and what XML cannot hold out', async () => {
    const made = item('x', 'vp', ASOF, {
      title: 'A & <b>đậm</b> "x" \u0008]]>',
      summary: 'Nếu a < b thì <script>alert(1)</script>',
    });
    const text = await rssFile(await feed('/', [made]), full);
    expect(text).not.toMatch(/<b>|<script>/);
    expect(text).not.toContain('\u0008');
    expect(text).toContain('&lt;p&gt;Nếu a &amp;lt; b thì &amp;lt;script&amp;gt;');
    expect(text).toContain('<link>https://example.vn/cchc/tin-bai/2026/06/x/</link>');
  });

  test('says that samples are samples', async () => {
    const plain = await feed('/', [item('x', 'vp', ASOF)]);
    expect(await rssFile(plain, full)).not.toContain('MẪU');
    const text = await rssFile({ ...plain, sample: true }, full);
    expect(text).toContain('(SỐ LIỆU MẪU)</title>');
    expect(text).toContain('<title>[MẪU] Bài mang tên x</title>');
  });
});
