/**
 * Small random wards for property tests. They are as odd as content can be and still pass the
 * checks that would keep a build from counting at all: dates are real and in order, rules lie in
 * the year of their plan, and no airing repeats another of its placement. Days crowd around the
 * ends of weeks, months, quarters and years, where counting goes wrong.
 */
import fc from 'fast-check';
import type { CollectionName } from '../../src/core/schema/collections.ts';
import { type LocatedEntry, parseEntries } from '../../src/core/store/entry.ts';
import { buildStore, type Store } from '../../src/core/store/store.ts';
import { independentTallies } from './independent-count.ts';

/** A ward and the day it is looked at. */
export interface ArbitraryWard {
  entries: LocatedEntry[];
  store: Store;
  asOf: string;
  [fc.toStringMethod]?: () => string;
}

/**
 * How often a property is tried, and with which seed: the same for everybody, so that a red
 * test stays red. `FC_SEED=…` looks elsewhere.
 */
export function runs(numRuns: number) {
  const limit = { interruptAfterTimeLimit: 45_000, markInterruptAsFailure: true };
  return { numRuns, seed: Number(process.env['FC_SEED'] ?? 108), ...limit };
}

/** How a ward is drawn; tests of one law narrow it to where the law holds. */
export interface WardOptions {
  /** No department or group member comes or goes. */
  constantMembership?: boolean;
  /** Takes the place of the random plans: entries of `plans`, as typed. */
  plans?: (year: number) => fc.Arbitrary<Typed[]>;
  /** Whether a month is closed; by default none is. */
  closings?: boolean;
}

/** An entry as typed: id and front matter. */
export interface Typed {
  id: string;
  data: Record<string, unknown>;
  textKey?: string;
}

export const DEPARTMENT_IDS = ['vp', 'vhxh', 'kt', 'tt', 'bql'];
export const PLACED_CHANNELS = ['loudspeaker', 'upper-portal', 'facebook', 'zalo', 'press'];
const CHANNEL_CHOICES = ['web', 'web', 'web', ...PLACED_CHANNELS];
const AIRED_CHANNELS = ['loudspeaker', 'facebook', 'press'];
const TOPICS = ['mot', 'hai', 'ba'];
const FIELDS = ['the-che', 'tthc', 'chinh-quyen-so'];
const TEXTS = ['brief', 'story', 'reportage'];
const GENRES = [...TEXTS, ...TEXTS, 'photo', 'video'];
const KINDS = ['training', 'dialogue', 'contest'];
const PERIODS = ['week', 'month', 'month', 'quarter', 'half', 'nine-months', 'year'];

/** A random ward; see `WardOptions`. */
export function arbitraryWard(options: WardOptions = {}): fc.Arbitrary<ArbitraryWard> {
  return fc
    .constantFrom(2026, 2026, 2026, 2025)
    .chain((year) =>
      fc.record({
        units: units(year, options.constantMembership ?? false),
        plans: options.plans?.(year) ?? plans(year),
        texts: arbitraryTexts(year, DEPARTMENT_IDS.slice(0, 3), TOPICS),
        look: arbitraryLook(year),
        closing: options.closings ? closing(year) : fc.constant(undefined),
      }),
    )
    .map(({ units: unitData, closing: closed, look, ...parts }) => {
      const typed: [CollectionName, Typed][] = [
        ['ward', { id: 'ward', data: WARD }],
        ['departments', { id: 'departments', data: unitData }],
        ...parts.plans.map((one): [CollectionName, Typed] => ['plans', one]),
      ];
      const open = [...parsed(typed), ...parts.texts];
      const entries = closed ? [...open, closingEntry(buildStore(open), closed)] : open;
      return wardOf(entries, look(entries));
    });
}

/** A ward of entries that may be random or a seed's. */
export function wardOf(entries: LocatedEntry[], asOf: string): ArbitraryWard {
  const print = () => shown(entries, asOf);
  return { entries, store: buildStore(entries), asOf, [fc.toStringMethod]: print };
}

