import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findOffice, OFFICE_MISSING } from '../../scripts/test/office.ts';
import { parsePeriod } from '../../src/core/calendar/period.ts';
import { shortDate } from '../../src/core/calendar/wording.ts';
import { countQuotas, type QuotaResult } from '../../src/core/quota/result.ts';
import { JOINT, type Tally } from '../../src/core/quota/tally.ts';
import { reportOf } from '../../src/core/report/report.ts';
import { STATUSES } from '../../src/core/schema/vocabulary.ts';
import { reportDocument, tablesOf } from '../../src/core/view/report.ts';
import {
  type Cell,
  isLink,
  numberText,
  type ReportDocument,
  type ReportTable,
} from '../../src/core/view/report-document.ts';
import { loadWard } from '../../src/reader/ward.ts';
import { buildInto } from '../support/built-site.ts';
import {
  between,
  csvRows,
  packageFaults,
  pageTables,
  partsOf,
  type ReadCell,
  type ReadSheet,
  rowsOf,
  sheetsOf,
  wordTables,
} from '../support/office.ts';
import { runScript } from '../support/scripts.ts';
import { SEED_NAMES, type SeedName } from '../support/seeds.ts';

/**
 * For each of the five plans, filled with samples: the reports of the built section are read
 * back from page, Word, Excel and CSV, and every number is held against the count and against
 * the published `chi-tieu.json`.
 */

const SITE = 'https://cchc.example.gov.vn';
const BUILD = 300_000;

let root = '';
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'cchc-report-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

const asOfFor = (seed: SeedName) => (seed === 'gieng-day' ? '2025-10-31' : '2026-10-31');
const outOf = (seed: SeedName) => path.join(root, `${seed}-dist`);
const contentOf = (seed: SeedName) => path.join(root, seed);
const fileOf = (seed: SeedName, name: string) =>
  readFile(path.join(outOf(seed), 'can-bo', 'bao-cao', name));

async function build(seed: SeedName): Promise<void> {
  const made = await runScript('seed.ts', [seed, '--to', contentOf(seed), '--samples']);
  expect(made.stderr).toBe('');
  buildInto(outOf(seed), {
    CONTENT_DIR: contentOf(seed),
    AS_OF: asOfFor(seed),
    SITE_URL: SITE,
    QUOTA_ENFORCE: 'off',
  });
}

async function expected(
  seed: SeedName,
  label: string,
): Promise<{ document: ReportDocument; result: QuotaResult }> {
  const { store } = await loadWard(contentOf(seed), { production: false });
  const period = parsePeriod(label);
  if (!store || !period) throw new Error(`${seed} ${label}`);
  const result = countQuotas(store, asOfFor(seed));
  return { document: reportDocument(reportOf(store, result, period)), result };
}

/** A cell as paper and pages say it. */
function said(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return numberText(cell);
  if (typeof cell === 'string') return cell;
  if ('day' in cell) return shortDate(cell.day);
  return isLink(cell) ? cell.text : '';
}

/** All that a table says, head and sums with it. */
function rowsSaid({ columns, rows, total }: ReportTable): string[][] {
  const head = columns.map(({ label }) => label);
  return [head, ...(total ? [...rows, total] : rows).map((row) => row.map(said))];
}

/** The day that Excel counts as a number. */
const dayOf = (serial: number) =>
  new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10);

/** A cell of a sheet as paper says it. */
function sheetSaid({ value }: ReadCell, cell: Cell | undefined): string {
  if (value === null) return '';
  if (cell !== null && typeof cell === 'object' && 'day' in cell) {
    return shortDate(dayOf(Number(value)));
  }
  const text = typeof value === 'number' ? numberText(value) : value;
  return cell && isLink(cell) && cell.text === cell.address ? text.replace(SITE, '') : text;
}

/** The rows of a table's sheet, without the lines above it. */
function sheetRows(sheet: ReadSheet, { columns }: ReportTable): ReadCell[][] {
  const [, head] = /topLeftCell="A(\d+)"/.exec(sheet.xml) ?? [];
  return rowsOf(sheet, Number(head), columns.length);
}

