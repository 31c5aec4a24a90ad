import type { Browser } from 'playwright-core';
import { enter, field, moveTo, publish, save } from '../../support/at-the-room.ts';

/** What an editor waited for: milliseconds, and the bytes that came to the browser for it. */
export interface Wait {
  ms: number;
  bytes: number;
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

/** How long a typed search waits for the next key, which is no fault of the list. */
const SETTLED_MS = 700;
/** A machine that does other things besides is slow, not broken. */
const PATIENCE_MS = 120_000;

/** One visit of somebody who has just signed in; `turn` says which article is taken. */
export async function visit(
  browser: Browser,
  room: { origin: string; editor: string },
  turn: number,
): Promise<Record<Step, Wait>> {
  const { page, measured } = await window(browser, room);
  const rows = page.locator('.room-list-table tbody tr');
  const sentence = page.locator('.room-list-sentence');
  const changed = async (work: () => Promise<unknown>) => {
    const before = (await sentence.textContent()) ?? '';
    return measured(async () => {
      await work();
      await sentence.filter({ hasNotText: before }).filter({ hasText: 'mục' }).waitFor();
    });
  };
  const opened = () =>
    measured(async () => {
      await page.goto(`${room.origin}/admin/`);
      await rows.nth(49).waitFor();
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
    while ((await field(page, 'Tên bài').inputValue()) !== title) await page.waitForTimeout(5);
  };
  const open = await measured(filled);
  const back = await measured(async () => {
    await page.getByRole('link', { name: 'Tin, bài' }).click();
    await rows.first().waitFor();
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

/** A window of somebody signed in, in which nothing of the room has been kept yet. */
async function window(browser: Browser, { origin, editor }: { origin: string; editor: string }) {
  const { page } = await enter(browser, origin, editor);
  page.setDefaultTimeout(PATIENCE_MS);
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.clearBrowserCache');
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  const measured = async (work: () => Promise<unknown>): Promise<Wait> => {
    bytes = 0;
    const start = performance.now();
    await work();
    const ms = performance.now() - start;
    await page.waitForTimeout(SETTLED_MS);
    return { ms, bytes };
  };
  return { page, measured };
}
