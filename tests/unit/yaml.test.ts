import { describe, expect, test } from 'vitest';
import type { RawEntry } from '../../src/core/store/raw.ts';
import { collectionOf, readEntry } from '../../src/reader/entry.ts';
import { lineFinder, parseYaml } from '../../src/reader/yaml.ts';

const data = (text: string) => {
  const parsed = parseYaml(text);
  if ('fault' in parsed) throw new Error(`line ${parsed.fault.line}: ${parsed.fault.reason}`);
  return parsed.data;
};

const fault = (text: string) => {
  const parsed = parseYaml(text);
  return 'fault' in parsed ? parsed.fault : undefined;
};

const entry = (file: string, text: string): RawEntry => {
  const read = readEntry(file, text);
  if (!('entry' in read)) throw new Error(JSON.stringify(read.issues));
  return read.entry;
};

describe('a value is the text that was typed', () => {
  test.each([
    ['2025-02-30'],
    ['2026-03-06'],
    ['1.001190'],
    ['9.999900'],
    ['yes'],
    ['No'],
    ['on'],
    ['true'],
    ['FALSE'],
    ['0123'],
    ['0o17'],
    ['0x1F'],
    ['1e3'],
    ['1_000'],
    ['12'],
    ['-7'],
    ['.5'],
    ['.inf'],
    ['.NaN'],
    ['07:30'],
    ['17:00'],
    ['2026-W09'],
    ['58/KH-UBND'],
    ['nullable'],
  ])('%s', (typed) => {
    expect(data(`value: ${typed}`)).toEqual({ value: typed });
    expect(data(`value: "${typed}"`)).toEqual({ value: typed });
    expect(data(`- ${typed}`)).toEqual([typed]);
  });

  test('quotes keep what would be taken for nothing', () => {
    expect(data('a: "null"\nb: \'~\'')).toEqual({ a: 'null', b: '~' });
  });

  test('a date given as a key stays text', () => {
    expect(data('2026-03-06: x\n1.10: y')).toEqual({ '2026-03-06': 'x', '1.10': 'y' });
  });

  test('Vietnamese letters, folded and literal blocks', () => {
    expect(data('a: Đổi mới\nb: >-\n  một\n  hai\nc: |\n  một\n  hai\n')).toEqual({
      a: 'Đổi mới',
      b: 'một hai',
      c: 'một\nhai\n',
    });
  });
});

describe('blank means absent', () => {
  test.each(['', '~', 'null', 'Null', 'NULL', '""', "''", '"  "', '[]', '{}', '[null, ""]'])(
    'value: %s',
    (typed) => {
      expect(data(`value: ${typed}\nkept: x`)).toEqual({ kept: 'x' });
    },
  );

  test('a map or list of blanks is blank, at any depth', () => {
    expect(data('image: { src: "", alt: null }\nkept: [a, "", b]')).toEqual({ kept: ['a', 'b'] });
    expect(data('list:\n  - { a: "", b: [{ c: ~ }] }\n  - { a: x, b: "" }')).toEqual({
      list: [{ a: 'x' }],
    });
  });

  test.each(['', '  \n', '# chỉ có lời ghi chú\n', '---\n', 'null', '{ a: "" }'])(
    'a text with nothing in it: %j',
    (text) => {
      expect(data(text)).toEqual({});
    },
  );
});