describe.each(SEED_NAMES)('%s', (seed) => {
  const year = asOfFor(seed).slice(0, 4);
  beforeAll(() => build(seed), BUILD);

  test.each([`${year}-Q3`, `${year}`])('%s says the same everywhere', async (label) => {
    const { document } = await expected(seed, label);
    const tables = tablesOf(document);
    const filled = tables.filter(({ rows }) => rows.length > 0);

    const page = pageTables(
      await readFile(path.join(outOf(seed), `can-bo/bao-cao/${label}/index.html`), 'utf8'),
    );
    expect([...page.keys()]).toEqual(filled.map(({ id }) => id));
    for (const table of filled) expect(page.get(table.id)).toEqual(rowsSaid(table));

    const parts = partsOf(await fileOf(seed, `${label}.docx`));
    expect(packageFaults(parts)).toEqual([]);
    const [, ...word] = wordTables(parts['word/document.xml'] ?? '');
    const real = word.filter(([head]) => !head?.[0]?.startsWith('Nơi nhận'));
    expect(real).toEqual(filled.map(rowsSaid));

    const csv = csvRows(await fileOf(seed, `${label}.csv`).then((file) => file.toString('utf8')));
    const undone = csv.map((row) => row.map((cell) => cell.replace(/^'(?=[=+@-])/, '')).join('|'));
    for (const table of tables) {
      const rows = rowsSaid(table).map((row) => row.join('|'));
      const start = undone.indexOf(table.caption);
      expect(undone.slice(start + 1, start + 1 + rows.length)).toEqual(rows);
    }
  });

  test.each([`${year}-Q3`, `${year}`])('%s in Excel: numbers, days, links, sums', async (label) => {
    const { document } = await expected(seed, label);
    const file = await fileOf(seed, `${label}.xlsx`);
    expect(packageFaults(partsOf(file))).toEqual([]);
    const sheets = new Map(sheetsOf(file).map((sheet) => [sheet.name, sheet]));
    expect([...sheets.keys()]).toEqual([
      'Báo cáo',
      ...tablesOf(document).map(({ sheet }) => sheet),
    ]);
    for (const table of tablesOf(document)) {
      const sheet = sheets.get(table.sheet) ?? expect.fail(table.sheet);
      const cells = table.total ? [...table.rows, table.total] : table.rows;
      const read = sheetRows(sheet, table).slice(0, cells.length);
      expect(
        read.map((row, at) => row.map((cell, column) => sheetSaid(cell, cells[at]?.[column]))),
      ).toEqual(rowsSaid(table).slice(1));
      read.flat().forEach(({ formula, value }) => {
        if (formula === undefined) return;
        expect(formula).toMatch(/^(SUM\([A-Z]+\d+:[A-Z]+\d+\)|HYPERLINK\("https:.*"\))$/s);
        expect(value).not.toBeNull();
      });
      const numbers = read.flatMap((row, at) =>
        row.filter((_, column) => typeof cells[at]?.[column] === 'number'),
      );
      for (const { value } of numbers) expect(typeof value).toBe('number');
    }
  });

  test('the year has every number of chi-tieu.json', async () => {
    const { document, result } = await expected(seed, year);
    const published: QuotaResult = JSON.parse(
      await readFile(path.join(outOf(seed), 'du-lieu/v1/chi-tieu.json'), 'utf8'),
    );
    expect(published).toEqual(JSON.parse(JSON.stringify(result)));
    const name = new Map(published.departments.map((unit) => [unit.id, unit.name]));
    const inYear = published.tallies.filter(({ to }) => to <= `${year}-12-31`);
    const line = (one: Tally) =>
      [
        ...[one.rule, one.subject === JOINT ? 'Tính chung các đơn vị' : name.get(one.subject)],
        ...[shortDate(one.from), shortDate(one.to), one.required ?? '', one.actual],
        STATUSES[one.status],
      ].join('|');
    const table = tablesOf(document).find(({ id }) => id === 'so-lieu-chi-tieu');
    const file = sheetsOf(await fileOf(seed, `${year}.xlsx`));
    const sheet = file.find(({ name: sheetName }) => sheetName === table?.sheet);
    if (!table || !sheet) throw new Error('No table of tallies');
    const told = sheetRows(sheet, table)
      .slice(0, table.rows.length)
      .map((row) => {
        const [demand, subject, , from, to, required, actual, status] = row.map(
          ({ value }) => value,
        );
        const rule = String(demand).split(':')[0];
        const days = [shortDate(dayOf(Number(from))), shortDate(dayOf(Number(to)))];
        return [rule, subject, ...days, required ?? '', actual, String(status).toLowerCase()].join(
          '|',
        );
      });
    expect(told.sort()).toEqual(inYear.map(line).sort());

    const judged = inYear.filter(({ status }) => status !== 'tracked' && status !== 'not-counted');
    if (judged.length > 0) {
      const number = (status: Tally['status']) =>
        judged.filter((one) => one.status === status).length;
      const page = await readFile(
        path.join(outOf(seed), `can-bo/bao-cao/${year}/index.html`),
        'utf8',
      );
      const [, periods, met, short] = /có (\d+) lượt: đạt (\d+), thiếu (\d+)/.exec(page) ?? [];
      expect([periods, met, short].map(Number)).toEqual([
        ...[judged.length, number('met'), number('short')],
      ]);
    }
  });

  test('the command makes the file of the section, byte for byte', async () => {
    for (const format of ['docx', 'xlsx']) {
      const out = path.join(root, `${seed}.${format}`);
      const days = ['--from', `${year}-07-01`, '--to', `${year}-09-30`];
      const args = [...days, '--format', format, '--content', contentOf(seed), '--out', out];
      const ran = await runScript('report.ts', args, { AS_OF: asOfFor(seed), SITE_URL: SITE });
      expect(ran).toMatchObject({ code: 0, stderr: '' });
      expect((await fileOf(seed, `${year}-Q3.${format}`)).equals(await readFile(out))).toBe(true);
    }
  });

  test('the loudspeaker log has every airing of its month', async () => {
    const { store } = await loadWard(contentOf(seed), { production: false });
    const days = store?.articles.flatMap(({ data }) =>
      data.placements
        .filter(({ channel }) => channel === 'loudspeaker')
        .flatMap(({ airings, aired }) =>
          airings.length > 0 ? airings.map(({ date }) => date) : (aired ?? []),
        ),
    );
    const month = `${year}-09`;
    const aired = days?.filter((day) => day.startsWith(month)) ?? [];
    if (aired.length === 0) return;
    const page = await readFile(
      path.join(outOf(seed), `can-bo/bao-cao/nhat-ky-phat-thanh/${month}/index.html`),
      'utf8',
    );
    expect(page).toContain(`${aired.length} lượt phát`);
    const [sheet] = sheetsOf(await fileOf(seed, `nhat-ky-phat-thanh/${month}.xlsx`));
    const told = sheet ? rowsOf(sheet, 5, 2).map((row) => row[1]?.value) : [];
    const serials = told.filter((value) => typeof value === 'number');
    expect(serials.map(dayOf).sort()).toEqual(aired.toSorted());
  });
});

describe('a Word report as pages', () => {
  test('LibreOffice makes a PDF of it', { timeout: BUILD }, async () => {
    const office = findOffice();
    if (!office) throw new Error(OFFICE_MISSING);
    const file = path.join(outOf('uong-bi'), 'can-bo/bao-cao/2026-Q3.docx');
    const profile = `-env:UserInstallation=file://${path.join(root, 'office')}`;
    const args = [profile, '--headless', '--convert-to', 'pdf', '--outdir', root, file];
    const { status, stderr } = spawnSync(office, args, { encoding: 'utf8', timeout: BUILD });
    expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
    const pdf = await readFile(path.join(root, '2026-Q3.pdf'), 'latin1');
    expect(pdf.startsWith('%PDF-')).toBe(true);
    const sizes = [...pdf.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)].map(
      ([, width, height]) =>
        [width, height].map((points) => Math.round((Number(points) / 72) * 25.4)).join('x'),
    );
    // The text upright, the annexes on their side, and not a page more than a reader bears.
    expect(new Set(sizes)).toEqual(new Set(['210x297', '297x210']));
    expect(sizes.length).toBeGreaterThan(10);
    expect(sizes.length).toBeLessThan(30);
    const annexes = between(partsOf(await readFile(file))['word/document.xml'] ?? '', 'w:sectPr');
    expect(sizes.filter((size) => size === '297x210').length).toBeGreaterThanOrEqual(
      annexes.length - 1,
    );
  });
});
