import { describe, expect, test } from 'vitest';
import { currentObligations, type PlanBook } from '../../src/core/plan/book.ts';
import { plansOfTheYear } from '../../src/core/plan/in-force.ts';
import {
  dueBetween,
  isSettled,
  type Obligation,
  owedBy,
  reportsOf,
  undatedReports,
} from '../../src/core/plan/obligations.ts';
import { departmentDesk, deskHeadings } from '../../src/core/view/department-desk.ts';
import { obligationRows } from '../../src/core/view/obligation-row.ts';
import { reportWork } from '../../src/core/view/report-work.ts';
import { book, plan, seedBook, task } from '../support/plan-cases.ts';
import { airings, item, membership } from '../support/quota-cases.ts';

/** An obligation in a line: `2026-02-28 task 1`, `2026-03-04 report bao-cao 2026-Q1`. */
function line(one: Obligation): string {
  if (one.kind === 'quota') return `${one.day} quota ${one.rule.id} ${one.tally.subject}`;
  if (one.kind === 'task') return `${one.day} task ${one.progress.task.no}`;
  return `${one.day} report ${one.duty.id} ${one.period}`;
}

const lines = (found: PlanBook, kind?: Obligation['kind']) =>
  currentObligations(found)
    .filter((one) => kind === undefined || one.kind === kind)
    .map(line);

const NUMBER = {
  id: 'r',
  quote: 'Mỗi tháng 02 tin phát thanh',
  where: 'Phụ lục, dòng 1',
  subject: { departments: ['vhxh', 'kt'], mode: 'each' },
  measure: 'item',
  event: 'aired',
  channels: ['loudspeaker'],
  min: 2,
  period: 'month',
  from: '2026-03',
  to: '2026-05',
};
const REPORT = {
  id: 'bao-cao',
  label: 'Báo cáo định kỳ',
  from: ['group:phong-don-vi'],
  receiver: 'UBND phường',
  form: 'separate',
  quote: 'Báo cáo hằng quý.',
  where: 'Mục IV',
};
const aired = (slug: string, department: string, day: string) =>
  item(slug, department, day, airings('loudspeaker', day));

describe('the days of the five plans', () => {
  test('Uông Bí: 28/02 itself, and the last of the year', async () => {
    const found = await seedBook('uong-bi', '2026-10-20');
    expect(lines(found, 'task')).toEqual([
      ...['2026-02-28 task 1', '2026-02-28 task IV.1.1b'],
      // Measured by tracked rules only, so that their own days stand.
      ...['2', '5', '6', '7', '8', '9', 'IV.2.4'].map((no) => `2026-12-31 task ${no}`),
    ]);
    expect(lines(found, 'report')).toEqual([]);
    expect(lines(found, 'quota').filter((one) => one.endsWith('vhxh'))).toEqual(
      [
        '03-31',
        '04-30',
        '05-31',
        '06-30',
        '07-31',
        '08-31',
        '09-30',
        '10-31',
        '11-30',
        '12-31',
      ].map((day) => `2026-${day} quota ub-2 vhxh`),
    );
  });

  test('Thạch Khôi: «trước ngày 05» is due on the 4th', async () => {
    const found = await seedBook('thach-khoi', '2026-02-20');
    expect(lines(found, 'report')).toEqual([
      '2026-03-04 report bao-cao-dinh-ky 2026-Q1',
      '2026-06-04 report bao-cao-dinh-ky 2026-H1',
      '2026-09-04 report bao-cao-dinh-ky 2026-Q3',
      '2026-12-04 report bao-cao-dinh-ky 2026',
    ]);
    const soon = dueBetween(currentObligations(found), { from: '2026-03-04', to: '2026-03-04' });
    expect(soon.map(line)).toEqual(['2026-03-04 report bao-cao-dinh-ky 2026-Q1']);
    const [row] = obligationRows(found.store, '2026-03-04', soon);
    expect(row).toMatchObject({
      left: 'hạn hôm nay',
      note: 'kế hoạch ghi «trước ngày 05/3/2026»',
    });
    const undated = found.plans.flatMap((one) => undatedReports(found, one));
    expect(undated.map(({ duty }) => duty.id)).toEqual(['bao-cao-tong-hop', 'bao-cao-vuong-mac']);
    const [entry] = found.plans;
    const [duty] = entry ? reportWork(found.store, '2026-02-20', entry) : [];
    expect(duty?.deadlines[0]).toEqual({
      period: 'Quý I năm 2026',
      day: '2026-03-04',
      text: 'Chậm nhất 04/3/2026',
      note: 'kế hoạch ghi «trước ngày 05/3/2026»',
      left: 'còn 13 ngày',
    });
  });

  test('Thượng Phúc: ten days after 06/3; what rules measure is owed by their periods', async () => {
    const found = await seedBook('thuong-phuc', '2026-10-20');
    const tasks = lines(found, 'task');
    expect(tasks).toContain('2026-03-09 task 1');
    expect(tasks).toContain('2026-03-16 task 2');
    for (const no of ['7', '8', '9', 'IV.2.3']) {
      expect(tasks.filter((one) => one.endsWith(` task ${no}`))).toEqual([]);
    }
    const numbers = lines(found, 'quota');
    expect(numbers).toContain('2026-09-30 quota tp-8 vhxh');
    expect(numbers).toContain('2026-12-31 quota tp-10 vhxh');
    // The 53rd ISO week of 2026 ends in January.
    expect(numbers.at(-1)).toBe('2027-01-03 quota tp-6 ttdvth');
    // March is not whole, and tracked rules ask for nothing.
    expect(numbers.filter((one) => /tp-3 .*|tp-7|tp-12/.test(one))[0]).toBe(
      '2026-04-30 quota tp-3 joint',
    );
    expect(numbers.some((one) => /tp-7|tp-12/.test(one))).toBe(false);
  });

  test('An Tường: reports without a day are owed, and stand in no calendar', async () => {
    const found = await seedBook('an-tuong', '2026-10-20');
    expect(lines(found, 'report')).toEqual([]);
    const undated = found.plans.flatMap((entry) => undatedReports(found, entry));
    expect(undated.map(({ duty, periods }) => [duty.id, ...periods])).toEqual([
      ['bao-cao-dinh-ky', '2026-Q1', '2026-H1', '2026-Q3', '2026'],
      ['bao-cao-trung-tam-dich-vu-cong'],
      ['bao-cao-tong-hop'],
    ]);
  });

  test('what is asked for is owed by nobody, whatever day it has', async () => {
    const due = { kind: 'fixed', date: '2026-03-31' };
    const asked = await book('2026-03-10', [plan({ tasks: [task(due, { requested: true })] })]);
    expect(lines(asked)).toEqual([]);
    for (const seed of ['uong-bi', 'an-tuong', 'thuong-phuc'] as const) {
      const found = await seedBook(seed, '2026-10-20');
      expect(owedBy(currentObligations(found), 'mttq')).toEqual([]);
    }
  });
});

