/**
 * Laws that every count obeys whatever the content: parts add up, order and time zone change
 * nothing, more content never counts less, and whatever is not counted has a reason.
 */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countQuotas } from '../../src/core/quota/result.ts';
import type { Tally } from '../../src/core/quota/tally.ts';
import { type Activity, heldOn } from '../../src/core/schema/activity.ts';
import type { Article } from '../../src/core/schema/article.ts';
import type { Plan } from '../../src/core/schema/plan.ts';
import type { Rule } from '../../src/core/schema/quota.ts';
import type { Closing } from '../../src/core/schema/records.ts';
import type { LocatedEntry } from '../../src/core/store/entry.ts';
import type { Store } from '../../src/core/store/store.ts';
import {
  type ArbitraryWard,
  arbitraryWard,
  DEPARTMENT_IDS,
  dayOf,
  PLACED_CHANNELS,
  parsed,
  planData,
  rule,
  runs,
  type Typed,
  wardOf,
} from '../support/arbitrary-ward.ts';

describe('parts add up', () => {
  test('months sum to quarters, half-years, nine months and the year', () => {
    const periods = ['month', 'quarter', 'half', 'nine-months', 'year'];
    const wards = arbitraryWard({ plans: sameRuleIn(periods) });
    const shorterOf = { quarter: 'month', half: 'quarter', 'nine-months': 'quarter', year: 'half' };
    fc.assert(
      fc.property(wards, (ward) => {
        const found = talliesOf(ward);
        for (const [longer, shorter] of Object.entries(shorterOf)) {
          for (const whole of found.filter((tally) => tally.rule === idOf(periods, longer))) {
            const parts = found.filter(
              ({ rule: id, subject, from, to }) =>
                id === idOf(periods, shorter) &&
                subject === whole.subject &&
                from >= whole.from &&
                to <= whole.to,
            );
            const ids = parts.flatMap(({ counted }) => counted.map(({ id }) => id));
            expect(ids.sort()).toEqual(whole.counted.map(({ id }) => id).sort());
          }
        }
      }),
      runs(150),
    );
  });

  test('the shares of the departments sum to what is counted', () => {
    fc.assert(
      fc.property(arbitraryWard({ closings: true }), (ward) => {
        for (const { shares, actual } of allTallies(ward)) {
          const sum = Object.values(shares).reduce((total, share) => total + share, 0);
          expect(sum).toBe(actual);
        }
      }),
      runs(150),
    );
  });

  test('`actual` is the length of `counted`, and every counted date lies in its period', () => {
    fc.assert(
      fc.property(arbitraryWard(), (ward) => {
        for (const { actual, counted, from, to } of allTallies(ward)) {
          expect(actual).toBe(counted.length);
          expect(counted.filter(({ date }) => date < from || date > to)).toEqual([]);
          expect(counted.filter(({ date }) => date > ward.asOf)).toEqual([]);
        }
      }),
      runs(150),
    );
  });

  test('one tally for each sums to the joint one when nobody comes or goes', () => {
    const plans = (year: number) =>
      rule(year).map((one) => {
        const subject = { departments: ['vp', 'kt', 'group:nhom-1'] };
        const quotas = ['each', 'joint'].map((mode) => ({
          ...one,
          alternatives: [],
          subject: { ...subject, mode },
        }));
        return [planData('ke-hoach', year, `${year}-02-10`, quotas, 'a')];
      });
    fc.assert(
      fc.property(arbitraryWard({ plans, constantMembership: true }), (ward) => {
        const found = talliesOf(ward);
        for (const joint of found.filter(({ subject }) => subject === 'joint')) {
          const each = found.filter(
            ({ rule: id, period }) => id !== joint.rule && period === joint.period,
          );
          expect(each.reduce((total, { actual }) => total + actual, 0)).toBe(joint.actual);
        }
      }),
      runs(150),
    );
  });
});