/** Random articles and activities of some departments, to put into any ward. */
export function arbitraryTexts(
  year: number,
  departments: readonly string[],
  topics: readonly string[],
): fc.Arbitrary<LocatedEntry[]> {
  const one = article(year, departments, topics);
  return fc
    .record({
      articles: fc.noBias(fc.array(one, { maxLength: 25, size: 'max' })),
      activities: fc.array(activity(year, departments), { maxLength: 6, size: 'max' }),
    })
    .map(({ articles, activities }) =>
      parsed([
        ...numbered(articles, 'bai').map((text): [CollectionName, Typed] => ['articles', text]),
        ...numbered(activities, 'viec').map((held): [CollectionName, Typed] => [
          'activities',
          held,
        ]),
      ]),
    );
}

/**
 * Chooses the day to look at a ward on: often one late enough that there is something to see,
 * and often one on which something in the ward happens, for that day itself belongs to it.
 */
export function arbitraryLook(
  year: number,
): fc.Arbitrary<(entries: readonly LocatedEntry[]) => string> {
  const late = fc.constantFrom(`${year}-06-30`, `${year}-12-31`, `${year + 1}-02-28`);
  const day = fc.oneof({ weight: 1, arbitrary: dayOf(year) }, { weight: 2, arbitrary: late });
  return fc.tuple(day, perhaps(2 / 5, fc.noBias(fc.nat()))).map(([fixed, pick]) => (entries) => {
    const texts = entries.filter(({ collection }) => collection === 'articles');
    const days = JSON.stringify(texts.map(({ raw }) => raw.data)).match(/\d{4}-\d\d-\d\d/g) ?? [];
    return pick === undefined ? fixed : (days[pick % days.length] ?? fixed);
  });
}

/** Holds typed entries against their schemas, so that defaults are there, as after reading. */
export function parsed(typed: readonly [CollectionName, Typed][]): LocatedEntry[] {
  const { entries, issues } = parseEntries(
    typed.map(([collection, { id, data, textKey = '' }]) => ({
      collection,
      id,
      file: `${collection}/${id}`,
      data,
      body: { source: '', startLine: 1, textKey, findings: [], media: [], procedures: [] },
      lineOf: () => undefined,
    })),
  );
  if (issues.length > 0) throw new Error(`An arbitrary ward is wrong: ${JSON.stringify(issues)}`);
  return entries;
}

/** A day in a year or just outside it, more often one at the edge of some period. */
export function dayOf(year: number): fc.Arbitrary<string> {
  const first = Temporal.PlainDate.from({ year, month: 1, day: 1 });
  const edges = [-3, -1, 0, 1, 58, 59, 60, 89, 90, 180, 181, 272, 273, 362, 364, 365, 366, 368];
  // Without bias: fast-check would prefer the smallest number, a day before the year begins.
  const days = fc.oneof(
    { weight: 4, arbitrary: fc.noBias(fc.integer({ min: -31, max: 380 })) },
    { weight: 1, arbitrary: fc.constantFrom(...edges) },
    // The two days of one turn of a month, so that much meets on the same day.
    { weight: 2, arbitrary: fc.constantFrom(89, 90) },
    { weight: 5, arbitrary: fc.noBias(fc.integer({ min: 55, max: 185 })) },
  );
  return days.map((count) => first.add({ days: count }).toString());
}

/* Who there is */

function units(year: number, constant: boolean): fc.Arbitrary<Record<string, unknown>> {
  const stretch = constant ? fc.constant({}) : fc.oneof(fc.constant({}), stretchOf(year));
  return fc.integer({ min: 3, max: 5 }).chain((size) => {
    const ids = DEPARTMENT_IDS.slice(0, size);
    const member = fc
      .tuple(fc.constantFrom(...ids), stretch)
      .map(([department, dates]) => ({ department, ...dates }));
    const members = fc.array(member, { minLength: 1, maxLength: size + 1, size: 'max' });
    return fc
      .record({
        departments: fc.tuple(...ids.map(() => (constant ? stretch : usuallyWhole(year)))),
        groups: fc.tuple(members, members),
      })
      .map(({ departments, groups }) => ({
        departments: ids.map((id, at) => ({ id, name: `Phòng ${id}`, ...departments[at] })),
        groups: groups.map((list, at) => ({
          id: `nhom-${at + 1}`,
          name: `Nhóm ${at + 1}`,
          members: list,
        })),
      }));
  });
}