describe('what is left to do', () => {
  const due = { kind: 'fixed', date: '2026-03-31' };
  const tasks = [task(due, { lead: ['vhxh', 'kt'], perDepartment: true })];

  test('both ends belong to it; what is met or done does not', async () => {
    const made = [
      plan({ quotas: [NUMBER], tasks }),
      aired('a', 'vhxh', '2026-03-02'),
      aired('b', 'vhxh', '2026-03-03'),
    ];
    const found = await book('2026-03-10', made);
    const all = currentObligations(found);
    const between = (from: string, to: string) => dueBetween(all, { from, to }).map(line);
    expect(between('2026-03-10', '2026-03-30')).toEqual([]);
    expect(between('2026-03-10', '2026-03-31')).toEqual([
      '2026-03-31 quota r kt',
      '2026-03-31 task 1',
    ]);
    expect(between('2026-03-31', '2026-04-30').length).toBe(4);
    expect(between('2026-04-01', '2026-04-29')).toEqual([]);
  });

  test('a task that each owes is settled for who has done it', async () => {
    const shown = item('a', 'kt', '2026-03-05', { tasks: ['thu/1'] });
    const found = await book('2026-03-10', [plan({ tasks }), shown]);
    const [one] = currentObligations(found);
    if (!one) throw new RangeError('Nothing is owed');
    expect([isSettled(one), isSettled(one, 'kt'), isSettled(one, 'vhxh')]).toEqual([
      false,
      true,
      false,
    ]);
    const desk = (id: string) => {
      const unit = found.store.departmentById.get(id);
      return unit ? departmentDesk(found.store, found.quotas, unit).soon.length : undefined;
    };
    expect([desk('kt'), desk('vhxh')]).toEqual([0, 1]);
  });

  test('who reports is who is a member at the end of the period', async () => {
    const left = membership('phong-don-vi', 'kt', { to: '2026-03-31' });
    const deadlines = [
      { period: '2026-Q1', date: '2026-03-31' },
      { period: '2026-Q2', date: '2026-06-30', inclusive: false },
    ];
    const found = await book('2026-03-10', [
      left,
      plan({ reportSchedule: [{ ...REPORT, deadlines }] }),
    ]);
    const owed = currentObligations(found).map(({ day, departments }) => [
      day,
      departments.includes('kt'),
    ]);
    expect(owed).toEqual([
      ['2026-03-31', true],
      ['2026-06-29', false],
    ]);
    const [entry] = found.plans;
    expect(entry && reportsOf(found, entry, 'vhxh').length).toBe(1);
    expect(entry && reportsOf(found, entry, 'mttq')).toEqual([]);
  });
});

