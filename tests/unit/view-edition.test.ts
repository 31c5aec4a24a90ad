import { describe, expect, test } from 'vitest';
import { activityList, activityPage } from '../../src/core/view/activity.ts';
import { archiveOf, monthArchives } from '../../src/core/view/archive.ts';
import { articlePage } from '../../src/core/view/article.ts';
import { activityPages } from '../../src/core/view/edition.ts';
import { articlePages } from '../../src/core/view/paging.ts';
import { departmentPages, fieldPages } from '../../src/core/view/shelf.ts';
import { siteMap } from '../../src/core/view/site-map.ts';
import { edition } from '../support/editions.ts';
import { activity, item, on } from '../support/quota-cases.ts';

const ASOF = '2026-06-15';
const titles = (cards: readonly { title: string }[]) => cards.map(({ title }) => title);
const named = (slug: string) => `Bài mang tên ${slug}`;

describe('an edition', () => {
  test('holds what has come, newest first, and nothing dated later', async () => {
    const { cards } = await edition('uong-bi', ASOF, [
      item('cu', 'vp', '2026-05-01'),
      item('hom-nay', 'vp', ASOF),
      item('mai', 'vp', '2026-06-16'),
    ]);
    expect(titles(cards)).toEqual([named('hom-nay'), named('cu')]);
  });

  test('gives an article that is not on the web no page and no place in a list', async () => {
    const { cards, articlePages: pages } = await edition('uong-bi', ASOF, [
      item('loa', 'vp', '2026-06-01', { web: 'false' }),
    ]);
    expect([cards, pages]).toEqual([[], []]);
  });

  test('keeps the page of a withdrawn article, from the day of withdrawal out of lists', async () => {
    const made = [
      item('go', 'vp', '2026-06-01', { withdrawn: { date: ASOF, reason: 'Có sai sót.' } }),
    ];
    const before = await edition('uong-bi', '2026-06-14', made);
    expect(titles(before.cards)).toEqual([named('go')]);
    const after = await edition('uong-bi', ASOF, made);
    expect(after.cards).toEqual([]);
    const [entry] = after.articlePages;
    expect(entry && articlePage(after, entry).withdrawn?.reason).toBe('Có sai sót.');
    expect(monthArchives(after)).toMatchObject([
      { month: '2026-06', count: 0, withdrawn: [{ title: named('go') }] },
    ]);
  });

  test('shows an activity from its first day, dated by its last once that has come', async () => {
    const made = [activity('thi', 'contest', 'vhxh', '2026-06-10..2026-06-20')];
    const dates = async (asOf: string) =>
      (await edition('uong-bi', asOf, made)).cards.map(({ date }) => date);
    expect(await dates('2026-06-09')).toEqual([]);
    expect(await dates('2026-06-15')).toEqual(['2026-06-10']);
    expect(await dates('2026-06-20')).toEqual(['2026-06-20']);
  });

  test('announces an activity before its first day, soonest first, and counts it in no list', async () => {
    const made = [
      activity('sau', 'contest', 'vhxh', '2026-07-10..2026-07-20'),
      activity('truoc', 'training', 'vp', '2026-06-16'),
      activity('nay', 'training', 'vp', ASOF),
    ];
    const here = await edition('uong-bi', ASOF, made);
    const { announced, begun } = activityList(here);
    expect(titles(announced)).toEqual(['truoc', 'sau'].map((slug) => `Hoạt động mang tên ${slug}`));
    expect(announced.map(({ date }) => date)).toEqual(['2026-06-16', '2026-07-10']);
    expect(titles(begun)).toEqual(['Hoạt động mang tên nay']);
    expect(here.cards).toHaveLength(1);
    const states = activityPages(here).map((entry) => {
      const { state, calendar } = activityPage(here, entry);
      return [entry.id, state, calendar !== undefined];
    });
    expect(states).toEqual([
      ['nay', undefined, true],
      ['truoc', 'Sắp diễn ra', true],
      ['sau', 'Sắp diễn ra', true],
    ]);
  });

  test('is the same object for the same store and date', async () => {
    const one = await edition('uong-bi', ASOF);
    const { editionOf } = await import('../../src/core/view/edition.ts');
    expect(editionOf(one.store, ASOF)).toBe(one);
  });
});

