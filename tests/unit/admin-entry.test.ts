import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { faultsOf } from '../../admin/entry/check.ts';
import { DERIVED } from '../../admin/entry/derived.ts';
import { entryFormat } from '../../admin/entry/format.ts';
import { Refusal } from '../../admin/entry/refusal.ts';
import { beforeSave, type SaveEvent, savedValues, type ValueMap } from '../../admin/entry/save.ts';
import { EDITED, type EditedCollection } from '../../admin/forms/collections.ts';
import { COLLECTIONS, type Collection } from '../../src/core/schema/collections.ts';
import { readEntry } from '../../src/reader/entry.ts';

const FACTS = { today: '2026-10-20', departmentNames: new Map([['vhxh', 'Phòng VH-XH']]) };
const CHOICES = { department: [{ value: 'vhxh', label: 'Phòng VH-XH' }], topic: [], task: [] };
const formats = Object.fromEntries(EDITED.map((name) => [name, entryFormat(name, FACTS)]));

/** Every file of the live ward that has a form, with the collection it belongs to. */
const FILES = EDITED.flatMap((name): [EditedCollection, string][] => {
  const { folder, file, extension }: Collection = COLLECTIONS[name];
  if (file) return readdirSync('src/content').includes(file) ? [[name, file]] : [];
  const names = readdirSync(path.join('src/content', folder ?? ''), { recursive: true });
  return names
    .map(String)
    .filter((one) => one.endsWith(extension))
    .map((one) => [name, `${folder}/${one}`]);
});

function read(file: string, text: string) {
  const result = readEntry(file, text);
  if (!('entry' in result)) throw new Error(`${file}: ${JSON.stringify(result.issues)}`);
  const { collection, data, body } = result.entry;
  return { value: COLLECTIONS[collection].schema.parse(data), body: body?.source.trim() ?? '' };
}

describe('a file that is opened and saved says the same', () => {
  test('there are files of most kinds', () => {
    expect(new Set(FILES.map(([name]) => name)).size).toBeGreaterThan(6);
    expect(FILES.length).toBeGreaterThan(60);
  });

  test.each(FILES)('%s %s', (name, file) => {
    const text = readFileSync(path.join('src/content', file), 'utf8');
    const opened = formats[name]?.fromFile(text) ?? {};
    const { data, body } = savedValues(name, opened);
    const saved = formats[name]?.toFile({ ...data, ...(body ? { body } : {}) }) ?? '';
    expect(read(file, saved)).toEqual(read(file, text));
    // Once in this form a file stays as it is.
    const again = savedValues(name, formats[name]?.fromFile(saved) ?? {});
    const { body: secondBody } = again;
    const second = { ...again.data, ...(secondBody ? { body: secondBody } : {}) };
    expect(formats[name]?.toFile(second)).toBe(saved);
  });
});

describe('what is written', () => {
  const write = (values: Record<string, unknown>) => {
    const { data, body } = savedValues('articles', values);
    return formats['articles']?.toFile({ ...data, ...(body ? { body } : {}) }) ?? '';
  };

  test('has no empty keys, no defaults of switches, no facts for lists, and is NFC', () => {
    const text = write({
      title: '  Phường ra mắt Đội 06 '.normalize('NFD'),
      date: '2026-10-19',
      department: 'vhxh',
      genre: 'brief',
      author: '',
      web: true,
      reviewBy: null,
      topics: [],
      image: { src: '', alt: '' },
      placements: [{ channel: 'zalo', sent: '2026-10-19', url: '', airings: [] }, {}],
      [DERIVED.states]: ' overdue ',
      body: 'Dòng\u00A0một\u200B  \n\n\n\nDòng hai ',
    });
    expect(text).toBe(
      [
        '---',
        'title: Phường ra mắt Đội 06',
        'date: 2026-10-19',
        'department: vhxh',
        'genre: brief',
        'placements:',
        '  - channel: zalo',
        '    sent: 2026-10-19',
        '---',
        '',
        'Dòng một',
        '',
        'Dòng hai',
        '',
      ].join('\n'),
    );
  });

  test('keeps what the form does not show', () => {
    const opened = formats['articles']?.fromFile(
      '---\ntitle: Bài đã gỡ khỏi trang\nwithdrawn:\n  date: 2026-10-01\n  reason: Sai số liệu\nsample: true\n---\n',
    );
    expect(write(opened ?? {})).toContain('withdrawn:\n  date: 2026-10-01\n  reason: Sai số liệu');
    expect(write(opened ?? {})).toContain('sample: true');
  });

  test.each([
    ['code: "1.001190"', 'code', '1.001190'],
    ['code: 1.001190', 'code', '1.001190'],
    ['time: 17:00', 'time', '17:00'],
    ['date: 2025-02-30', 'date', '2025-02-30'],
  ])('%s is read as it was typed', (line, key, value) => {
    expect(formats['articles']?.fromFile(`---\n${line}\n---\n`)[key]).toBe(value);
  });

  test('a switch is on in the form where it is on without a word in the file', () => {
    const { web, sample } = formats['articles']?.fromFile('---\ntitle: Bài\n---\n') ?? {};
    expect([web, sample]).toEqual([true, undefined]);
    expect(formats['articles']?.fromFile('---\nweb: false\n---\n')['web']).toBe(false);
    const duty = '- id: a\n    deadlines:\n      - period: 2026-Q1\n';
    expect(formats['plans']?.fromFile(`reportSchedule:\n  ${duty}`)).toMatchObject({
      reportSchedule: [{ id: 'a', deadlines: [{ period: '2026-Q1', inclusive: true }] }],
    });
    expect(write({ title: 'Bài', web })).not.toContain('web');
  });

  test.each([
    ['không có phần thông tin', 'chỉ có chữ'],
    ['Không đọc được dòng 3', '---\ntitle: a\ntitle: b\n---\n'],
  ])('a file that cannot be read is refused: %s', (message, text) => {
    expect(() => formats['articles']?.fromFile(text)).toThrow(message);
  });
});