describe('the plans that departments work by', () => {
  const dated = (id: string, year: number, date: string, more = {}) =>
    plan({
      id,
      year,
      date,
      tasks: [task({ kind: 'window', from: `${year}`, to: `${year}` })],
      ...more,
    });
  const ids = (found: PlanBook) =>
    plansOfTheYear(found.store, found.quotas.asOf).map(({ id }) => id);

  test('this year’s and later ones; else the last there was', async () => {
    const made = [
      dated('cu', 2025, '2025-02-01'),
      dated('nay', 2026, '2026-02-10'),
      dated('sau', 2027, '2026-12-20'),
    ];
    expect(ids(await book('2026-02-09', made))).toEqual(['cu']);
    expect(ids(await book('2026-02-10', made))).toEqual(['nay']);
    expect(ids(await book('2026-12-31', made))).toEqual(['sau', 'nay']);
    expect(ids(await book('2027-01-05', made))).toEqual(['sau']);
    expect(ids(await book('2025-01-01', made))).toEqual([]);
  });

  test('of a replaced plan only the numbers are still owed', async () => {
    const old = dated('cu', 2026, '2026-02-10', {
      quotas: [{ ...NUMBER, to: undefined }],
      reportSchedule: [{ ...REPORT, deadlines: [{ period: '2026-H1', date: '2026-06-20' }] }],
    });
    const made = [old, dated('moi', 2026, '2026-06-10', { replaces: 'cu' })];
    const plans = (found: PlanBook, kind: Obligation['kind']) =>
      new Set(currentObligations(found).flatMap((one) => (one.kind === kind ? [one.plan.id] : [])));
    const before = await book('2026-06-09', made);
    expect([plans(before, 'task'), plans(before, 'report')]).toEqual([
      new Set(['cu']),
      new Set(['cu']),
    ]);
    const after = await book('2026-06-10', made);
    expect([plans(after, 'task'), plans(after, 'report'), plans(after, 'quota')]).toEqual([
      new Set(['moi']),
      new Set(),
      new Set(['cu']),
    ]);
  });
});

describe('the desk of a department', () => {
  const made = [
    plan({
      quotas: [
        NUMBER,
        { ...NUMBER, id: 'chung', subject: { departments: ['vhxh', 'kt'], mode: 'joint' } },
      ],
    }),
    aired('a', 'kt', '2026-03-02'),
    aired('b', 'kt', '2026-04-02'),
    aired('c', 'vhxh', '2026-04-03'),
  ];

  test('says what is lacking now and what was missed last', async () => {
    const found = await book('2026-04-10', made);
    const desk = (id: string) => {
      const unit = found.store.departmentById.get(id);
      if (!unit) throw new RangeError(id);
      return departmentDesk(found.store, found.quotas, unit);
    };
    const kt = desk('kt');
    expect(kt.sentence).toBe(
      'Còn thiếu 1 tin/bài; hạn gần nhất 30/4/2026, còn 21 ngày. Kỳ vừa hết thiếu 2 tin/bài.',
    );
    expect(kt.current.map(({ cell, note }) => `${cell.number} ${note}`)).toEqual([
      '1/2 còn 21 ngày',
      '2/2 còn 21 ngày; tính chung, đơn vị góp 1',
    ]);
    expect(kt.missed.map(({ cell, note }) => `${cell.number} ${note}`)).toEqual([
      '1/2 hết kỳ 31/3/2026',
      '1/2 hết kỳ 31/3/2026; tính chung, đơn vị góp 1',
    ]);
    expect(desk('vhxh').sentence).toContain('Còn thiếu 1 tin/bài;');
    expect(desk('vp').sentence).toBe('Đơn vị không có chỉ tiêu bắt buộc nào trong năm kế hoạch.');
    expect(desk('vp').rhythm).toEqual({ months: [], rows: [] });
  });

  test('the year’s rhythm has the numbers of the count, month by month', async () => {
    const found = await book('2026-04-10', made);
    const unit = found.store.departmentById.get('kt');
    if (!unit) throw new RangeError('kt');
    const { rhythm } = departmentDesk(found.store, found.quotas, unit);
    expect(rhythm.months.map(({ short, current }) => `${short}${current ? '*' : ''}`)).toEqual([
      ...['T2', 'T3', 'T4*', 'T5'],
    ]);
    const begun = (status: string | undefined) => status !== 'upcoming' && status !== 'not-counted';
    for (const row of rhythm.rows) {
      const own = found.quotas.tallies.filter(
        ({ rule, subject, status }) =>
          rule === row.rule.id && ['kt', 'joint'].includes(subject) && begun(status),
      );
      const cells = row.cells.filter((cell) => begun(cell?.status));
      expect(cells.map((cell) => cell?.number)).toEqual(
        own.map(({ actual, required }) => `${actual}/${required}`),
      );
      expect(cells.length).toBe(2);
    }
    expect(rhythm.rows.length).toBe(2);
  });

  test('weeks are summed up by month; the list of desks says the same as each desk', async () => {
    const found = await seedBook('thuong-phuc', '2026-10-20');
    const unit = found.store.departmentById.get('ttdvth');
    if (!unit) throw new RangeError('ttdvth');
    const desk = departmentDesk(found.store, found.quotas, unit);
    const weekly = desk.rhythm.rows.find(({ rule }) => rule.id === 'tp-6');
    expect(weekly?.cells[1]).toMatchObject({ number: '0/4', word: 'tuần đạt', status: 'short' });
    expect(desk.rhythm.months.at(-1)?.short).toBe('T1/2027');
    const heading = deskHeadings(found.store, found.quotas).find(({ name }) => name === unit.name);
    expect(heading?.sentence).toBe(desk.sentence);
  });
});
