import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { importDocx } from '../../admin/word/import-docx.ts';
import { legacyCodeOf } from '../../admin/word/legacy-text.ts';
import { LIMITS } from '../../admin/word/package.ts';
import { inspectBody, renderBody } from '../../src/markdown/body.ts';
import { planFile, storyFile } from '../support/word-files.ts';

const FIXTURES = path.resolve(import.meta.dirname, '../fixtures/word');
const fixture = async (name: string) => new Uint8Array(await readFile(path.join(FIXTURES, name)));
const textsOf = (draft: { notices: readonly { text: string }[] }) =>
  draft.notices.map(({ text }) => text).join('\n');

describe('a plan as an office writes it', async () => {
  const draft = await importDocx(await planFile(), 'Kế hoạch số 58.docx');

  test('title, summary and sources for the form', () => {
    expect(draft.title).toBe('Kế hoạch tuyên truyền cải cách hành chính năm 2026');
    expect(draft.summary).toBe('');
    expect(draft.sources).toEqual([
      { title: draft.title, number: '58/KH-UBND', date: '2026-02-23' },
      { title: 'Kế hoạch', number: '12/KH-UBND', date: '2026-01-05' },
      { title: 'Nghị quyết', number: '76/NQ-CP' },
    ]);
  });

  test('the body, to the letter', () => {
    expect(draft.markdown.split('\n')).toEqual([
      'Thực hiện Kế hoạch số 12/KH-UBND ngày 05/01/2026 của UBND tỉnh, phường Mẫu xây dựng kế hoạch tuyên truyền như sau:',
      '',
      '## I. MỤC ĐÍCH, YÊU CẦU',
      '',
      '### 1. Mục đích',
      '',
      '* Nâng cao nhận thức của cán bộ, người dân;',
      '* Đổi mới cách làm:',
      '',
      '  * Nói ngắn, dễ hiểu.',
      '  * Phát thanh lúc 7:30 và 17:00.',
      '',
      '### 2. Yêu cầu',
      '',
      'Bám sát thực tế[^1]. Xem [Cổng Dịch vụ công quốc gia](https://dichvucong.gov.vn/).',
      '',
      '## II. NỘI DUNG',
      '',
      '1. Chuẩn bị hồ sơ',
      '2. Nộp hồ sơ',
      '',
      '::anh{src="ke-hoach-so-58-1.jpg" alt="Quầy tiếp nhận hồ sơ" chu-thich="Người dân nộp hồ sơ." nguon="Thu Hà"}',
      '',
      ':::bang{tieu-de="Bảng 1. Phân công thực hiện"}',
      '',
      '| STT | Đơn vị                 | Số tin         |',
      '| --- | ---------------------- | -------------- |',
      '| 1   | Phòng Văn hóa - Xã hội | 2 tin<br>1 bài |',
      '| 2   | Văn phòng &#124; HĐND  | 2 tin<br>1 bài |',
      '',
      ':::',
      '',
      '![](ke-hoach-so-58-2.png)',
      '',
      'Các đơn vị báo cáo trước ngày 15 hằng tháng.',
      '',
      '[^1]: Theo Nghị quyết 76/NQ-CP.',
    ]);
  });

  test('its pictures as files with ASCII names', async () => {
    expect(draft.pictures.map(({ name, type }) => [name, type])).toEqual([
      ['ke-hoach-so-58-1.jpg', 'image/jpeg'],
      ['ke-hoach-so-58-2.png', 'image/png'],
    ]);
    const [first] = draft.pictures;
    expect([...new Uint8Array((await first?.arrayBuffer()) ?? [])].slice(0, 3)).toEqual([
      0xff, 0xd8, 0xff,
    ]);
  });

  test('what was left out, changed, or is still to do', () => {
    const texts = textsOf(draft);
    for (const words of [
      'Phần đầu văn bản',
      'Số: 58/KH-UBND',
      'Phần nơi nhận và chữ ký',
      'Nguyễn Văn Mẫu',
      '1 ô gộp đã được tách',
      '4 dòng in đậm đứng riêng đã thành đề mục',
      '1 danh sách gõ tay',
      'ke-hoach-so-58-2.png (sau đoạn «Văn phòng | HĐND») chưa có lời mô tả',
    ])
      expect(texts).toContain(words);
    expect(draft.notices).toHaveLength(6);
  });

  test('the site renders it; only the picture without words is an issue', () => {
    const media = new Map(draft.pictures.map(({ name }) => [name, { src: `/tep/${name}` }]));
    const { html } = renderBody(draft.markdown, (name) => media.get(name));
    for (const part of [
      '<h2 id="m-i-muc-dich-yeu-cau">',
      '<figcaption>Người dân nộp hồ sơ. Ảnh: Thu Hà</figcaption>',
      '<caption>Bảng 1. Phân công thực hiện</caption>',
      '<td>2 tin<br>1 bài</td>',
      'Văn phòng | HĐND',
      'src="/tep/ke-hoach-so-58-2.png"',
      'user-content-fn-1',
    ])
      expect(html).toContain(part);
    expect(inspectBody(draft.markdown, 1, false).findings.map(({ code }) => code)).toEqual([
      'alt-missing',
    ]);
  });
});

