import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { COLLECTIONS, type Collection } from '../../src/core/schema/collections.ts';
import type { Relation } from '../../src/core/schema/field.ts';
import { CHANNELS, GENRES } from '../../src/core/schema/vocabulary.ts';
import {
  fieldAt,
  itemOf,
  labelAt,
  metaOf,
  referencesIn,
  shapeOf,
  unwrap,
} from '../../src/core/schema/walk.ts';

/** A field of a schema and the path to it, `[]` for the items of a list. */
interface Found {
  path: string;
  field: z.ZodType;
}

/** Every field below a schema, also those of the items of lists. */
function* fieldsOf(schema: z.ZodType, path: string): Generator<Found> {
  const item = itemOf(schema);
  if (item) yield* fieldsOf(item, `${path}[]`);
  for (const [name, field] of Object.entries(shapeOf(schema))) {
    const at = `${path}.${name}`;
    yield { path: at, field };
    yield* fieldsOf(field, at);
  }
}

const FIELDS: readonly Found[] = (Object.entries(COLLECTIONS) as [string, Collection][]).flatMap(
  ([name, { schema }]) => [...fieldsOf(schema, name)],
);

const MARKED = /[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]/i;
/** Words that no Vietnamese label holds and few English ones lack. */
const ENGLISH = /\b(the|of|and|or|is|are|when|where|which|with|that|for|from|date|name|title)\b/i;
/** Vietnamese without a mark. */
const UNMARKED = ['Sau'];
/** Names of things that are the same in both languages. */
const NAMES_ONLY = ['PAR INDEX, SIPAS, PAPI, CGI …'];

describe('every field explains itself', () => {
  test('the walk reaches the fields of all schemas, also inside lists', () => {
    const paths = FIELDS.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining([
        'ward.upperPortal.url',
        'departments.groups[].members[].from',
        'articles.placements[].airings[].minutes',
        'articles.origin.source.note',
        'procedureChanges.procedures[].changes[].after',
        'plans.quotas[].conditions.activityKinds',
        'plans.quotas[].alternatives[].conditions.new',
        'plans.conflicts[].quotes[].where',
        'closings.tallies[].counted[].url',
      ]),
    );
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths.length).toBeGreaterThan(250);
  });

  test.each(FIELDS)('$path', ({ field }) => {
    const { label = '', hint = '', description = '' } = metaOf(field);

    expect(label).toMatch(/^\p{Lu}/u);
    expect(label.length).toBeLessThanOrEqual(45);
    expect(label).not.toMatch(/[.:]$/);
    expect(label).not.toMatch(ENGLISH);

    expect(hint).toMatch(/^\p{Lu}/u);
    if (!UNMARKED.includes(label)) expect(label).toMatch(MARKED);
    if (!NAMES_ONLY.includes(hint)) expect(hint).toMatch(MARKED);
    expect(hint).not.toMatch(/[.]$/);

    const said = description.replace(/`[^`]*`|\([^)]*\)|«[^»]*»/g, '');
    expect(description).toMatch(/^[`\p{Lu}].*\.$/u);
    expect(said).not.toMatch(MARKED);
  });

  test('labels of one form tell its fields apart', () => {
    for (const { path, field } of FIELDS) {
      const labels = Object.values(shapeOf(itemOf(field) ?? field)).map((one) => metaOf(one).label);
      expect(new Set(labels).size, path).toBe(labels.length);
    }
    for (const [name, { schema }] of Object.entries(COLLECTIONS) as [string, Collection][]) {
      const labels = Object.values(shapeOf(schema)).map((one) => metaOf(one).label);
      expect(new Set(labels).size, name).toBe(labels.length);
    }
  });

  test('a choice has a Vietnamese name for each of its values', () => {
    for (const { path, field } of FIELDS) {
      const inner = unwrap(itemOf(field) ?? field);
      if (!(inner instanceof z.ZodEnum)) continue;
      const { options = {} } = metaOf(itemOf(field) ?? field);
      expect(Object.keys(options), path).toEqual(inner.options);
      for (const name of Object.values(options)) expect(name, path).toMatch(/\S/);
    }
  });
});

