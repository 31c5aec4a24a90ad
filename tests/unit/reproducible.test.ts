import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { reportDocument } from '../../src/core/view/report.ts';
import { reportDocx } from '../../src/render/docx/report.ts';
import { reportCsv } from '../../src/render/report-csv.ts';
import { renumberRelationships, repack } from '../../src/render/reproducible-zip.ts';
import { reportXlsx } from '../../src/render/xlsx/report.ts';
import { csvRows, partsOf } from '../support/office.ts';
import { airings, item } from '../support/quota-cases.ts';
import { reportOn } from '../support/report-cases.ts';
import { PROJECT, temporaryFolder } from '../support/scripts.ts';

const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const FACTS = {
  asOf: '2026-05-10',
  author: 'UBND phường',
  fullAddress: (address: string) => `https://a.example${address}`,
};

async function document() {
  const { report } = await reportOn('uong-bi', '2026-05-10', '2026-Q1', [
    item('a', 'vhxh', '2026-03-02', { title: '=1+1 và "x"' }, airings('loudspeaker', '2026-03-05')),
    item('b', 'kt', '2026-03-09'),
  ]);
  return reportDocument(report);
}

describe('repacking', () => {
  const parts = { 'b.xml': '<b/>', '_rels/.rels': '<r/>', '[Content_Types].xml': '<t/>' };
  const zipped = (mtime: Date, names: string[]) =>
    zipSync(
      Object.fromEntries(names.map((name) => [name, strToU8(parts[name as keyof typeof parts])])),
      { mtime },
    );

  test('forgets time and order', () => {
    const names = Object.keys(parts);
    const one = zipped(new Date(2020, 1, 2, 3, 4, 5), names);
    const other = zipped(new Date(2031, 5, 6, 7, 8, 9), names.toReversed());
    expect(digest(one)).not.toBe(digest(other));
    const [first, second] = [one, other].map((file) => repack(file, (all) => all));
    expect(first && second && digest(first) === digest(second)).toBe(true);
    expect(Object.keys(partsOf(first ?? new Uint8Array()))).toEqual([
      ...['[Content_Types].xml', '_rels/.rels', 'b.xml'],
    ]);
  });

  test('gives random relationships names by their order, and leaves the others', () => {
    const made = renumberRelationships(
      {
        'word/document.xml': '<a r:id="rIdx7-q"/><b r:id="rId1"/><a r:id="rIdaa"/>',
        'word/_rels/document.xml.rels': '<R Id="rId1"/><R Id="rIdaa"/><R Id="rIdx7-q"/>',
      },
      'word/document.xml',
    );
    expect(made['word/document.xml']).toBe(
      '<a r:id="rIdLink2"/><b r:id="rId1"/><a r:id="rIdLink1"/>',
    );
  });
});

describe('the same report gives the same bytes', () => {
  test.each([
    ['docx', reportDocx],
    ['xlsx', reportXlsx],
  ])('%s, made twice', async (_, make) => {
    const [one, other] = [await make(await document(), FACTS), await make(await document(), FACTS)];
    expect(digest(one)).toBe(digest(other));
  });

  test('in other processes, in another zone, at another time', async () => {
    await using temporary = await temporaryFolder();
    const made = (['docx', 'xlsx'] as const).map((format) =>
      ['UTC', 'Asia/Ho_Chi_Minh', 'America/Los_Angeles'].map((zone) => {
        const out = path.join(temporary.folder, `${zone.replace('/', '-')}.${format}`);
        const args = ['--from', '2026-01-01', '--to', '2026-03-31', '--format', format];
        execFileSync(
          process.execPath,
          ['scripts/report.ts', ...args, '--content', 'seeds/uong-bi', '--out', out],
          { cwd: PROJECT, env: { ...process.env, TZ: zone, AS_OF: '2026-05-10' } },
        );
        return execFileSync('sha256sum', [out], { encoding: 'utf8' }).slice(0, 64);
      }),
    );
    for (const digests of made) expect(new Set(digests).size).toBe(1);
  });
});

describe('comma-separated values', () => {
  test('disarm formulas and quote what would be split', async () => {
    const rows = csvRows(reportCsv(await document()));
    const titles = rows.map((row) => row[2] ?? '').filter((cell) => cell.includes('=1+1'));
    expect(titles).toEqual(['\'=1+1 và "x"']);
    const dangerous = rows.flat().filter((cell) => /^[=+@\t\r-]/.test(cell));
    expect(dangerous).toEqual([]);
  });

  test('blank stays blank', async () => {
    const rows = csvRows(reportCsv(await document()));
    expect(rows.find(([, name]) => name?.includes('Facebook'))?.[3]).toBe('');
  });
});
