import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findOffice, OFFICE_MISSING } from '../../scripts/test/office.ts';
import { type Script, scriptOf } from '../../src/core/view/script.ts';
import { passagesOf } from '../../src/markdown/passages.ts';
import { scriptDocx } from '../../src/render/docx/script.ts';
import { edition } from '../support/editions.ts';
import { between, packageFaults, partsOf, wordText } from '../support/office.ts';
import { item } from '../support/quota-cases.ts';

/** A script as a Word file: read back as XML, and laid out by LibreOffice. */

const FACTS = { asOf: '2026-06-15', author: 'UBND phường' };
const TITLE = 'Tin <b>đậm</b> & "ngoặc" của CCHC';

let folder = '';
let script: Script;
let bytes: Uint8Array;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'cchc-script-'));
  const made = await edition('uong-bi', FACTS.asOf, [
    item('tin', 'vhxh', '2026-06-01', {
      title: TITLE,
      approver: 'Chánh Văn phòng',
      sample: 'true',
    }),
  ]);
  const [entry] = made.articlePages;
  if (!entry) throw new Error('No article');
  const body = `## Việc cần làm\n\n${'Nộp 02 bản trước 30/6/2026 tại UBND, dùng GPS. '.repeat(20)}`;
  script = scriptOf(made, entry, passagesOf(body));
  bytes = await scriptDocx(script, FACTS);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('the package is sound and says every line once, in the styles of a script', () => {
  const parts = partsOf(bytes);
  expect(packageFaults(parts)).toEqual([]);
  const paragraphs = between(parts['word/document.xml'] ?? '', 'w:p');
  const spoken = paragraphs.filter((one) => /<w:pStyle w:val="Spoken/.test(one));
  expect(spoken.map(wordText)).toEqual(script.lines.map(({ text }) => text));
  expect(spoken.filter((one) => one.includes('w:val="SpokenHeading"'))).toHaveLength(2);
  expect(spoken.every((one) => one.includes('<w:numPr>'))).toBe(true);
  const told = paragraphs.map(wordText);
  expect(told).toContain(TITLE);
  expect(told).toContain('Người duyệt: Chánh Văn phòng');
  expect(told).toContain('Người đọc: ');
  expect(told).toContain('(NỘI DUNG MẪU, không phải thông tin chính thức)');
  expect(told).toContain(script.unread);
});

test('the same script gives the same bytes', async () => {
  expect(Buffer.from(await scriptDocx(script, FACTS)).equals(Buffer.from(bytes))).toBe(true);
});

test('LibreOffice lays it out on upright A4 with every sentence', {
  timeout: 120_000,
}, async () => {
  const office = findOffice();
  if (!office) throw new Error(OFFICE_MISSING);
  const file = path.join(folder, 'truyen-thanh.docx');
  await writeFile(file, bytes);
  const profile = `-env:UserInstallation=file://${path.join(folder, 'office')}`;
  for (const format of ['pdf', 'txt:Text (encoded):UTF8']) {
    const args = [profile, '--headless', '--convert-to', format, '--outdir', folder, file];
    const { status, stderr } = spawnSync(office, args, { encoding: 'utf8' });
    expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
  }
  const pdf = await readFile(path.join(folder, 'truyen-thanh.pdf'), 'latin1');
  const sizes = [...pdf.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)].map(
    ([, width, height]) => [Math.round(Number(width)), Math.round(Number(height))],
  );
  expect(sizes.length).toBeGreaterThan(1);
  expect(sizes.every(([width = 0, height = 0]) => width === 595 && height === 842)).toBe(true);
  const text = await readFile(path.join(folder, 'truyen-thanh.txt'), 'utf8');
  expect(script.lines.filter((line) => !text.includes(line.text))).toEqual([]);
});