function usuallyWhole(year: number) {
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: stretchOf(year) },
  );
}

function stretchOf(year: number): fc.Arbitrary<{ from?: string; to?: string }> {
  return fc
    .tuple(perhaps(3 / 4, dayOf(year)), perhaps(3 / 4, dayOf(year)))
    .map(([from, to]) => (from && to && to < from ? { from: to, to: from } : drop({ from, to })));
}

/* What is asked */

function plans(year: number): fc.Arbitrary<Typed[]> {
  const issue = fc.oneof(
    fc.constantFrom(`${year - 1}-12-15`, `${year}-01-01`, `${year}-02-23`, `${year}-03-01`),
    fc.integer({ min: 1, max: 6 }).map((month) => `${year}-0${month}`),
    dayOf(year).filter((day) => day < `${year}-11-20`),
  );
  const rules = fc.array(rule(year), { minLength: 1, maxLength: 2 });
  return fc
    .record({
      first: fc.tuple(issue, rules),
      second: perhaps(1 / 2, fc.tuple(issue, rules, fc.boolean())),
    })
    .map(({ first: [on, quotas], second }) => {
      if (!second) return [planData('ke-hoach-1', year, on, quotas, 'a')];
      const [other, more, replaces] = second;
      // A plan replaces an older one.
      const [early = '', late = ''] = [on, other].sort();
      const extra = replaces ? { replaces: 'ke-hoach-1' } : {};
      return [
        planData('ke-hoach-1', year, early, quotas, 'a'),
        planData('ke-hoach-2', year, late, more, 'b', extra),
      ];
    });
}

/** A plan as typed; `issue` is a day or only a month. */
export function planData(
  id: string,
  year: number,
  issue: string,
  quotas: readonly Record<string, unknown>[],
  prefix: string,
  extra: Record<string, unknown> = {},
): Typed {
  const data = {
    title: `Kế hoạch thử ${id}`,
    ...(issue.length === 7 ? { issuedMonth: issue } : { date: issue }),
    year,
    issuer: 'UBND phường Thử',
    quotas: quotas.map((one, at) => ({ ...one, id: `${prefix}-${at + 1}` })),
    ...extra,
  };
  return { id, data };
}

/** A rule of any shape that the checks let through; its id comes with its plan. */
export function rule(year: number): fc.Arbitrary<Record<string, unknown>> {
  return fc
    .record({
      shape: shape(year),
      subject: subject(),
      min: fc.integer({ min: 1, max: 3 }),
      tracked: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
      alternatives: fc.array(alternative(year), { maxLength: 2 }),
    })
    .map(({ shape: counting, subject: who, min, tracked, alternatives }) => ({
      quote: 'Mỗi tháng có ít nhất một tin, bài',
      where: 'Phụ lục, dòng 1',
      subject: who,
      ...counting,
      ...(tracked ? { level: 'tracked' } : { min }),
      alternatives: alternatives.map((one, at) => ({ label: `Cách ${at + 1}`, ...one })),
    }));
}

/** Another reading; one that changes the measure changes all that hangs on it. */
function alternative(year: number): fc.Arbitrary<Record<string, unknown>> {
  const who = subject().map(({ departments, mode, lead }) => drop({ departments, mode, lead }));
  // Nine months must not inherit a `from` after September: they would name no period at all.
  const other = shape(year).map((one) =>
    one['period'] === 'nine-months' ? { from: `${year}`, ...one } : one,
  );
  return fc.oneof(
    who,
    fc.integer({ min: 1, max: 4 }).map((min) => ({ min })),
    other,
    fc.tuple(who, other).map(([one, two]) => ({ ...one, ...two })),
  );
}

function subject(): fc.Arbitrary<{ departments: string[]; mode: string; lead?: string }> {
  const names = [...DEPARTMENT_IDS.slice(0, 3), 'group:nhom-1', 'group:nhom-2'];
  return fc
    .record({
      departments: fc.subarray(names, { minLength: 1, maxLength: 4 }),
      mode: fc.constantFrom('each', 'joint', 'lead'),
      lead: fc.constantFrom(...DEPARTMENT_IDS.slice(0, 3)),
    })
    .map(({ lead, ...rest }) => (rest.mode === 'lead' ? { ...rest, lead } : rest));
}

