import { describe, expect, test } from 'vitest';
import { excerptParts } from '../../src/core/search/excerpt.ts';
import { choicesOf, grouped, isChosen } from '../../src/core/search/facets.ts';
import { keyOf, wordsOf } from '../../src/core/search/fold.ts';
import { lexiconOf } from '../../src/core/search/lexicon.ts';
import { numberScore, numbersIn, phrasesOf } from '../../src/core/search/number.ts';
import { oneSlip, repairs, withoutKeys } from '../../src/core/search/repair.ts';
import { type Row, yearOfId } from '../../src/core/search/row.ts';
import { search } from '../../src/core/search/search.ts';
import { EVERYDAY_WORDS } from '../../src/core/search/synonyms.ts';
import { currentYears, dealRows, readRows, writeRows } from '../../src/core/search/title-file.ts';
import { variantsOf } from '../../src/core/search/variants.ts';
import { ALL_YEARS, spansOf, yearsAsked, yearsNext } from '../../src/core/search/years.ts';
import { fromIndex, toIndex } from '../../src/core/text/search-spelling.ts';

const row = (id: string, title: string, more: Partial<Row> = {}): Row => ({
  id,
  address: `/${id}/`,
  title,
  kind: 'Tin, bài',
  fields: [],
  departments: [],
  codes: [],
  names: [],
  ...more,
});
const ROWS = [
  row('khai-sinh', 'Đăng ký khai sinh cho con', { date: '2026-04-03', year: '2026' }),
  row('kinh-doanh', 'Đăng ký hộ kinh doanh', { date: '2025-03-06', year: '2025' }),
  row('chung-thuc', 'Chứng thực bản sao từ bản chính'),
  row('ke-hoach', 'Kế hoạch tuyên truyền', { number: '58/KH-UBND', date: '2026-02-23' }),
  row('quyet-dinh', 'Một thủ tục mới', { number: '05/QĐ-UBND', codes: ['1.001193'] }),
];
const LEXICON = lexiconOf(ROWS);
const named = { rows: ROWS, lexicon: LEXICON, synonyms: EVERYDAY_WORDS, text: async () => [] };
const found = async (query: string) => (await search(query, named)).hits.map(({ id }) => id);

describe('words', () => {
  test.each([
    ['Hoà giải THUỶ lợi, quý', ['hòa', 'giải', 'thủy', 'lợi', 'quý']],
    ['ủy quyền'.normalize('NFD'), ['ủy', 'quyền']],
    ['58/KH-UBND', ['58', 'kh', 'ubnd']],
  ])('%s', (text, words) => expect(wordsOf(text)).toEqual(words));

  test('one key for ký and kí, another for quy and qui alone', () => {
    expect(['ký', 'kí', 'Mỹ', 'mĩ', 'đăng'].map(keyOf)).toEqual(['ki', 'ki', 'mi', 'mi', 'dang']);
  });

  test('the spelling of the index leads back to the text', () => {
    const text = 'Đăng ký đất đai, hoà giải, thuỷ lợi';
    expect(toIndex(text)).not.toMatch(/[đĐ]/);
    expect(fromIndex(toIndex(text))).toBe(text);
  });
});

