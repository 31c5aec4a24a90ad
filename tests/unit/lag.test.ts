import { describe, expect, test } from 'vitest';
import { type LagVerdict, lagOf, publicationLags } from '../../src/core/plan/lag.ts';
import { decimalText, lagView } from '../../src/core/view/publication-lag.ts';
import { book, change } from '../support/plan-cases.ts';
import type { Made } from '../support/quota-cases.ts';

const THRESHOLDS = { publishDays: 5, lateDays: 10, recheckDays: 90 };
const YEAR = { from: '2026-01-01', to: '2026-12-31' };

async function storeWith(...made: Made[]) {
  return (await book('2026-12-31', made)).store;
}

/** Received on 1 March, published so many days later. */
const lagging = (days: number) =>
  change(`sau-${days}`, {
    signed: '2026-02-20',
    received: '2026-03-01',
    published: `2026-03-${String(days + 1).padStart(2, '0')}`,
  });

describe('the days until a change is published', () => {
  test.each<[days: number, verdict: LagVerdict]>([
    [0, 'timely'],
    [5, 'timely'],
    [6, 'slow'],
    [10, 'slow'],
    [11, 'late'],
  ])('%i days are %s', async (days, verdict) => {
    const [entry] = (await storeWith(lagging(days))).procedureChanges;
    expect(entry && lagOf(entry, THRESHOLDS)).toMatchObject({ days, verdict, since: '2026-03-01' });
  });

  test('are counted from the signing where nobody wrote down the receipt', async () => {
    const [entry] = (
      await storeWith(change('a', { signed: '2026-02-20', published: '2026-03-01' }))
    ).procedureChanges;
    expect(entry && lagOf(entry, THRESHOLDS)).toMatchObject({
      since: '2026-02-20',
      received: false,
      days: 9,
      verdict: 'slow',
    });
  });

  test('are none where it was published before the paper came', async () => {
    const early = change('a', {
      signed: '2026-02-20',
      received: '2026-03-05',
      published: '2026-03-01',
    });
    const [entry] = (await storeWith(early)).procedureChanges;
    expect(entry && lagOf(entry, THRESHOLDS)).toMatchObject({ days: 0, verdict: 'timely' });
  });

  test('thresholds are the ward’s; the same day is in time with none at all', async () => {
    const [entry] = (await storeWith(lagging(3))).procedureChanges;
    const verdict = (publishDays: number, lateDays: number) =>
      entry && lagOf(entry, { ...THRESHOLDS, publishDays, lateDays }).verdict;
    expect([verdict(3, 3), verdict(2, 3), verdict(2, 2), verdict(0, 365)]).toEqual([
      ...['timely', 'slow', 'late', 'slow'],
    ]);
  });

  test('citizens told after it took effect is said apart', async () => {
    const on = async (effective: string) => {
      const made = change('a', { signed: '2026-02-20', published: '2026-03-01', effective });
      const [entry] = (await storeWith(made)).procedureChanges;
      return entry && lagOf(entry, THRESHOLDS).afterEffect;
    };
    expect([await on('2026-02-28'), await on('2026-03-01')]).toEqual([true, false]);
  });
});

describe('a year of changes', () => {
  test('none at all is no failure', async () => {
    const store = await storeWith();
    const summary = publicationLags(store, '2026-12-31', YEAR);
    expect(summary).toEqual({ lags: [], byVerdict: { timely: 0, slow: 0, late: 0 } });
    const view = lagView(store, '2026-12-31', summary, 2026);
    expect(view.sentence).toContain('chưa có gì để tính');
    expect(view.rows).toEqual([]);
  });

  test('the average is over the announcements that exist, in the span', async () => {
    const store = await storeWith(
      ...[lagging(1), lagging(7), lagging(13)],
      change('truoc', { signed: '2025-12-20', published: '2025-12-31' }),
      change('sau', { signed: '2026-06-01', published: '2026-06-30' }),
    );
    const on = (asOf: string) => publicationLags(store, asOf, YEAR);
    expect(on('2026-03-01').average).toBeUndefined();
    expect(on('2026-03-08')).toMatchObject({
      average: 4,
      byVerdict: { timely: 1, slow: 1, late: 0 },
    });
    expect(on('2026-06-29')).toMatchObject({
      average: 7,
      byVerdict: { timely: 1, slow: 1, late: 1 },
    });
    expect(on('2026-06-30').lags.map(({ days }) => days)).toEqual([29, 13, 7, 1]);
    expect(lagView(store, '2026-06-30', on('2026-06-30'), 2026).sentence).toBe(
      '4 thông báo, trung bình 12,5 ngày từ khi nhận quyết định đến khi đăng: 1 kịp thời, 1 quá mức kịp thời, 2 chậm.',
    );
  });

  test('means are written as people write them', () => {
    expect([4, 4.55, 4.04, 0, 12.96].map(decimalText)).toEqual(['4', '4,6', '4', '0', '13']);
  });
});
