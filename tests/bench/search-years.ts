/**
 * Search over twenty years and ten thousand articles: `node tests/bench/search-years.ts [folder]`
 * writes tests/bench/search.md. Builds the section, adds articles in its own words, indexes
 * them, and asks in a browser whose processor is slowed down fourfold.
 */
import {
  cpSync,
  globSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import type { AddressInfo } from 'node:net';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { precompress } from '../../integrations/precompress.ts';
import { buildSearchIndex, searchCode } from '../../integrations/search-index.ts';
import { siteServer } from '../../server/site.ts';
import { buildInto, launchBrowser } from '../support/built-site.ts';
import { addArticles } from '../support/many-pages.ts';

const LAST_YEAR = 2026;
const ARTICLES_A_YEAR = 500;
const SLOWED = 4;
const QUERIES = ['khai sinh', 'hộ kinh doanh', 'chứng thực', 'dich vu cong', 'hồ sơ'];
const RUNS = 3;
/** Between two keys of somebody who types at ease. */
const KEY_MS = 150;
const QUIET_MS = 500;

interface Asked {
  milliseconds: number;
  bytes: number;
  /** The same answers to a browser that takes gzip only. */
  gzip: number;
  requests: number;
  status: string;
}

/** A section that is served, and what it has answered: addresses with the bytes of their bodies. */
interface Served {
  origin: string;
  outDir: string;
  sent: [url: string, bytes: number][];
}

const folder = mkdtempSync(path.join(process.argv[2] ?? tmpdir(), 'cchc-bench-'));
const lines: string[] = [];
const say = (line: string) => {
  lines.push(line);
  process.stdout.write(`${line}\n`);
};
const code = await searchCode('.');
const plain = path.join(folder, 'plain');
buildInto(plain, { CONTENT_DIR: 'src/content', AS_OF: '2026-12-01' });
const browser = await launchBrowser();
say('# Search over the years\n');
say(
  `Written by \`node tests/bench/search-years.ts\` on ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)} at the start.`,
);
say('Articles in the words of the sample ward, each with names of its own; 500 a year.');
await indexing();
say('\n## Asking\n');
say(
  'Bytes are those of the bodies as our server sent them, the browser’s store empty: brotli where the build lays it beside a file, as over HTTPS; in brackets the most, then the most to a browser that takes gzip only. Headers are not counted (about 0.3 KB a request by HTTP/1.1, a tenth of that by HTTP/2).',
);
say(
  'Milliseconds are from Enter to the shown results, excerpts included, without a network, the section’s server on the same two cores: the page’s thread slowed down fourfold, and as an upper bound four times the time on the unslowed machine (the worker is not slowed by the browser). Medians.\n',
);
say('| articles, years | what | requests | KB | ms, slowed page | ms, × 4 | answer |');
say('| --- | --- | --- | --- | --- | --- | --- |');
for (const years of [1, 20]) await asking(browser, years);
await browser.close();
writeFileSync('tests/bench/search.md', `${lines.join('\n')}\n`);
rmSync(folder, { recursive: true, force: true });
process.exit(0);

async function sectionOf(years: number): Promise<string> {
  const site = path.join(folder, `site-${years}`);
  cpSync(plain, site, { recursive: true });
  const articles = years * ARTICLES_A_YEAR;
  await addArticles(site, { articles, firstYear: LAST_YEAR - years + 1, lastYear: LAST_YEAR });
  return site;
}

async function indexing(): Promise<void> {
  const site = await sectionOf(20);
  const small = await sectionOf(1);
  await indexed(small);
  const change = (year: number) => {
    const [file = ''] = globSync(`tin-bai/${year}/*/*-[0-9]*/index.html`, { cwd: site });
    const page = path.join(site, file);
    writeFileSync(page, readFileSync(page, 'utf8').replace('hồ sơ.', 'hồ sơ mới.'));
  };
  say('\n## Indexing 10,000 articles of 20 years\n');
  say('| | seconds | processor seconds | bundles made |');
  say('| --- | --- | --- | --- |');
  await row('first time', site);
  await row('nothing changed', site);
  for (let run = 0; run < RUNS; run += 1) {
    change(LAST_YEAR);
    await row('one article of this year changed', site);
  }
  change(2012);
  await row('one article of 2012 changed', site);
  for (const one of [small, site]) {
    await precompress(path.join(one, 'pagefind'));
  }
  say(
    `\nHighest memory of the process that indexes: ${(process.resourceUsage().maxRSS / 1000).toFixed(0)} MB, beside Pagefind’s own.`,
  );
}

async function row(name: string, site: string): Promise<void> {
  const [start, processor] = [performance.now(), process.cpuUsage()];
  const made = await indexed(site);
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(processor);
  const names = made.length > 3 ? `${made.length}` : made.map((year) => year || 'timeless').join();
  say(
    `| ${name} | ${seconds.toFixed(1)} | ${((user + system) / 1e6).toFixed(1)} | ${names || 'none'} |`,
  );
}

async function indexed(site: string): Promise<string[]> {
  const words = { synonyms: [], dictionary: [] };
  const cache = { folder: path.join(folder, 'cache'), code };
  return (await buildSearchIndex(site, words, cache)).made;
}

async function asking(on: Browser, years: number): Promise<void> {
  const outDir = path.join(folder, `site-${years}`);
  const server = siteServer({ outDir, base: '/' });
  const sent: Served['sent'] = [];
  server.addHook('onResponse', async ({ url }, reply) => {
    if (reply.statusCode === 200) sent.push([url, Number(reply.getHeader('content-length') ?? 0)]);
  });
  await server.listen({ port: 0, host: '127.0.0.1' });
  const origin = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  const scale = `${years * ARTICLES_A_YEAR}, ${years}`;
  const steps = new Map<string, { slowed: Asked[]; free: Asked[] }>();
  for (const rate of [SLOWED, 1]) {
    for (const [index] of QUERIES.entries()) {
      for (const [step, asked] of await visit(on, { origin, outDir, sent }, rate, index)) {
        const own = steps.get(step) ?? { slowed: [], free: [] };
        own[rate === 1 ? 'free' : 'slowed'].push(asked);
        steps.set(step, own);
      }
    }
  }
  for (const [step, { slowed, free }] of steps) {
    const [ms, whole] = [slowed, free].map((all) => median(all.map((one) => one.milliseconds)));
    const kb = slowed.map(({ bytes }) => bytes / 1000);
    const gzip = Math.max(...slowed.map((one) => one.gzip / 1000));
    say(
      `| ${scale} | ${step} | ${median(slowed.map((one) => one.requests))} | ${median(kb).toFixed(0)} (${Math.max(...kb).toFixed(0)}, ${gzip.toFixed(0)}) | ${ms?.toFixed(0)} | ${((whole ?? 0) * SLOWED).toFixed(0)} | ${slowed[0]?.status} |`,
    );
  }
  await server.close();
}

/** One reader: opens the page, asks twice, and then asks for all years. Another one types. */
async function visit(on: Browser, served: Served, rate: number, turn: number) {
  const [first = '', second = ''] = [QUERIES[turn], QUERIES[(turn + 1) % QUERIES.length]];
  const atOnce = await reading(on, served, rate, async (page, step) => {
    await step('opening the page', () => timed(() => page.goto(`${served.origin}/tim-kiem/`)));
    await step('first query at once, all that it needs', () => answer(page, first));
    await step('next query', () => answer(page, second));
    const older = page.locator('#search-older a');
    if ((await older.count()) === 0) return;
    await step('all years, on a page of its own', async () => {
      const start = performance.now();
      await older.click();
      await page.waitForURL('**nam=tat-ca**');
      await page.waitForFunction(() =>
        /kết quả cho/.test(document.getElementById('search-status')?.textContent ?? ''),
      );
      return performance.now() - start;
    });
  });
  const typed = await reading(on, served, rate, async (page, step) => {
    await page.goto(`${served.origin}/tim-kiem/`, { waitUntil: 'networkidle' });
    await step('first query typed, from the first letter on', async () => {
      await page.locator('#q').focus();
      await page.keyboard.type(first, { delay: KEY_MS });
      return answer(page, first);
    });
  });
  return new Map([...atOnce, ...typed]);
}

type Step = (name: string, work: () => Promise<number>) => Promise<void>;

/** A browser of its own, and what each step of its reader came to. */
async function reading(
  on: Browser,
  { origin, outDir, sent }: Served,
  rate: number,
  read: (page: Page, step: Step) => Promise<void>,
): Promise<Map<string, Asked>> {
  const context = await on.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
  const steps = new Map<string, Asked>();
  await page.goto(`${origin}/tin-bai/`, { waitUntil: 'networkidle' });
  await read(page, async (name, work) => {
    sent.length = 0;
    const milliseconds = await work();
    await quiet(sent);
    const bytes = sent.reduce((sum, [, own]) => sum + own, 0);
    const gzip = sent.reduce((sum, [url]) => sum + gzipped(outDir, url), 0);
    const status = (await page.locator('#search-status').textContent()) ?? '';
    steps.set(name, { milliseconds, bytes, gzip, requests: sent.length, status });
  });
  await context.close();
  return steps;
}

/** Until nothing has been asked for a while; excerpts may follow the answer. */
async function quiet(sent: Served['sent']): Promise<void> {
  for (let before = -1; before !== sent.length; ) {
    before = sent.length;
    await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Asks, and takes the time in the page itself. */
function answer(page: Page, query: string): Promise<number> {
  return page.evaluate((asked) => {
    const status = document.getElementById('search-status');
    const input = document.querySelector<HTMLInputElement>('#q');
    return new Promise<number>((resolve) => {
      if (!status || !input?.form) return;
      status.textContent = '';
      input.value = asked;
      const start = performance.now();
      new MutationObserver((_, observer) => {
        if (!/kết quả cho/.test(status.textContent ?? '')) return;
        observer.disconnect();
        resolve(performance.now() - start);
      }).observe(status, { childList: true, characterData: true, subtree: true });
      input.form.requestSubmit();
    });
  }, query);
}

/** What a file weighs on its way to a browser that takes gzip only. */
function gzipped(site: string, url: string): number {
  const [address = ''] = url.split('?');
  const file = path.join(site, address.replace(/\/$/, '/index.html'));
  return (statSync(`${file}.gz`, { throwIfNoEntry: false }) ?? statSync(file)).size;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
