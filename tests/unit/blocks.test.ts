import fc from 'fast-check';
import * as parse5 from 'parse5';
import { describe, expect, test } from 'vitest';
import { paragraphsOf } from '../../src/core/originality/words.ts';
import { blockMark, blockText } from '../../src/core/text/block-mark.ts';
import { scanBlocks } from '../../src/core/text/block-scan.ts';
import { withoutBlockMarks } from '../../src/core/text/block-words.ts';
import { BLOCKS, type BlockName, blockOf } from '../../src/core/text/blocks.ts';
import { normalizedText } from '../../src/core/text/plain.ts';
import { videoId } from '../../src/core/text/video.ts';
import { editionOf } from '../../src/core/view/edition.ts';
import { fileNote } from '../../src/core/view/file-note.ts';
import { relatedProcedure } from '../../src/core/view/related-procedure.ts';
import { inspectBody, renderBody } from '../../src/markdown/body.ts';
import { passagesOf } from '../../src/markdown/passages.ts';
import { loadWard } from '../../src/reader/ward.ts';
import { runs } from '../support/arbitrary-ward.ts';
import { makeWard } from '../support/broken-wards.ts';

const NAMES = Object.keys(BLOCKS) as BlockName[];
const media = new Map([
  ['to-khai.pdf', { src: '/tep/1/to-khai.pdf', size: 1_258_291 }],
  ['anh.jpg', { src: '/tep/anh.webp', attributes: { width: 640, height: 480 } }],
]);
const procedure = (code: string) => ({
  label: 'Đăng ký khai sinh',
  address: `/thu-tuc/khai-sinh/#${code}`,
  tag: { kind: 'amended' as const, text: 'Sửa đổi' },
  note: `Mã ${code}.`,
});
const render = (markdown: string) =>
  renderBody(
    markdown,
    (path) => media.get(path),
    (address) => `/cchc${address}`,
    procedure,
  ).html;
const codes = (markdown: string) => inspectBody(markdown, 1, false).findings;

/** What a reader sees of a piece of HTML. */
function seen(html: string): string {
  const texts: string[] = [];
  const walk = (node: { nodeName: string; value?: string; childNodes?: never[] }) => {
    if (node.nodeName === '#text') texts.push(node.value ?? '');
    node.childNodes?.forEach(walk);
  };
  walk(parse5.parseFragment(html) as never);
  return texts.join('');
}

describe('the table of blocks', () => {
  test.each(NAMES)('%s: name, labels and an example that is accepted', (name) => {
    const { label, hint, attributes, content } = blockOf(name);
    expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
    for (const text of [
      label,
      hint,
      ...Object.values(attributes).flatMap((a) => [a.label, a.hint]),
    ])
      expect(text).toMatch(/^\p{Lu}.*[^.]$/u);
    const text = blockText(name, EXAMPLES[name], content?.start);
    expect(blockMark(text.split('\n')[0] ?? '')).toMatchObject({ name, faults: [] });
    expect(codes(`Trước.\n\n${text}\n\nSau.`)).toEqual([]);
  });
});

const EXAMPLES: Record<BlockName, Record<string, string>> = {
  'chu-y': {},
  'cac-buoc': { 'tieu-de': 'Cách nộp hồ sơ' },
  tep: { src: 'to-khai.pdf', ten: 'Tờ khai "đăng ký" {mẫu 1} & phụ lục' },
  video: { src: 'https://www.youtube.com/watch?v=aqz-KE-bpKQ', 'tieu-de': 'Hướng dẫn' },
  anh: { src: 'anh.jpg', alt: 'Người dân nộp hồ sơ', 'chu-thich': 'Tại quầy 1', nguon: 'Thu Hà' },
  bang: { 'tieu-de': 'Kết quả tháng 3' },
  'thu-tuc': { ma: '1.001193' },
};

