import { describe, expect, test } from 'vitest';
import { countQuotas } from '../../src/core/quota/result.ts';
import type { RawEntry } from '../../src/core/store/raw.ts';
import { callersOf } from '../../src/core/view/caller.ts';
import { indexSeries } from '../../src/core/view/index-series.ts';
import { lateFilesPage } from '../../src/core/view/late-file.ts';
import { opennessOf } from '../../src/core/view/openness.ts';
import { outageNotice, outagePage } from '../../src/core/view/outage.ts';
import { questionPage } from '../../src/core/view/question.ts';
import { responsesOf } from '../../src/core/view/response.ts';
import { announcement, edition, text } from '../support/editions.ts';
import { wardWith } from '../support/ward-with.ts';

const ASOF = '2026-06-15';
const source = { title: 'Quyết định công bố', number: '5/QĐ-UBND', date: '2026-04-01' };

/** Records and answers of Uông Bí, as of a date. */
const here = (made: readonly RawEntry[], asOf = ASOF) => edition('uong-bi', asOf, made);
const lateFiles = (months: object[], more: object = {}) =>
  text('late-files.yaml', { months, ...more });
const indices = (...values: object[]) => text('indices.yaml', { indices: values });
const question = (slug: string, date: string, more: object = {}) =>
  text(`questions/${slug}.md`, {
    title: `Câu hỏi mang tên ${slug}?`,
    date,
    department: 'vp',
    fields: ['tthc'],
    ...more,
  });

describe('late files', () => {
  test('are told in numbers, month by month, newest first, with their sum', async () => {
    const page = lateFilesPage(
      await here([
        lateFiles([
          { month: '2026-03', received: 1412, late: 3, apologies: 2, documents: ['1/XL-UBND'] },
          { month: '2026-05', received: 400, late: 5, apologies: 5 },
          { month: '2026-04', received: 388, late: 0, apologies: 0 },
          { month: '2026-07', late: 9 },
          { month: '2025-12', late: 1 },
        ]),
      ]),
    );
    expect(page.sentence).toBe(
      'Tháng 5 năm 2026: 5 hồ sơ trễ hạn trong 400 hồ sơ tiếp nhận (1,3%); đã gửi 5 văn bản xin lỗi.',
    );
    expect(page.years.map(({ year, rows }) => [year, rows.map(({ name }) => name)])).toEqual([
      ['2026', ['Tháng 5', 'Tháng 4', 'Tháng 3']],
      ['2025', ['Tháng 12']],
    ]);
    const [year, before] = page.years;
    expect(year?.rows[2]).toEqual({
      name: 'Tháng 3',
      received: '1.412',
      late: '3',
      share: '0,2%',
      apologies: '2',
      documents: ['1/XL-UBND'],
    });
    expect(year?.total).toMatchObject({ received: '2.200', late: '8', apologies: '7' });
    expect(year?.chart.description).toBe('Tháng 3: 3 hồ sơ; Tháng 4: 0 hồ sơ; Tháng 5: 5 hồ sơ.');
    expect(year?.chart.drawing.shapes.map(({ value }) => value)).toEqual([3, 5]);
    // Nothing is made of what was not written down.
    expect(before?.total).toEqual({ name: 'Cộng', late: '1', documents: [] });
  });

  test('say that there was none, and nothing where nothing is known', async () => {
    const none = await here([lateFiles([{ month: '2026-05', received: 10, late: 0 }])]);
    expect(lateFilesPage(none).sentence).toBe('Tháng 5 năm 2026: không có hồ sơ trễ hạn.');
    expect(lateFilesPage(await here([]))).toEqual({ years: [] });
  });

  test('apologise in the ward’s own words only', async () => {
    const month = { month: '2026-05', late: 2 };
    expect(lateFilesPage(await here([lateFiles([month])]))).not.toHaveProperty('apology');
    const own = await here([lateFiles([month], { apology: 'Phường xin lỗi.' })]);
    expect(lateFilesPage(own).apology).toBe('Phường xin lỗi.');
  });
});

describe('indices', () => {
  test('are grouped by what they measure, oldest first, drawn from two years on', async () => {
    const series = indexSeries(
      await here([
        indices(
          { index: 'PAR INDEX', scope: 'cấp xã', year: 2025, value: 91.25, unit: '%', source },
          { index: 'PAR INDEX', scope: 'cấp xã', year: 2024, value: '88,5', unit: '%', source },
          { index: 'PAR INDEX', scope: 'toàn tỉnh', year: 2024, rank: '3/34', source },
          { index: 'SIPAS', year: 2026, value: 90, source: { ...source, date: '2026-06-16' } },
          { index: 'SIPAS', year: 2027, value: 90, source: { title: 'Nguồn' } },
        ),
      ]),
    );
    expect(
      series.map(({ id, latest, rows }) => [id, latest, rows.map(({ year }) => year)]),
    ).toEqual([
      ['par-index-cap-xa', 'Năm 2025: 91,25%', [2024, 2025]],
      ['par-index-toan-tinh', 'Năm 2024: xếp hạng 3/34', [2024]],
    ]);
    expect(series[0]?.chart).toMatchObject({
      description: 'Năm 2024: 88,5%; Năm 2025: 91,25%.',
      drawing: { shapes: [{ value: 88.5 }, { value: 91.25 }] },
    });
    expect(series[1]).not.toHaveProperty('chart');
  });
});

