import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDecimal, readInteger } from '../../src/core/speech/number.ts';
import { romanValue } from '../../src/core/speech/roman.ts';
import { numberOf } from '../support/number-words.ts';

describe('whole numbers', () => {
  test.each([
    ['0', 'không'],
    ['4', 'bốn'],
    ['10', 'mười'],
    ['14', 'mười bốn'],
    ['15', 'mười lăm'],
    ['21', 'hai mươi mốt'],
    ['24', 'hai mươi tư'],
    ['25', 'hai mươi lăm'],
    ['40', 'bốn mươi'],
    ['55', 'năm mươi lăm'],
    ['100', 'một trăm'],
    ['104', 'một trăm linh bốn'],
    ['105', 'một trăm linh năm'],
    ['111', 'một trăm mười một'],
    ['115', 'một trăm mười lăm'],
    ['1005', 'một nghìn không trăm linh năm'],
    ['1050', 'một nghìn không trăm năm mươi'],
    ['2026', 'hai nghìn không trăm hai mươi sáu'],
    ['10000', 'mười nghìn'],
    ['1000005', 'một triệu không trăm linh năm'],
    ['1234567', 'một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy'],
    ['1000000000', 'một tỷ'],
    ['1000000000000', 'một nghìn tỷ'],
    ['02', 'hai'],
    ['00', 'không'],
    ['007', 'không không bảy'],
  ])('%s is said %s', (digits, said) => {
    expect(readInteger(digits)).toBe(said);
  });

  test('every one up to 20 000 reads back', () => {
    for (let value = 0; value <= 20_000; value += 1) {
      const said = readInteger(String(value));
      if (numberOf(said) !== BigInt(value)) expect.fail(`${value}: ${said}`);
    }
  });

  test('any up to a thousand billions reads back, and no two are said alike', () => {
    const number = fc.bigInt({ min: 0n, max: 1_000_000_000_000n });
    // Many zeros, where words are left out.
    const round = fc
      .tuple(fc.bigInt({ min: 1n, max: 9999n }), fc.integer({ min: 0, max: 8 }))
      .map(([head, zeros]) => head * 10n ** BigInt(zeros));
    fc.assert(
      fc.property(fc.oneof(number, round), (value) => {
        expect(numberOf(readInteger(String(value)))).toBe(value);
      }),
      { numRuns: 3000 },
    );
  });

  test('words that no announcer says never occur', () => {
    const wrong = /mươi (một|năm|bốn)\b|mười (mốt|tư)|lẻ|ngàn|trăm không|linh lăm|một mươi/;
    for (let value = 0; value <= 20_000; value += 1) {
      expect(readInteger(String(value))).not.toMatch(wrong);
    }
  });
});

test.each([
  ['3', '5', 'ba phẩy năm'],
  ['3', '05', 'ba phẩy không năm'],
  ['90', '25', 'chín mươi phẩy hai mươi lăm'],
  ['0', '125', 'không phẩy một hai năm'],
])('%s,%s is said %s', (whole, decimals, said) => {
  expect(readDecimal(whole, decimals, 'phẩy')).toBe(said);
});

test('Roman numerals', () => {
  const known = { I: 1, II: 2, IV: 4, VI: 6, IX: 9, XIV: 14, XV: 15, XXI: 21, XL: 40, CXX: 120 };
  for (const [text, value] of Object.entries(known)) expect(romanValue(text)).toBe(value);
  for (const text of ['', 'IIII', 'VX', 'IVI', 'XXXX', 'A', 'iv']) {
    expect(romanValue(text)).toBeUndefined();
  }
});
