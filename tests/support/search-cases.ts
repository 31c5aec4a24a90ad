import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { fold } from '../../src/core/text/slug.ts';

/** A query as somebody types it, and the pages that answer it; none when it is off-topic. */
export interface SearchCase {
  cat: string;
  half: 'tune' | 'score';
  q: string;
  /** Last parts of addresses. */
  expect: string[];
}

const FILE = path.join(import.meta.dirname, '../fixtures/search/queries.json');

/** The queries of one half; the ranking was tuned on the first one only. */
export function searchCases(half: SearchCase['half']): SearchCase[] {
  const cases: SearchCase[] = JSON.parse(readFileSync(FILE, 'utf8'));
  return cases.filter((one) => one.half === half);
}

/** The same queries typed without marks, where that makes another query. */
export function withoutMarks(cases: readonly SearchCase[]): SearchCase[] {
  return cases
    .map((one) => ({ ...one, q: fold(one.q) }))
    .filter(({ q }, index) => q !== cases[index]?.q.toLowerCase());
}

/** Types a query into the search page and reads the addresses of the results, in order. */
export async function resultsFor(page: Page, query: string): Promise<string[]> {
  const status = page.locator('#search-status');
  await status.evaluate((line) => {
    line.textContent = '';
  });
  await page.locator('#q').fill(query);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() =>
    /kết quả cho|Không tìm thấy/.test(document.getElementById('search-status')?.textContent ?? ''),
  );
  return page
    .locator('#search-results a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
}

/** Where the first right page stands, from 1; 0 when it is missing, 1 for an honest «none». */
export function rankOf(results: readonly string[], expect: readonly string[]): number {
  if (expect.length === 0) return results.length === 0 ? 1 : 0;
  return results.findIndex((address) => expect.some((slug) => address.endsWith(`/${slug}/`))) + 1;
}
