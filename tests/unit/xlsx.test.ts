import { beforeAll, describe, expect, test } from 'vitest';
import { columnName, hyperlink, sumBelow } from '../../src/render/xlsx/formula.ts';
import { type Sheet, workbook } from '../../src/render/xlsx/workbook.ts';
import { packageFaults, partsOf, type ReadSheet, rowsOf, sheetsOf } from '../support/office.ts';

const EVIL = [
  '=HYPERLINK("https://evil.example","x")',
  '+1+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '<f>1</f> & "x"',
  'a");DDE("x',
];
const FACTS = { title: 'Báo cáo & <thử>', author: 'UBND', asOf: '2026-05-10' };
const SHEET: Sheet = {
  name: "Bảng 'một'",
  heading: ['Tiêu đề', 'SỐ LIỆU MẪU'],
  columns: [
    { label: 'Tên', characters: 40 },
    { label: 'Số', characters: 9 },
    { label: 'Ngày', characters: 12 },
    { label: 'Địa chỉ', characters: 30 },
  ],
  rows: [
    ...EVIL.map((text, index) => [
      text,
      index,
      { day: '2026-03-05' },
      { text, url: 'https://a.vn/"b' },
    ]),
    ['Trống', null, '', { text: 'không có địa chỉ' }],
  ],
  total: ['Cộng', 21, '', ''],
};

let file: Uint8Array;
let sheet: ReadSheet;
beforeAll(async () => {
  file = await workbook([SHEET, { ...SHEET, name: 'Hai', total: undefined }], FACTS);
  sheet = sheetsOf(file)[0] ?? expect.fail('no sheet');
});

describe('formulas', () => {
  test.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('column %i is %s', (column, name) => {
    expect(columnName(column)).toBe(name);
  });

  test('sum the rows above them', () => {
    expect(sumBelow(2, 4, 3, 7)).toEqual({ text: 'SUM(C4:C6)', value: 7 });
  });

  test('text in a formula cannot end it', () => {
    const text = 'a");HYPERLINK("https://evil.example';
    const link = hyperlink({ text, url: 'https://a.vn/' });
    expect(link?.text).toBe(`HYPERLINK("https://a.vn/","${text.replaceAll('"', '""')}")`);
    // Outside its quotation marks nothing is left but one call with two arguments.
    expect(link?.text.replace(/"(?:[^"]|"")*"/g, '_')).toBe('HYPERLINK(_,_)');
  });

  test('what Excel would refuse is text', () => {
    expect(hyperlink({ text: 'x'.repeat(256), url: 'https://a.vn/' })).toBeUndefined();
    expect(hyperlink({ text: 'x', url: `https://a.vn/${'x'.repeat(250)}` })).toBeUndefined();
    expect(hyperlink({ text: 'x' })).toBeUndefined();
  });
});

describe('a workbook', () => {
  test('is a sound package', () => {
    expect(packageFaults(partsOf(file))).toEqual([]);
  });

  test('has named sheets, a frozen head, widths and a head that prints on every page', () => {
    expect(sheetsOf(file).map(({ name }) => name)).toEqual(["Bảng 'một'", 'Hai']);
    expect(sheet.xml).toMatch(/<pane ySplit="3"[^>]*topLeftCell="A4"[^>]*state="frozen"/);
    expect(sheet.xml).toMatch(/<col min="1" max="1" width="40"/);
    const { 'xl/workbook.xml': book = '' } = partsOf(file);
    expect(book).toContain(`localSheetId="0">'Bảng ''một'''!$3:$3</definedName>`);
    expect(sheet.xml).toContain('fitToPage="1"');
  });

  test('keeps numbers, days and blanks what they are', () => {
    const [first = [], ...others] = rowsOf(sheet, 4, 4);
    expect(first[1]?.value).toBe(0);
    // 5 March 2026 as Excel counts days.
    expect(first[2]?.value).toBe(46086);
    const blank = others.find(([name]) => name?.value === 'Trống') ?? [];
    expect(blank.map(({ value }) => value)).toEqual(['Trống', null, null, 'không có địa chỉ']);
  });

  test('never runs what a title says', () => {
    const rows = rowsOf(sheet, 4, 4).slice(0, EVIL.length);
    expect(rows.map(([name]) => name?.value)).toEqual(EVIL.map((text) => text));
    for (const [name, , , link] of rows) {
      expect(name?.formula).toBeUndefined();
      expect(link?.formula?.replace(/"(?:[^"]|"")*"/g, '_')).toBe('HYPERLINK(_,_)');
      expect(link?.value).toBe(name?.value);
    }
  });

  test('adds up with a formula that comes to the number of the report', () => {
    const total = rowsOf(sheet, 4, 4).at(-1);
    expect(total?.[1]).toMatchObject({ formula: 'SUM(B4:B11)', value: 21 });
  });

  test('says what it is', () => {
    const core = partsOf(file)['docProps/core.xml'];
    expect(core).toContain('<dc:title>Báo cáo &amp; &lt;thử&gt;</dc:title>');
    expect(core).toContain('2026-05-10T00:00:00Z');
  });
});