describe('blocks on a page', () => {
  test.each<[string, string, string[]]>([
    [
      'chu-y',
      ':::chu-y\nMang *căn cước*.\n\n- a\n- b\n:::',
      [
        '<div class="block-note"><p class="block-title">Chú ý</p>',
        '<em>căn cước</em>',
        '<li>a</li>',
      ],
    ],
    [
      'cac-buoc',
      ':::cac-buoc{tieu-de="Cách nộp"}\n1. Mở trang.\n2. Nộp.\n:::',
      [
        '<div class="block-steps"><p class="block-title">Cách nộp</p>',
        '<ol>',
        '<li>Mở trang.</li>',
      ],
    ],
    [
      'tep',
      `::tep{src="to-khai.pdf" ten='Tờ khai "mẫu"'}`,
      [
        '<p class="block-file"><a href="/tep/1/to-khai.pdf">Tờ khai "mẫu"</a> <span class="soft">(PDF, 1,2 MB)</span></p>',
      ],
    ],
    [
      'video',
      '::video{src="https://youtu.be/aqz-KE-bpKQ?t=4" tieu-de="Nộp hồ sơ"}',
      [
        '<a href="https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ" target="_blank" rel="external noopener">Nộp hồ sơ</a>',
      ],
    ],
    [
      'anh',
      '::anh{src=anh.jpg alt="Quầy" chu-thich="Sáng thứ Hai." nguon="Thu Hà"}',
      [
        '<figure><img src="/tep/anh.webp" alt="Quầy" loading="lazy" decoding="async" width="640" height="480">',
        '<figcaption>Sáng thứ Hai. Ảnh: Thu Hà</figcaption>',
      ],
    ],
    [
      'bang, the fence right below the table',
      ':::bang{tieu-de="Tháng 3"}\n| Đơn vị | Bài |\n| --- | --: |\n| A | 2 |\n:::',
      [
        'tabindex="0" aria-label="Tháng 3"><table><caption>Tháng 3</caption>',
        '<th scope="col">Đơn vị</th>',
        '<td class="align-right">2</td>',
      ],
    ],
    [
      'thu-tuc',
      '::thu-tuc{ma=1.001193}',
      [
        '<span class="tag tag-amended">Sửa đổi</span> <a href="/cchc/thu-tuc/khai-sinh/#1.001193">Đăng ký khai sinh</a>',
        '<p class="soft">Mã 1.001193.</p>',
      ],
    ],
    [
      'a block in a block',
      '::::chu-y\n:::cac-buoc\n1. a\n:::\n::::',
      ['<div class="block-note">', '<div class="block-steps">'],
    ],
    [
      'a block in a list',
      '1. Tải tờ khai:\n   ::tep{src=to-khai.pdf ten="Tờ khai"}\n2. Nộp.',
      ['<a href="/tep/1/to-khai.pdf">', '<p>Nộp.</p>'],
    ],
    [
      'a footnote in a block',
      ':::chu-y\na[^1]\n:::\n\n[^1]: b',
      ['id="user-content-fnref-1"', 'id="user-content-fn-1"'],
    ],
    [
      'right below and above text',
      'Trước\n::tep{src=to-khai.pdf ten="Tờ"}\nSau',
      ['<p>Trước</p>', '<p>Sau</p>', 'class="block-file"'],
    ],
  ])('%s', (_name, markdown, parts) => {
    const html = render(markdown);
    for (const part of parts) expect(html).toContain(part);
    expect(html).not.toMatch(/:::|::|block-\d|data-block/);
    expect(codes(markdown)).toEqual([]);
  });

  test('a file that is not there leaves its name, a picture no hole', () => {
    expect(seen(render('::tep{src=b.pdf ten="Tờ"}'))).toBe('Tờ (PDF)');
    expect(render('::anh{src=b.jpg alt="Quầy"}')).toBe('');
  });

  test.each([
    ['an unknown name', ':::la\nx\n:::', 'block-unknown'],
    ['a blank after the colons', '::: chu-y\nx\n:::', 'block-unknown'],
    ['two colons for three', '::chu-y', 'block-unknown'],
    ['three colons for two', ':::tep{src=a.pdf ten=b}\n:::', 'block-unknown'],
    ['accents', ':::chú-ý\nx\n:::', 'block-unknown'],
    ['a quotation', '> ::tep{src=a.pdf ten=b}', 'block-unknown'],
    ['a fence alone', 'a\n\n:::', 'block-unknown'],
    ['never closed', ':::chu-y\nx\n\ny', 'block-open'],
    ['closed with too many colons', ':::chu-y\nx\n\n::::', 'block-open'],
    ['a value that is missing', '::tep{src=a.pdf}', 'block-attribute'],
    ['no values at all', '::video', 'block-attribute'],
    ['a value without its quotes', '::tep{src=a.pdf ten=Tờ khai}', 'block-attribute'],
    ['a value twice', '::tep{src=a.pdf src=b.pdf ten=c}', 'block-attribute'],
    ['a code that is none', '::thu-tuc{ma=1.0011}', 'block-attribute'],
    ['a value that is too long', `::tep{src=a.pdf ten="${'a'.repeat(301)}"}`, 'block-attribute'],
  ])('%s stays as it was typed', (_name, markdown, code) => {
    expect(codes(markdown)[0]).toMatchObject({ code, line: markdown.startsWith('a') ? 3 : 1 });
    const kept = seen(render(markdown)).replace(/\s+/g, ' ').trim();
    expect(kept).toBe(markdown.replace(/^> /, '').replace(/\s+/g, ' '));
  });

  test.each([
    [':::chu-y\n:::', 'nội dung'],
    [':::cac-buoc\n- a\n:::', 'danh sách đánh số'],
    [':::bang{tieu-de=a}\nb\n:::', 'bảng'],
  ])('%j lacks something', (markdown, detail) => {
    expect(codes(markdown)).toMatchObject([{ code: 'block-content', detail, line: 1 }]);
  });

  test('a picture without words is named as everywhere', () => {
    expect(codes('a\n\n::anh{src=anh.jpg}')).toEqual([
      { code: 'alt-missing', value: 'anh.jpg', line: 3 },
    ]);
  });

  test('code is not looked into', () => {
    const markdown = '```\n::tep{src=a}\n:::chu-y\n```\n\n~~~\n:::\n~~~';
    expect(codes(markdown)).toEqual([]);
    expect(seen(render(markdown))).toContain('::tep{src=a}\n:::chu-y');
  });

  test('files, pictures and procedures of blocks are told to the checks', () => {
    const body = inspectBody(
      '::tep{src=a.pdf ten=b}\n\n::anh{src=c.jpg alt=d}\n\n::thu-tuc{ma=1.001193}',
      10,
      false,
    );
    expect(body.media).toEqual(['a.pdf', 'c.jpg']);
    expect(body.procedures).toEqual([{ code: '1.001193', line: 14 }]);
  });
});

