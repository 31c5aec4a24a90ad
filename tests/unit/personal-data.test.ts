import { describe, expect, test } from 'vitest';
import { personalNumbers, subscriberNumber } from '../../src/core/text/personal-data.ts';

const NONE: ReadonlySet<string> = new Set();
const kinds = (text: string, allowed = NONE) =>
  personalNumbers(text, allowed).map(({ kind, value }) => `${kind} ${value}`);

describe('mobile numbers', () => {
  test.each([
    ...[
      '0900555666',
      '0900 555 666',
      '0900.555.666',
      '0900-555-666',
      '090 055 5666',
      '09 0055 5666',
    ],
    ...['+84900555666', '+84 900 555 666', '+84.900.555.666', '84900555666', '+8490 0555 666'],
    ...['0300555666', '0500555666', '0700555666', '0800555666'],
  ])('%s', (written) => {
    expect(kinds(written)).toEqual([`phone ${written}`]);
    expect(kinds(`Gọi anh An (${written}), sau 17:00.`)).toEqual([`phone ${written}`]);
    expect(kinds(`**ĐT:${written}.**`)).toEqual([`phone ${written}`]);
  });

  test('where each stands', () => {
    const text = 'Gọi 0900 555 666 hoặc\n0900.777.888.';
    expect(personalNumbers(text, NONE)).toEqual([
      { kind: 'phone', value: '0900 555 666', offset: text.indexOf('0900 5') },
      { kind: 'phone', value: '0900.777.888', offset: text.indexOf('0900.7') },
    ]);
  });

  test('a link to dial is found too', () => {
    expect(kinds('[gọi](tel:0900555666)')).toEqual(['phone 0900555666']);
  });

  // What Word and Zalo paste: no-break spaces, brackets, two numbers with a stroke between.
  test.each([
    ['0900\u00a0555\u00a0666', 1],
    ['(0900) 555 666', 1],
    ['(+84) 900 555 666', 1],
    ['0900555666/0900777888', 2],
    ['0900.555.666-0900.777.888', 2],
  ])('%j holds %i', (text, count) => {
    expect(kinds(text)).toHaveLength(count);
  });
});

describe('public numbers', () => {
  const WRITTEN = ['0900111222', '0900 111 222', '0900.111.222', '+84 900 111 222', '84900111222'];

  test.each(WRITTEN)('a hotline declared as %s may be written in any way', (declared) => {
    const allowed = new Set([subscriberNumber(declared)]);
    for (const written of WRITTEN) expect(kinds(`Gọi ${written}.`, allowed)).toEqual([]);
    expect(kinds('Gọi 0900 111 223.', allowed)).toEqual(['phone 0900 111 223']);
  });

  test('an office telephone is told apart the same way', () => {
    expect(subscriberNumber('0203 3854 123')).toBe(subscriberNumber('+84 203 3854123'));
    expect(subscriberNumber('0203 3854 123')).not.toBe(subscriberNumber('0203 3854 124'));
  });

  test('an identity number is never public', () => {
    expect(kinds('000000000001', new Set([subscriberNumber('000000000001')]))).toEqual([
      'identity 000000000001',
    ]);
  });
});

describe('identity numbers', () => {
  test.each(['000000000001', '001 099 012 345', '001.099.012.345', '079203001234'])(
    '%s',
    (written) => {
      expect(kinds(written)).toEqual([`identity ${written}`]);
      expect(kinds(`Căn cước số ${written}, cấp năm 2025.`)).toEqual([`identity ${written}`]);
    },
  );

  test('one number is one finding, though part of it looks like a telephone', () => {
    expect(kinds('Số 038 912 345 678.')).toEqual(['identity 038 912 345 678']);
    expect(kinds('Số 038912345678.')).toEqual(['identity 038912345678']);
  });

  test.each(['0010990123456', '00109901234', '123456789012'])('%s is none', (text) => {
    expect(kinds(text).filter((one) => one.startsWith('identity'))).toEqual([]);
  });
});

describe('what is neither', () => {
  test.each([
    ...['Ngày 06/3/2026', 'Từ 2026-03-06 đến 2026-03-12', '08.03.2026 - 09.03.2026'],
    ...['giai đoạn 2021-2030', 'năm 2024, 2025, 2026', '7:30 đến 11:30', '2026-W09'],
    ...['500.000 đồng', '1.234.567.890 đồng', '35.900.555.666 đồng', '12,5%', '0,35 tỷ đồng'],
    ...['58/KH-UBND', '169/2024/QH15', '66.18/2026/NQ-CP'],
    ...['1.001193', '2.000635 và 9.999901', '000.00.12.H49-260306-0001'],
    ...['0203 3854 123', '(0203) 3.854.123', '024 3825 1234', '0236.3888.888', '+84 24 3825 1234'],
    ...[
      '1900 1234',
      '1800 1096',
      '113, 114, 115',
      '1022',
      '0912 345',
      '09005556667',
      '090055566',
      'MST 0100109106',
      'MST 0200109106',
    ],
    ...['https://vi-du.vn/0900555666', 'tệp 20260306-0900555666'],
  ])('%s', (text) => {
    expect(kinds(text)).toEqual([]);
  });

  test('an amount that begins with 84', () => {
    expect(kinds('Tổng dự toán 84.912.345.678 đồng.')).toEqual([]);
  });
});
