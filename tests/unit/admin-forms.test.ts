import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { decapCollections, EDITED } from '../../admin/forms/collections.ts';
import { lengthBounds, numberBounds, patternOf } from '../../admin/forms/constraint.ts';
import type { DecapField } from '../../admin/forms/decap-field.ts';
import { mayBeAbsent } from '../../admin/forms/field.ts';
import { itemNames } from '../../admin/forms/item-names.ts';
import { COLLECTIONS, type Collection } from '../../src/core/schema/collections.ts';
import { itemOf, metaOf, shapeOf, unwrap } from '../../src/core/schema/walk.ts';

const CHOICES = {
  department: [{ value: 'vhxh', label: 'Phòng Văn hóa - Xã hội' }],
  member: [{ value: 'group:phong', label: 'Nhóm: Các phòng' }],
  topic: [{ value: 'dich-vu-cong', label: 'Dịch vụ công' }],
  task: [{ value: '58/1', label: '58/KH-UBND, 1' }],
  plan: [{ value: '58', label: '58/KH-UBND' }],
};
const collections = decapCollections(CHOICES);

interface Pair {
  where: string;
  schema: z.ZodType;
  field: DecapField | undefined;
  /** Whether it stands in a group that may be left empty as a whole. */
  loose: boolean;
}

/** Every field of a schema beside the field of the form that should be its own. */
function* pairs(
  where: string,
  schema: z.ZodType,
  fields: readonly DecapField[],
  loose = false,
): Generator<Pair> {
  for (const [name, inner] of Object.entries(shapeOf(schema))) {
    const field = fields.find((one) => one.name === name);
    const here = `${where}.${name}`;
    yield { where: here, schema: inner, field, loose };
    const item = itemOf(inner);
    const group = item ?? inner;
    const optional = !item && (loose || mayBeAbsent(inner));
    if (field?.fields && Object.keys(shapeOf(group)).length > 0) {
      yield* pairs(here, unwrap(group), field.fields, optional);
    }
  }
}

const all = EDITED.flatMap((name) => {
  const collection = collections.find((one) => one.name === name);
  const fields = collection?.fields ?? collection?.files?.[0]?.fields ?? [];
  return [...pairs(name, (COLLECTIONS[name] as Collection).schema, fields)];
});
const withField = all.filter(({ field }) => field !== undefined) as (Pair & {
  field: DecapField;
})[];

describe('the form and the schema are one', () => {
  test('there is something to compare', () => {
    expect(all.length).toBeGreaterThan(200);
  });

  test('every kind of content has a form, but what programs write', () => {
    const formless = Object.keys(COLLECTIONS).filter((name) => !EDITED.some((one) => one === name));
    expect(formless.sort()).toEqual(['closings', 'linkCheck']);
  });

  test('every field of a schema is in its form, or says that it is settled elsewhere', () => {
    const missing = all.filter(({ schema, field }) => !field === !metaOf(schema).formless);
    expect(missing.map(({ where }) => where)).toEqual([]);
  });

  test('no form has a field of its own but the body', () => {
    const extra = EDITED.flatMap((name) => {
      const collection = collections.find((one) => one.name === name);
      const known = Object.keys(shapeOf((COLLECTIONS[name] as Collection).schema));
      return (collection?.fields ?? []).filter((one) => !known.includes(one.name));
    });
    expect([...new Set(extra.map(({ name }) => name))]).toEqual(['body']);
  });

  test.each([
    [
      'names',
      ({ schema, field }: (typeof withField)[number]) =>
        field.label === metaOf(schema).label && field.hint === metaOf(schema).hint,
    ],
    [
      'what is required',
      ({ schema, field, loose }: (typeof withField)[number]) =>
        field.required === (!loose && !mayBeAbsent(schema)),
    ],
    [
      'choices',
      ({ schema, field }: (typeof withField)[number]) => {
        const options = metaOf(schema).options ?? metaOf(itemOf(schema) ?? schema).options;
        if (!options) return true;
        const shown = (field.options ?? []).map(({ value, label }) => [value, label]);
        return JSON.stringify(shown) === JSON.stringify(Object.entries(options));
      },
    ],
    [
      'what it points to',
      ({ schema, field }: (typeof withField)[number]) => {
        const relation = metaOf(itemOf(schema) ?? schema).relation;
        const known = relation && (CHOICES as Record<string, unknown>)[relation];
        return !known || field.options === known;
      },
    ],
    [
      'several or one',
      ({ schema, field }: (typeof withField)[number]) =>
        (itemOf(schema) !== undefined) === (field.multiple === true || field.widget === 'list'),
    ],
    [
      'least and most',
      ({ schema, field }: (typeof withField)[number]) => {
        const inner = unwrap(schema);
        if (inner instanceof z.ZodNumber) {
          const { min, max } = numberBounds(schema);
          return field.min === min && field.max === max;
        }
        return !(inner instanceof z.ZodArray) || field.min === lengthBounds(schema).min;
      },
    ],
    [
      'patterns',
      ({ schema, field }: (typeof withField)[number]) => {
        const typed = field.widget === 'string' || field.widget === 'text';
        const wanted = patternOf(schema);
        return !typed || !wanted || field.pattern?.[0].source === wanted[0].source;
      },
    ],
    [
      'dates as dates',
      ({ schema, field }: (typeof withField)[number]) =>
        (metaOf(schema).input === 'date') === (field.widget === 'datetime'),
    ],
  ] as const)('%s are the same', (_, holds) => {
    expect(withField.filter((pair) => !holds(pair)).map(({ where }) => where)).toEqual([]);
  });

  test('every label, hint and message is Vietnamese or a code', () => {
    const texts = withField.flatMap(({ field }) => [field.label, field.hint, field.pattern?.[1]]);
    const english = texts.filter((text) => text && /\b(the|must|field|value|is|of)\b/.test(text));
    expect(english).toEqual([]);
  });
});

