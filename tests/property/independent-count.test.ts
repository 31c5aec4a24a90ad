/**
 * The engine against a second count that was written from `counting.md` alone: on hundreds of
 * random wards and on the five real plans, every tally of every reading must agree.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countQuotas } from '../../src/core/quota/result.ts';
import type { Tally } from '../../src/core/quota/tally.ts';
import type { CollectionName } from '../../src/core/schema/collections.ts';
import { loadWard } from '../../src/reader/ward.ts';
import {
  type ArbitraryWard,
  arbitraryLook,
  arbitraryTexts,
  arbitraryWard,
  parsed,
  planData,
  runs,
  type Typed,
  wardOf,
} from '../support/arbitrary-ward.ts';
import { type IndependentTally, independentTallies } from '../support/independent-count.ts';

const SEEDS = ['thuong-phuc', 'uong-bi', 'thach-khoi', 'an-tuong', 'gieng-day'];

describe('random wards', () => {
  test('the engine and the independent count agree on every tally', () => {
    fc.assert(fc.property(arbitraryWard(), agreed), runs(600));
  });

  test('they agree where months were closed by the day it is looked at', () => {
    const closed = arbitraryWard({ closings: true }).map(({ entries, store, asOf }) =>
      wardOf(
        entries,
        [asOf, ...store.closings.map(({ closedOn }) => closedOn)].sort().at(-1) ?? '',
      ),
    );
    fc.assert(fc.property(closed, agreed), runs(150));
  });

  test('the wards are worth counting: every status and measure comes up', () => {
    const tallies = fc
      .sample(arbitraryWard(), runs(200))
      .flatMap(({ store, asOf }) => independentTallies(store, asOf));
    const statuses = new Set(tallies.map(({ status }) => status));
    expect([...statuses].sort()).toEqual(
      ['met', 'not-counted', 'open', 'short', 'tracked', 'upcoming'].sort(),
    );
    expect(tallies.filter(({ actual }) => actual > 0).length).toBeGreaterThan(300);
    expect(tallies.some(({ counted }) => counted.some((id) => id.includes('T17:00')))).toBe(true);
    expect(tallies.some(({ counted }) => counted.some((id) => id.includes('viec')))).toBe(true);
  });
});

describe.each(SEEDS)('the seed %s', (seed) => {
  test('loads, and both counts agree at the turn of every quarter', async () => {
    const { entries, year } = await seedWard(seed);
    const days = ['02-28', '03-31', '04-01', '06-30', '09-30', '12-31'].map(
      (day) => `${year}-${day}`,
    );
    for (const asOf of [`${year - 1}-12-31`, ...days, `${year + 1}-01-04`]) {
      expect(differences(wardOf(entries, asOf)), `as of ${asOf}`).toEqual([]);
    }
  });

  test('both counts agree when its departments have published at random', async () => {
    const { entries, year, store } = await seedWard(seed);
    const departments = store.departments.map(({ id }) => id);
    const texts = arbitraryTexts(year, departments, [...store.topicNames.keys()]);
    const wards = fc
      .tuple(texts, arbitraryLook(year))
      .map(([more, look]) => wardOf([...entries, ...more], look(more)));
    fc.assert(fc.property(wards, agreed), runs(40));
  });
});

/** What random wards found, made small; `counting.md` says in each who is right. */
describe('cases that were counted wrong once', () => {
  const monthly = {
    measure: 'item',
    event: 'published',
    channels: ['web'],
    period: 'month',
    min: 1,
    subject: { departments: ['vp'], mode: 'each' },
  };

  test('a department that left and came back is judged in a period it was there throughout', () => {
    const rule = { ...monthly, subject: { departments: ['group:nhom'], mode: 'each' } };
    const members: Parts['members'] = [
      { department: 'kt', to: '2026-03-31' },
      { department: 'kt', from: '2026-05-01' },
    ];
    const ward = small({ asOf: '2026-06-15', plans: [plan('2026-02-10', [rule])], members });
    expect(differences(ward)).toEqual([]);
    expect(statuses(ward)).toMatchObject({ '2026-03': 'short', '2026-05': 'short' });
    expect(statuses(ward)).not.toHaveProperty('2026-04');
  });

  test('a half-year before the rule’s own `from` is not counted, so it cannot be short', () => {
    const rule = { ...monthly, period: 'half', from: '2026-H2' };
    const ward = small({ asOf: '2026-08-15', plans: [plan('2026-02-10', [rule])] });
    expect(differences(ward)).toEqual([]);
    expect(statuses(ward)).toEqual({ '2026-H1': 'not-counted', '2026-H2': 'open' });
  });

  test('nine months are counted though the plan was issued in the last quarter before', () => {
    const rule = { ...monthly, period: 'nine-months' };
    const ward = small({ asOf: '2026-10-15', plans: [plan('2025-12-15', [rule])] });
    expect(differences(ward)).toEqual([]);
    expect(statuses(ward)).toEqual({ '2026-9M': 'short' });
  });

  test('2026-W01 belongs to 2026: a plan for 2025 ends with 2025-W52', () => {
    const rule = { ...monthly, period: 'week' };
    const ward = small({ asOf: '2026-01-15', plans: [plan('2025-11-03', [rule], 2025)] });
    expect(differences(ward)).toEqual([]);
    expect(Object.keys(statuses(ward)).at(-1)).toBe('2025-W52');
  });

  test('a closing that was made after the day it is looked at does not exist yet', () => {
    const kept = { rule: 'a-1', subject: 'vp', period: '2026-03', actual: 7, status: 'met' };
    const data = { month: '2026-03', closedOn: '2026-04-02', tallies: [kept] };
    const parts = { plans: [plan('2026-02-10', [monthly])], closings: [{ id: '2026-03', data }] };
    const before = small({ ...parts, asOf: '2026-03-15' });
    expect(differences(before)).toEqual([]);
    expect(statuses(before)).toMatchObject({ '2026-03': 'open' });
    expect(statuses(small({ ...parts, asOf: '2026-04-02' }))).toMatchObject({ '2026-03': 'met' });
  });

  test('on which of two channels a text came out that day does not hang on their order', () => {
    const channels = ['loudspeaker', 'facebook'];
    const rule = { ...monthly, event: 'aired', channels, conditions: { new: true } };
    const placements = [
      { channel: 'loudspeaker', published: '2026-03-01', aired: '2026-03-05' },
      { channel: 'facebook', aired: '2026-03-05' },
    ];
    for (const order of [placements, placements.toReversed()]) {
      const ward = small({
        asOf: '2026-03-31',
        plans: [plan('2026-02-10', [rule])],
        articles: [text({ date: '2026-03-05', web: false, placements: order })],
      });
      expect(differences(ward)).toEqual([]);
      expect(statuses(ward)).toMatchObject({ '2026-03': 'met' });
    }
  });

  test('a replaced rule runs until the day before the new plan’s only rule begins', () => {
    const training = {
      subject: { departments: ['vp'], mode: 'each' },
      measure: 'activity',
      event: 'held',
      conditions: { activityKinds: ['training'] },
      period: 'window',
      from: '2026-Q3',
      to: '2026-Q3',
      min: 1,
    };
    const old = plan('2026-02-10', [monthly]);
    const quotas = [{ ...WORDS, ...training }];
    const next = planData('moi', 2026, '2026-04-10', quotas, 'b', { replaces: old.id });
    const ward = small({ asOf: '2026-08-31', plans: [old, next] });
    expect(differences(ward)).toEqual([]);
    expect(Object.keys(statuses(ward, 'a-1')).at(-1)).toBe('2026-06');
  });
});

