/**
 * The editors' room of a ward of ten thousand articles over twenty years, as an editor waits for
 * it: `node tests/bench/editors.ts` prints a table. Times are medians in milliseconds and depend
 * on the machine; what must hold everywhere is in tests/e2e/editors-lists.test.ts.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/built-site.ts';
import { type EditorsDesk, openDesk } from '../support/editors-desk.ts';
import { person } from '../support/editors-room.ts';
import { writeManyArticles } from '../support/many-articles.ts';

const COUNTS = [1_000, 10_000];
const TIMES = 7;
/** A machine that does other things besides is slow, not broken. */
const PATIENCE_MS = 180_000;
const folder = mkdtempSync(path.join(tmpdir(), 'cchc-editors-'));
const browser = await launchBrowser();
const lines: string[] = [];
for (const count of COUNTS) lines.push(await measured(count));
await browser.close();
rmSync(folder, { recursive: true, force: true });
const [load = 0] = loadavg();
process.stdout.write(`
Load ${load.toFixed(1)} on ${availableParallelism()} processors

| articles | ledger made (s) | first list | next page | filter | open an article | bytes of a list |
|---:|---:|---:|---:|---:|---:|---:|
${lines.join('\n')}
`);
process.exit(0);

async function measured(count: number): Promise<string> {
  const own = path.join(folder, String(count));
  const contentDir = path.join(own, 'content');
  writeManyArticles({ folder: contentDir, count });
  const start = performance.now();
  const desk = await openDesk({
    ...{ folder: own, contentDir, choicesFrom: 'seeds/thuong-phuc', asOf: '2026-10-20' },
    people: [person('lan', { roles: ['editor', 'publisher'] })],
  });
  const made = (performance.now() - start) / 1000;
  const rounds: Round[] = [];
  for (let time = 0; time < TIMES; time += 1) rounds.push(await round(browser, desk));
  await desk.close();
  const of = (name: keyof Round) => Math.round(median(rounds.map((one) => one[name])));
  const cells = [of('list'), of('next'), of('filter'), of('open'), of('bytes')];
  return `| ${[count, made.toFixed(1), ...cells].join(' | ')} |`;
}

interface Round {
  list: number;
  next: number;
  filter: number;
  open: number;
  bytes: number;
}

/** One visit: the room is opened, a page turned, a word typed, an article opened. */
async function round(at: Browser, desk: EditorsDesk): Promise<Round> {
  const page = await desk.window(at, 'lan');
  page.setDefaultTimeout(PATIENCE_MS);
  const row = (number: number) => page.locator('.room-list-table tbody tr').nth(number);
  const says = (text: RegExp) => page.locator('.room-list-sentence', { hasText: text }).waitFor();
  const answer = page.waitForResponse(/api\/entries/);
  const list = await timed(async () => {
    await page.goto(`${desk.origin}/admin/`);
    await row(49).waitFor();
  });
  const bytes = (await (await answer).body()).length;
  const next = await timed(async () => {
    await page.getByRole('link', { name: 'Cũ hơn' }).click();
    await says(/trang 2/);
  });
  const filter = await timed(async () => {
    await page.getByLabel('Năm').selectOption('2019');
    await says(/trang 1|mục, mới/);
  });
  const open = await timed(async () => {
    await row(3).getByRole('link').click();
    await page.getByLabel('Tên bài').waitFor();
  });
  await page.context().close();
  return { list, next, filter, open, bytes };
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
