/**
 * Default Pagefind against the section's search, on the same pages and queries:
 * `node tests/bench/search.ts`. The table stands in docs/adr/0015-search.md.
 */
import path from 'node:path';
import * as pagefind from 'pagefind';
import type { Page } from 'playwright-core';
import { launchBrowser, serveBuilt } from '../support/built-site.ts';
import {
  rankOf,
  resultsFor,
  type SearchCase,
  searchCases,
  withoutMarks,
} from '../support/search-cases.ts';

type Ask = (query: string) => Promise<string[]>;

const site = await serveBuilt({ CONTENT_DIR: 'src/content', AS_OF: '2026-12-01' });
const created = await pagefind.createIndex();
await created.index?.addDirectory({ path: site.outDir });
await created.index?.writeFiles({ outputPath: path.join(site.outDir, 'default') });
await pagefind.close();
const browser = await launchBrowser();
const page = await browser.newPage();
await page.goto(`${site.origin}/tim-kiem/`);

for (const half of ['tune', 'score'] as const) {
  const typed = searchCases(half);
  for (const [name, cases] of [
    ['typed', typed],
    ['no marks', withoutMarks(typed)],
  ] as const) {
    await report(`default, ${half}, ${name}`, cases, (query) => byDefault(page, query));
    await report(`ours, ${half}, ${name}`, cases, (query) => resultsFor(page, query));
  }
}
await browser.close();
await site.close();
process.exit(0);

/** The addresses that Pagefind finds as it comes, in its own order. */
function byDefault(on: Page, query: string): Promise<string[]> {
  return on.evaluate(async (asked) => {
    const address = '/default/pagefind.js';
    const engine = await import(address);
    const { results } = await engine.search(asked);
    const found: { url: string }[] = await Promise.all(
      results.slice(0, 3).map((one: { data: () => unknown }) => one.data()),
    );
    return found.map(({ url }) => url);
  }, query);
}

async function report(name: string, cases: readonly SearchCase[], ask: Ask): Promise<void> {
  const counts = { first: 0, three: 0, right: 0, none: 0, offTopic: 0 };
  for (const { q, expect } of cases) {
    const rank = rankOf(await ask(q), expect);
    if (expect.length === 0) {
      counts.offTopic += 1;
      counts.none += rank;
    } else {
      counts.right += 1;
      counts.first += Number(rank === 1);
      counts.three += Number(rank >= 1 && rank <= 3);
    }
  }
  const { first, three, right, none, offTopic } = counts;
  process.stdout.write(
    `${name}: first ${first}/${right}, first three ${three}/${right}, off-topic none ${none}/${offTopic}\n`,
  );
}