/* Both counts, made alike */

function agreed(ward: ArbitraryWard): void {
  expect(differences(ward)).toEqual([]);
}

/** Every tally on which the two differ, in words; a few are enough. */
function differences({ store, asOf }: Pick<ArbitraryWard, 'store' | 'asOf'>): string[] {
  const engine = byName(engineTallies({ store, asOf }));
  const independent = byName(independentTallies(store, asOf));
  const names = new Set([...engine.keys(), ...independent.keys()]);
  return [...names]
    .filter((name) => engine.get(name) !== independent.get(name))
    .map((name) => `${name}\n  engine ${engine.get(name)}\n  counted ${independent.get(name)}`)
    .slice(0, 5);
}

function engineTallies({ store, asOf }: Pick<ArbitraryWard, 'store' | 'asOf'>): IndependentTally[] {
  const { tallies, alternatives } = countQuotas(store, asOf);
  return [
    ...tallies.map((tally) => alike(tally, null)),
    ...alternatives.flatMap(({ label, tallies: other }) => other.map((one) => alike(one, label))),
  ];
}

function alike(tally: Tally, alternative: string | null): IndependentTally {
  const { rule, subject, period, from, to, required, actual, status, closed, live } = tally;
  const counted = tally.counted.map(({ id }) => id).sort();
  const frame = { rule, alternative, subject, period, from, to, required };
  return { ...frame, actual, status, closed, live, counted };
}

