import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/core/calendar/day.ts';
import type { PlanBook } from '../../src/core/plan/book.ts';
import { isOngoing } from '../../src/core/plan/due.ts';
import { PROGRESS, type Progress } from '../../src/core/plan/state.ts';
import { shareOf, type TaskProgress } from '../../src/core/plan/tasks.ts';
import { planWorkPage } from '../../src/core/view/plan-work.ts';
import { book, PLAN, plan, seedBook, task } from '../support/plan-cases.ts';
import { activity, airings, item, type Made, membership } from '../support/quota-cases.ts';
import { SEED_NAMES } from '../support/seeds.ts';

/** Content that names the task of the case. */
const shown = { tasks: [`${PLAN}/1`] };
const post = (date: string, department = 'vhxh') =>
  item(`bai-${department}`, department, date, shown);

/** An activity that names the task. */
function held(when: string, department = 'vhxh'): Made {
  return (entries) => {
    const made = activity('buoi', 'training', department, when);
    return [...entries, { ...made, data: { ...(made.data as object), ...shown } }];
  };
}

function tasksOf(found: PlanBook, id = PLAN): readonly TaskProgress[] {
  return found.tasks.get(id) ?? [];
}

async function only(asOf: string, made: Made[]): Promise<TaskProgress> {
  const [found] = tasksOf(await book(asOf, made));
  if (!found) throw new RangeError('No task');
  return found;
}

const FIXED = { kind: 'fixed', text: 'Chậm nhất ngày 31/3', date: '2026-03-31' };
const BEFORE = { ...FIXED, inclusive: false };
const RELATIVE = { kind: 'relative', days: 10, after: 'Ngày ban hành', date: '2026-03-16' };
const DAYLESS = { kind: 'relative', days: 10, after: 'Ngày ban hành' };
const QUARTER = { kind: 'window', from: '2026-Q3', to: '2026-Q3' };
const RESULT = { kind: 'result', text: 'Khi có kết quả và trong năm 2026', to: '2026' };
const ANYTIME = { kind: 'result', text: 'Khi có kết quả' };
const ALWAYS = { kind: 'continuous', text: 'Thường xuyên' };
const MONTHLY = { kind: 'periodic', text: 'Hằng tháng' };
const UNSTATED = { kind: 'unstated' };

type Due = Record<string, unknown>;
type Hand = { state: string; date?: string; note?: string } | undefined;
type Row = [what: string, due: Due, hand: Hand, made: Made[], asOf: string, state: Progress];

const hand = (state: string, date?: string): Hand => ({ state, ...(date && { date }) });

