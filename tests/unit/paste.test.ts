import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { cleanPastedHtml } from '../../admin/word/paste.ts';

const FIXTURES = path.resolve(import.meta.dirname, '../fixtures/paste');
const pasted = async (name: string) =>
  cleanPastedHtml(await readFile(path.join(FIXTURES, name), 'utf8'));
const markdownOf = (html: string) => cleanPastedHtml(html).markdown;
const said = ({ notices }: ReturnType<typeof cleanPastedHtml>) =>
  notices.map(({ text }) => text).join('\n');

test('from Word: lists, a table, links; pictures of the own disk are refused', async () => {
  const result = await pasted('word.html');
  expect(result.markdown.split('\n')).toEqual([
    '## Lịch tiếp công dân',
    '',
    'Phường tiếp công dân từ 7:30; xem [Cổng Dịch vụ công](https://dichvucong.gov.vn/) và liên hệ.',
    '',
    '* Mang theo căn cước',
    '',
    '  * bản giấy',
    '* Giấy mời',
    '',
    '1. Lấy số',
    '2. Chờ gọi',
    '',
    '| Ngày    | Phòng             |',
    '| ------- | ----------------- |',
    '| Thứ Hai | Phòng 1<br>Tầng 2 |',
    '| Thứ Hai | Phòng 2           |',
  ]);
  expect(said(result)).toMatch(/Ảnh «Quầy tiếp nhận» nằm trên máy của bạn \(file:\/\/\/\)/);
  expect(said(result)).toMatch(/Liên kết của «liên hệ» \(javascript:void\(0\)\) không dùng được/);
});

test('from Google Docs', async () => {
  const result = await pasted('google.html');
  expect(result.markdown.split('\n')).toEqual([
    '## Cách nộp hồ sơ',
    '',
    '**Bước đầu:** mở trang [Cổng Dịch vụ công](https://dichvucong.gov.vn/) *ngay*.',
    '',
    '* Ảnh rõ nét',
    '',
    '  * không lóa',
    '* Tệp dưới 5 MB',
    '',
    '| Việc | Hạn  |',
    '| ---- | ---- |',
    '| Nộp  | 15/3 |',
  ]);
  expect(said(result)).toContain('nằm ở trang khác');
});

test('from a web page: the text, without menus, scripts, frames and forms', async () => {
  const result = await pasted('web.html');
  expect(result.markdown).toContain(
    '## Hướng dẫn nộp hồ sơ\n\nTừ 01/3, người dân nộp trực tuyến.\n\nKhông phải đến trụ sở.',
  );
  expect(result.markdown).toContain('| Tờ khai<br>Căn cước | 0 đồng |');
  expect(result.markdown).toContain('&lt;script>x()&lt;/script>');
  expect(result.markdown).not.toMatch(
    /Trang chủ|theodoi|từ khóa ẩn|color:|onerror|<script|iframe|<input/,
  );
  for (const words of [
    'https://bao.vn/anh.jpg',
    'Chú thích của ảnh không lấy theo: «Ảnh: Báo»',
    'trang liên hệ',
    'vbscript',
    'Khung video',
    'Có ảnh dán kèm',
  ])
    expect(said(result)).toContain(words);
});