test('a folded item shows names and dates as people write them', () => {
  const fields: DecapField[] = [
    {
      name: 'channel',
      label: 'Kênh',
      widget: 'select',
      required: true,
      options: [{ value: 'web', label: 'Trang' }],
    },
    { name: 'sent', label: 'Ngày', widget: 'datetime', required: true },
    { name: 'to', label: 'Nơi', widget: 'select', required: false, options: CHOICES.department },
    { name: 'note', label: 'Ghi chú', widget: 'string', required: false },
  ];
  const values = { channel: 'web', sent: '2026-03-06', to: ['vhxh', 'la'], note: '2026-03-06' };
  expect(itemNames(values, fields)).toEqual({
    channel: 'Trang',
    sent: '06/3/2026',
    to: 'Phòng Văn hóa - Xã hội, la',
    note: '2026-03-06',
  });
  expect(itemNames({ sent: '2026-02-30' }, fields)).toEqual({ sent: '2026-02-30' });
});

describe('a pattern takes what the schema takes', () => {
  const samples: Record<string, string[]> = {
    'articles.title': ['Phường đổi mới', 'x'.repeat(160), 'ngắn', 'x'.repeat(161)],
    'departments.departments.id': ['vhxh', 'trung-tam-hcc', 'Văn-hóa', 'a--b'],
    'departments.departments.email': ['vhxh@uongbi.gov.vn', 'vhxh', 'vhxh@'],
    'plans.number': ['58/KH-UBND', '45-CTr/TU', '66.18/2026/NQ-CP', '58/kh-ubnd', 'Số 58'],
    'plans.issuedMonth': ['2026-01', 'tháng 1'],
    'plans.quotas.from': ['2026-03', '2026-Q3', '2026-W09', '2026-9M', '2026', 'quý 3'],
    'ward.accent': ['#8a1c1c', '#8A1C1C', 'đỏ'],
    'ward.portal': ['https://uongbi.quangninh.gov.vn/', 'uongbi.quangninh.gov.vn'],
    'procedureChanges.procedures.code': ['1.001193', '1001193', '0.001193'],
    'articles.placements.airings.time': ['17:00', '7:30', '25:00'],
  };
  test.each(Object.entries(samples))('%s', (where, values) => {
    const pair = withField.find((one) => one.where === where);
    const [pattern] = pair?.field.pattern ?? [];
    const verdicts = (accepts: (value: string) => boolean) => values.map(accepts);
    expect(verdicts((value) => pattern?.test(value) ?? false)).toEqual(
      verdicts((value) => pair?.schema.safeParse(value).success ?? false),
    );
  });
});

describe('a collection offers what the person may do', () => {
  const offered = (rights?: Parameters<typeof decapCollections>[1]) =>
    decapCollections(CHOICES, rights).map(({ publish, review, hide }) => [publish, review, hide]);

  test('everything where nobody tells of rights', () => {
    expect(offered()).toEqual(EDITED.map(() => [true, true, false]));
  });

  test('each kind of content by its own', () => {
    const rights = {
      articles: { write: true, review: false, publish: false },
      plans: { write: false, review: true, publish: true },
    };
    const [articles] = offered({ rights });
    expect(articles).toEqual([false, false, false]);
    expect(offered({ rights })[EDITED.indexOf('plans')]).toEqual([true, true, true]);
  });
});