function shape(year: number): fc.Arbitrary<Record<string, unknown>> {
  const channels = fc
    .array(fc.constantFrom(...CHANNEL_CHOICES), { minLength: 1, maxLength: 3 })
    .map((list) => [...new Set(list)]);
  const item = fc
    .tuple(fc.constantFrom('published', 'published', 'sent', 'sent', 'aired'), channels)
    .map(([event, list]) =>
      event === 'aired'
        ? { measure: 'item', event, channels: [...new Set([...list, 'loudspeaker'])] }
        : { measure: 'item', event, channels: list },
    );
  const airing = fc
    .subarray(AIRED_CHANNELS, { minLength: 1 })
    .map((list) => ({ measure: 'airing', event: 'aired', channels: list }));
  const texts = fc
    .tuple(fc.oneof({ weight: 3, arbitrary: item }, { weight: 1, arbitrary: airing }), conditions())
    .map(([counting, wanted]) => ({ ...counting, conditions: wanted }));
  const held = fc
    .tuple(
      fc.subarray(KINDS, { minLength: 1 }),
      perhaps(1 / 2, fc.subarray(FIELDS, { minLength: 1 })),
    )
    .map(([activityKinds, fields]) => ({
      measure: 'activity',
      event: 'held',
      channels: [],
      conditions: fields ? { activityKinds, fields } : { activityKinds },
    }));
  return fc
    .tuple(fc.oneof({ weight: 4, arbitrary: texts }, { weight: 1, arbitrary: held }), when(year))
    .map(([counting, time]) => ({ ...counting, ...time }));
}

function conditions(): fc.Arbitrary<Record<string, unknown>> {
  return fc
    .record({
      new: fc.constantFrom(undefined, undefined, undefined, true, true, false),
      topics: perhaps(1 / 8, fc.subarray(TOPICS, { minLength: 1 })),
      fields: perhaps(1 / 8, fc.subarray(FIELDS, { minLength: 1 })),
      genres: perhaps(1 / 8, fc.subarray([...new Set(GENRES)], { minLength: 1 })),
    })
    .map(drop);
}

/** Period, from and to; both ends lie in the plan's year, as the checks want. */
function when(year: number): fc.Arbitrary<Record<string, unknown>> {
  const moment = fc
    .oneof(
      fc.integer({ min: 1, max: 12 }).map((n) => `${year}-${String(n).padStart(2, '0')}`),
      fc.integer({ min: 1, max: 4 }).map((n) => `${year}-Q${n}`),
      fc.integer({ min: 1, max: 52 }).map((n) => `${year}-W${String(n).padStart(2, '0')}`),
      fc.constantFrom(`${year}-H1`, `${year}-H2`, `${year}-9M`, `${year}`),
      dayOf(year).filter((day) => day.startsWith(`${year}-`)),
    )
    .map(String);
  const pair = fc
    .tuple(moment, moment)
    .map(([a, b]) => (startOf(a) <= startOf(b) ? [a, b] : [b, a]));
  const ordered = pair.filter(([from = '', to = '']) => startOf(from) <= endOf(to));
  const window = ordered.map(([from, to]) => ({ period: 'window', from, to }));
  const regular = fc
    .tuple(fc.constantFrom(...PERIODS), ordered, fc.constantFrom(0, 0, 0, 0, 1, 1, 2, 3))
    .map(([period, [from, to], ends]) =>
      drop({
        period,
        // Nine months that begin in October name no period at all; a check says so.
        from: ends % 2 && !(period === 'nine-months' && isLate(from)) ? from : undefined,
        to: ends > 1 ? to : undefined,
      }),
    );
  return fc.oneof({ weight: 6, arbitrary: regular }, { weight: 1, arbitrary: window });
}

/* What was done */