describe('numbers', () => {
  test.each([
    ['58/KH-UBND', [['58', 'kh', 'ubnd']], [], [], true],
    ['58 kh ubnd', [['58', 'kh', 'ubnd']], [], [], true],
    ['ke hoach 58', [['58', 'kh']], [], [], true],
    ['nghị định 118', [['118', 'nd']], [], [], true],
    ['91/2025/QH15', [['91', '2025', 'qh15']], [], [], true],
    ['kế hoạch số 58/KH-UBND ngày 23/02/2026', [['58', 'kh', 'ubnd']], [], ['23 2 2026'], true],
    ['quyết định 135/QĐ-UBND quy chế', [['135', 'qd', 'ubnd']], [], [], false],
    ['23-2-2026', [], [], ['23 2 2026'], true],
    ['ngay 6 thang 3', [], [], ['6 3 '], true],
    ['ngày 6 tháng 3 năm 2026', [], [], ['6 3 2026'], true],
    ['1.001193', [], ['1.001193'], [], true],
    ['mã 1.0011', [], ['1.0011'], [], true],
    ['định danh mức 2', [], [], [], false],
    ['40/13/2026', [], [], [], false],
    ['iphone 17', [], [], [], false],
  ])('%s', (query, documents, codes, days, alone) => {
    const numbers = numbersIn(query);
    expect(numbers.documents.map(({ parts }) => parts)).toEqual(documents);
    expect(numbers.codes).toEqual(codes);
    expect(numbers.days.map((d) => `${d.day} ${d.month} ${d.year ?? ''}`)).toEqual(days);
    expect(numbers.alone).toBe(alone);
  });

  test.each([
    ['58/KH-UBND', ['ke-hoach']],
    ['58/kh', ['ke-hoach']],
    ['5/QD-UBND', ['quyet-dinh']],
    ['1.0011', ['quyet-dinh']],
    ['23/2/2026', ['ke-hoach']],
    ['ngày 6 tháng 3', ['kinh-doanh']],
    ['158/KH-UBND', []],
    ['58/QĐ-UBND', []],
    ['1.0012', []],
  ])('%s is borne by %j', (query, ids) => {
    const bearing = ROWS.filter((one) => numberScore(one, numbersIn(query)) > 0);
    expect(bearing.map(({ id }) => id)).toEqual(ids);
  });

  test('texts write a day and a document in several ways', () => {
    expect(phrasesOf(numbersIn('6/3/2026'))).toEqual(['632026', '6032026', '0632026', '06032026']);
    expect(phrasesOf(numbersIn('nghị quyết 332'))).toContain('nghi quyet so 332');
  });
});

describe('slips', () => {
  test.each([
    ['sinh', 'snih', true],
    ['sinh', 'sin', true],
    ['sinh', 'sinhh', true],
    ['sinh', 'xinh', true],
    ['sinh', 'sinh', false],
    ['sinh', 'nihs', false],
    ['sinh', 'sihgn', false],
  ])('%s, %s: %s', (a, b, slip) => expect([oneSlip(a, b), oneSlip(b, a)]).toEqual([slip, slip]));

  test.each([
    ['ddawng', 'dang'],
    ['kys', 'ky'],
    ['thuwcj', 'thuc'],
    ['quyeenf', 'quyen'],
    ['ky1', 'ky'],
    ['ho6', 'ho'],
    ['soats', 'soat'],
  ])('%s stands for %s', (typed, word) => expect(withoutKeys(typed)).toBe(word));

  test.each([
    ['đăng ký khai snih', 'đăng ký khai sinh'],
    ['dang ky khaisinh', 'dang ky khai sinh'],
    ['ddawng kys khai sinh', 'dang ki khai sinh'],
    ['hkd', 'hộ kinh doanh'],
  ])('%s may mean %s', (typed, meant) => {
    const queries = repairs(wordsOf(typed), LEXICON, new Set()).map((words) => words.join(' '));
    expect(queries).toContain(meant);
  });

  test('nothing is repaired where all words are known, or another word may be meant', () => {
    for (const query of ['đăng ký', 'khai si', 'xinh', 'bitcoin']) {
      expect(repairs(wordsOf(query), LEXICON, new Set())).toEqual([]);
    }
  });
});

test.each([
  ['giấy khai sinh', 'đăng ký khai sinh'],
  ['giay khai sinh o dau', 'đăng ký khai sinh'],
  ['làm giấy độc thân', 'làm xác nhận tình trạng hôn nhân'],
])('%s is asked as %s too', (query, other) => {
  const variants = variantsOf(wordsOf(query), EVERYDAY_WORDS).map(({ words }) => words.join(' '));
  expect(variants[0]).toBe(wordsOf(query).join(' '));
  expect(variants).toContain(other);
});

test('marks that were typed are not another word: bán hàng is not bàn hàng', () => {
  expect(variantsOf(wordsOf('bàn hàng'), EVERYDAY_WORDS)).toHaveLength(1);
});

