import { execFile } from 'node:child_process';
import { cp, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { History } from '../../src/core/audit/history.ts';
import { closableMonths, closeMonth } from '../../src/core/closing/close.ts';
import { countingOf } from '../../src/core/closing/counting.ts';
import { type ClosingDrift, closingDrifts, hasDrift } from '../../src/core/closing/drift.ts';
import { countQuotas } from '../../src/core/quota/result.ts';
import type { Closing } from '../../src/core/schema/records.ts';
import type { RawEntry } from '../../src/core/store/raw.ts';
import type { Store } from '../../src/core/store/store.ts';
import { driftMonths, ruleDriftOf } from '../../src/core/view/closing-drift.ts';
import { loadWard } from '../../src/reader/ward.ts';
import { airings, item, on } from '../support/quota-cases.ts';
import { PROJECT, temporaryFolder } from '../support/scripts.ts';
import { wardWith } from '../support/ward-with.ts';

const LOUD = 'loudspeaker';
const CLOSED_ON = '2026-05-04';
const NOW = '2026-06-20';
const NOTHING: History = { known: false, reason: 'no-git' };
const aired = (
  slug: string,
  department: string,
  day: string,
  ...parts: Record<string, unknown>[]
) => item(slug, department, day, on(LOUD, { aired: day }), ...parts);

/** What stands in April when it is closed: one item each for two departments, two for one. */
const APRIL = [
  aired('a', 'vhxh', '2026-04-06'),
  aired('b', 'vp', '2026-04-07'),
  aired('c', 'vp', '2026-04-08'),
];

/** Closes April (and March), changes the ward, and looks at it later. */
async function afterClosing(made: RawEntry[], history: History = NOTHING): Promise<Looked> {
  const { store } = await wardWith('uong-bi', APRIL);
  const march = closed(store, [], '2026-03');
  const closings = [march, closed(store, [march], '2026-04')];
  const now: Store = { ...(await wardWith('uong-bi', made)).store, closings };
  const drifts = closingDrifts(now, NOW, history);
  return { store: now, drifts, april: drifts[1] as ClosingDrift };
}

interface Looked {
  store: Store;
  drifts: ClosingDrift[];
  april: ClosingDrift;
}

function closed(store: Store, closings: readonly Closing[], month: string): Closing {
  const outcome = closeMonth(countQuotas(store, CLOSED_ON), closings, month, 'Trưởng phòng');
  if ('refusal' in outcome) throw new Error(outcome.refusal);
  return outcome.closing;
}

/** The drift of the rule that asks for airings, a line for each event. */
function lines({ april }: Looked): string[] {
  return april.tallies
    .filter(({ rule }) => rule === 'ub-2')
    .flatMap(({ subject, closed: then, live, items }) =>
      items.map(({ id, event }) => {
        const { kind, ...rest } = event;
        const facts = Object.values(rest).map((fact) =>
          typeof fact === 'string' ? fact : Object.values(fact).join(' '),
        );
        return [`${subject} ${then}→${live}`, kind, id.split('/').at(-1), ...facts].join(' | ');
      }),
    );
}

describe('a month is closed once, after it has ended', () => {
  test.each([
    ['2026-4', CLOSED_ON, 'not-a-month'],
    ['2026-13', CLOSED_ON, 'not-a-month'],
    ['2026-Q1', CLOSED_ON, 'not-a-month'],
    ['2026-05', CLOSED_ON, 'not-ended'],
    ['2026-04', '2026-04-30', 'not-ended'],
    ['2026-03', CLOSED_ON, 'closed-already'],
    ['2025-11', CLOSED_ON, 'nothing-to-close'],
  ])('%s on %s: %s', async (month, asOf, refusal) => {
    const { store } = await wardWith('uong-bi', APRIL);
    const march = closed(store, [], '2026-03');
    expect(closeMonth(countQuotas(store, asOf), [march], month)).toEqual({ refusal });
  });

  test('it keeps numbers, ids, shares, the words of the rules and who closed it', async () => {
    const { store } = await wardWith('uong-bi', APRIL);
    const april = closed(store, [], '2026-04');
    expect(april).toMatchObject({ month: '2026-04', closedOn: CLOSED_ON, by: 'Trưởng phòng' });
    expect(april.sample).toBe(false);
    expect(april.rules.map(({ id, min }) => [id, min])).toContainEqual(['ub-2', 2]);
    expect(april.tallies.find(({ subject }) => subject === 'vp')).toMatchObject({
      required: 2,
      actual: 2,
      status: 'met',
      shares: [{ department: 'vp', count: 2 }],
      counted: [{ id: '2026/04/b' }, { id: '2026/04/c' }],
    });
  });

  test('the months that can be closed are those it would not refuse', async () => {
    const { store } = await wardWith('uong-bi', APRIL);
    const march = closed(store, [], '2026-03');
    const on = (asOf: string) => closableMonths(countQuotas(store, asOf), [march]);
    expect([on('2026-04-30'), on(CLOSED_ON), on('2026-06-20')]).toEqual([
      ['2026-02'],
      ['2026-04', '2026-02'],
      ['2026-05', '2026-04', '2026-02'],
    ]);
  });

  test('a closing of samples says so', async () => {
    const { store } = await loadWard(path.join(PROJECT, 'src/content'), { production: false });
    const outcome = closeMonth(countQuotas(store as Store, CLOSED_ON), [], '2026-03');
    expect(outcome).toMatchObject({ closing: { sample: true } });
  });
});

describe('drift', () => {
  const [a, b, c] = APRIL as [RawEntry, RawEntry, RawEntry];
  const withdrawn = { withdrawn: { date: '2026-05-10', reason: 'Có sai sót.' } };

  test.each<[string, RawEntry[], string[]]>([
    ['nothing changed', APRIL, []],
    [
      'an item was added afterwards',
      [...APRIL, aired('d', 'kt', '2026-04-20')],
      ['kt 0→1 | added | d'],
    ],
    ['an item was deleted', [a, b], ['vp 2→1 | removed | c']],
    [
      'an item was withdrawn',
      [a, b, aired('c', 'vp', '2026-04-08', withdrawn)],
      ['vp 2→1 | removed | c | Bài đã gỡ ngày 10/5/2026.'],
    ],
    [
      'its airing was moved into another month',
      [a, b, item('c', 'vp', '2026-04-08', on(LOUD, { aired: '2026-05-03' }))],
      ['vp 2→1 | moved | c | vp 2026-05'],
    ],
    [
      'another department has it',
      [a, b, aired('c', 'kt', '2026-04-08')],
      ['vp 2→1 | department | c | kt 2026-04', 'kt 0→1 | added | c | vp 2026-04'],
    ],
    [
      'another title: the number stays',
      [a, b, aired('c', 'vp', '2026-04-08', { title: 'Bài mang tên khác' })],
      ['vp 2→2 | title | c | Bài mang tên c'],
    ],
    [
      'another day in the month: the number stays',
      [a, b, item('c', 'vp', '2026-04-08', on(LOUD, { aired: '2026-04-09' }))],
      ['vp 2→2 | date | c | 2026-04-08 | 2026-04-09'],
    ],
    [
      'one for another: the number is the same, the items are not',
      [a, b, aired('d', 'vp', '2026-04-20')],
      ['vp 2→2 | removed | c', 'vp 2→2 | added | d'],
    ],
    ['a file that was moved is still the same item', [a, b, moved(c, '2026/04/c-moi')], []],
  ])('%s', async (_, made, wanted) => {
    const looked = await afterClosing(made);
    expect(lines(looked)).toEqual(wanted);
    expect(hasDrift(looked.april)).toBe(wanted.length > 0);
  });

  test('what left one closed month for another stands in both', async () => {
    const { drifts } = await afterClosing([
      a,
      b,
      item('c', 'vp', '2026-03-30', on(LOUD, { aired: '2026-03-31' })),
    ]);
    const events = drifts.map(({ month, tallies }) => [
      month,
      tallies.filter(({ rule }) => rule === 'ub-2').flatMap(({ items }) => items),
    ]);
    // The file moved with its date, so it is known again by neither id nor date.
    expect(events).toMatchObject([
      ['2026-03', [{ event: { kind: 'added' } }]],
      ['2026-04', [{ event: { kind: 'removed' } }]],
    ]);
  });

  test('closed and live differ by what came and went, in every tally', async () => {
    const { april, store } = await afterClosing([
      aired('a', 'kt', '2026-04-06'),
      item('b', 'vp', '2026-04-07', airings(LOUD, '2026-05-07T17:00')),
      aired('d', 'vhxh', '2026-04-09'),
      aired('e', 'vhxh', '2026-04-10'),
    ]);
    expect(april.tallies.length).toBeGreaterThan(2);
    for (const tally of april.tallies) {
      const came = tally.items.filter(({ event }) => event.kind === 'added').length;
      const left = tally.items.filter(({ event }) =>
        ['removed', 'moved', 'department'].includes(event.kind),
      ).length;
      expect(tally.closed + came - left).toBe(tally.live);
      const shown = countQuotas(store, NOW).tallies.find(
        ({ rule, subject, period }) =>
          rule === tally.rule && subject === tally.subject && period === tally.period,
      );
      expect(shown).toMatchObject({ closed: true, actual: tally.closed, live: tally.live });
    }
  });

  test('a rule whose minimum or words changed', async () => {
    const { store } = await afterClosing(APRIL);
    const [march, april] = store.closings as [Closing, Closing];
    const before = {
      ...april,
      rules: april.rules.map((rule) => (rule.id === 'ub-2' ? { ...rule, min: 3 } : rule)),
    };
    const [, drift] = closingDrifts({ ...store, closings: [march, before] }, NOW, NOTHING);
    expect(drift?.rules).toMatchObject([{ rule: 'ub-2', before: { min: 3 }, now: { min: 2 } }]);
    const view = ruleDriftOf(store, [drift as ClosingDrift], '2026-04', 'ub-2');
    expect(view?.rules[0]?.text).toBe('số phải đạt đổi từ 3 thành 2');
  });

  test('a closing of a later day does not exist yet', async () => {
    const { store } = await afterClosing([a, b]);
    expect(closingDrifts(store, '2026-05-03', NOTHING)).toEqual([]);
    expect(closingDrifts(store, CLOSED_ON, NOTHING)).toHaveLength(2);
  });
});

describe('an entry whose file was moved is known again by its looks', () => {
  const counted = (...entries: [id: string, title: string][]) => ({
    rule: 'r',
    subject: 'vp',
    period: '2026-04',
    counted: entries.map(([id, title]) => ({ id, title, date: '2026-04-08' })),
  });
  const found = (
    then: ReturnType<typeof counted>,
    now: ReturnType<typeof counted>,
    id: string,
    title = 'Cùng tên',
  ) => {
    const closing = { tallies: [then] } as never;
    const one = { id, title, date: '2026-04-08' };
    return countingOf('r', [closing], [now as never]).today(one)?.id;
  };

  test.each<[string, [string, string][], [string, string][], string | undefined]>([
    ['one for one', [['a', 'Cùng tên']], [['b', 'Cùng tên']], 'b'],
    [
      'its own id wins',
      [['a', 'Cùng tên']],
      [
        ['a', 'Tên mới'],
        ['b', 'Cùng tên'],
      ],
      'a',
    ],
    ['another title', [['a', 'Cùng tên']], [['b', 'Tên mới']], undefined],
    [
      'two that look the same now',
      [['a', 'Cùng tên']],
      [
        ['b', 'Cùng tên'],
        ['c', 'Cùng tên'],
      ],
      undefined,
    ],
    [
      'two that looked the same then',
      [
        ['a', 'Cùng tên'],
        ['x', 'Cùng tên'],
      ],
      [['b', 'Cùng tên']],
      undefined,
    ],
    [
      'an airing of another hour',
      [['a#2026-04-08T05:30', 'Cùng tên']],
      [['b#2026-04-08T17:00', 'Cùng tên']],
      undefined,
    ],
  ])('%s', (_, then, now, wanted) => {
    expect(found(counted(...then), counted(...now), then[0]?.[0] ?? '')).toBe(wanted);
  });
});

describe('by which commit', () => {
  const history = (day: string): History => ({
    known: true,
    shallow: false,
    files: new Map([['articles/2026/04/c.md', { last: { id: 'abc1234', day } }]]),
  });
  const [a, b] = APRIL as [RawEntry, RawEntry];

  test('the last one that touched the file since the closing', async () => {
    const { april } = await afterClosing([a, b], history('2026-05-12'));
    const [item_] = april.tallies.flatMap(({ items }) => items);
    expect(item_?.commit).toEqual({ id: 'abc1234', day: '2026-05-12' });
  });

  test('one from before the closing has nothing to do with it', async () => {
    const { april } = await afterClosing([a, b], history('2026-05-03'));
    expect(april.tallies.flatMap(({ items }) => items)[0]).not.toHaveProperty('commit');
  });
});

describe('what the pages say', () => {
  test('a month without drift says that its numbers stand', async () => {
    const { store, drifts } = await afterClosing(APRIL);
    const months = driftMonths(store, drifts);
    expect(months.map(({ month, drifted, sentence }) => [month, drifted, sentence])).toEqual([
      ['2026-04', false, 'Số liệu hôm nay vẫn như khi khóa sổ.'],
      ['2026-03', false, 'Số liệu hôm nay vẫn như khi khóa sổ.'],
    ]);
  });

  test('below a rule stands only what is of the rule, and only in a closed month', async () => {
    const { store, drifts } = await afterClosing(APRIL.slice(0, 2));
    const view = ruleDriftOf(store, drifts, '2026-04', 'ub-2');
    expect(view?.tallies).toEqual([
      {
        rule: 'ub-2',
        name: 'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường, tháng 4 năm 2026',
        closed: 2,
        live: 1,
        lines: [
          {
            kind: 'removed',
            kindName: 'Không còn tính',
            title: 'Bài mang tên c',
            text: 'không còn trong nội dung',
          },
        ],
      },
    ]);
    expect(ruleDriftOf(store, drifts, '2026-05', 'ub-2')).toBeUndefined();
    expect(ruleDriftOf(store, drifts, '2026-04', 'ub-9')).toBeUndefined();
  });
});

describe('npm run close', () => {
  const CONTENT = path.join(PROJECT, 'seeds/uong-bi');

  test('writes the file once, and says what it holds', async () => {
    await using to = await temporaryFolder();
    const run = await seeded(to.folder);
    const first = await run('2026-03', '--by', 'Trưởng phòng Văn hóa - Xã hội');
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).toMatch(/Đã khóa sổ tháng 3 năm 2026: \d+ số liệu \(.*thiếu.*\)/);
    expect(await readdir(path.join(to.folder, 'closings'))).toEqual(['2026-03.yaml']);
    const file = path.join(to.folder, 'closings/2026-03.yaml');
    const text = await readFile(file, 'utf8');
    expect(text).toContain('by: Trưởng phòng Văn hóa - Xã hội');

    const again = await run('2026-03');
    expect(again).toMatchObject({ code: 2, stdout: '' });
    expect(again.stderr).toContain('đã khóa sổ ngày 04/5/2026, Trưởng phòng Văn hóa - Xã hội');
    expect(await readFile(file, 'utf8')).toBe(text);
    const { store, issues } = await loadWard(to.folder, { production: true });
    expect(issues).toEqual([]);
    expect(store?.closings).toMatchObject([{ month: '2026-03', closedOn: CLOSED_ON }]);
  });

  test.each<[string[], RegExp]>([
    [[], /Cách dùng: npm run close/],
    [['2026-03', '2026-04'], /Cách dùng: npm run close/],
    [['2026-3'], /«2026-3» không phải là một tháng/],
    [['2026-05'], /tháng ấy chưa kết thúc. Khóa sổ được từ ngày 01\/6\/2026/],
    [['2025-03'], /Không có chỉ tiêu nào kết thúc trong tháng 3 năm 2025/],
    [['2026-03', '--by', ' '], /--by: ghi một chức danh/],
    [['2026-03', '--as-of', '2027-01-01'], /Cách dùng: npm run close/],
  ])('%j is refused and writes nothing', async (args, said) => {
    await using to = await temporaryFolder();
    const run = await seeded(to.folder);
    const { code, stdout, stderr } = await run(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(said);
    expect(await readdir(to.folder)).not.toContain('closings');
  });

  async function seeded(folder: string) {
    await cp(CONTENT, folder, { recursive: true });
    return (...args: string[]) =>
      new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
        const env = { ...process.env, AS_OF: CLOSED_ON, CONTENT_DIR: folder };
        const script = ['scripts/close.ts', ...args];
        execFile(process.execPath, script, { cwd: PROJECT, env }, (error, stdout, stderr) =>
          resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
        );
      });
  }
});

/** The same entry under another file name. */
function moved(entry: RawEntry, id: string): RawEntry {
  return { ...entry, id, file: `articles/${id}.md` };
}