function article(
  year: number,
  departments: readonly string[],
  topics: readonly string[],
): fc.Arbitrary<Omit<Typed, 'id'>> {
  return fc
    .record({
      date: dayOf(year),
      department: fc.constantFrom(...departments),
      genre: fc.constantFrom(...GENRES),
      fields: fc.subarray(FIELDS),
      topics: fc.subarray([...topics]),
      repost: fc.integer({ min: 0, max: 7 }),
      web: fc.integer({ min: 0, max: 4 }),
      textKey: fc.constantFrom('', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
      withdrawnAfter: perhaps(1 / 6, fc.integer({ min: 0, max: 120 })),
      decision: perhaps(1 / 5, fc.tuple(fc.constantFrom('new', 'repeat'), dayOf(year))),
      gaps: fc.array(gaps(), { maxLength: 3, size: 'max' }),
    })
    .map(({ date, repost, web, textKey, withdrawnAfter, decision, gaps: placed, ...data }) => ({
      textKey,
      data: drop({
        ...data,
        title: `Tin thử ngày ${date.slice(8)}`,
        date,
        coordinators: departments.slice(0, 1),
        origin: repost === 0 ? 'repost' : 'own',
        web: web !== 0,
        placements: placed.map((one) => placementOn(date, one)),
        withdrawn:
          withdrawnAfter === undefined
            ? undefined
            : { date: plus(date, withdrawnAfter), reason: 'Sai số liệu' },
        originality: decision
          ? { decision: decision[0], by: 'Phòng VH-XH', date: decision[1], reason: 'Đã đối chiếu' }
          : undefined,
      }),
    }));
}

/** Days between an article and what became of it on one channel; undefined where nothing did. */
interface Gaps {
  channel: string;
  sent: number | undefined;
  published: number | undefined;
  aired: number | undefined;
  airings: { after: number; time: string | undefined }[];
}

function gaps(): fc.Arbitrary<Gaps> {
  const gap = fc.oneof(
    { weight: 2, arbitrary: fc.integer({ min: -20, max: 70 }) },
    { weight: 1, arbitrary: fc.integer({ min: -2, max: 3 }) },
    { weight: 1, arbitrary: fc.constant(0) },
  );
  const aired = fc.array(
    fc.record({ after: gap, time: fc.constantFrom(undefined, '06:00', '17:00') }),
    { maxLength: 4, size: 'max' },
  );
  return fc.record({
    channel: fc.constantFrom(...PLACED_CHANNELS),
    sent: perhaps(1 / 2, gap),
    published: perhaps(1 / 2, gap),
    aired: perhaps(1 / 4, gap),
    airings: fc.oneof(aired, fc.constant<Gaps['airings']>([])),
  });
}

function placementOn(date: string, { channel, sent, published, aired, airings }: Gaps) {
  const after = (days: number | undefined) => (days === undefined ? undefined : plus(date, days));
  // A text is published no earlier than it was handed in: anything else is an error of content.
  const late =
    published !== undefined && sent !== undefined ? Math.max(published, sent) : published;
  const list = airings.map((one) => drop({ date: after(one.after), time: one.time }));
  const known = new Set<string>();
  return drop({
    channel,
    sent: after(sent),
    published: after(late),
    aired: after(aired),
    airings: list.filter(
      (one) => !known.has(JSON.stringify(one)) && known.add(JSON.stringify(one)),
    ),
  });
}

function activity(year: number, departments: readonly string[]): fc.Arbitrary<Omit<Typed, 'id'>> {
  return fc
    .record({
      kind: fc.constantFrom(...KINDS),
      department: fc.constantFrom(...departments),
      fields: fc.subarray(FIELDS),
      date: dayOf(year),
      days: fc.constantFrom(0, 0, 1, 5, 40),
    })
    .map(({ date, days, ...data }) => ({
      data: {
        ...data,
        title: `Hoạt động thử ngày ${date.slice(8)}`,
        ...(days === 0 ? { date } : { window: { from: date, to: plus(date, days) } }),
      },
    }));
}

/* What was closed */

interface Closed {
  month: string;
  daysAfter: number;
  /** Added to every number, so that a closed number is never mistaken for today's. */
  more: number;
}

function closing(year: number): fc.Arbitrary<Closed> {
  return fc.record({
    month: fc.constantFrom(`${year}-03`, `${year}-04`, `${year}-06`, `${year}-12`),
    daysAfter: fc.constantFrom(1, 5, 40),
    more: fc.constantFrom(0, 0, 1),
  });
}

/** A closing with the numbers of the independent count on the day it was taken. */
function closingEntry(store: Store, { month, daysAfter, more }: Closed): LocatedEntry {
  const last = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 }).add({ months: 1 });
  const closedOn = last.add({ days: daysAfter - 1 }).toString();
  const tallies = independentTallies(store, closedOn)
    .filter(({ alternative: other, to }) => other === null && to.startsWith(month))
    .map(({ rule: id, subject: who, period, required, actual, status, counted }) => ({
      rule: id,
      subject: who,
      period,
      ...(required === null ? {} : { required }),
      actual: actual + more,
      shares: [{ department: 'vp', count: actual + more }],
      status,
      counted: [...counted, ...(more ? ['bai-da-khoa'] : [])].map((one) => ({
        id: one,
        title: 'Tên lúc khóa sổ',
        date: `${month}-28`,
      })),
    }));
  const [entry] = parsed([['closings', { id: month, data: { month, closedOn, tallies } }]]);
  if (!entry) throw new Error('No closing');
  return entry;
}