describe('small things', () => {
  test.each([
    [
      'hard blanks, soft hyphens, invisible signs',
      '<p>cán\u00a0bộ\u200b người\u00ad dân\ufeff</p>',
      'cán bộ người dân',
    ],
    ['decomposed letters', `<p>${'Uông Bí đổi mới'.normalize('NFD')}</p>`, 'Uông Bí đổi mới'],
    ['empty paragraphs', '<p>a</p><p>&nbsp;</p><p><br></p><p>b</p>', 'a\n\nb'],
    [
      'bold with blanks at its ends',
      '<p><b>Hạn: </b>15/3 <i> ngay </i>đi</p>',
      '**Hạn:** 15/3 *ngay* đi',
    ],
    ['bold cut into pieces', '<p>x <b>a</b><b>b</b> <b>c</b></p>', 'x **ab c**'],
    ['dashes as a list', '<p>- một</p><p>– hai</p><p>+ ba</p>', '* một\n* hai\n\n  * ba'],
    ['dashes in one paragraph', '<p>- một<br>- hai</p>', '* một\n* hai'],
    ["Word's dots", '<p>·\u00a0 một</p><p>•\thai</p>', '* một\n* hai'],
    ['a range is no list', '<p>-5 độ</p><p>7-8 giờ</p>', '-5 độ\n\n7-8 giờ'],
    [
      'numbers that go on',
      '<p>1. a</p><p>2. b</p><p>Chữ.</p><p>3) c</p>',
      '1. a\n2. b\n\nChữ.\n\n3. c',
    ],
    ['a year is no number of a list', '<p>2026. Năm mới</p>', '2026&#46; Năm mới'],
    [
      'whole bold lines',
      '<p><b>I. Mục đích</b></p><p>a</p><p><b>1. Yêu cầu</b></p><p>b</p>',
      '## I. Mục đích\n\na\n\n### 1. Yêu cầu\n\nb',
    ],
    [
      'a bold sentence is no heading',
      '<p><b>Không nộp tiền mặt.</b></p>',
      '**Không nộp tiền mặt.**',
    ],
    ['headings that leave levels out', '<h1>a</h1><h4>b</h4><h6>c</h6>', '## a\n\n### b\n\n#### c'],
    ['a frame of one cell', '<table><tr><td><p>a</p><p>b</p></td></tr></table>', 'a\n\nb'],
    [
      'rows of different length',
      '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>',
      '| a | b |\n| - | - |\n| c |   |',
    ],
    [
      'a caption above a table',
      '<p>Bảng 2. Kết quả</p><table><tr><td>a</td><td>b</td></tr></table>',
      ':::bang{tieu-de="Bảng 2. Kết quả"}\n\n| a | b |\n| - | - |\n\n:::',
    ],
    ['plain lines', 'một<br><br>hai', 'một\n\nhai'],
    [
      'ordinary colons',
      '<p>Lúc 7:30, Thông báo:Về việc https://a.vn:8080</p>',
      'Lúc 7:30, Thông báo:Về việc https://a.vn:8080',
    ],
    ['nothing', '', ''],
  ])('%s', (_name, html, markdown) => {
    expect(markdownOf(html)).toBe(markdown);
  });

  test.each([
    'javascript:x()',
    ' JaVaScript:x()',
    'java\nscript:x()',
    'data:text/html,x',
    'file:///c:/a',
    '//ke-xau.test',
    'https://a.vn/\u202ex',
  ])('a link to %j goes, its words stay', (href) => {
    const result = cleanPastedHtml(`<p><a href="${href}">chữ</a></p>`);
    expect(result.markdown).toBe('chữ');
    expect(result.notices).toHaveLength(1);
  });

  test('text in an old code is refused, and so is a flood', () => {
    expect(cleanPastedHtml('<p>Th«ng b¸o vÒ viÖc tæ chøc tiÕp c«ng d©n</p>')).toMatchObject({
      markdown: '',
      notices: [{ kind: 'lost' }],
    });
    expect(cleanPastedHtml('a'.repeat(4_000_001)).notices[0]?.text).toContain('quá lớn');
  });

  test('a cell that claims to be endless', () => {
    expect(
      markdownOf(
        '<table><tr><td colspan="999999999">a</td><td rowspan="999999999">b</td></tr></table>',
      ).length,
    ).toBeLessThan(5000);
  });

  test('deep nesting', () => {
    expect(markdownOf(`${'<div>'.repeat(100)}chữ`)).toBe('chữ');
    expect(cleanPastedHtml(`${'<div>'.repeat(100_000)}chữ`).notices[0]?.text).toContain('quá lớn');
  });
});
