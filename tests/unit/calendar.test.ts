import { describe, expect, test } from 'vitest';
import {
  addDays,
  daysBetween,
  earlierOf,
  earliest,
  isDay,
  laterOf,
  monthOf,
  yearOf,
} from '../../src/core/calendar/day.ts';
import {
  daysLeft,
  firstDayOf,
  hasEnded,
  holds,
  lastDayOf,
  type Period,
  parsePeriod,
  period,
  periodHolding,
  periodsStarting,
  windowPeriod,
} from '../../src/core/calendar/period.ts';
import { longDate, monthName, periodName, shortDate } from '../../src/core/calendar/wording.ts';

describe('isDay', () => {
  test.each(['2026-03-06', '2024-02-29', '2000-02-29', '2026-12-31', '2026-01-01'])(
    '%s',
    (text) => {
      expect(isDay(text)).toBe(true);
    },
  );

  test.each([
    ...['2025-02-30', '2026-02-29', '1900-02-29', '2026-04-31', '2026-13-01', '2026-00-10'],
    ...['2026-01-00', '2026-1-2', '26-01-02', '2026/01/02', '06/3/2026', '20260106'],
    ...[
      '2026-03-06T00:00',
      '2026-03-06Z',
      '2026-03-06[u-ca=gregory]',
      ' 2026-03-06',
      '2026-03-06 ',
    ],
    ...['2026-03-06\n', '+002026-03-06', '2026-03', '2026-W09', '2026-Q1', '', 'hôm nay'],
  ])('not %j', (text) => {
    expect(isDay(text)).toBe(false);
  });
});

describe('arithmetic of days', () => {
  test.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-03-06', 0, '2026-03-06'],
    ['2026-01-01', 365, '2027-01-01'],
  ])('%s and %i days is %s', (day, count, result) => {
    expect(addDays(day, count)).toBe(result);
    expect(daysBetween(day, result)).toBe(count);
  });

  test('parts and order', () => {
    expect(yearOf('2026-03-06')).toBe(2026);
    expect(monthOf('2026-03-06')).toBe('2026-03');
    expect(laterOf('2026-03-06', '2026-03-10')).toBe('2026-03-10');
    expect(earlierOf('2026-03-06', '2026-03-10')).toBe('2026-03-06');
    expect(earliest([undefined, '2026-03-10', '2025-12-31', undefined, '2026-01-01'])).toBe(
      '2025-12-31',
    );
    expect(earliest([undefined])).toBeUndefined();
    expect(earliest([])).toBeUndefined();
  });
});