describe('lists', () => {
  const many = Array.from({ length: 41 }, (_, index) =>
    item(`so-${index}`, 'vhxh', `2026-0${3 + (index % 3)}-${10 + (index % 15)}`, {
      fields: ['tthc'],
    }),
  );

  test('come in pages of twenty that lead to each other', async () => {
    const pages = articlePages(await edition('uong-bi', ASOF, many));
    expect(pages.map(({ cards, address }) => [cards.length, address])).toEqual([
      [20, '/tin-bai/'],
      [20, '/tin-bai/trang-2/'],
      [1, '/tin-bai/trang-3/'],
    ]);
    expect(pages[1]).toMatchObject({
      newer: { address: '/tin-bai/' },
      older: { address: '/tin-bai/trang-3/' },
    });
    expect(pages[2]?.older).toBeUndefined();
  });

  test('have a first page even when there is nothing', async () => {
    const pages = articlePages(await edition('uong-bi', ASOF));
    expect(pages).toMatchObject([{ number: 1, count: 1, cards: [] }]);
  });

  test('of a field and a department are cut and say so', async () => {
    const here = await edition('uong-bi', ASOF, many);
    const field = fieldPages(here).find(({ id }) => id === 'tthc');
    expect([field?.cards.length, field?.total, field?.cut]).toEqual([30, 41, true]);
    const [first] = departmentPages(here);
    expect([first?.department.id, first?.total]).toEqual(['vhxh', 41]);
  });

  test('of months count and chain', async () => {
    const here = await edition('uong-bi', ASOF, many);
    expect(archiveOf(here)).toMatchObject([
      { year: '2026', months: [{ label: 'Tháng 5' }, { label: 'Tháng 4' }, { label: 'Tháng 3' }] },
    ]);
    expect(monthArchives(here)[1]).toMatchObject({
      name: 'Tháng 4 năm 2026',
      newer: { address: '/thang/2026-05/' },
      older: { address: '/thang/2026-03/' },
    });
  });

  test('the site map has a branch for every entry of the menu', async () => {
    const labels = siteMap(await edition('uong-bi', ASOF, many)).map(({ label }) => label);
    expect(labels).toEqual([
      ...[
        'Trang chủ',
        'Tin bài',
        'Thủ tục',
        'Mô hình hay',
        'Hoạt động',
        'Kế hoạch',
        'Công khai',
        'Tìm kiếm',
      ],
      ...['Cán bộ', 'Đơn vị', 'Về chuyên mục'],
    ]);
  });
});

describe('an article', () => {
  test('tells only what had happened by the date, and never an empty channel', async () => {
    const here = await edition('uong-bi', ASOF, [
      item(
        'tin',
        'vp',
        '2026-06-01',
        on('loudspeaker', { sent: '2026-06-02', aired: '2026-07-01' }),
        {
          corrections: [
            { date: '2026-06-20', text: 'Sau.' },
            { date: '2026-06-03', text: 'Trước.' },
          ],
        },
      ),
      item('khac', 'vp', '2026-06-01', on('facebook', { published: '2026-07-01' })),
    ]);
    const pages = here.articlePages.map((entry) => articlePage(here, entry));
    expect(pages.map(({ elsewhere }) => elsewhere)).toEqual([
      [],
      [{ term: 'Truyền thanh', values: [{ text: 'Gửi 02/6/2026' }] }],
    ]);
    expect(pages[1]?.corrections.map(({ text }) => text)).toEqual(['Trước.']);
  });
});
