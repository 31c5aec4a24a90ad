import type { Browser, Page } from 'playwright-core';
import { enter, field, moveTo, publish, save } from '../../support/at-the-room.ts';

/** What an editor waited for. */
export interface Wait {
  /** Seconds by the clock. */
  clock: number;
  /** Seconds of the processor, of the page's process and of the server's. */
  page: number;
  server: number;
  /** Bytes that came to the browser. */
  bytes: number;
}

/** The room that is visited. */
export interface VisitedRoom {
  origin: string;
  /** Who signs in. */
  editor: string;
  /** Seconds of the processor that the server has used so far. */
  used: () => Promise<number>;
}

/** The steps of a visit, in their order, as the table names them. */
export const STEPS = {
  first: 'first list, a browser that never saw the room',
  again: 'first list, the room opened again',
  next: 'next page',
  department: 'filter by department',
  month: 'filter by month',
  words: 'search by words',
  open: 'open an article (click to filled form)',
  back: 'back to the list',
  save: 'save it (click to «Đã lưu»)',
  publish: 'publish it (click to «Đã xuất bản», without building)',
} as const;

export type Step = keyof typeof STEPS;

/** How long a step is given to settle before the next one. */
const SETTLED_MS = 700;
const LOOK_MS = 10;
/** A machine that does other things besides is slow, not broken. */
const PATIENCE_MS = 120_000;

/** One visit of somebody who has just signed in; `turn` says which article is taken. */
export async function visit(
  browser: Browser,
  room: VisitedRoom,
  turn: number,
): Promise<Record<Step, Wait>> {
  const { page, measured } = await window(browser, room);
  const rows = page.locator('.room-list-table tbody tr');
  const sentence = page.locator('.room-list-sentence');
  const changed = async (work: () => Promise<unknown>) => {
    const before = (await sentence.textContent()) ?? '';
    return measured(async () => {
      await work();
      await until(page, async () => (await sentence.textContent()) !== before);
    });
  };
  const opened = () =>
    measured(async () => {
      await page.goto(`${room.origin}/admin/`);
      await until(page, async () => (await rows.count()) === 50);
    });
  const choose = (label: string, index: number) =>
    page.getByLabel(label, { exact: true }).selectOption({ index });

  const first = await opened();
  const again = await opened();
  const next = await changed(() => page.getByRole('link', { name: 'Cũ hơn' }).click());
  const department = await changed(() => choose('Đơn vị', 2));
  await changed(() => choose('Đơn vị', 0));
  const month = await changed(() => choose('Tháng', 5));
  await changed(() => choose('Tháng', 0));
  const words = await changed(() => page.getByLabel('Tìm theo tên').fill('thu tuc'));
  const link = rows.nth(turn * 3 + 3).getByRole('link');
  const title = (await link.textContent()) ?? '';
  const filled = async () => {
    await link.click();
    await field(page, 'Tên bài').waitFor();
    await until(page, async () => (await field(page, 'Tên bài').inputValue()) === title);
  };
  const open = await measured(filled);
  const back = await measured(async () => {
    await page.getByRole('link', { name: 'Tin, bài' }).click();
    await until(page, async () => (await rows.count()) > 0);
  });
  await filled();
  await field(page, 'Tên bài').fill(`${title} ${turn + 1}`);
  const saved = await measured(() => save(page));
  await moveTo(page, 'Bản nháp', 'Sẵn sàng');
  const published = await measured(async () => {
    await publish(page);
    await page.locator('.room-news', { hasText: 'Đã xuất bản.' }).waitFor();
  });
  await page.context().close();
  return {
    first,
    again,
    next,
    department,
    month,
    words,
    open,
    back,
    save: saved,
    publish: published,
  };
}

/** Looks often: the browser's own waiting looks twice a second after a while. */
async function until(page: Page, holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await page.waitForTimeout(LOOK_MS);
}

/** A window of somebody signed in, in which nothing of the room has been kept yet. */
async function window(browser: Browser, { origin, editor, used }: VisitedRoom) {
  const { page } = await enter(browser, origin, editor);
  page.setDefaultTimeout(PATIENCE_MS);
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.clearBrowserCache');
  await session.send('Performance.enable');
  const pageUsed = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'ProcessTime')?.value ?? 0;
  };
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  const measured = async (work: () => Promise<unknown>): Promise<Wait> => {
    const before = [await pageUsed(), await used()] as const;
    bytes = 0;
    const start = performance.now();
    await work();
    const clock = (performance.now() - start) / 1000;
    const after = [await pageUsed(), await used()] as const;
    // What follows of itself, a preview or a count, comes with what was done.
    await page.waitForTimeout(SETTLED_MS);
    return { clock, page: after[0] - before[0], server: after[1] - before[1], bytes };
  };
  return { page, measured };
}