describe('relations', () => {
  test('are declared on exactly these fields', () => {
    const found = FIELDS.flatMap(({ path, field }) => {
      const relation = metaOf(field).relation ?? metaOf(itemOf(field) ?? field).relation;
      return relation ? [`${path} → ${relation}`] : [];
    });
    expect(found).toEqual([
      'ward.emblem → picture',
      'departments.groups[].members[].department → department',
      'articles.department → department',
      'articles.coordinators → department',
      'articles.topics → topic',
      'articles.image.src → picture',
      'articles.attachments[].file → media',
      'articles.placements[].evidence[].file → media',
      'articles.tasks → task',
      'articles.originality.of → article',
      'practices.departments → department',
      'practices.image.src → picture',
      'practices.tasks → task',
      'procedureChanges.department → department',
      'procedureChanges.tasks → task',
      'activities.department → department',
      'activities.coordinators → department',
      'activities.evidence[].file → media',
      'activities.image.src → picture',
      'activities.tasks → task',
      'questions.department → department',
      'plans.replaces → plan',
      'plans.tasks[].lead → member',
      'plans.tasks[].coordinating → member',
      'plans.quotas[].subject.departments → member',
      'plans.quotas[].subject.lead → department',
      'plans.quotas[].conditions.topics → topic',
      'plans.quotas[].alternatives[].departments → member',
      'plans.quotas[].alternatives[].lead → department',
      'plans.quotas[].alternatives[].conditions.topics → topic',
      'plans.reportSchedule[].from → member',
      'plans.reportSchedule[].via → department',
      'plans.attachments[].file → media',
    ]);
  });

  const listed = (schema: z.ZodType, data: unknown) =>
    referencesIn(schema, data).map(({ relation, value, path }): [Relation, string, string] => [
      relation,
      value,
      path.join('.'),
    ]);

  test('referencesIn finds each value with its path', () => {
    expect(
      listed(COLLECTIONS.articles.schema, {
        title: 'vhxh',
        department: 'vhxh',
        coordinators: ['hcc', 'vp'],
        topics: ['dich-vu-cong'],
        image: { src: 'anh.jpg', alt: 'anh.jpg' },
        attachments: [{ label: 'Mẫu', file: 'mau.docx' }],
        placements: [
          {},
          { channel: 'zalo', evidence: [{ label: 'x' }, { label: 'y', file: 'y.png' }] },
        ],
        tasks: ['kh-2026/1'],
        originality: { of: '2026/01/cu' },
        khongCo: 'vhxh',
      }),
    ).toEqual([
      ['department', 'vhxh', 'department'],
      ['department', 'hcc', 'coordinators.0'],
      ['department', 'vp', 'coordinators.1'],
      ['topic', 'dich-vu-cong', 'topics.0'],
      ['picture', 'anh.jpg', 'image.src'],
      ['media', 'mau.docx', 'attachments.0.file'],
      ['media', 'y.png', 'placements.1.evidence.1.file'],
      ['task', 'kh-2026/1', 'tasks.0'],
      ['article', '2026/01/cu', 'originality.of'],
    ]);
  });

  test('of a plan, through rules and their other readings', () => {
    expect(
      listed(COLLECTIONS.plans.schema, {
        replaces: 'kh-2025',
        tasks: [{ no: '1', lead: ['group:phong', 'vhxh'], coordinating: ['vp'] }],
        quotas: [
          {
            subject: { departments: ['group:phong'], mode: 'lead', lead: 'vhxh' },
            conditions: { topics: ['a', 'b'], fields: ['tthc'] },
            alternatives: [{ departments: ['vp'], lead: 'vp', conditions: { topics: ['c'] } }],
          },
        ],
        reportSchedule: [{ from: ['group:phong'], via: 'vhxh' }],
      }),
    ).toEqual([
      ['plan', 'kh-2025', 'replaces'],
      ['member', 'group:phong', 'tasks.0.lead.0'],
      ['member', 'vhxh', 'tasks.0.lead.1'],
      ['member', 'vp', 'tasks.0.coordinating.0'],
      ['member', 'group:phong', 'quotas.0.subject.departments.0'],
      ['department', 'vhxh', 'quotas.0.subject.lead'],
      ['topic', 'a', 'quotas.0.conditions.topics.0'],
      ['topic', 'b', 'quotas.0.conditions.topics.1'],
      ['member', 'vp', 'quotas.0.alternatives.0.departments.0'],
      ['department', 'vp', 'quotas.0.alternatives.0.lead'],
      ['topic', 'c', 'quotas.0.alternatives.0.conditions.topics.0'],
      ['member', 'group:phong', 'reportSchedule.0.from.0'],
      ['department', 'vhxh', 'reportSchedule.0.via'],
    ]);
  });

  test.each([undefined, null, 'text', 7, [], {}, { department: 7 }, { tasks: 'kh-2026/1' }])(
    'data of another shape has none: %j',
    (data) => {
      expect(listed(COLLECTIONS.articles.schema, data)).toEqual([]);
    },
  );
});

