import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DICTIONARY } from '../../src/core/speech/dictionary.ts';
import { lexiconOf } from '../../src/core/speech/lexicon.ts';
import { readAloud } from '../../src/core/speech/read-aloud.ts';
import { sentences } from '../../src/core/speech/sentence.ts';

const LEXICON = lexiconOf([]);
const said = (text: string) => readAloud(text, LEXICON).text;

/** What is written, and what is heard. */
const CASES: Record<string, readonly (readonly [string, string])[]> = {
  'document numbers': [
    ['Kế hoạch số 58/KH-UBND', 'Kế hoạch số năm mươi tám của Ủy ban nhân dân'],
    ['theo 58/KH-UBND', 'theo kế hoạch số năm mươi tám của Ủy ban nhân dân'],
    [
      'Kế hoạch 58/KH-UBND ngày 23/02/2026 của UBND phường',
      'Kế hoạch số năm mươi tám ngày hai mươi ba tháng hai năm hai nghìn không trăm hai mươi sáu của Ủy ban nhân dân phường',
    ],
    [
      'Nghị định 63/2010/NĐ-CP',
      'Nghị định số sáu mươi ba năm hai nghìn không trăm mười của Chính phủ',
    ],
    [
      'Luật số 72/2025/QH15',
      'Luật số bảy mươi hai năm hai nghìn không trăm hai mươi lăm của Quốc hội khóa mười lăm',
    ],
    ['57-NQ/TW', 'nghị quyết số năm mươi bảy của Trung ương'],
    ['QĐ số 46/QĐ-UBND', 'quyết định số bốn mươi sáu của Ủy ban nhân dân'],
    ['KH 58/KH-UBND', 'kế hoạch số năm mươi tám của Ủy ban nhân dân'],
    ['12-NQ/ĐU', 'nghị quyết số mười hai của Đảng ủy'],
    [
      '66.18/2026/NQ-CP',
      'nghị quyết số sáu mươi sáu chấm mười tám năm hai nghìn không trăm hai mươi sáu của Chính phủ',
    ],
    ['số 2/UBND3', 'số hai của UBND ba'],
    ['ký hiệu QĐ-UBND', 'ký hiệu quyết định của Ủy ban nhân dân'],
  ],
  dates: [
    ['06/3/2026', 'ngày mùng sáu tháng ba năm hai nghìn không trăm hai mươi sáu'],
    ['ngày 30/4', 'ngày ba mươi tháng tư'],
    ['sáng 2/9', 'sáng ngày mùng hai tháng chín'],
    ['ngày 1-5/9', 'ngày mùng một đến mùng năm tháng chín'],
    ['ngày 06 tháng 3', 'ngày mùng sáu tháng ba'],
    ['ngày mùng 6/3', 'ngày mùng sáu tháng ba'],
    ['ngày 20-11', 'ngày hai mươi tháng mười một'],
    ['trong ngày 2 lần', 'trong ngày hai lần'],
    ['tháng 3/2026', 'tháng ba năm hai nghìn không trăm hai mươi sáu'],
    ['tháng 4 và thứ 4', 'tháng tư và thứ tư'],
    ['lần thứ 1', 'lần thứ nhất'],
    ['quý I/2026', 'quý một năm hai nghìn không trăm hai mươi sáu'],
    ['Quý 4/2026', 'Quý bốn năm hai nghìn không trăm hai mươi sáu'],
    ['từ 1/7', 'từ ngày mùng một tháng bảy'],
    ['32/01/2026', 'ba mươi hai trên một trên hai nghìn không trăm hai mươi sáu'],
  ],
  'what looks like a date': [
    ['từ 2/3 số hộ', 'từ hai phần ba số hộ'],
    ['1/2 số dân', 'một phần hai số dân'],
    ['3/4 phường', 'ba phần tư phường'],
    ['10/12 tiêu chí', 'mười trên mười hai tiêu chí'],
    ['3/5 trường', 'ba trên năm trường'],
    ['3/5 số trường', 'ba phần năm số trường'],
    ['24/7', 'hai mươi tư trên bảy'],
    ['24/24h', 'hai mươi tư trên hai mươi tư giờ'],
  ],
  times: [
    ['7h30', 'bảy giờ ba mươi phút'],
    ['07:30', 'bảy giờ ba mươi phút'],
    ['14 giờ', 'mười bốn giờ'],
    ['7h', 'bảy giờ'],
    ['07h00', 'bảy giờ'],
    ['7h30-11h30', 'bảy giờ ba mươi phút đến mười một giờ ba mươi phút'],
  ],
  'amounts and ranges': [
    ['3,5%', 'ba phẩy năm phần trăm'],
    ['8-10 ngày', 'tám đến mười ngày'],
    ['8 – 10%', 'tám đến mười phần trăm'],
    ['2026-2030', 'hai nghìn không trăm hai mươi sáu đến hai nghìn không trăm ba mươi'],
    ['500.000đ', 'năm trăm nghìn đồng'],
    ['50.000 đồng/m2', 'năm mươi nghìn đồng trên mét vuông'],
    ['100 m²', 'một trăm mét vuông'],
    ['60 km/h', 'sáu mươi ki-lô-mét trên giờ'],
    ['-5°C', 'âm năm độ xê'],
    ['½ số phiếu', 'một phần hai số phiếu'],
    ['tỷ lệ 1:500', 'tỷ lệ một trên năm trăm'],
    ['02 tin', 'hai tin'],
    ['khổ A4', 'khổ A bốn'],
  ],
  'codes, telephones, addresses': [
    ['mã 1.001193', 'mã một chấm không không một, một chín ba'],
    ['0203.385.1234', 'không hai không ba, ba tám năm, một hai ba bốn'],
    ['(0203) 3.854.123', 'không hai không ba, ba, tám năm bốn, một hai ba'],
    ['0912345678 5 người', 'không chín một hai, ba bốn năm, sáu bảy tám năm người'],
    ['0912345678', 'không chín một hai, ba bốn năm, sáu bảy tám'],
    ['1900 1234', 'một chín không không, một hai ba bốn'],
    ['gọi tổng đài 1022', 'gọi tổng đài một không hai hai'],
    ['năm 1022', 'năm một nghìn không trăm hai mươi hai'],
    ['dichvucong.gov.vn', 'dichvucong chấm gov chấm vn'],
    ['https://dichvucong.gov.vn/a?b=1', 'dichvucong chấm gov chấm vn'],
    ['xa.mau@tinh.gov.vn', 'xa chấm mau a còng tinh chấm gov chấm vn'],
  ],
  'Roman numerals': [
    ['Chương II', 'Chương hai'],
    ['khóa XV, XVI', 'khóa mười lăm, mười sáu'],
    ['giai đoạn I-III', 'giai đoạn một đến ba'],
    ['I. Mở đầu', 'một. Mở đầu'],
    ['nhóm C', 'nhóm C'],
    ['lần thứ IV', 'lần thứ tư'],
  ],
  'abbreviations and marks': [
    ['CCHC của UBND', 'cải cách hành chính của Ủy ban nhân dân'],
    ['HĐND&UBND', 'Hội đồng nhân dân và Ủy ban nhân dân'],
    ['Ủy ban nhân dân (UBND) phường', 'Ủy ban nhân dân phường'],
    ['Chỉ số Par Index', 'Chỉ số cải cách hành chính'],
    ['TP. Hạ Long', 'thành phố Hạ Long'],
    ['giấy tờ, v.v.', 'giấy tờ, vân vân.'],
    ['và/hoặc', 'và hoặc'],
    ['phường/xã', 'phường, xã'],
    ['5 hồ sơ/ngày', 'năm hồ sơ trên ngày'],
  ],
};

