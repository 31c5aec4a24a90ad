import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '../../src/core/calendar/day.ts';
import { period } from '../../src/core/calendar/period.ts';
import { departments } from '../../src/core/schema/departments.ts';
import {
  belongsThroughout,
  isMember,
  type Membership,
  membersDuring,
  membershipsOf,
  type Units,
} from '../../src/core/store/membership.ts';

/** Three departments, of which one ended with June and one began with July. */
const UNITS = units({
  departments: [
    { id: 'vhxh', name: 'Phòng Văn hóa - Xã hội' },
    { id: 'cu', name: 'Trung tâm cũ', to: '2026-06-30' },
    { id: 'moi', name: 'Trung tâm mới', from: '2026-07-01' },
  ],
  groups: [
    {
      id: 'tat-ca',
      name: 'Các phòng, đơn vị',
      members: [{ department: 'vhxh' }, { department: 'cu' }, { department: 'moi' }],
    },
    {
      id: 'theo-ngay',
      name: 'Nhóm theo ngày',
      members: [
        { department: 'vhxh', from: '2026-03-10', to: '2026-05-20' },
        { department: 'cu', from: '2026-03-10', to: '2026-12-31' },
        { department: 'moi', from: '2026-03-10' },
        { department: 'moi', to: '2026-06-30' },
        { department: 'khong-co' },
      ],
    },
  ],
});

function units(typed: unknown): Units {
  const read = departments.parse(typed);
  return {
    departmentById: new Map(read.departments.map((one) => [one.id, one])),
    groupById: new Map(read.groups.map((one) => [one.id, one])),
  };
}

describe('membershipsOf', () => {
  test('a department belongs as long as it exists', () => {
    expect(membershipsOf(UNITS, ['moi', 'vhxh', 'cu'])).toEqual([
      { department: 'moi', from: '2026-07-01' },
      { department: 'vhxh' },
      { department: 'cu', to: '2026-06-30' },
    ]);
  });

  test('a group stands for its members, in their order', () => {
    expect(membershipsOf(UNITS, ['group:tat-ca'])).toEqual([
      { department: 'vhxh' },
      { department: 'cu', to: '2026-06-30' },
      { department: 'moi', from: '2026-07-01' },
    ]);
  });

  test('membership is cut to the time in which the department exists, or falls away', () => {
    expect(membershipsOf(UNITS, ['group:theo-ngay'])).toEqual([
      { department: 'vhxh', from: '2026-03-10', to: '2026-05-20' },
      { department: 'cu', from: '2026-03-10', to: '2026-06-30' },
      { department: 'moi', from: '2026-07-01' },
    ]);
  });

  test('what is named twice is there once; what is not known is not there', () => {
    expect(membershipsOf(UNITS, ['vhxh', 'group:tat-ca', 'vhxh'])).toHaveLength(3);
    expect(membershipsOf(UNITS, ['group:khong-co', 'khong-co', 'tat-ca'])).toEqual([]);
    expect(membershipsOf(UNITS, [])).toEqual([]);
  });

  test('two stretches of one department stay two', () => {
    expect(membershipsOf(UNITS, ['vhxh', 'group:theo-ngay'])).toHaveLength(4);
  });
});

describe('on a day', () => {
  const group = membershipsOf(UNITS, ['group:theo-ngay']);

  test.each([
    ['vhxh', '2026-03-09', false],
    ['vhxh', '2026-03-10', true],
    ['vhxh', '2026-05-20', true],
    ['vhxh', '2026-05-21', false],
    ['cu', '2026-06-30', true],
    ['cu', '2026-07-01', false],
    ['moi', '2026-06-30', false],
    ['moi', '2026-07-01', true],
    ['moi', '2099-12-31', true],
    ['khong-co', '2026-04-01', false],
  ])('%s on %s: %s', (department, day, belongs) => {
    expect(isMember(group, department, day)).toBe(belongs);
  });
});

describe('in a period', () => {
  const group = membershipsOf(UNITS, ['group:theo-ngay']);

  test.each([
    ['2026-02', [], []],
    ['2026-03', ['vhxh', 'cu'], []],
    ['2026-04', ['vhxh', 'cu'], ['vhxh', 'cu']],
    ['2026-05', ['vhxh', 'cu'], ['cu']],
    ['2026-06', ['cu'], ['cu']],
    ['2026-07', ['moi'], ['moi']],
    ['2026-03-10..2026-05-20', ['vhxh', 'cu'], ['vhxh', 'cu']],
    ['2026-05-20..2026-05-21', ['vhxh', 'cu'], ['cu']],
    ['2026', ['vhxh', 'cu', 'moi'], []],
  ])('%s: %j belong at some time, %j all the time', (label, some, whole) => {
    const span = period(label);
    expect(membersDuring(group, span)).toEqual(some);
    const all = ['vhxh', 'cu', 'moi'].filter((id) => belongsThroughout(group, id, span));
    expect(all).toEqual(whole);
  });

  const stretches = (...spans: [from: Day | undefined, to: Day | undefined][]): Membership[] =>
    spans.map(([from, to]) => ({ department: 'vhxh', from, to }));
  const march = period('2026-03');

  test.each([
    ['one without ends', stretches([undefined, undefined]), true],
    ['two that meet', stretches(['2026-01-01', '2026-03-15'], ['2026-03-16', undefined]), true],
    ['two that overlap', stretches(['2026-03-10', undefined], ['2026-01-01', '2026-03-12']), true],
    [
      'a short one within a long one',
      stretches([undefined, '2026-03-31'], ['2026-03-05', '2026-03-06']),
      true,
    ],
    [
      'a day between two',
      stretches(['2026-01-01', '2026-03-15'], ['2026-03-17', undefined]),
      false,
    ],
    ['one day late', stretches(['2026-03-02', undefined]), false],
    ['one day early', stretches([undefined, '2026-03-30']), false],
    ['none', [], false],
    [
      'one that ended long before, then one that covers it',
      stretches(['2025-01-01', '2025-06-30'], ['2026-01-01', undefined]),
      true,
    ],
  ])('%s', (_name, memberships, belongs) => {
    expect(belongsThroughout(memberships, 'vhxh', march)).toBe(belongs);
  });

  test('agrees with asking day by day', () => {
    const day = fc.integer({ min: 0, max: 20 }).map((count) => addDays('2026-03-01', count));
    const ends = fc.option(day, { nil: undefined });
    const membership = fc
      .record({ department: fc.constantFrom('a', 'b'), from: ends, to: ends })
      .filter(({ from, to }) => from === undefined || to === undefined || from <= to);
    const span = fc
      .tuple(day, fc.integer({ min: 0, max: 8 }))
      .map(([from, length]) => ({ from, to: addDays(from, length) }));
    fc.assert(
      fc.property(fc.array(membership, { maxLength: 4 }), span, (memberships, { from, to }) => {
        const days: Day[] = [];
        for (let at = from; at <= to; at = addDays(at, 1)) days.push(at);
        const during = membersDuring(memberships, { from, to });
        for (const id of ['a', 'b']) {
          const on = days.map((at) => isMember(memberships, id, at));
          expect(during.includes(id)).toBe(on.includes(true));
          expect(belongsThroughout(memberships, id, { from, to })).toBe(!on.includes(false));
        }
      }),
      { numRuns: 2000, seed: 20260306 },
    );
  });
});
