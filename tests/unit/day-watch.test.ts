import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DAY_CHECK_MS, watchDay } from '../../scripts/start/day-watch.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('a new day is noticed once, and not before it has come', () => {
  let now = '2026-03-31';
  const seen: string[] = [];
  const stop = watchDay(
    () => now,
    (day) => seen.push(day),
  );
  vi.advanceTimersByTime(DAY_CHECK_MS * 3);
  expect(seen).toEqual([]);
  now = '2026-04-01';
  vi.advanceTimersByTime(DAY_CHECK_MS * 3);
  expect(seen).toEqual(['2026-04-01']);
  now = '2026-04-04';
  vi.advanceTimersByTime(DAY_CHECK_MS);
  expect(seen).toEqual(['2026-04-01', '2026-04-04']);
  stop();
  now = '2026-04-05';
  vi.advanceTimersByTime(DAY_CHECK_MS * 3);
  expect(seen).toHaveLength(2);
});
