import type { Day } from '../../src/core/calendar/day.ts';

/** How often the date is looked at; a new day is noticed within this time. */
export const DAY_CHECK_MS = 30_000;

/**
 * Calls `onNewDay` whenever the date has changed, also when several days passed at once
 * because the machine was asleep. Returns what ends the watch.
 */
export function watchDay(dateNow: () => Day, onNewDay: (day: Day) => void): () => void {
  let day = dateNow();
  const clock = setInterval(() => {
    const now = dateNow();
    if (now === day) return;
    day = now;
    onNewDay(day);
  }, DAY_CHECK_MS);
  return () => clearInterval(clock);
}