describe('blocks as text', () => {
  const markdown = [
    'Trước.',
    '',
    ...NAMES.map((name) => blockText(name, EXAMPLES[name], blockOf(name).content?.start)),
    '',
    'Sau.',
  ].join('\n\n');

  test('what they say stays, their marks and addresses go', () => {
    const text = withoutBlockMarks(markdown);
    for (const words of [
      'Cách nộp hồ sơ',
      'Tờ khai "đăng ký" {mẫu 1} & phụ lục',
      'Hướng dẫn',
      'Tại quầy 1',
      'Kết quả tháng 3',
      '1. Bước thứ nhất',
      'Trước.',
      'Sau.',
    ])
      expect(text).toContain(words);
    expect(text).not.toMatch(/::|to-khai\.pdf|youtube|tieu-de/);
    expect(paragraphsOf(markdown)).toContain('Tại quầy 1');
    expect(normalizedText('::tep{src="a.pdf" ten="Tờ khai"}')).toBe('tờ khai');
  });

  test('listeners hear titles and texts of blocks, not files and pictures', () => {
    const heard = passagesOf(markdown).map((one) => ('text' in one ? one.text : one.kind));
    expect(heard).toEqual(
      expect.arrayContaining(['Cách nộp hồ sơ', 'Bước thứ nhất', 'Kết quả tháng 3', 'table']),
    );
    expect(heard.join(' ')).not.toMatch(/::|Tờ khai|Hướng dẫn|Tại quầy|1\.001193/);
  });

  test('a text without blocks is the same text', () => {
    expect(withoutBlockMarks('a :: b\n::la\n')).toBe('a :: b\n::la\n');
  });
});