describe.each(Object.entries(CASES))('%s', (_, cases) => {
  test.each(cases)('%s', (written, heard) => {
    expect(said(written)).toBe(heard);
  });
});

describe('what nobody has told how to read', () => {
  test('stays as written, and is named once', () => {
    const { text, unknown } = readAloud('Dùng GPS, VNPT; GPS có KHÔNG', LEXICON);
    expect(text).toBe('Dùng GPS, VNPT; GPS có KHÔNG');
    expect(unknown).toEqual(['GPS', 'VNPT']);
  });

  test('words in capitals are words', () => {
    expect(readAloud('THÔNG BAO MỚI: ĐÃ XONG', LEXICON).unknown).toEqual([]);
    expect(readAloud('BAO', LEXICON).unknown).toEqual(['BAO']);
  });

  test('a part of a symbol is named, and its number is read', () => {
    const { text, unknown } = readAloud('số 45-CTr/TU và 5/XY-ABC', LEXICON);
    expect(text).toContain('số bốn mươi lăm của TU');
    expect(unknown).toEqual(['TU', 'XY']);
  });

  test('kinds of document are not guessed outside a symbol', () => {
    expect(readAloud('CT, TB, NQ', LEXICON).unknown).toEqual(['CT', 'TB', 'NQ']);
  });
});

describe('the dictionary', () => {
  test('a ward extends and overrides it', () => {
    const lexicon = lexiconOf([
      { short: 'GPS', long: 'định vị' },
      { short: 'VNeID', long: 'vê nê i đê' },
      { short: 'A+B (c)', long: 'a và bê' },
    ]);
    expect(readAloud('GPS trên VNeID, A+B (c)', lexicon)).toEqual({
      text: 'định vị trên vê nê i đê, a và bê',
      unknown: [],
    });
  });

  test.each(Object.entries(DICTIONARY))('%s does not remain', (short, long) => {
    const text = said(`Theo ${short} và ${short}, (xem ${short}).`);
    expect(text).toContain(long);
    expect(text).not.toContain(short);
  });

  test('no entry is read into another one, digits or letters nobody says', () => {
    for (const long of Object.values(DICTIONARY)) {
      expect(readAloud(long, LEXICON)).toEqual({ text: long, unknown: [] });
    }
  });
});

describe('whatever the text', () => {
  const piece = fc.oneof(
    fc.integer({ min: 0, max: 99_999_999 }).map(String),
    fc.constantFrom('/', '-', '.', ',', ':', ' ', ' - ', '%', '+84', '½', '²', '３', 'h', ' ngày '),
    fc.constantFrom(...Object.keys(DICTIONARY), 'quý ', 'XV', 'NQ-CP', 'số ', 'km2', 'tháng ', '@'),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
  );

  test('no digit remains', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        expect(said(pieces.join(''))).not.toMatch(/[0-9]/);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('sentences', () => {
  test.each([
    ['Một. Hai? Ba!', ['Một.', 'Hai?', 'Ba!']],
    ['Ông Nguyễn V. A. nói... Rồi đi', ['Ông Nguyễn V. A. nói...', 'Rồi đi.']],
    ['“Được.” Anh nói.', ['“Được.”', 'Anh nói.']],
    ['gồm các việc sau:', ['Gồm các việc sau:']],
    ['- một việc;', ['Một việc.']],
    ['dòng một\ndòng hai', ['Dòng một.', 'Dòng hai.']],
    ['... ', []],
  ])('%j', (text, found) => {
    expect(sentences(text)).toEqual(found);
  });

  test('numbers and abbreviations do not end one', () => {
    expect(sentences(said('TP. Hạ Long có 1.234 hộ, tăng 3.5 lần. Hết.'))).toHaveLength(2);
  });
});