describe('what is refused', () => {
  test.each([
    ['an alias', 'a: &x 1\nb: *x\n', 2],
    ['a merge', 'a: &x { b: 1 }\nc:\n  <<: *x\n', 3],
    ['a key twice', 'title: a\ndate: b\ntitle: c\n', 3],
    ['a key twice, deeper', 'a:\n  - b: 1\n    b: 2\n', 3],
    ['a colon in plain text', 'title: Thông báo: lịch\n', 1],
    ['a bracket left open', 'a: 1\nb: [c, d\n', 3],
    ['a tab for indent', 'a:\n\tb: 1\n', 2],
    ['a tag of a program', 'a: !!js/function "x"\n', 1],
    ['a tag of another schema', 'a: !!int 1\n', 1],
    ['a second document', 'a: 1\n---\nb: 2\n', 1],
  ])('%s', (_name, text, line) => {
    expect(fault(text)).toEqual({ reason: expect.stringMatching(/\w/), line });
  });

  test('many aliases never grow', () => {
    const bomb = Array.from({ length: 30 }, (_, at) =>
      at === 0 ? 'a0: &a0 [x, x]' : `a${at}: &a${at} [*a${at - 1}, *a${at - 1}]`,
    );
    expect(fault(bomb.join('\n'))?.line).toBe(2);
  });

  test('a key named __proto__ changes no other object', () => {
    data('__proto__: { polluted: yes }');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('the line of a field', () => {
  const TEXT = `# lời ghi chú
title: Lịch
"date": 2026-03-02

fields: [tthc, cong-vu]
image: { src: a.jpg,
  alt: Ảnh }
placements:
  # kênh thứ nhất
  - channel: loudspeaker
    airings:
      - date: 2026-03-12
        time: "17:00"
      -
        date: 2026-03-13
  - sent: 2026-03-12

    channel: facebook
matrix:
  - - a
    - b
  - [c,
     d]
summary: >-
  title: không phải mục
  - không phải dòng
last: x
`;

  test.each([
    ['title', 2],
    ['date', 3],
    ['fields', 5],
    ['fields.0', 5],
    ['fields.1', 5],
    ['image', 6],
    ['image.src', 6],
    ['image.alt', 7],
    ['placements', 8],
    ['placements.0', 10],
    ['placements.0.channel', 10],
    ['placements.0.airings', 11],
    ['placements.0.airings.0', 12],
    ['placements.0.airings.0.date', 12],
    ['placements.0.airings.0.time', 13],
    ['placements.0.airings.1.date', 15],
    ['placements.1', 16],
    ['placements.1.sent', 16],
    ['placements.1.channel', 18],
    ['matrix.0.0', 20],
    ['matrix.0.1', 21],
    ['matrix.1.0', 22],
    ['matrix.1.1', 23],
    ['summary', 24],
    ['last', 27],
  ])('%s stands on line %i', (path, line) => {
    const steps = path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
    expect(lineFinder(TEXT)(steps)).toBe(line);
  });

  test('a field that is not there has the line of the nearest one around it', () => {
    const find = lineFinder(TEXT);
    expect(find(['placements', 1, 'airings', 0, 'date'])).toBe(16);
    expect(find(['placements', 7, 'channel'])).toBe(8);
    expect(find(['image', 'credit'])).toBe(6);
    expect(find(['author'])).toBeUndefined();
    expect(find([])).toBeUndefined();
  });
});

describe('readEntry', () => {
  const ARTICLE = 'articles/2026/03/lich.md';

  test('brings everything to NFC', () => {
    const text = '---\ntitle: Đổi mới ở Uông Bí\n---\nHồ sơ trực tuyến.\n';
    const read = entry(ARTICLE, text.normalize('NFD'));
    expect(read.data).toEqual({ title: 'Đổi mới ở Uông Bí' });
    expect(read.body?.source).toBe('Hồ sơ trực tuyến.\n');
    expect(read.body?.textKey).toBe(entry(ARTICLE, text).body?.textKey);
  });

  test.each([
    ['\n', ''],
    ['\r\n', ''],
    ['\r', ''],
    ['\r\n', '\uFEFF'],
    ['\n', '\uFEFF'],
  ])('line ends %j after %j change nothing', (end, mark) => {
    const lines = [
      '---',
      'title: Lịch',
      'place: |',
      '  một',
      '  hai',
      'date: x',
      '---',
      'A',
      '',
      'B',
    ];
    const read = entry(ARTICLE, `${mark}${lines.join(end)}`);
    expect(read.data).toEqual({ title: 'Lịch', place: 'một\nhai\n', date: 'x' });
    expect(read.body?.source).toBe('A\n\nB');
    expect(read.body?.startLine).toBe(8);
    expect(read.lineOf(['date'])).toBe(6);
  });

  test('lines of front matter and body are lines of the file', () => {
    const read = entry(ARTICLE, '---\ntitle: Lịch\nimage:\n  src: a.jpg\n---\n\n# Đề mục\n');
    expect(read.lineOf(['image', 'src'])).toBe(4);
    expect(read.lineOf(['image', 'alt'])).toBe(3);
    expect(read.lineOf(['department'])).toBe(2);
    expect(read.body?.findings).toEqual([{ code: 'heading-level', value: 'Đề mục', line: 7 }]);
  });

  test('a YAML file has no body and its lines start at 1', () => {
    const read = entry('plans/kh-2026.yaml', 'year: 2026\ntasks:\n  - no: "1"\n');
    expect(read).toMatchObject({ collection: 'plans', id: 'kh-2026' });
    expect(read.body).toBeUndefined();
    expect(read.lineOf(['tasks', 0, 'no'])).toBe(3);
  });

  test('three dashes later on belong to the body', () => {
    const read = entry(ARTICLE, '---\ntitle: Lịch\n---\nA\n\n---\n\nB\n');
    expect(read.data).toEqual({ title: 'Lịch' });
    expect(read.body?.source).toBe('A\n\n---\n\nB\n');
  });

  test('a body may be empty, and the last line may lack its end', () => {
    const read = entry(ARTICLE, '---\ntitle: Lịch\n---');
    expect(read.body).toMatchObject({ source: '', textKey: '', findings: [], media: [] });
  });

  test.each([
    'Không có phần đầu.',
    '',
    '\n---\ntitle: Lịch\n---\n',
    '---\ntitle: Lịch\n',
    '----\na: b\n---\n',
  ])('front matter is missing: %j', (text) => {
    expect(readEntry(ARTICLE, text)).toEqual({
      issues: [expect.objectContaining({ code: 'front-matter-missing', file: ARTICLE, line: 1 })],
    });
  });

  test('a fault of the YAML names the line of the file', () => {
    expect(readEntry(ARTICLE, '---\na: 1\nb: 2\na: 3\n---\n')).toEqual({
      issues: [expect.objectContaining({ code: 'yaml-invalid', line: 4 })],
    });
    expect(readEntry('ward.yaml', 'a: 1\na: 2\n')).toEqual({
      issues: [expect.objectContaining({ code: 'yaml-invalid', line: 2 })],
    });
  });

  test('a blank item of a list does not move the lines of the items after it', () => {
    const text = '---\nplacements:\n  - channel: ""\n  - channel: loa\n  - channel: đài\n---\n';
    const read = entry(ARTICLE, text);
    expect(read.data).toEqual({ placements: [{ channel: 'loa' }, { channel: 'đài' }] });
    expect(read.lineOf(['placements', 0, 'channel'])).toBe(4);
    expect(read.lineOf(['placements', 1, 'channel'])).toBe(5);
  });
});

describe('collectionOf', () => {
  test.each([
    ['ward.yaml', 'ward', 'ward'],
    ['departments.yaml', 'departments', 'departments'],
    ['indices.yaml', 'indices', 'indices'],
    ['late-files.yaml', 'lateFiles', 'lateFiles'],
    ['articles/2026/03/lich.md', 'articles', '2026/03/lich'],
    ['practices/mau.md', 'practices', 'mau'],
    ['procedure-changes/mau.md', 'procedureChanges', 'mau'],
    ['activities/mau.md', 'activities', 'mau'],
    ['questions/mau.md', 'questions', 'mau'],
    ['plans/kh.yaml', 'plans', 'kh'],
    ['pages/lien-he.mdx', 'pages', 'lien-he'],
    ['closings/2026-03.yaml', 'closings', '2026-03'],
  ])('%s', (file, name, id) => {
    expect(collectionOf(file)).toEqual({ name, id });
  });

  test.each([
    'readme.md',
    'articles/a.mdx',
    'plans/a.yml',
    'pages/a.md',
    'a/ward.yaml',
    'articles.md',
  ])('%s is no content', (file) => {
    expect(collectionOf(file)).toBeUndefined();
  });
});