describe('labels of periods', () => {
  const LABELS: readonly [label: string, kind: Period['kind'], from: string, to: string][] = [
    ['2025-W01', 'week', '2024-12-30', '2025-01-05'],
    ['2025-W52', 'week', '2025-12-22', '2025-12-28'],
    ['2026-W01', 'week', '2025-12-29', '2026-01-04'],
    ['2026-W09', 'week', '2026-02-23', '2026-03-01'],
    ['2026-W53', 'week', '2026-12-28', '2027-01-03'],
    ['2027-W01', 'week', '2027-01-04', '2027-01-10'],
    ['2020-W53', 'week', '2020-12-28', '2021-01-03'],
    ['2026-01', 'month', '2026-01-01', '2026-01-31'],
    ['2026-02', 'month', '2026-02-01', '2026-02-28'],
    ['2024-02', 'month', '2024-02-01', '2024-02-29'],
    ['2026-12', 'month', '2026-12-01', '2026-12-31'],
    ['2026-Q1', 'quarter', '2026-01-01', '2026-03-31'],
    ['2026-Q2', 'quarter', '2026-04-01', '2026-06-30'],
    ['2026-Q3', 'quarter', '2026-07-01', '2026-09-30'],
    ['2026-Q4', 'quarter', '2026-10-01', '2026-12-31'],
    ['2026-H1', 'half', '2026-01-01', '2026-06-30'],
    ['2026-H2', 'half', '2026-07-01', '2026-12-31'],
    ['2026-9M', 'nine-months', '2026-01-01', '2026-09-30'],
    ['2026', 'year', '2026-01-01', '2026-12-31'],
    ['2026-07-01..2026-09-30', 'window', '2026-07-01', '2026-09-30'],
    ['2026-07-01..2026-07-01', 'window', '2026-07-01', '2026-07-01'],
    ['2025-12-30..2026-01-02', 'window', '2025-12-30', '2026-01-02'],
  ];

  test.each(LABELS)('%s is a %s from %s to %s', (label, kind, from, to) => {
    expect(parsePeriod(label)).toEqual({ kind, label, from, to });
    expect(period(label)).toEqual({ kind, label, from, to });
    expect([firstDayOf(label), lastDayOf(label)]).toEqual([from, to]);
  });

  test.each(LABELS.filter(([, kind]) => kind !== 'window'))(
    '%s is found again from its first and its last day',
    (label, kind, from, to) => {
      if (kind === 'window') return;
      expect(periodHolding(kind, from)?.label).toBe(label);
      expect(periodHolding(kind, to)?.label).toBe(label);
      expect(periodHolding(kind, addDays(from, -1))?.label).not.toBe(label);
      expect(periodHolding(kind, addDays(to, 1))?.label).not.toBe(label);
    },
  );

  test.each(LABELS.filter(([, kind]) => kind === 'window'))(
    '%s is found again from its two days',
    (label, _kind, from, to) => {
      expect(windowPeriod(from, to)?.label).toBe(label);
    },
  );

  test.each([
    ...['2025-W53', '2026-W54', '2026-W00', '2026-W1', '2026-w09', '2026W09', '2026-W09-1'],
    ...['2026-00', '2026-13', '2026-3', '2026-Q0', '2026-Q5', '2026-q1', '2026-H0', '2026-H3'],
    ...['2026-9m', '2026-6M', '26', '20260', '2026 ', ' 2026', '2026\n', '', 'tháng 3', '3/2026'],
    ...['2026-07-02..2026-07-01', '2026-02-30..2026-03-01', '2026-07-01...2026-07-02', '..'],
  ])('%j names no period', (label) => {
    expect(parsePeriod(label)).toBeUndefined();
    expect(firstDayOf(label)).toBeUndefined();
    expect(lastDayOf(label)).toBeUndefined();
    expect(() => period(label)).toThrow(RangeError);
  });

  test('a date is its own first and last day, and no period', () => {
    expect([firstDayOf('2026-03-06'), lastDayOf('2026-03-06')]).toEqual([
      '2026-03-06',
      '2026-03-06',
    ]);
    expect(parsePeriod('2026-03-06')).toBeUndefined();
    expect(firstDayOf('2025-02-30')).toBeUndefined();
    expect(lastDayOf('2025-02-30')).toBeUndefined();
  });

  test('nine months hold nothing after September', () => {
    expect(periodHolding('nine-months', '2026-09-30')?.label).toBe('2026-9M');
    expect(periodHolding('nine-months', '2026-10-01')).toBeUndefined();
    expect(periodHolding('nine-months', '2026-12-31')).toBeUndefined();
  });
});

describe('the ISO weeks of 2026', () => {
  const WEEKS = Array.from({ length: 53 }, (_, at) => `2026-W${String(at + 1).padStart(2, '0')}`);

  test('are 53, run from Monday to Sunday, and leave out no day', () => {
    let monday = '2025-12-29';
    for (const label of WEEKS) {
      expect(parsePeriod(label)).toMatchObject({ from: monday, to: addDays(monday, 6) });
      for (let at = 0; at < 7; at += 1) {
        expect(periodHolding('week', addDays(monday, at))?.label).toBe(label);
      }
      monday = addDays(monday, 7);
    }
    expect(monday).toBe('2027-01-04');
  });

  test('starting between two days: the first whole one and no more', () => {
    const labels = (from: string, to: string) =>
      periodsStarting('week', from, to).map(({ label }) => label);
    expect(labels('2025-12-29', '2027-01-03')).toEqual(WEEKS);
    expect(labels('2026-01-01', '2026-12-31')).toEqual(WEEKS.slice(1));
    expect(labels('2026-02-24', '2026-03-08')).toEqual(['2026-W10']);
    expect(labels('2026-02-23', '2026-02-23')).toEqual(['2026-W09']);
    expect(labels('2026-02-24', '2026-03-01')).toEqual([]);
  });
});