describe('names alone, as where the full text cannot be searched', () => {
  test.each([
    ['đăng ký khai sinh', 'khai-sinh'],
    ['dang ky khai sinh', 'khai-sinh'],
    ['ho kinh d', 'kinh-doanh'],
    ['chugn thuc ban sao', 'chung-thuc'],
    ['giấy khai sinh', 'khai-sinh'],
    ['1.001193', 'quyet-dinh'],
  ])('%s', async (query, id) => expect((await found(query))[0]).toBe(id));

  test.each(['bitcoin', 'giá vàng', 'gia vang', '', '"', 'hộ chiếu', '99/KH-UBND'])(
    '«%s» is answered by nothing',
    async (query) => expect(await found(query)).toEqual([]),
  );
});

describe('the file of names', () => {
  test('gives back what was written', () => {
    const rows = [
      row('a', 'Một', {
        fields: ['Thể chế', 'Công vụ'],
        departments: ['Văn phòng'],
        date: '2026-04-03',
        year: '2026',
        number: '1/QĐ',
        codes: ['1.001193'],
        names: ['Tên khác'],
      }),
      row('b', 'Hai', { kind: 'Kế hoạch', year: '2025' }),
      row('c', 'Ba'),
    ];
    expect(readRows(JSON.parse(JSON.stringify(writeRows(rows))))).toEqual(rows);
    expect(readRows(writeRows([]))).toEqual([]);
  });

  test('tells an address by the title beside it, however they differ', () => {
    const rows = [
      row('vi-2026_1a', 'Đăng ký khai sinh: chuẩn bị gì?', { address: '/tin/05/dang-ky/' }),
      row('vi-2026_2b', 'Đăng ký khai sinh', { address: '/tin/05/dang-ky-khai-sinh/' }),
      row('vi-2026_3c', 'Đăng ký', { address: '/tin/05/dang-ky-2/' }),
      row('vi_4d', 'Năm 2026', { address: '/tin/06/2026/' }),
      row('vi_5e', 'Năm 2026', { address: '/tin/06/2026-nam-/' }),
      row('vi-2026_6f', '…', { address: '/tin/06/-/' }),
      row('vi_7', 'Trang chủ', { address: '/' }),
      row('vi_8', 'Tệp', { address: '/tep 1/to khai.pdf' }),
      row('vi_9', 'Đơn vị', { address: '/don vi/a-1/' }),
      row('vi-2026_10', 'Đơn vị', { address: '/tin/06/7/' }),
    ];
    const file = writeRows(rows);
    expect(readRows(file)).toEqual(rows);
    expect(file.ids.split(' ').slice(0, 4)).toEqual(['vi-2026_1a', '2b', '3c', 'vi_4d']);
    expect(file.addresses.slice(0, 3)).toEqual(['/tin/05/2', '4', '2-2']);
  });

  test('stays small however many years there are: what is old lies with its year', () => {
    const practices = Array.from({ length: 1_000 }, (_, index) => {
      const year = String(2007 + (index % 20));
      return row(`m${index}`, 'Mô hình', { kind: 'Mô hình hay', date: `${year}-05-01`, year });
    });
    const department = row('d', 'Văn phòng', { kind: 'Đơn vị' });
    const years = new Set(Array.from({ length: 19 }, (_, index) => String(2008 + index)));
    const { always, byYear } = dealRows([department, ...practices], years, 400);
    expect(always).toContain(department);
    // A year without articles has no file of its own.
    expect(always.filter(({ year }) => year === '2007')).toHaveLength(50);
    expect(always.filter(({ year = '' }) => year > '2018')).toHaveLength(400);
    expect(always).toHaveLength(1 + 50 + 400);
    expect([...byYear.values()].flat()).toHaveLength(550);
    expect([...byYear.keys()].sort()).toEqual(Array.from({ length: 11 }, (_, i) => `${2008 + i}`));
  });
});