describe('finding a field', () => {
  const { schema } = COLLECTIONS.articles;

  test('through optional, default and preprocessing wrappers', () => {
    expect(metaOf(fieldAt(schema, ['genre']) ?? z.any()).options).toBe(GENRES);
    expect(metaOf(fieldAt(schema, ['placements', 3, 'channel']) ?? z.any()).options).toBe(CHANNELS);
    expect(labelAt(schema, ['origin', 'source', 'url'])).toBe('Địa chỉ');
    expect(labelAt(schema, ['placements', 0, 'airings', 1, 'minutes'])).toBe('Thời lượng (phút)');
    expect(labelAt(schema, ['web'])).toBe('Đăng trên trang này');
  });

  test('an item without a name of its own goes by that of its list', () => {
    expect(labelAt(schema, ['fields', 1])).toBe('Lĩnh vực CCHC');
    expect(labelAt(schema, ['placements', 0])).toBe('Gửi, đăng, phát nơi khác');
    expect(labelAt(schema, ['placements', 0, 'khong-co'])).toBe('Gửi, đăng, phát nơi khác');
  });

  test('what the schema does not have is not found', () => {
    expect(fieldAt(schema, ['khong-co'])).toBeUndefined();
    expect(fieldAt(schema, ['title', 0])).toBeUndefined();
    expect(fieldAt(schema, ['title', 'x'])).toBeUndefined();
    expect(labelAt(schema, ['khong-co'])).toBeUndefined();
    expect(labelAt(schema, [])).toBeUndefined();
    expect(fieldAt(schema, [])).toBe(schema);
  });
});

describe('names on wrappers', () => {
  test('the outermost wins, the rest is gathered', () => {
    const inner = z.string().meta({ label: 'trong', input: 'line' });
    expect(metaOf(inner.optional().meta({ label: 'ngoài' }))).toMatchObject({
      label: 'ngoài',
      input: 'line',
    });
    expect(metaOf(z.preprocess((value) => value, inner).default('x'))).toMatchObject({
      label: 'trong',
    });
    expect(metaOf(z.string().nullable())).toEqual({});
  });

  test('unwrap comes to what is inside', () => {
    const inner = z.array(z.string());
    expect(unwrap(inner.optional())).toBe(inner);
    expect(unwrap(inner.nullable().default(null))).toBe(inner);
    expect(unwrap(z.preprocess((value) => value, inner))).toBe(inner);
    expect(itemOf(inner.default([]))).toBe(inner.element);
    expect(itemOf(z.string())).toBeUndefined();
    expect(shapeOf(z.string())).toEqual({});
  });
});