/* Odds and ends */

/** Something in a share of all cases and nothing in the others. */
function perhaps<T>(share: number, one: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  const weight = Math.round(share * 60);
  return fc.oneof(
    { weight: 60 - weight, arbitrary: fc.constant(undefined) },
    { weight, arbitrary: one },
  );
}

const WARD = {
  id: 'thu',
  name: 'Phường Thử',
  kind: 'ward',
  province: 'tỉnh Thử',
  authority: 'Ủy ban nhân dân phường Thử',
  topics: TOPICS.map((id) => ({ id, name: `Chủ đề ${id}` })),
};

/** Ids sort unlike they were drawn, so that no test passes by the order of entries alone. */
function numbered(list: readonly Omit<Typed, 'id'>[], prefix: string): Typed[] {
  return list.map((one, at) => ({ ...one, id: `2026/01/${prefix}-${String(97 - at * 3)}` }));
}

function plus(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

function isLate(moment: string | undefined): boolean {
  return moment !== undefined && startOf(moment).slice(5) > '09-30';
}

/** First day of a moment, good enough to put two in order; the counters work it out in full. */
function startOf(moment: string): string {
  return rangeOf(moment)[0];
}

function endOf(moment: string): string {
  return rangeOf(moment)[1];
}

function rangeOf(moment: string): [string, string] {
  const year = moment.slice(0, 4);
  const rest = moment.slice(5);
  if (rest.length === 5) return [moment, moment];
  if (rest.startsWith('W')) {
    const fourth = Temporal.PlainDate.from(`${year}-01-04`);
    const monday = fourth.add({ days: 1 - fourth.dayOfWeek + 7 * (Number(rest.slice(1)) - 1) });
    return [monday.toString(), monday.add({ days: 6 }).toString()];
  }
  const [first, last] = MONTHS_OF[rest] ?? [Number(rest), Number(rest)];
  const end = Temporal.PlainYearMonth.from({ year: Number(year), month: last });
  return [`${year}-${String(first).padStart(2, '0')}-01`, `${end}-${end.daysInMonth}`];
}

const MONTHS_OF: Record<string, [number, number]> = {
  '': [1, 12],
  H1: [1, 6],
  H2: [7, 12],
  '9M': [1, 9],
  Q1: [1, 3],
  Q2: [4, 6],
  Q3: [7, 9],
  Q4: [10, 12],
};

/** Leaves out what is undefined: front matter has no such value. */
function drop<T extends Record<string, unknown>>(value: T): { [K in keyof T]: NonNullable<T[K]> } {
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]: NonNullable<T[K]> };
}

/** A counterexample as somebody can read it: what was typed, without defaults. */
function shown(entries: readonly LocatedEntry[], asOf: string): string {
  const lines = entries
    .filter(({ collection }) => collection !== 'ward')
    .map(({ collection, id, raw, textKey }) =>
      JSON.stringify({ [`${collection}/${id}`]: raw.data, ...(textKey ? { textKey } : {}) }),
    );
  return [`asOf ${asOf}`, ...lines].join('\n');
}