describe('what changes nothing, and what changes only one way', () => {
  test('one more published item never lowers a count of a rule without `new`', () => {
    const wards = fc.tuple(arbitraryWard(), fc.constantFrom(2025, 2026).chain(moreItem));
    fc.assert(
      fc.property(wards, ([ward, more]) => {
        const after = wardOf([...ward.entries, ...more], ward.asOf);
        const asksForNew = new Set(readingsThatAskForNew(ward.store));
        const now = new Map(namedTallies(after));
        for (const [name, { actual }] of namedTallies(ward)) {
          if (asksForNew.has(name.split(' / ')[0] ?? '')) continue;
          expect(now.get(name)?.actual, name).toBeGreaterThanOrEqual(actual);
        }
      }),
      runs(150),
    );
  });

  test('the order of the entries changes nothing', () => {
    const shuffled = arbitraryWard({ closings: true }).chain((ward) =>
      fc.tuple(
        fc.constant(ward),
        fc.shuffledSubarray(ward.entries, { minLength: ward.entries.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([ward, entries]) => {
        const { store } = wardOf(entries, ward.asOf);
        expect(countQuotas(store, ward.asOf)).toEqual(countQuotas(ward.store, ward.asOf));
      }),
      runs(150),
    );
  });

  test('the order of the placements and airings of an article changes no count', () => {
    fc.assert(
      fc.property(arbitraryWard({ plans: newTexts }), (ward) => {
        const turned = wardOf(ward.entries.map(withPlacementsTurned), ward.asOf);
        expect(numbersOf(turned)).toEqual(numbersOf(ward));
      }),
      runs(300),
    );
  });

  test('what is dated after the day it is looked at changes nothing', () => {
    fc.assert(
      fc.property(arbitraryWard({ closings: true }), (ward) => {
        const known = ward.entries.flatMap((entry) => asKnownOn(ward.asOf, entry));
        expect(numbersOf(wardOf(known, ward.asOf))).toEqual(numbersOf(ward));
      }),
      runs(150),
    );
  });
});

describe('what is not counted', () => {
  /*
   * For each open tally of an item rule, with constant membership: `counted` and `notCounted`
   * share no id and repeat none, and together they are exactly the articles that exist on
   * `asOf` (dated on or before it, withdrawn or not), are of a department whose items the tally
   * counts (its own; for `joint` the members; for `lead` the lead and the listed ones), and have
   * a date that has come in the period: their own date, also with `web: false`, or a `sent`,
   * `published`, `aired` or airing date of any placement, on the rule's channels or not.
   */
  test('counted and not counted are disjoint and cover every article with a date there', () => {
    fc.assert(
      fc.property(arbitraryWard({ constantMembership: true }), (ward) => {
        for (const { tally, reading } of itemTallies(ward)) {
          const counted = tally.counted.map(({ id }) => id);
          const left = tally.notCounted.map(({ id }) => id);
          const departments = departmentsOf(ward.store, tally, reading);
          const expected = ward.store.articles
            .filter(({ data }) => data.date <= ward.asOf && departments.has(data.department))
            .filter(({ data }) => datesOf(data).some((day) => isIn(tally, day, ward.asOf)))
            .map(({ id }) => id);
          expect([...counted, ...left].sort(), nameOf(tally)).toEqual(expected.sort());
        }
      }),
      runs(150),
    );
  });

  test('every reason is a Vietnamese sentence', () => {
    fc.assert(
      fc.property(arbitraryWard({ closings: true }), (ward) => {
        for (const { message } of allTallies(ward).flatMap(({ notCounted }) => notCounted)) {
          expect(message).toMatch(/^\p{Lu}.{8,}\.$/u);
          expect(message).toMatch(/[đăâêôơưáàảãạéèíìóòúù]/i);
          expect(message).not.toMatch(/undefined|null|NaN|\[object|Invalid|« *»/);
          expect(message).not.toMatch(/upper-portal|loudspeaker|bai-\d/);
          // Dates are written as people read them, never as files hold them.
          expect(message).not.toMatch(/\d{4}-\d{2}-\d{2}/);
        }
      }),
      runs(150),
    );
  });
});

describe('the calendar', () => {
  test('2026 has 53 weeks, and the last one counts into 2027', () => {
    const { store, weekly } = weeklyWard();
    const tallies = countQuotas(store, '2027-01-31').tallies;
    expect(tallies.map(({ period }) => period)).toEqual(weekly);
    expect(tallies.at(-1)).toMatchObject({
      period: '2026-W53',
      from: '2026-12-28',
      to: '2027-01-03',
      actual: 1,
      status: 'met',
    });
  });

  test('W53 is open on its last day and short the day after', () => {
    const { store } = weeklyWard({ aired: '2026-12-01' });
    const lastOn = (asOf: string) => countQuotas(store, asOf).tallies.at(-1)?.status;
    expect(lastOn('2026-12-27')).toBe('upcoming');
    expect(lastOn('2027-01-03')).toBe('open');
    expect(lastOn('2027-01-04')).toBe('short');
  });

  const ZONES = ['America/Los_Angeles', 'Pacific/Kiritimati'];
  const SEEDS = ['thuong-phuc', 'uong-bi', 'thach-khoi', 'an-tuong', 'gieng-day'];

  test.each(SEEDS)('the time zone of the machine changes no byte of %s', async (seed) => {
    const count = (zone: string) =>
      quotaScript(zone, ['--content', `seeds/${seed}`, '--as-of', '2026-03-31']);
    const [west, east] = await Promise.all(ZONES.map(count));
    expect(west).toContain('"asOf": "2026-03-31"');
    expect(east).toBe(west);
  });

  test('today is today in Việt Nam, wherever the machine stands', async () => {
    const count = (zone: string) => quotaScript(zone, ['--content', 'seeds/uong-bi']);
    const both = () => Promise.all(ZONES.map(count));
    let [west, east] = await both();
    // Midnight in Việt Nam may fall between the two processes, but not twice.
    if (west !== east) [west, east] = await both();
    expect(east).toBe(west);
  });
});

/* Rules made alike but for one thing */

/** One item rule without `new`, counted over the whole year in several kinds of period. */
function sameRuleIn(periods: readonly string[]) {
  return (year: number): fc.Arbitrary<Typed[]> =>
    rule(year)
      .filter(({ measure, conditions }) => measure === 'item' && !asksForNew(conditions))
      .map((one) => {
        const whole = { from: `${year}`, to: `${year}`, alternatives: [] };
        const quotas = periods.map((period) => ({ ...one, ...whole, period }));
        return [planData('ke-hoach', year, `${year}-01-01`, quotas, 'a')];
      });
}

/** Rules that look closely at where else a text has been, so that order might matter. */
function newTexts(year: number): fc.Arbitrary<Typed[]> {
  const departments = DEPARTMENT_IDS.slice(0, 3);
  const quotas = ['published', 'aired', 'sent'].map((event) => ({
    quote: 'Tin mới, chưa từng đăng tải',
    where: 'Mục IV',
    subject: { departments, mode: 'joint' },
    measure: 'item',
    event,
    channels: ['web', ...PLACED_CHANNELS],
    period: 'year',
    conditions: { new: true },
    min: 1,
  }));
  return fc.constant([planData('ke-hoach', year, `${year}-01-01`, quotas, 'a')]);
}

function idOf(periods: readonly string[], period: string): string {
  return `a-${periods.indexOf(period) + 1}`;
}

function asksForNew(conditions: unknown): boolean {
  return (conditions as Rule['conditions']).new === true;
}

/* Tallies and what they are of */

function talliesOf({ store, asOf }: ArbitraryWard): Tally[] {
  return countQuotas(store, asOf).tallies;
}

/** Of the chosen readings and of the others. */
function allTallies(ward: ArbitraryWard): Tally[] {
  return namedTallies(ward).map(([, tally]) => tally);
}

function namedTallies({ store, asOf }: ArbitraryWard): [string, Tally][] {
  const { tallies, alternatives } = countQuotas(store, asOf);
  return [
    ...tallies.map((tally): [string, Tally] => [`${tally.rule} / ${nameOf(tally)}`, tally]),
    ...alternatives.flatMap(({ rule: id, label, tallies: other }) =>
      other.map((tally): [string, Tally] => [`${id} ${label} / ${nameOf(tally)}`, tally]),
    ),
  ];
}

function nameOf({ rule: id, subject, period }: Tally): string {
  return `${id} ${subject} ${period}`;
}

/** Names, as `namedTallies` begins them, of the readings whose rule asks for new texts. */
function readingsThatAskForNew(store: Store): string[] {
  return store.plans
    .flatMap(({ data }) => data.quotas)
    .flatMap((one) => [
      ...(asksForNew(one.conditions) ? [one.id] : []),
      ...one.alternatives
        .filter(({ conditions }) => asksForNew(conditions ?? one.conditions))
        .map(({ label }) => `${one.id} ${label}`),
    ]);
}

function numbersOf(ward: ArbitraryWard) {
  return namedTallies(ward).map(([name, { actual, status, counted }]) => {
    return [name, actual, status, counted.map(({ id }) => id)] as const;
  });
}

interface ItemTally {
  tally: Tally;
  reading: Pick<Rule['subject'], 'departments' | 'mode' | 'lead'>;
}

function itemTallies({ store, asOf }: ArbitraryWard): ItemTally[] {
  const { tallies, rules } = countQuotas(store, asOf);
  return rules
    .filter(({ measure }) => measure === 'item')
    .flatMap(({ id, subject }) =>
      tallies.filter((tally) => tally.rule === id).map((tally) => ({ tally, reading: subject })),
    );
}

function departmentsOf(store: Store, { subject }: Tally, reading: ItemTally['reading']) {
  if (reading.mode === 'each') return new Set([subject]);
  const listed = reading.departments.flatMap((name) => {
    const group = store.groupById.get(name.replace('group:', ''));
    return group ? group.members.map(({ department }) => department) : [name];
  });
  return new Set(reading.mode === 'lead' ? [subject, ...listed] : listed);
}

function datesOf({ date, placements }: Article): (string | undefined)[] {
  return [
    date,
    ...placements.flatMap(({ sent, published, aired, airings }) => [
      ...[sent, published, aired],
      ...airings.map((airing) => airing.date),
    ]),
  ];
}

function isIn(span: { from: string; to: string }, day: string | undefined, asOf: string): boolean {
  return day !== undefined && day >= span.from && day <= span.to && day <= asOf;
}

/* Content that is changed */

/** One more item, out everywhere on one day. */
function moreItem(year: number): fc.Arbitrary<LocatedEntry[]> {
  return fc
    .record({ date: dayOf(year), department: fc.constantFrom(...DEPARTMENT_IDS.slice(0, 3)) })
    .map(({ date, department }) => {
      const placements = PLACED_CHANNELS.map((channel) => {
        return { channel, sent: date, published: date, aired: date };
      });
      const topics = ['mot', 'hai', 'ba'];
      const data = { title: 'Một tin nữa', date, department, genre: 'brief', topics, placements };
      return parsed([['articles', { id: '2026/01/them', data }]]);
    });
}

function withPlacementsTurned(entry: LocatedEntry): LocatedEntry {
  if (entry.collection !== 'articles') return entry;
  const data = entry.data as Article;
  const placements = data.placements
    .map((placement) => ({ ...placement, airings: placement.airings.toReversed() }))
    .toReversed();
  return { ...entry, data: { ...data, placements } };
}

/**
 * An entry as it could have stood on a day: none before its date, and without what happened
 * after. A day of sending that is yet to come stays, for a blank one would be inferred; so does
 * a list of airings beside `aired`, for without a list that would be an airing of its own.
 */
function asKnownOn(asOf: string, entry: LocatedEntry): LocatedEntry[] {
  const { collection } = entry;
  if (collection === 'closings')
    return later(asOf, (entry.data as Closing).closedOn) ? [] : [entry];
  if (collection === 'activities')
    return later(asOf, heldOn(entry.data as Activity)) ? [] : [entry];
  if (collection === 'plans') {
    const { date, issuedMonth } = entry.data as Plan;
    return later(asOf, date ?? `${issuedMonth}-01`) ? [] : [entry];
  }
  if (collection !== 'articles') return [entry];
  const data = entry.data as Article;
  return later(asOf, data.date) ? [] : [{ ...entry, data: articleOn(asOf, data) }];
}

function articleOn(asOf: string, data: Article): Article {
  const { withdrawn, originality, placements } = data;
  return {
    ...data,
    withdrawn: later(asOf, withdrawn?.date) ? undefined : withdrawn,
    originality: later(asOf, originality?.date) ? undefined : originality,
    placements: placements.map((placement) => ({
      ...placement,
      published: later(asOf, placement.published) ? undefined : placement.published,
      aired: later(asOf, placement.aired) ? undefined : placement.aired,
      airings: placement.airings.filter(({ date }) => placement.aired || !later(asOf, date)),
    })),
  };
}

function later(asOf: string, day: string | undefined): boolean {
  return day !== undefined && day > asOf;
}

/* The year with 53 weeks */

function weeklyWard({ aired = '2027-01-03' } = {}) {
  const airing = {
    quote: 'Mỗi tuần phát một lần',
    where: 'Mục IV',
    subject: { departments: ['vp'], mode: 'each' },
    measure: 'airing',
    event: 'aired',
    channels: ['loudspeaker'],
    period: 'week',
    min: 1,
  };
  const ward = { id: 'thu', name: 'Phường Thử', kind: 'ward', province: 'tỉnh Thử' };
  const article = {
    title: 'Bài phát thanh',
    date: '2026-12-01',
    department: 'vp',
    genre: 'story',
    placements: [{ channel: 'loudspeaker', airings: [{ date: aired, time: '17:00' }] }],
  };
  const plan = planData('ke-hoach', 2026, '2026-12-01', [airing], 'a');
  const entries = parsed([
    ['ward', { id: 'ward', data: { ...ward, authority: 'UBND phường Thử' } }],
    [
      'departments',
      { id: 'departments', data: { departments: [{ id: 'vp', name: 'Văn phòng' }] } },
    ],
    ['plans', plan],
    ['articles', { id: '2026/12/bai', data: article }],
  ]);
  const weekly = [49, 50, 51, 52, 53].map((week) => `2026-W${week}`);
  return { store: wardOf(entries, '2027-01-31').store, weekly };
}

/* The script, in another time zone */

const run = promisify(execFile);

async function quotaScript(zone: string, args: readonly string[]): Promise<string> {
  const { stdout } = await run(
    'node_modules/.bin/node',
    ['scripts/quota.ts', '--format', 'json', ...args],
    { env: { ...process.env, TZ: zone }, maxBuffer: 64 * 1024 * 1024 },
  );
  return stdout;
}