describe('a task that no rule measures', () => {
  const rows: Row[] = [
    ['a day to come', FIXED, undefined, [], '2026-03-01', 'upcoming'],
    ['the day itself', FIXED, undefined, [], '2026-03-31', 'upcoming'],
    ['the day after', FIXED, undefined, [], '2026-04-01', 'late'],
    ['«trước ngày»: the day before', BEFORE, undefined, [], '2026-03-30', 'upcoming'],
    ['«trước ngày»: the day itself is late', BEFORE, undefined, [], '2026-03-31', 'late'],
    ['shown in time', FIXED, undefined, [post('2026-03-20')], '2026-03-25', 'done'],
    ['shown after its day', FIXED, undefined, [post('2026-04-05')], '2026-06-01', 'done'],
    [
      'shown only by what is dated later',
      FIXED,
      undefined,
      [post('2026-04-05')],
      '2026-04-04',
      'late',
    ],
    [
      'an activity that still goes on',
      FIXED,
      undefined,
      [held('2026-03-20..2026-03-28')],
      '2026-03-25',
      'doing',
    ],
    [
      'an activity that has ended',
      FIXED,
      undefined,
      [held('2026-03-20..2026-03-28')],
      '2026-03-28',
      'done',
    ],
    ['nobody can know, in time', FIXED, hand('unknown'), [], '2026-03-31', 'upcoming'],
    ['nobody can know, afterwards', FIXED, hand('unknown'), [], '2026-04-01', 'unknown'],
    [
      'nobody could know, and yet it shows',
      FIXED,
      hand('unknown'),
      [post('2026-03-20')],
      '2026-04-01',
      'done',
    ],
    ['written down as done', FIXED, hand('done', '2026-03-10'), [], '2026-03-11', 'done'],
    ['written down later than today', FIXED, hand('done', '2026-04-10'), [], '2026-04-09', 'late'],
    ['written down as begun', FIXED, hand('doing'), [], '2026-03-20', 'doing'],
    ['begun and not finished', FIXED, hand('doing'), [], '2026-04-01', 'late'],
    ['planned', FIXED, hand('planned'), [], '2026-03-20', 'upcoming'],
    ['planned only, and late', FIXED, hand('planned'), [], '2026-04-01', 'late'],
    ['planned, on its last day', FIXED, hand('planned'), [], '2026-03-31', 'upcoming'],
    ['begun, on its last day', FIXED, hand('doing'), [], '2026-03-31', 'doing'],
    [
      'an activity to come',
      QUARTER,
      undefined,
      [held('2026-08-10..2026-08-12')],
      '2026-08-09',
      'upcoming',
    ],
    ['given up', FIXED, hand('dropped'), [post('2026-03-20')], '2026-04-01', 'dropped'],
    ['a computed day to come', RELATIVE, undefined, [], '2026-03-16', 'upcoming'],
    ['a computed day gone', RELATIVE, undefined, [], '2026-03-17', 'late'],
    ['a day that depends on another document', DAYLESS, undefined, [], '2026-12-31', 'unknown'],
    ['the same, shown', DAYLESS, undefined, [post('2026-03-20')], '2026-03-20', 'done'],
    ['before its window', QUARTER, undefined, [], '2026-05-01', 'upcoming'],
    ['in its window', QUARTER, undefined, [], '2026-08-01', 'upcoming'],
    ['in its window, shown', QUARTER, undefined, [post('2026-08-01')], '2026-09-30', 'doing'],
    ['after its window, shown', QUARTER, undefined, [post('2026-08-01')], '2026-10-01', 'done'],
    ['after its window, never shown', QUARTER, undefined, [], '2026-10-01', 'late'],
    ['in its window, written down as done', QUARTER, hand('done'), [], '2026-08-01', 'done'],
    ['a result that may come', RESULT, undefined, [], '2026-10-01', 'upcoming'],
    ['a result that never came', RESULT, undefined, [], '2027-01-01', 'unknown'],
    ['a result that came', RESULT, undefined, [post('2026-08-01')], '2026-10-01', 'doing'],
    [
      'a result that came, at the end',
      RESULT,
      undefined,
      [post('2026-08-01')],
      '2027-01-01',
      'done',
    ],
    ['a result without any day', ANYTIME, undefined, [], '2026-10-01', 'unknown'],
    ['always, never shown', ALWAYS, undefined, [], '2026-10-01', 'unknown'],
    ['always, shown', ALWAYS, undefined, [post('2026-08-01')], '2026-12-31', 'doing'],
    ['always, the year over', ALWAYS, undefined, [post('2026-08-01')], '2027-01-01', 'done'],
    ['always, written down as done too early', ALWAYS, hand('done'), [], '2026-12-31', 'doing'],
    ['always, written down as done', ALWAYS, hand('done'), [], '2027-01-01', 'done'],
    ['every month, shown once', MONTHLY, undefined, [post('2026-08-01')], '2026-10-01', 'doing'],
    [
      'every month, shown once in the year',
      MONTHLY,
      undefined,
      [post('2026-08-01')],
      '2027-01-01',
      'unknown',
    ],
    ['every month, written down as done', MONTHLY, hand('done'), [], '2027-01-01', 'done'],
    ['no day at all', UNSTATED, undefined, [], '2027-01-01', 'unknown'],
    ['no day at all, shown', UNSTATED, undefined, [post('2026-08-01')], '2026-10-01', 'doing'],
    [
      'no day at all, the year over',
      UNSTATED,
      undefined,
      [post('2026-08-01')],
      '2027-01-01',
      'done',
    ],
    ['no day at all, begun', UNSTATED, hand('doing'), [], '2026-10-01', 'doing'],
    ['no day at all, begun and forgotten', UNSTATED, hand('doing'), [], '2027-01-01', 'unknown'],
  ];

  test.each(rows)('%s', async (_, due, status, made, asOf, state) => {
    const found = await only(asOf, [plan({ tasks: [task(due, status && { status })] }), ...made]);
    expect(found.judgement?.state).toBe(state);
    expect(found.judgement?.reason).toMatch(/\.$/);
  });

  test('evidence is what exists: not what was withdrawn, and also what has no page here', async () => {
    const gone = { withdrawn: { date: '2026-03-25', reason: 'Sai số liệu.' } };
    const made = [
      plan({ tasks: [task(FIXED)] }),
      item('con', 'vhxh', '2026-03-11', shown, { web: false }),
      item('go', 'vhxh', '2026-03-10', shown, gone),
    ];
    const ids = async (asOf: string) => (await only(asOf, made)).evidence.map(({ id }) => id);
    expect(await ids('2026-03-24')).toEqual(['2026/03/con', '2026/03/go']);
    expect(await ids('2026-03-25')).toEqual(['2026/03/con']);
    const [article] = (await only('2026-03-25', made)).evidence;
    expect(article).toMatchObject({ address: null, day: '2026-03-11', departments: ['vhxh'] });
  });

  test('of an activity that goes on the first day is told, of one that is over the last', async () => {
    const day = async (asOf: string) =>
      (await only(asOf, [plan({ tasks: [task(FIXED)] }), held('2026-03-20..2026-03-28')]))
        .evidence[0]?.day;
    expect([await day('2026-03-27'), await day('2026-03-28')]).toEqual([
      '2026-03-20',
      '2026-03-28',
    ]);
  });

  test('the first evidence decides whether it was in time', async () => {
    const made = [post('2026-03-30'), post('2026-04-05', 'kt')];
    const { judgement } = await only('2026-05-01', [plan({ tasks: [task(FIXED)] }), ...made]);
    expect(judgement?.reason).toBe('Có 2 nội dung minh chứng, mới nhất ngày 05/4/2026.');
  });

  test('the reason counts the days', async () => {
    const reason = async (asOf: string, ...made: Made[]) =>
      (await only(asOf, [plan({ tasks: [task(BEFORE)] }), ...made])).judgement?.reason;
    expect(await reason('2026-04-02')).toBe('Quá hạn 3 ngày, chưa có nội dung minh chứng.');
    expect(await reason('2026-05-01', post('2026-04-01'))).toBe(
      'Có 1 nội dung minh chứng, mới nhất ngày 01/4/2026, sau hạn 2 ngày.',
    );
  });
});