test('a story with heading styles, a lead, typed numbers and a picture nobody can publish', async () => {
  const draft = await importDocx(await storyFile(), 'Tin.docx');
  expect(draft).toMatchObject({
    title: 'Trả kết quả tại nhà cho người cao tuổi',
    summary: 'Từ tháng 3, phường trả kết quả tại nhà cho người từ 80 tuổi, không thu phí.',
    sources: [],
    pictures: [],
  });
  expect(draft.markdown).toBe(
    'Tổ công nghệ số cộng đồng đến từng nhà.\n\n## Cách đăng ký\n\n1. Gọi đường dây nóng.\n2. Hẹn giờ.\n\n### Phục vụ\n\nNước H<sub>2</sub>O và **chữ đậm** rời.',
  );
  expect(textsOf(draft)).toContain('Ảnh sau đoạn «Phục vụ» ở dạng GIF');
});

test('a notice that LibreOffice wrote: heading in paragraphs, two pictures, nested list', async () => {
  const draft = await importDocx(await fixture('thong-bao.docx'), 'thong-bao.docx');
  expect(draft.title).toBe('Thông báo về việc thay đổi giờ tiếp công dân');
  for (const part of [
    '* Giấy mời\n\n  * bản giấy\n  * hoặc trên điện thoại',
    '1. Lấy số\n2. Chờ gọi',
    '::anh{src="thong-bao-1.jpg" chu-thich="Chỗ ngồi chờ ở tầng 1"}',
    '![](thong-bao-2.png)',
    '| Nghỉ lễ: có thông báo riêng |         |',
    '* Điện thoại: hỏi tại quầy',
  ])
    expect(draft.markdown).toContain(part);
  expect(draft.markdown).not.toMatch(/CỘNG HÒA|Nơi nhận|CHỦ TỊCH/);
  expect(draft.pictures.map(({ name }) => name)).toEqual(['thong-bao-1.jpg', 'thong-bao-2.png']);
});

test('pictures that only point elsewhere are named as lost', async () => {
  const draft = await importDocx(await fixture('anh-lien-ket.docx'), 'a.docx');
  expect(draft.pictures).toEqual([]);
  expect(textsOf(draft)).toContain('ảnh chỉ là liên kết tới nơi khác');
});

/** The parts of a sound file with some of them changed. */
async function changed(change: (parts: Record<string, Uint8Array>) => void): Promise<Uint8Array> {
  const parts = unzipSync(await fixture('thong-bao.docx'));
  change(parts);
  return zipSync(parts);
}

/** A sound file whose text is these paragraphs of Word's XML. */
const withBody = (xml: string) =>
  changed((parts) => {
    const text = new TextDecoder().decode(parts['word/document.xml']);
    parts['word/document.xml'] = strToU8(
      text.replace(/<w:body>[\s\S]*<\/w:body>/, `<w:body>${xml}</w:body>`),
    );
  });
const words = (text: string, font = '') =>
  `<w:p><w:r><w:rPr>${font && `<w:rFonts w:ascii="${font}" w:hAnsi="${font}"/>`}</w:rPr><w:t>${text}</w:t></w:r></w:p>`;

describe('what Word has and an article has not is named', () => {
  test.each<[string, string, string]>([
    [
      'tracked changes',
      '<w:p><w:ins w:id="1" w:author="a"><w:r><w:t>thêm</w:t></w:r></w:ins><w:del w:id="2" w:author="a"><w:r><w:delText>bớt</w:delText></w:r></w:del></w:p>',
      'chữ đã gạch bỏ',
    ],
    [
      'formulas',
      '<w:p><m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>x</m:t></m:r></m:oMath></w:p>',
      '1 công thức',
    ],
    [
      'embedded files',
      '<w:p><w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" Type="Embed"/></w:object></w:r></w:p>',
      '1 tệp nhúng',
    ],
    [
      'frames',
      '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent><w:p><w:r><w:t>trong khung</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>',
      'Chữ trong khung',
    ],
    ['elements nobody knows', '<w:p><w:r><w:t>a</w:t></w:r><w:laVat/></w:p>', 'laVat'],
    ['no title', words('Một câu thường.'), 'Không tìm thấy tiêu đề'],
  ])('%s', async (_name, xml, said) => {
    const draft = await importDocx(
      await withBody(`${words('Chữ còn lại của bài.')}${xml}`),
      'a.docx',
    );
    expect(textsOf(draft)).toContain(said);
    expect(draft.markdown).toContain('Chữ còn lại của bài.');
  });

  test('the words of a frame are in the text', async () => {
    const frame =
      '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent><w:p><w:r><w:t>trong khung</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>';
    expect((await importDocx(await withBody(frame), 'a.docx')).markdown).toContain('trong khung');
  });

  test('headers and footers', async () => {
    const bytes = await changed((parts) => {
      parts['word/header1.xml'] = strToU8('<w:hdr><w:p><w:r><w:t>Mật</w:t></w:r></w:p></w:hdr>');
    });
    expect(textsOf(await importDocx(bytes, 'a.docx'))).toContain('đầu trang và chân trang');
  });
});

