import type { Page } from 'playwright-core';

/** Adds up how far things move on every page that is opened from now on, as `window.shifted`. */
export async function countShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.assign(window, { shifted: 0 });
    new PerformanceObserver((list) => {
      const counted = window as unknown as { shifted: number };
      for (const entry of list.getEntries()) {
        counted.shifted += (entry as unknown as { value: number }).value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}