describe('who is judged', () => {
  const judged = async (parts: Record<string, unknown>) =>
    (await only('2026-06-01', [plan({ tasks: [task(FIXED, parts)] })])).judgement?.state;

  test.each<[string, Record<string, unknown>, Progress | undefined]>([
    ['a department of the ward', {}, 'late'],
    ['a request', { requested: true }, undefined],
    ['a body that is only asked', { lead: ['mttq'] }, undefined],
    ['a partner', { lead: ['khudancu'] }, undefined],
    ['a partner beside a department', { lead: ['khudancu', 'kt'] }, 'late'],
    ['a body outside the ward', { lead: [], leadOutside: 'Sở Nội vụ' }, 'unknown'],
    ['nobody named', { lead: [] }, 'unknown'],
  ])('%s', async (_, parts, state) => {
    expect(await judged(parts)).toBe(state);
  });
});

describe('a task that rules measure', () => {
  const rule = (parts: Record<string, unknown>) => ({
    id: 'r',
    quote: 'Mỗi tháng 01 tin phát thanh',
    where: 'Phụ lục, dòng 1',
    subject: { departments: ['vhxh', 'kt'], mode: 'each' },
    measure: 'item',
    event: 'aired',
    channels: ['loudspeaker'],
    min: 1,
    period: 'month',
    from: '2026-03',
    to: '2026-05',
    ...parts,
  });
  const aired = (slug: string, department: string, ...days: string[]) =>
    item(slug, department, days[0] ?? '', airings('loudspeaker', ...days));
  const both = (month: string) => [
    aired(`a-${month}`, 'vhxh', `2026-${month}-05`),
    aired(`b-${month}`, 'kt', `2026-${month}-06`),
  ];
  const measured = (parts: Record<string, unknown>, due: Due, more: Record<string, unknown> = {}) =>
    plan({ quotas: [rule(parts)], tasks: [task(due, { rules: ['r'], ...more })] });
  const stateOf = async (asOf: string, ...made: Made[]) => (await only(asOf, made)).judgement;

  test('met so far is being done; missed once is late for good, with the months', async () => {
    const months = measured({}, MONTHLY);
    expect((await stateOf('2026-02-20', months))?.state).toBe('upcoming');
    expect((await stateOf('2026-03-15', months, ...both('03')))?.state).toBe('doing');
    expect(await stateOf('2026-04-02', months, ...both('03'))).toEqual({
      state: 'doing',
      reason: 'Đạt ở cả 2 kỳ đã hết của 2 đơn vị; kỳ này đạt 0/2.',
    });
    const gap = [...both('03'), aired('c', 'vhxh', '2026-04-07'), ...both('05')];
    expect(await stateOf('2026-05-20', months, ...gap)).toEqual({
      state: 'late',
      reason: 'Thiếu ở 1/4 kỳ đã hết của 2 đơn vị: tháng 4.',
    });
  });

  test('all periods met finishes it, but what is periodic only with the year', async () => {
    const all = [...both('03'), ...both('04'), ...both('05')];
    expect((await stateOf('2026-06-01', measured({}, MONTHLY), ...all))?.state).toBe('doing');
    expect((await stateOf('2026-12-31', measured({}, MONTHLY), ...all))?.state).toBe('doing');
    expect((await stateOf('2027-01-01', measured({}, MONTHLY), ...all))?.state).toBe('done');
    expect((await stateOf('2026-06-01', measured({}, UNSTATED), ...all))?.state).toBe('done');
  });

  test('a number that is reached before its period ends finishes the task', async () => {
    const once = measured(
      {
        measure: 'activity',
        event: 'held',
        channels: [],
        period: 'window',
        from: '2026-Q3',
        to: '2026-Q3',
        subject: { departments: ['vhxh'], mode: 'each' },
        conditions: { activityKinds: ['training'] },
      },
      QUARTER,
    );
    const course = activity('lop', 'training', 'vhxh', '2026-07-20');
    expect(await stateOf('2026-07-19', once, course)).toEqual({
      state: 'upcoming',
      reason: 'Chưa hết kỳ nào, chưa có kết quả nào.',
    });
    expect(await stateOf('2026-07-20', once, course)).toEqual({
      state: 'done',
      reason: 'Đã đạt 1/1.',
    });
    expect((await stateOf('2026-10-01', once))?.state).toBe('late');
  });

  test('rules outweigh what is written by hand and what names the task', async () => {
    const said = measured({}, MONTHLY, { status: { state: 'done' } });
    expect((await stateOf('2026-04-01', said, post('2026-03-02')))?.state).toBe('late');
  });

  test('a tracked rule judges nothing: what it counts is evidence', async () => {
    const watched = measured({ level: 'tracked', min: undefined }, QUARTER);
    const found = await only('2026-08-01', [watched, aired('a', 'kt', '2026-03-05', '2026-03-06')]);
    expect(found.judgement?.state).toBe('doing');
    expect(found.evidence.map(({ id }) => id)).toEqual(['2026/03/a']);
    expect(found.measured).toBe(false);
    expect((await stateOf('2026-10-01', watched))?.state).toBe('late');
  });

  test('each department has its own state, from its own numbers', async () => {
    const each = measured({}, MONTHLY, { lead: ['vhxh', 'kt', 'vp'], perDepartment: true });
    const made = [each, aired('a', 'vhxh', '2026-03-05'), aired('b', 'vhxh', '2026-04-05')];
    const found = await only('2026-04-10', made);
    expect(found.departments.map(({ department, state }) => [department, state])).toEqual([
      ['vhxh', 'doing'],
      ['kt', 'late'],
      // The rule does not count this one; nothing else tells of it.
      ['vp', 'unknown'],
    ]);
    expect(found.judgement).toEqual({
      state: 'late',
      reason: '3 đơn vị: 1 đang làm, 1 chậm, 1 chưa có thông tin.',
    });
  });

  test('a joint number is nobody’s own: each is told by what it gave', async () => {
    const joint = measured({ subject: { departments: ['vhxh', 'kt'], mode: 'joint' } }, MONTHLY, {
      lead: ['vhxh', 'kt'],
      perDepartment: true,
    });
    const found = await only('2026-04-10', [joint, aired('a', 'vhxh', '2026-03-05')]);
    expect(found.departments.map(({ state }) => state)).toEqual(['doing', 'unknown']);
  });
});