describe('old codes of Vietnamese are refused', () => {
  test.each([
    ['TCVN3 by its font', words('Th«ng b¸o', '.VnTime'), 'TCVN3'],
    ['TCVN3 by its letters', words('Th«ng b¸o vÒ viÖc tæ chøc tiÕp c«ng d©n'), 'TCVN3'],
    ['VNI by its letters', words('Thoâng baùo veà vieäc toå chöùc tieáp coâng daân'), 'VNI'],
  ])('%s', async (_name, xml, code) => {
    await expect(importDocx(await withBody(xml), 'a.docx')).rejects.toThrow(`bảng mã cũ (${code})`);
  });

  test('Unicode set in an old font is Unicode', async () => {
    const draft = await importDocx(
      await withBody(words('Thông báo về việc tiếp công dân', '.VnTime')),
      'a.docx',
    );
    expect(draft.markdown).toBe('Thông báo về việc tiếp công dân');
  });

  test.each([
    'Thông báo à á â ã è é ê ì í ò ó ô õ ù ú ý',
    'Señor Núñez, größer, façade, naïve',
    '§ 5 © 2026 ½ 30°',
  ])('%s', (text) => {
    expect(legacyCodeOf(text)).toBeUndefined();
  });
});

describe('files that are not taken', () => {
  const bomb = zipSync({
    'word/document.xml': new Uint8Array(LIMITS.text + 1),
    '[Content_Types].xml': strToU8('<a/>'),
  });
  /** The directory says that the text is 100 bytes long. */
  const liar = bomb.slice();
  const view = new DataView(liar.buffer);
  for (let at = 0; at < liar.length - 4; at += 1) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 100, true);
  }
  const many = zipSync(
    Object.fromEntries(
      Array.from({ length: LIMITS.parts + 1 }, (_, n) => [`word/${n}.xml`, new Uint8Array(1)]),
    ),
  );

  test.each<[string, () => Uint8Array | Promise<Uint8Array>, string, string]>([
    ['macros by name', () => fixture('thong-bao.docx'), 'a.docm', 'có macro'],
    [
      'macros inside',
      () =>
        changed((parts) => {
          parts['word/vbaProject.bin'] = new Uint8Array(9);
        }),
      'a.docx',
      'có macro',
    ],
    [
      'a type with macros',
      () =>
        changed((parts) => {
          parts['[Content_Types].xml'] = strToU8(
            '<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
          );
        }),
      'a.docx',
      'có macro',
    ],
    [
      'old Word, or a password',
      () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      'a.doc',
      'đời cũ',
    ],
    ['PDF', () => strToU8('%PDF-1.7'), 'a.pdf', 'PDF'],
    ['something else', () => strToU8('chữ'), 'a.docx', 'không phải'],
    ['nothing', () => new Uint8Array(), 'a.docx', 'không phải'],
    [
      'an archive that is no Word file',
      () => zipSync({ 'a.txt': strToU8('a') }),
      'a.docx',
      'không phải',
    ],
    [
      'half a file',
      async () => (await fixture('thong-bao.docx')).slice(0, 4000),
      'a.docx',
      'bị hỏng',
    ],
    [
      'a file with a hole',
      () =>
        changed((parts) => {
          parts['word/document.xml'] = strToU8('<w:document><w:body>');
        }),
      'a.docx',
      'không đọc được',
    ],
    ['a bomb', () => bomb, 'a.docx', 'phình quá lớn'],
    ['a bomb that denies it', () => liar, 'a.docx', 'phình quá lớn'],
    ['too many parts', () => many, 'a.docx', 'phình quá lớn'],
    [
      'too large a file',
      () => {
        const large = new Uint8Array(LIMITS.file + 1);
        large.set([0x50, 0x4b, 3, 4]);
        return large;
      },
      'a.docx',
      'lớn quá 20 MB',
    ],
    [
      'a document type',
      () =>
        changed((parts) => {
          parts['word/document.xml'] = strToU8('<!DOCTYPE a [<!ENTITY b "c">]><w:document/>');
        }),
      'a.docx',
      'không do Word tạo ra',
    ],
    ['no words', () => withBody('<w:p/>'), 'a.docx', 'không có chữ nào'],
  ])('%s', async (_name, make, name, said) => {
    const refused = importDocx(await make(), name);
    await expect(refused).rejects.toMatchObject({ name: 'ImportRefusal' });
    await expect(refused).rejects.toThrow(said);
  });
});