describe('answered questions', () => {
  test('exist from the day of the answer, newest first, with others of their field', async () => {
    const made = [
      question('cu', '2026-03-01', { received: '2026-02-20', reviewBy: '2026-06-14' }),
      question('moi', '2026-06-01'),
      question('khac', '2026-05-01', { fields: ['the-che'] }),
      question('mai', '2026-06-16'),
    ];
    const edited = await here(made);
    expect(edited.questions.map(({ id }) => id)).toEqual(['moi', 'khac', 'cu']);
    const old = edited.questions[2];
    if (!old) throw new Error('no answer');
    const page = questionPage(edited, old);
    expect(page.related.map(({ id }) => id)).toEqual(['moi']);
    expect(page.outdated).toContain('14/6/2026');
    expect(page.facts.map(({ term }) => term)).not.toContain('Hỏi qua');
    const [newest] = edited.questions;
    expect(newest && questionPage(edited, newest)).not.toHaveProperty('outdated');
    expect(edited.cards.filter(({ kind }) => kind === 'questions')).toHaveLength(3);
  });

  test('have no field for who asked, and no private number passes', async () => {
    await expect(here([question('a', '2026-03-01', { askedBy: 'Một người' })])).rejects.toThrow();
    const made = question('a', '2026-03-01', { detail: 'Gọi lại cho tôi theo số 0912 345 678.' });
    await expect(wardWith('uong-bi', [made])).rejects.toThrow(/số điện thoại/i);
  });

  test('are answered after they came', async () => {
    const made = question('a', '2026-03-01', { received: '2026-03-02' });
    await expect(wardWith('uong-bi', [made])).rejects.toThrow(/02\/3\/2026/);
  });
});

describe('records', () => {
  test.each<[string, RawEntry]>([
    [
      'a month counted twice',
      lateFiles([
        { month: '2026-03', late: 1 },
        { month: '2026-03', late: 2 },
      ]),
    ],
    [
      'a year measured twice',
      indices(
        { index: 'SIPAS', year: 2025, value: 1, source },
        { index: 'SIPAS', year: 2025, value: 2, source },
      ),
    ],
    [
      'a private number in a note',
      lateFiles([{ month: '2026-03', late: 1, note: 'Ông A, 0912 345 678' }]),
    ],
    [
      'an announcement at the address of a list',
      announcement('sap-co-hieu-luc', '2026-03-01', {
        kind: 'new',
        code: '1.000001',
        name: 'Thủ tục',
        effective: '2026-03-05',
      }),
    ],
  ])('refuse %s', async (_, made) => {
    await expect(wardWith('uong-bi', [made])).rejects.toThrow(new RegExp(made.file));
  });
});

describe('the hub', () => {
  test('shows the newest of each, and what is missing as missing', async () => {
    const full = await here([
      ...['a', 'b', 'c', 'd'].map((slug) => question(slug, '2026-05-01')),
      lateFiles([{ month: '2026-05', late: 0 }]),
      indices({ index: 'SIPAS', year: 2025, value: 90, source }),
    ]);
    const open = opennessOf(full, countQuotas(full.store, ASOF));
    expect(open.questions).toHaveLength(3);
    expect(open).toMatchObject({
      late: 'Tháng 5 năm 2026: không có hồ sơ trễ hạn.',
      indices: [{ name: 'SIPAS', latest: 'Năm 2025: 90' }],
      moreQuestions: { label: 'Xem cả 4 câu trả lời', address: '/hoi-dap/' },
    });
    const bare = await here([]);
    const little = opennessOf(bare, countQuotas(bare.store, ASOF));
    expect(little).toMatchObject({ indices: [], questions: [] });
    expect(little).not.toHaveProperty('late');
  });
});

describe('where to answer the ward', () => {
  test('names the place each link leads to; feedback always has one', async () => {
    const { ward } = (await here([])).store;
    expect(responsesOf(ward).map(({ text, leadsTo }) => [text, leadsTo])).toEqual([
      ['Gửi phản ánh, kiến nghị', 'Mở trang dichvucong.gov.vn'],
    ]);
    const named = { ...ward, ratingUrl: 'https://www.danhgia.example.vn:8443/x?y' };
    expect(responsesOf(named)[0]).toMatchObject({ leadsTo: 'Mở trang danhgia.example.vn' });
  });
});

describe('whom to call', () => {
  test('the department first, then the hotlines, each number once', async () => {
    const { store } = await here([]);
    expect(callersOf(store, 'vp')).toEqual([]);
    const unit = { ...store.departmentById.get('vp'), phone: '0203 000 0003' };
    const told = {
      ...store,
      ward: {
        ...store.ward,
        phone: '0203 000 0001',
        hotlines: [{ label: 'Phản ánh', phone: '0203 000 0001', hours: 'giờ hành chính' }],
      },
      departmentById: new Map([['vp', unit]]) as typeof store.departmentById,
    };
    expect(callersOf(told, 'vp').map(({ who, number }) => [who.address, number.url])).toEqual([
      ['/don-vi/vp/', 'tel:02030000003'],
      [undefined, 'tel:02030000001'],
    ]);
  });
});

describe('an announced outage', () => {
  const outage = {
    text: 'Bảo trì.',
    from: '22:00 ngày 05/12/2026',
    to: '05:00 ngày 06/12/2026',
    lastDay: '2026-12-06',
  };

  test('is shown until its last day, and its page stands all the time', async () => {
    const ward = { ...(await here([])).store.ward, outage };
    expect(outageNotice(ward, '2026-12-06')?.when).toBe(
      'Từ 22:00 ngày 05/12/2026 đến 05:00 ngày 06/12/2026',
    );
    expect(outageNotice(ward, '2026-12-07')).toBeUndefined();
    expect(outagePage(ward, '2026-12-07')).not.toHaveProperty('notice');
    const endless = { ...ward, outage: { ...outage, lastDay: undefined } };
    expect(outageNotice(endless, '2027-12-07')).toBeDefined();
  });
});