describe('departments that owe a task on their own', () => {
  const each = (due: Due) =>
    plan({ tasks: [task(due, { lead: ['group:phong-don-vi'], perDepartment: true })] });

  test('evidence of one says nothing of the others', async () => {
    const found = await only('2026-03-20', [each(FIXED), post('2026-03-10', 'kt')]);
    expect(found.departments.map(({ department, state }) => `${department} ${state}`)).toEqual([
      'vhxh upcoming',
      'vp upcoming',
      'kt done',
      'ttcudv upcoming',
    ]);
    expect(found.judgement?.state).toBe('doing');
    const all = ['vhxh', 'vp', 'kt', 'ttcudv'].map((id) => post('2026-03-10', id));
    expect((await only('2026-03-20', [each(FIXED), ...all])).judgement).toEqual({
      state: 'done',
      reason: 'Cả 4 đơn vị: xong.',
    });
    expect((await only('2026-04-20', [each(FIXED), ...all.slice(1)])).judgement?.state).toBe(
      'late',
    );
  });

  test('who joins later did not owe what was due before', async () => {
    const joined = membership('phong-don-vi', 'kt', { from: '2026-04-01' });
    const ids = async (due: Due) =>
      (await only('2026-10-20', [joined, each(due)])).departments.map(
        ({ department }) => department,
      );
    expect(await ids(FIXED)).toEqual(['vhxh', 'vp', 'ttcudv']);
    expect(await ids(QUARTER)).toEqual(['vhxh', 'vp', 'kt', 'ttcudv']);
  });
});

