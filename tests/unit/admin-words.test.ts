import en from 'decap-cms-locales/dist/esm/en/index.js';
import vi from 'decap-cms-locales/dist/esm/vi/index.js';
import { describe, expect, test } from 'vitest';
import { savedReferences } from '../../admin/backend/references.ts';
import { blockComponent } from '../../admin/blocks/component.ts';
import { mendSources } from '../../admin/bundle/mended-sources.ts';
import { entryFormat } from '../../admin/entry/format.ts';
import { flat, type Phrases, vietnamese } from '../../admin/vietnamese/phrases.ts';
import { BLOCKS, type BlockName } from '../../src/core/text/blocks.ts';

const ours = new Map(flat(vietnamese(vi as Phrases)));
const english = flat(en as Phrases);
const places = (text: string) => [...new Set(text.match(/%\{\w+\}/g) ?? [])].sort();

describe('every phrase of Decap is Vietnamese', () => {
  test('none is missing', () => {
    expect(english.length).toBeGreaterThan(200);
    expect(english.filter(([name]) => !ours.has(name)).map(([name]) => name)).toEqual([]);
  });

  test('none asks for a value that Decap does not give', () => {
    const wrong = english.filter(([name, text]) => {
      const given = places(text);
      return places(ours.get(name) ?? '').some((place) => !given.includes(place));
    });
    expect(wrong.map(([name]) => name)).toEqual([]);
  });

  test('tones stand where the rest of the site puts them', () => {
    const old = [...ours].filter(([, text]) => /(?<![Qq])(oá|oà|uỷ|uý)(?!\p{L})/u.test(text));
    expect(old).toEqual([]);
  });
});

describe('words in the code of libraries', () => {
  const sources = [{ file: /a\.js$/, pairs: [['"No"', '"Không"']] as const }];

  test('are replaced in the file they stand in, and nowhere else', () => {
    const { transform, buildEnd } = mendSources(sources);
    expect(transform('f("No")', '/x/a.js?v=1')).toBe('f("Không")');
    expect(transform('f("No")', '/x/b.js')).toBeUndefined();
    expect(() => buildEnd()).not.toThrow();
  });

  test('that are gone stop the bundle', () => {
    const { transform, buildEnd } = mendSources(sources);
    transform('f("Nope")', '/x/a.js');
    expect(() => buildEnd()).toThrow('"No"');
  });
});

describe('blocks', () => {
  const values: Record<string, string> = {
    'tieu-de': 'Nói "rõ" & gọn {một}',
    src: 'bai/to-khai.pdf',
    ten: 'Tờ khai',
    alt: 'Ảnh',
    'chu-thich': 'Lễ ra mắt',
    nguon: 'Phường',
    ma: '1.001190',
    'noi dung': 'Đoạn một: 7:30.\n\n:::chu-y\nTrong\n:::\n\nĐoạn hai',
  };

  const NAMES = Object.keys(BLOCKS) as BlockName[];

  test.each(NAMES)('%s is recognised again, with what it holds', (name) => {
    const component = blockComponent(name);
    const text = component.toBlock(values);
    const match = component.pattern.exec(`${text}\n\nĐoạn sau`);
    expect(match?.[0]).toBe(text);
    const names = component.fields.map((field) => field.name);
    const expected = Object.fromEntries(names.map((one) => [one, values[one]]));
    expect(component.fromBlock(match as RegExpMatchArray)).toEqual(expected);
  });

  test('a value that cannot be read in full leaves the block as text', () => {
    expect(blockComponent('tep').pattern.test('::tep{src=a.pdf ten=Tờ khai}')).toBe(false);
  });

  test.each(['Lúc 7:30', 'Thông báo:Về việc', '::khac', ':::chu-yyy\nx\n:::', 'https://a.vn:8080'])(
    '%j is no block',
    (text) => {
      expect(NAMES.filter((name) => blockComponent(name).pattern.test(text))).toEqual([]);
    },
  );
});

test('files that come with a new entry are referred to by the folder they will lie in', () => {
  const format = entryFormat('articles', { today: '2026-10-20', departmentNames: new Map() });
  const raw = [
    '---',
    'title: Bài anh.jpg',
    'image:',
    '  src: anh.jpg',
    'attachments:',
    '  - label: anh.jpg',
    '    file: mau.pdf',
    '  - label: Cũ',
    '    file: /chung/cu.pdf',
    '---',
    '',
    'Ảnh ![anh.jpg](anh.jpg) và [mẫu](mau.pdf), chữ anh.jpg',
    '',
    '::tep{src="mau.pdf" ten="Mẫu"}',
    '',
  ].join('\n');
  const saved = savedReferences(raw, {
    collection: 'articles',
    format,
    path: 'articles/2026/10/bai.md',
    names: new Set(['anh.jpg', 'mau.pdf']),
  });
  expect(saved).toBe(
    raw
      .replace('src: anh.jpg', 'src: bai/anh.jpg')
      .replace('file: mau.pdf', 'file: bai/mau.pdf')
      .replace('](anh.jpg)', '](bai/anh.jpg)')
      .replace('](mau.pdf)', '](bai/mau.pdf)')
      .replace('src="mau.pdf"', 'src="bai/mau.pdf"'),
  );
});