describe('periodsStarting', () => {
  test.each([
    ['month', '2026-02-15', '2026-05-01', ['2026-03', '2026-04', '2026-05']],
    ['month', '2026-11-01', '2027-01-31', ['2026-11', '2026-12', '2027-01']],
    ['quarter', '2026-01-01', '2026-12-31', ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4']],
    ['quarter', '2026-01-02', '2026-06-30', ['2026-Q2']],
    ['half', '2026-01-01', '2026-12-31', ['2026-H1', '2026-H2']],
    ['nine-months', '2026-01-01', '2027-12-31', ['2026-9M', '2027-9M']],
    ['nine-months', '2026-10-05', '2027-12-31', ['2027-9M']],
    ['year', '2026-01-01', '2026-12-31', ['2026']],
    ['year', '2026-01-02', '2026-12-31', []],
    ['month', '2026-06-01', '2026-05-01', []],
  ] as const)('%s from %s to %s', (kind, from, to, labels) => {
    expect(periodsStarting(kind, from, to).map(({ label }) => label)).toEqual(labels);
  });
});

describe('where a day stands to a period', () => {
  const may = period('2026-05');

  test.each([
    ['2026-04-30', false, false, 32],
    ['2026-05-01', true, false, 31],
    ['2026-05-30', true, false, 2],
    ['2026-05-31', true, false, 1],
    ['2026-06-01', false, true, 0],
    ['2027-05-15', false, true, 0],
  ])('%s: inside %s, ended %s, %i days left', (day, inside, ended, left) => {
    expect(holds(may, day)).toBe(inside);
    expect(hasEnded(may, day)).toBe(ended);
    expect(daysLeft(may, day)).toBe(left);
  });

  test('a window of one day', () => {
    const span = period('2026-07-01..2026-07-01');
    expect(holds(span, '2026-07-01')).toBe(true);
    expect(daysLeft(span, '2026-07-01')).toBe(1);
    expect(hasEnded(span, '2026-07-01')).toBe(false);
    expect(hasEnded(span, '2026-07-02')).toBe(true);
  });
});

describe('wording', () => {
  test.each([
    ['2026-01-05', '05/01/2026', 'ngày 05 tháng 01 năm 2026'],
    ['2026-02-06', '06/02/2026', 'ngày 06 tháng 02 năm 2026'],
    ['2026-03-06', '06/3/2026', 'ngày 06 tháng 3 năm 2026'],
    ['2026-09-30', '30/9/2026', 'ngày 30 tháng 9 năm 2026'],
    ['2026-10-01', '01/10/2026', 'ngày 01 tháng 10 năm 2026'],
    ['2026-12-31', '31/12/2026', 'ngày 31 tháng 12 năm 2026'],
  ])('%s is %s, %s', (day, short, long) => {
    expect(shortDate(day)).toBe(short);
    expect(longDate(day)).toBe(long);
  });

  test.each([
    ['2026-W09', 'tuần 9 năm 2026'],
    ['2026-W53', 'tuần 53 năm 2026'],
    ['2026-W01', 'tuần 1 năm 2026'],
    ['2026-02', 'tháng 2 năm 2026'],
    ['2026-12', 'tháng 12 năm 2026'],
    ['2026-Q1', 'quý I năm 2026'],
    ['2026-Q2', 'quý II năm 2026'],
    ['2026-Q3', 'quý III năm 2026'],
    ['2026-Q4', 'quý IV năm 2026'],
    ['2026-H1', '6 tháng đầu năm 2026'],
    ['2026-H2', '6 tháng cuối năm 2026'],
    ['2026-9M', '9 tháng năm 2026'],
    ['2026', 'năm 2026'],
    ['2026-07-01..2026-09-30', 'từ 01/7/2026 đến 30/9/2026'],
  ])('%s is %s', (label, name) => {
    expect(periodName(period(label))).toBe(name);
  });

  test('a month by itself', () => {
    expect(monthName('2026-03')).toBe('tháng 3 năm 2026');
    expect(monthName('2026-10')).toBe('tháng 10 năm 2026');
  });
});
