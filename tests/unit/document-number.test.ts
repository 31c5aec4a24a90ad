import { describe, expect, test } from 'vitest';
import { documentNumber, procedureCode } from '../../src/core/schema/field.ts';

const accepts = (text: string) => documentNumber().safeParse(text).success;

describe('number and symbol of a document', () => {
  test.each([
    ...['58/KH-UBND', '159/KH-UBND', '10468/QĐ-UBND', '5/QĐ-UBND', '23/CT-TTg'],
    ...['57-NQ/TW', '12-NQ/ĐU', '03-NQ/TU', '100-CT/TW', '135-QĐ/TW'],
    ...['1232/NQ-UBTVQH15', '169/2024/QH15', '63/2010/NĐ-CP', '22/2023/TT-BTTTT'],
    ...['66.18/2026/NQ-CP', '01/2025/TTLT-BNV-BTC', '24/BC-UBND-VHXH', '1289/UBND-NC'],
  ])('%s is one', (text) => {
    expect(accepts(text)).toBe(true);
  });

  test.each([
    ...['58KH-UBND', '/KH-UBND', '58/kh-ubnd', 'KH-UBND', '58/KH UBND', 'abc', ''],
    ...['58', '58/', '2026/', '58//KH-UBND', '58/KH-', '58/-UBND', '58/KH--UBND'],
    ...['Số 58/KH-UBND', '58/KH-UBND.', '58/KH-UBND ', ' 58/KH-UBND', '58/KH-UBND\n'],
    ...[
      '58/KH–UBND',
      '…/KH-UBND',
      '12-NQ',
      '12-NQ/',
      '12-nq/ĐU',
      '-NQ/TW',
      '169/24/QH15',
      '123456/KH-UBND',
    ],
  ])('%j is none', (text) => {
    expect(accepts(text)).toBe(false);
  });

  // Chương trình, tờ trình and quy định are abbreviated with a small letter: CTr, TTr, QyĐ.
  test.each(['15/CTr-UBND', '12/TTr-UBND', '45-CTr/TU', '07/QyĐ-UBND'])(
    '%s is one, with its small letter',
    (text) => {
      expect(accepts(text)).toBe(true);
    },
  );

  test('number and year alone lack the symbol', () => {
    expect(accepts('58/2026')).toBe(false);
  });

  test('a wrong one is named by its code', () => {
    const { error } = documentNumber().safeParse('58KH-UBND');
    expect(error?.issues.map(({ message }) => message)).toEqual(['document-number-invalid']);
  });
});

describe('code of a procedure', () => {
  test.each(['1.001193', '2.000635', '9.999900'])('%s is one', (text) => {
    expect(procedureCode().safeParse(text).success).toBe(true);
  });

  test.each([
    '0.001193',
    '1.00119',
    '1.0011930',
    '1001193',
    '1,001193',
    '10.01193',
    'A.001193',
    '',
    '1.001193 ',
  ])('%j is none', (text) => {
    expect(procedureCode().safeParse(text).success).toBe(false);
  });
});