describe('years of articles', () => {
  const years = { currentYears: ['2026'], olderYears: ['2025', '2024', '2023', '2020', '2019'] };

  test.each([
    [[], []],
    [[['2026', 900]], ['2026']],
    [
      [
        ['2024', 200],
        ['2026', 40],
        ['2025', 200],
      ],
      ['2026', '2025'],
    ],
    [
      [
        ['2026', 40],
        ['2025', 100],
        ['2024', 50],
      ],
      ['2026', '2025', '2024'],
    ],
  ] as [[string, number][], string[]][])('%j: every search looks through %j', (pages, current) => {
    expect(currentYears(pages)).toEqual(current);
  });

  test.each([
    ['khai sinh', undefined, ['2026']],
    ['kế hoạch 2019', undefined, ['2026', '2019']],
    ['ngày 6/3/2020', undefined, ['2026', '2020']],
    ['khai sinh', '2024', ['2026', '2024']],
    ['khai sinh', ALL_YEARS, ['2026', '2025', '2024', '2023', '2020', '2019']],
    ['năm 1999', undefined, ['2026']],
  ])('%s, chosen %s: %j', (query, chosen, asked) => {
    expect(yearsAsked(query, chosen, years)).toEqual(asked);
  });

  test('without an answer three older years are looked through, unless a year is chosen', () => {
    expect(yearsNext(['2026'], undefined, years)).toEqual(['2026', '2025', '2024', '2023']);
    expect(yearsNext(['2026', '2024'], undefined, years)).toEqual(['2026', '2024', '2025', '2023']);
    expect(yearsNext(['2026', '2024'], '2024', years)).toEqual([]);
    expect(
      yearsNext(['2026', '2025'], undefined, { currentYears: [], olderYears: ['2025'] }),
    ).toEqual([]);
  });

  test('are told as spans', () => {
    expect(spansOf(years.olderYears)).toBe('2019–2020, 2023–2025');
    expect(spansOf(['2024'])).toBe('2024');
  });

  test('the id of a page says whose index it stands in', () => {
    expect([yearOfId('vi-2019_8f5e114'), yearOfId('vi_8f5e114')]).toEqual(['2019', undefined]);
  });
});

describe('facets', () => {
  const rows = [
    row('a', 'A', { fields: ['X', 'Y'], year: '2025' }),
    row('b', 'B', { kind: 'Kế hoạch', fields: ['Y'], year: '2026' }),
    row('c', 'C', { fields: ['Y'], year: '2026' }),
  ];

  test('count what a choice would leave, the other choices kept', () => {
    expect(choicesOf(rows, 'linh-vuc', {})).toEqual([
      { value: 'X', count: 1 },
      { value: 'Y', count: 3 },
    ]);
    expect(choicesOf(rows, 'nam', { loai: 'Tin, bài', nam: '2025' })).toEqual([
      { value: '2026', count: 1 },
      { value: '2025', count: 1 },
    ]);
    expect(choicesOf(rows, 'don-vi', { 'don-vi': 'Z' })).toEqual([{ value: 'Z', count: 0 }]);
    expect(choicesOf(rows, 'nam', { nam: ALL_YEARS })).toEqual(choicesOf(rows, 'nam', {}));
    expect(rows.filter((one) => isChosen(one, { nam: ALL_YEARS }))).toHaveLength(3);
    expect(rows.filter((one) => isChosen(one, { nam: '2026', loai: 'Tin, bài' }))).toEqual([
      rows[2],
    ]);
  });

  test('the best come first, the rest by kind', () => {
    const results = rows.map((one) => ({ row: one }));
    expect(grouped(results, 1).map(({ kind, results: own }) => [kind, own.length])).toEqual([
      [undefined, 1],
      ['Kế hoạch', 1],
      ['Tin, bài', 1],
    ]);
    expect(grouped([], 3)).toEqual([]);
  });
});

describe('excerpts', () => {
  const marks = (text: string, title: string, asked: string) =>
    excerptParts(text, title, asked)
      .map(({ text: part, marked }) => (marked ? `[${part}]` : part))
      .join('');

  test.each([
    [
      'họa) Hạn hồ sơ. Xem hồ sơ, họa tiết',
      '(Ví dụ minh họa) Hạn hồ sơ',
      'hồ sơ',
      'Xem [hồ] [sơ], họa tiết …',
    ],
    ['theo Nghị quyết 332/NQ-CP.', 'T', '332nqcp', '… theo Nghị quyết [332/NQ-CP].'],
    ['Đất đai <b>', 'T', 'dat', '[Đất] đai <b> …'],
    ['Giữ giấy chứng sinh.', 'Khai sinh', 'giay chung sinh', 'Giữ [giấy] [chứng] [sinh].'],
  ])('%s', (text, title, asked, shown) => expect(marks(text, title, asked)).toBe(shown));
});