describe('the five plans', () => {
  const year = (seed: string) => (seed === 'gieng-day' ? 2025 : 2026);

  test.each(SEED_NAMES)(
    '%s: states add up, and what goes on is never done in its year',
    async (seed) => {
      for (let day = `${year(seed)}-02-20`; day <= `${year(seed)}-12-31`; day = addDays(day, 9)) {
        const found = await seedBook(seed, day);
        for (const entry of found.plans) {
          const tasks = tasksOf(found, entry.id);
          const share = shareOf(tasks);
          const sum = Object.values(share.byState).reduce((total, one) => total + one, 0);
          expect(sum).toBe(share.total);
          expect(share.total + share.requested).toBe(entry.data.tasks.length);
          expect(share.done).toBe(tasks.filter((one) => one.judgement?.state === 'done').length);
          const early = tasks.filter(
            (one) => isOngoing(one.due) && one.judgement?.state === 'done',
          );
          expect(early).toEqual([]);
          for (const { departments, judgement } of tasks) {
            if (judgement?.state !== 'done') continue;
            expect(departments.every(({ state }) => state === 'done')).toBe(true);
          }
        }
      }
    },
  );

  test('Thượng Phúc on 20/10/2026, by hand', async () => {
    const found = await seedBook('thuong-phuc', '2026-10-20');
    const [entry] = found.plans;
    const state = (no: string) =>
      tasksOf(found, entry?.id).find(({ task: one }) => one.no === no)?.judgement?.state;
    // Ban hành kế hoạch xã: written down, with its number. Phòng chuyên môn: nobody told.
    expect([state('1'), state('2')]).toEqual(['done', 'unknown']);
    // Without any text in the seed every monthly number is short, and quarter III is over.
    expect(['3', '4', '5', '7', '8'].map(state)).toEqual(Array(5).fill('late'));
    expect(state('9')).toBe('upcoming');
    expect([state('IV.6'), state('IV.7')]).toEqual([undefined, undefined]);
  });

  test('the page shows every task once, in its part or among the requests', async () => {
    for (const seed of SEED_NAMES) {
      const found = await seedBook(seed, `${year(seed)}-10-20`);
      for (const entry of found.plans) {
        const page = planWorkPage(found.store, found.quotas, entry);
        const rows = [...page.groups.flatMap((group) => group.rows), ...page.requested];
        expect(rows.map(({ no }) => no).sort()).toEqual(
          entry.data.tasks.map(({ no }) => no).sort(),
        );
        expect(new Set(rows.map(({ anchor }) => anchor)).size).toBe(rows.length);
        expect(page.states.reduce((sum, { count }) => sum + count, 0)).toBe(page.share.total);
        expect(page.late.every(({ badge }) => badge?.name === 'Chậm')).toBe(true);
        const widths = page.states.reduce((sum, { percent }) => sum + percent, 0);
        expect(widths).toBeCloseTo(100);
      }
    }
  });

  test('a contradiction stands beside the tasks whose place it quotes, and no others', async () => {
    const found = await seedBook('uong-bi', '2026-10-20');
    const [entry] = found.plans;
    if (!entry) throw new RangeError('No plan');
    const rows = planWorkPage(found.store, found.quotas, entry).groups.flatMap(
      (group) => group.rows,
    );
    const about = (id: string) =>
      rows
        .filter((row) => row.conflicts.some(({ address }) => address === `#diem-${id}`))
        .map(({ no }) => no);
    expect(about('ub-2-thang-dau')).toEqual(['3']);
    expect(about('ub-2-tung-hay-chung')).toEqual(['1', '3', '4']);
  });
});

test('dòng 1 is not dòng 10', async () => {
  const conflict = (id: string, where: string) => ({
    id,
    about: `Điểm ${id}`,
    quotes: [{ text: 'Câu chữ', where }],
    chosen: 'Hiểu như sau.',
  });
  const conflicts = [
    conflict('a', 'Phụ lục, dòng 1'),
    conflict('b', 'Phụ lục, dòng 10'),
    conflict('c', 'phụ lục, dòng 1, cột phối hợp'),
    conflict('d', 'Phụ lục, dòng 1 (thời gian)'),
    conflict('e', 'Phụ lục'),
  ];
  const found = await book('2026-03-01', [plan({ tasks: [task(FIXED)], conflicts })]);
  const [entry] = found.plans;
  const [row] = entry ? (planWorkPage(found.store, found.quotas, entry).groups[0]?.rows ?? []) : [];
  expect(row?.conflicts.map(({ label }) => label)).toEqual(['Điểm a', 'Điểm c', 'Điểm d']);
});

test('every state has a word', () => {
  expect(Object.values(PROGRESS)).toEqual([
    ...['xong', 'đang làm', 'chậm', 'chưa đến hạn', 'chưa có thông tin', 'không thực hiện'],
  ]);
});