describe('lists know', () => {
  const facts = (values: string) => formats['articles']?.fromFile(`---\n${values}\n---\n`) ?? {};

  test.each([
    ['date: 2026-10-21', ' scheduled '],
    ['date: 2026-10-20\nreviewBy: 2026-10-19', ' overdue '],
    ['date: 2026-10-20\nsample: true', ' sample '],
    ['date: 2026-10-20\nreviewBy: 2026-10-20', '  '],
  ])('the states of %j', (values, states) => {
    expect(facts(values)[DERIVED.states]).toBe(states);
  });

  test('channels and names of departments', () => {
    const found = facts('department: vhxh\nweb: false\nplacements:\n  - channel: loudspeaker');
    expect(found[DERIVED.channels]).toBe(' loudspeaker ');
    expect(found[DERIVED.departments]).toBe('Phòng VH-XH');
  });
});

/** Decap's map, as far as the hook uses it. */
function mapOf(values: Record<string, unknown>): ValueMap {
  return {
    toJS: () => values,
    clear: () => mapOf({}),
    merge: (more) => mapOf({ ...values, ...more }),
  };
}

async function save(collection: string, values: Record<string, unknown>) {
  const named: string[] = [];
  const hook = beforeSave(
    () => CHOICES,
    (faults) => named.push(...faults.map(({ where }) => where)),
  );
  const get = (key: string) => (key === 'data' ? mapOf(values) : collection);
  const saved = hook({ entry: { get } } as SaveEvent).then((map) => map.toJS());
  return { saved, named };
}

describe('the last look before a save', () => {
  const good = { title: 'Một bài đủ mục', date: '2026-10-19', department: 'vhxh', genre: 'brief' };

  test('passes what the schema takes', async () => {
    const { saved, named } = await save('articles', { ...good, author: '', body: ' Nội dung ' });
    expect(await saved).toEqual({ ...good, body: 'Nội dung' });
    expect(named).toEqual([]);
  });

  test('refuses everything at once, in Vietnamese, naming the fields', async () => {
    const { saved, named } = await save('articles', {
      ...good,
      title: 'Ngắn',
      department: 'khong-co',
      placements: [{ channel: 'radio' }],
      body: 'Xem ![](file:///C:/anh.png)',
    });
    const refusal = await saved.catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Refusal);
    expect(String(refusal)).toMatch(/^Chưa lưu, còn 4 chỗ cần sửa\. \(1\) /);
    expect(String(refusal)).toContain('file:///C:/anh.png');
    expect(named).toEqual([
      'Tên bài',
      'Gửi, đăng, phát nơi khác › mục 1 › Kênh',
      'Đơn vị',
      'Nội dung',
    ]);
  });

  test.each([
    [
      'plans',
      { title: 'Kế hoạch tuyên truyền', year: 2026, issuer: 'UBND phường' },
      'Ngày ban hành',
    ],
    ['activities', { title: 'Tập huấn viết tin', kind: 'training', department: 'vhxh' }, 'Ngày'],
  ] as const)('%s: rules between fields', (name, values, where) => {
    expect(faultsOf(name, values, CHOICES).map((fault) => fault.where)).toContain(where);
  });
});