describe('written and read back', () => {
  const value = fc
    .string({ unit: 'grapheme', maxLength: 60 })
    .map((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim());

  test('any words come back as they were', () => {
    fc.assert(
      fc.property(value, value, (label, title) => {
        expect(blockMark(blockText('tep', { src: 'a.pdf', ten: label }))?.values['ten'] ?? '').toBe(
          label,
        );
        const text = blockText('chu-y', { 'tieu-de': title }, 'Chữ.');
        expect(scanBlocks(text)).toMatchObject({ blocks: [{ first: 0 }], strays: [] });
        expect(seen(render(text))).toContain(title || 'Chú ý');
      }),
      runs(200),
    );
  });

  test('ordinary text with colons is never eaten', () => {
    const word = fc.constantFrom(
      '7:30',
      'Thông báo:Về',
      ':',
      '::',
      ':::',
      '::::',
      ':a',
      'a:',
      '::tep',
      ':::chu-y',
      ':::la',
      'https://a.vn:8080',
      '{src=a.pdf}',
      '{ma="1"}',
      ':x[y]{z=t}',
      'chữ',
      '3:2:1',
      'Độc lập',
    );
    const line = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 8 }),
        fc.constantFrom('\n', '\n\n'),
        (lines, between) => {
          const markdown = lines.join(between);
          const inBlock = new Set(
            scanBlocks(markdown)
              .blocks.filter(({ faults }) => faults.length === 0)
              .flatMap(({ first, last }) => [first, last]),
          );
          const typed = markdown
            .split('\n')
            .filter((_, at) => !inBlock.has(at))
            .join('')
            .replace(/\s+/g, '');
          expect(seen(render(markdown)).replace(/Chú ý/g, '').replace(/\s+/g, '')).toBe(typed);
        },
      ),
      runs(500),
    );
  });
});

test.each([
  ['https://www.youtube.com/watch?v=aqz-KE-bpKQ', 'aqz-KE-bpKQ'],
  ['https://www.youtube.com/watch?list=PL1&v=aqz-KE-bpKQ&t=10s', 'aqz-KE-bpKQ'],
  ['https://youtu.be/aqz-KE-bpKQ?si=x_y', 'aqz-KE-bpKQ'],
  ['https://m.youtube.com/shorts/aqz-KE-bpKQ', 'aqz-KE-bpKQ'],
  ['https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ', 'aqz-KE-bpKQ'],
  ['http://youtu.be/aqz-KE-bpKQ', undefined],
  ['https://youtu.be.ke-xau.test/aqz-KE-bpKQ', undefined],
  ['https://youtu.be/ngan', undefined],
])('video %s', (address, id) => {
  expect(videoId(address)).toBe(id);
});

test.each([
  ['a.PDF', 0, 'PDF, 1 KB'],
  ['a.docx', 122_880, 'DOCX, 120 KB'],
  ['a.pdf', 2 * 1024 * 1024, 'PDF, 2 MB'],
  ['a.pdf', undefined, 'PDF'],
])('note of a file %s %s', (file, size, text) => {
  expect(fileNote(file, size)).toBe(text);
});

test('a procedure leads to its latest announcement, an unknown one to the national portal', async () => {
  await using ward = await makeWard();
  const { store } = await loadWard(ward.folder, { production: false });
  if (!store) throw new Error('The ward has errors');
  const edition = editionOf(store, '2026-05-20');
  expect(relatedProcedure(edition, '9.999901')).toEqual({
    label: 'Đăng ký lớp kỹ năng số',
    address: '/thu-tuc/dang-ky-lop-ky-nang-so/#thu-tuc-9-999901',
    tag: { kind: 'amended', text: 'Sửa đổi, bổ sung' },
    note: 'Mã 9.999901. Có hiệu lực từ 01/6/2026.',
  });
  expect(relatedProcedure(edition, '1.001193').address).toBe('https://dichvucong.gov.vn/');
});
