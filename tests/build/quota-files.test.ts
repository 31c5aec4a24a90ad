import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { QuotaResult } from '../../src/core/quota/result.ts';
import type { Tally } from '../../src/core/quota/tally.ts';
import { contract } from '../../src/core/rollup/contract.ts';
import { STATUSES } from '../../src/core/schema/vocabulary.ts';
import { filesBelow, runScript, temporaryFolder } from '../support/scripts.ts';
import { computed, type ReadCell, readSheets, rowsBelow } from '../support/xlsx-sheets.ts';

/** The same numbers everywhere: each file of a real build is read back and held to the CLI. */

const WARDS = [
  ['uong-bi', '2026-10-31'],
  ['thuong-phuc', '2026-10-31'],
  ['an-tuong', '2026-10-31'],
  ['thach-khoi', '2026-10-31'],
  ['gieng-day', '2025-10-31'],
] as const;
const SITE_URL = 'https://example.org';

let root = '';
beforeAll(async () => {
  root = (await temporaryFolder()).folder;
});
afterAll(() => rm(root, { recursive: true, force: true }));

describe.each(WARDS)('%s with samples, %s', (ward, asOf) => {
  const year = asOf.slice(0, 4);
  const at = (...parts: string[]) => path.join(root, ward, ...parts);
  const built = (address: string) => readFile(at('dist', address));
  const cli = async (...args: string[]) => {
    const ran = await runScript('quota.ts', ['--content', at('content'), '--as-of', asOf, ...args]);
    expect(ran.stderr).toBe('');
    return ran.stdout;
  };
  let whole: QuotaResult;
  let months: string[] = [];

  beforeAll(async () => {
    const seeded = await runScript('seed.ts', [ward, '--samples', '--to', at('content')]);
    expect(seeded.stderr).toBe('');
    const env = { AS_OF: asOf, SITE_URL, CONTENT_DIR: at('content'), OUT_DIR: at('dist') };
    const ran = await runScript('build.ts', [], env);
    expect({ code: ran.code, stderr: ran.stderr }).toEqual({ code: 0, stderr: '' });
    whole = JSON.parse(await cli('--format', 'json'));
    months = [...new Set(whole.tallies.map(({ to }) => to.slice(0, 7)))].sort();
  });

  const ofMonth = (month: string) => whole.tallies.filter(({ to }) => to.startsWith(month));
  const isJudged = ({ status }: Tally) => ['met', 'short', 'open'].includes(status);
  const missing = ({ required, actual }: Tally) => Math.max(0, (required ?? 0) - actual);

  test('there are numbers in every month, of every rule', () => {
    expect(months.length).toBeGreaterThan(9);
    expect(whole.sample).toBe(true);
    for (const { id } of whole.rules) {
      expect(whole.tallies.filter(({ rule }) => rule === id).length, id).toBeGreaterThan(0);
    }
  });

  test('the published file is the CLI’s, and keeps the contract', async () => {
    const published = JSON.parse(String(await built('du-lieu/v1/chi-tieu.json')));
    expect(published).toEqual(whole);
    expect(contract.safeParse(published).error?.issues).toBeUndefined();
  });

  test('the .json and the .csv of each month are the CLI’s, to the byte', async () => {
    // The CLI takes a second each time; the others are held to what it said of the whole year.
    const asked = [months[0], `${year}-10`, months.at(-1)];
    for (const month of months) {
      for (const format of ['json', 'csv']) {
        const file = String(await built(`can-bo/chi-tieu/${month}.${format}`));
        if (asked.includes(month)) {
          expect(file, month).toBe(await cli('--month', month, '--format', format));
        }
        expect(format === 'json' || file.includes('SỐ LIỆU MẪU')).toBe(true);
      }
      const { tallies } = JSON.parse(String(await built(`can-bo/chi-tieu/${month}.json`)));
      expect(tallies).toEqual(ofMonth(month));
    }
  });

  test('the page of each month shows each number, and as many proofs', async () => {
    for (const month of months) {
      const html = String(await built(`can-bo/chi-tieu/${month}/index.html`));
      const proofs = html.split('<section class="quota-proof" id="').slice(1);
      expect(proofs.length, month).toBe(ofMonth(month).length);
      for (const tally of ofMonth(month)) {
        const anchor = anchorOf(tally);
        const proof = proofs.find((one) => one.startsWith(`${anchor}"`)) ?? '';
        expect(proof.split('class="quota-facts"').length - 1, anchor).toBe(tally.actual);
        expect(notCountedIn(proof), anchor).toBe(tally.notCounted.length);
        const label = labelOf(html, `/can-bo/chi-tieu/${month}/#${anchor}`);
        const number =
          tally.required === null ? `${tally.actual}` : `${tally.actual}/${tally.required}`;
        if (isJudged(tally)) expect(label, anchor).toContain(`${number} `);
        if (isJudged(tally) && missing(tally) > 0)
          expect(label).toContain(`thiếu ${missing(tally)}`);
      }
    }
  });

  test('the .xlsx of each month holds the same numbers, and its formulas come to them', async () => {
    for (const month of months) {
      const sheets = readSheets(await built(`can-bo/chi-tieu/${month}.xlsx`));
      const [first] = sheets;
      const judged = ofMonth(month).filter(isJudged);
      const rows = first ? rowsBelow(first, 'Phải đạt') : [];
      const total = judged.length > 0 ? rows.pop() : undefined;
      expect(rows.map(shown), month).toEqual(
        judged.map((one) => [
          one.rule,
          one.required,
          one.actual,
          missing(one),
          STATUSES[one.status],
        ]),
      );
      const sum = (of: (one: Tally) => number) => judged.reduce((all, one) => all + of(one), 0);
      expect(total?.get('Còn thiếu')?.value ?? 0).toBe(sum(missing));
      expect(total?.get('Đã đạt')?.value ?? 0).toBe(sum(({ actual }) => actual));
      const others = sheets.find(({ name }) => name === 'Không đánh giá');
      expect(
        others ? rowsBelow(others, 'Đã đạt').map((row) => row.get('Đã đạt')?.value) : [],
      ).toEqual(ofMonth(month).flatMap((one) => (isJudged(one) ? [] : [one.actual])));
      for (const sheet of sheets) {
        for (const { value, formula } of sheet.cells.values()) {
          if (!formula || formula.startsWith('HYPERLINK')) continue;
          expect(computed(sheet, formula), `${month} ${formula}`).toBe(value);
        }
      }
    }
  });

  test('the .xlsx links every proof to a page that is there', async () => {
    const files = new Set(await filesBelow(at('dist')));
    for (const month of months) {
      const sheets = readSheets(await built(`can-bo/chi-tieu/${month}.xlsx`));
      const proofs = sheets.find(({ name }) => name === 'Minh chứng');
      const counted = ofMonth(month).flatMap((one) => one.counted);
      const titles = proofs ? rowsBelow(proofs, 'Tên').map((row) => row.get('Tên')?.value) : [];
      expect(titles, month).toEqual(counted.map(({ title }) => title));
      const links = sheets.flatMap(({ cells }) =>
        [...cells.values()].flatMap(
          ({ formula }) => /^HYPERLINK\("([^"]*)"/.exec(formula ?? '')?.[1] ?? [],
        ),
      );
      expect(links.length).toBeGreaterThanOrEqual(counted.filter(({ url }) => url).length);
      for (const link of links) {
        const { origin, pathname } = new URL(link);
        expect(origin).toBe(SITE_URL);
        expect(files.has(`${pathname.slice(1)}index.html`), link).toBe(true);
      }
    }
  });

  test('the year on the sheet is the sum of the months', async () => {
    const [, sheet] = readSheets(await built(`can-bo/chi-tieu/${months[0]}.xlsx`));
    const rows = sheet ? rowsBelow(sheet, 'Cộng') : [];
    const sums = new Map<string, number>();
    for (const { rule, to, actual } of whole.tallies) {
      if (to.startsWith(year)) sums.set(rule, (sums.get(rule) ?? 0) + actual);
    }
    for (const [rule, sum] of sums) {
      const own = rows.filter((row) => row.get('Chỉ tiêu')?.value === rule);
      expect(
        own.reduce((all, row) => all + Number(row.get('Cộng')?.value), 0),
        rule,
      ).toBe(sum);
    }
  });

  test('samples and months that run are marked in every file', async () => {
    const [open, ended] = [`${year}-10`, `${year}-09`];
    for (const [month, running] of [
      [open, true],
      [ended, false],
    ] as const) {
      const html = String(await built(`can-bo/chi-tieu/${month}/index.html`));
      const [sheet] = readSheets(await built(`can-bo/chi-tieu/${month}.xlsx`));
      const words = [...(sheet?.cells.values() ?? [])].map(({ value }) => String(value));
      expect(words).toContain('SỐ LIỆU MẪU');
      expect(words.some((text) => text.includes('tạm tính'))).toBe(running);
      expect(html.includes('Tạm tính.')).toBe(running);
      expect(html.includes(`${month}-tam-tinh-so-lieu-mau.xlsx`)).toBe(running);
    }
  });
});

const shown = (row: Map<string, ReadCell>) =>
  ['Chỉ tiêu', 'Phải đạt', 'Đã đạt', 'Còn thiếu', 'Kết quả'].map((label) => row.get(label)?.value);

const anchorOf = ({ rule, subject, period }: Tally) =>
  `${rule}-${subject}-${period}`.toLowerCase().replace(/[^a-z0-9-]+/g, '-');

function notCountedIn(proof: string): number {
  return Number(/<summary>Không tính: (\d+)<\/summary>/.exec(proof)?.[1] ?? 0);
}

/** What the page's matrix says of a number. */
function labelOf(html: string, href: string): string {
  const link = new RegExp(`<a class="quota-open[^>]*href="${href}"[^>]*title="([^"]*)"`);
  return link.exec(html)?.[1] ?? '';
}