/** One line for each tally; two of one name would hide each other, so they are told apart. */
function byName(tallies: readonly IndependentTally[]): Map<string, string> {
  const lines = new Map<string, string>();
  for (const tally of tallies) {
    const { rule, alternative, subject, period, from, to } = tally;
    const name = [rule, alternative ?? 'chosen', subject, period].join(' | ');
    const { required, actual, status, closed, live, counted } = tally;
    const line = JSON.stringify({ from, to, required, actual, status, closed, live, counted });
    lines.set(name, [lines.get(name), line].filter(Boolean).join(' AND '));
  }
  return lines;
}

/* Small wards */

const WORDS = { quote: 'Mỗi tháng một tin', where: 'Phụ lục, dòng 1' };

interface Parts {
  asOf: string;
  plans: Typed[];
  articles?: Typed[];
  closings?: Typed[];
  members?: { department: string; from?: string; to?: string }[];
}

function small({ asOf, plans, articles = [], closings = [], members = [] }: Parts): ArbitraryWard {
  const ids = ['vp', 'kt'];
  const units = {
    departments: ids.map((id) => ({ id, name: `Phòng ${id}` })),
    groups: [{ id: 'nhom', name: 'Nhóm', members }],
  };
  const ward = {
    id: 'thu',
    name: 'Phường Thử',
    kind: 'ward',
    province: 'tỉnh Thử',
    authority: 'UBND phường Thử',
  };
  const as =
    (collection: CollectionName) =>
    (one: Typed): [CollectionName, Typed] => [collection, one];
  const entries = parsed([
    ['ward', { id: 'ward', data: ward }],
    ['departments', { id: 'departments', data: units }],
    ...plans.map(as('plans')),
    ...articles.map(as('articles')),
    ...closings.map(as('closings')),
  ]);
  return wardOf(entries, asOf);
}

function plan(date: string, rules: Record<string, unknown>[], year = 2026): Typed {
  return planData(
    'cu',
    year,
    date,
    rules.map((rule) => ({ ...WORDS, ...rule })),
    'a',
  );
}

function text(data: Record<string, unknown>): Typed {
  const id = '2026/03/bai-1';
  return { id, data: { title: 'Một bài để thử', department: 'vp', genre: 'story', ...data } };
}

/** Status of each period of a rule's one subject. */
function statuses({ store, asOf }: ArbitraryWard, rule = 'a-1'): Record<string, string> {
  const tallies = countQuotas(store, asOf).tallies.filter((tally) => tally.rule === rule);
  return Object.fromEntries(tallies.map(({ period, status }) => [period, status]));
}

async function seedWard(seed: string) {
  const { entries, store, issues } = await loadWard(`seeds/${seed}`, { production: false });
  if (!store) throw new Error(`seeds/${seed} does not load: ${JSON.stringify(issues, null, 2)}`);
  const year = store.plans[0]?.data.year;
  if (year === undefined) throw new Error(`seeds/${seed} has no plan`);
  return { entries, store, year };
}
