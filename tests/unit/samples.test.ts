import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { COLLECTIONS } from '../../src/core/schema/collections.ts';
import type { Indices, LateFiles } from '../../src/core/schema/records.ts';
import { CHANGE_KINDS, REFORM_FIELDS } from '../../src/core/schema/vocabulary.ts';
import type { RawEntry } from '../../src/core/store/raw.ts';
import { personalNumbers } from '../../src/core/text/personal-data.ts';
import { readEntry } from '../../src/reader/entry.ts';
import { SEED_NAMES, SEEDS } from '../support/seeds.ts';

const SAMPLES = path.join(SEEDS, 'samples');
const FOLDERS = ['activities', 'articles', 'practices', 'procedure-changes', 'questions'];
/** Samples that are one file of a ward each. */
const RECORDS = ['indices.yaml', 'late-files.yaml'];
/** What a title must say so that nobody takes something made up for something that happened. */
const MADE_UP = '(Ví dụ minh họa) ';
/** What the seed command adds to each sample. */
const DEALT = ['date', 'department', 'departments', 'sample', 'placements', 'origin', 'withdrawn'];

interface Change {
  kind: string;
  code: string;
  name: string;
  replaces?: string[];
  replacedBy?: string[];
}

interface SampleFile extends RawEntry {
  folder: string;
  text: string;
  data: Record<string, unknown>;
  source: string;
}

const files = await Promise.all(
  FOLDERS.map(async (folder) =>
    (await readdir(path.join(SAMPLES, folder))).map((name) => `${folder}/${name}`),
  ),
);
const samples = await Promise.all(files.flat().sort().map(readSample));
const of = (folder: string) => samples.filter((sample) => sample.folder === folder);
const named = (found: SampleFile[]) => found.map(({ file }) => file);

async function readSample(file: string): Promise<SampleFile> {
  const text = await readFile(path.join(SAMPLES, file), 'utf8');
  const read = readEntry(file, text);
  if (!('entry' in read)) throw new Error(`${file}: ${read.issues[0]?.message}`);
  const { entry } = read;
  const data = entry.data as Record<string, unknown>;
  return {
    ...entry,
    folder: file.split('/')[0] ?? '',
    text,
    data,
    source: entry.body?.source ?? '',
  };
}

const wordsOf = ({ source }: SampleFile) => source.trim().split(/\s+/).length;

describe('the samples', () => {
  test('are enough, and nothing else lies beside them', async () => {
    expect((await readdir(SAMPLES)).sort()).toEqual([...FOLDERS, ...RECORDS].sort());
    expect(of('articles').length).toBeGreaterThanOrEqual(40);
    expect(of('practices')).toHaveLength(6);
    expect(of('procedure-changes')).toHaveLength(10);
    expect(of('activities').length).toBeGreaterThanOrEqual(10);
    expect(of('questions').length).toBeGreaterThanOrEqual(5);
  });

  test('have articles of 150 to 350 words', () => {
    const counts = of('articles').map((one) => [one.file, wordsOf(one)] as const);
    expect(counts.filter(([, words]) => words < 150 || words > 350)).toEqual([]);
  });

  test('have articles on every reform field', () => {
    const fields = new Set(of('articles').flatMap(({ data }) => data['fields'] as string[]));
    expect([...fields].sort()).toEqual(Object.keys(REFORM_FIELDS).sort());
  });

  test('differ from one another in name, title and text', () => {
    for (const folder of FOLDERS) {
      const titles = of(folder).map(({ data }) => data['title']);
      const texts = of(folder).map(({ body }) => body?.textKey);
      expect(new Set(titles).size, folder).toBe(titles.length);
      expect(new Set(texts).size, folder).toBe(texts.length);
    }
  });

  test('say in the title that they are made up, unless they are true general guides', () => {
    const madeUp = samples.filter(({ folder }) => folder !== 'articles');
    const unmarked = madeUp.filter(({ data }) => !String(data['title']).startsWith(MADE_UP));
    expect(named(unmarked)).toEqual([]);
    const guides = of('articles').filter(({ data }) => String(data['title']).includes(MADE_UP));
    expect(named(guides)).toEqual([]);
  });

  test('announce no procedure, number or issuer that exists', () => {
    for (const { file, data } of of('procedure-changes')) {
      const procedures = data['procedures'] as { code: string; name: string }[];
      for (const { code, name } of procedures) {
        expect(code, file).toMatch(/^9\.9999\d\d$/);
        expect(name, file).toMatch(/\((thủ tục )?ví dụ\)$/);
      }
      expect((data['decision'] as { issuer: string }).issuer, file).toContain('ví dụ minh họa');
    }
    const others = samples.filter(({ folder }) => folder !== 'procedure-changes');
    expect(named(others.filter(({ text }) => /(?<![\d.])\d\.\d{6}(?!\d)/.test(text)))).toEqual([]);
  });

  test('have no index and no number of late files that somebody could take for real', async () => {
    const texts = await Promise.all(
      RECORDS.map((name) => readFile(path.join(SAMPLES, name), 'utf8')),
    );
    const [indices, lateFiles] = texts.map((text, at) => {
      const file = RECORDS[at] ?? '';
      const read = readEntry(file, text);
      if (!('entry' in read)) throw new Error(`${file}: ${read.issues[0]?.message}`);
      const name = read.entry.collection;
      return COLLECTIONS[name].schema.parse({ ...(read.entry.data as object), sample: 'true' });
    }) as [Indices, LateFiles];
    for (const { index, scope, source } of indices.indices) {
      expect(index).toMatch(/minh họa \(không có thật\)$/);
      expect(scope).toBe('phường Mẫu');
      expect(source.title).toContain('không phải văn bản có thật');
    }
    expect(lateFiles.apology).toContain('(Ví dụ minh họa)');
    const documents = lateFiles.months.flatMap((month) => month.documents);
    expect(documents.length).toBeGreaterThan(3);
    expect(documents.filter((number) => !number.endsWith('/XL-MAU'))).toEqual([]);
  });

  test('show every kind of change, and chains of replacement that hold together', () => {
    const procedures = of('procedure-changes').flatMap(
      ({ data }) => data['procedures'] as Change[],
    );
    const kinds = new Set(procedures.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(Object.keys(CHANGE_KINDS).sort());
    for (const { code, name, replaces = [], replacedBy = [] } of procedures) {
      const sameCode = procedures.filter((other) => other.code === code);
      expect(
        sameCode.filter((other) => other.name !== name),
        code,
      ).toEqual([]);
      for (const other of replaces) {
        const old = procedures.filter((one) => one.code === other && one.kind === 'replaced');
        expect(
          old.map((one) => one.replacedBy),
          `${code} replaces ${other}`,
        ).toEqual([[code]]);
      }
      for (const other of replacedBy) {
        const next = procedures.filter((one) => one.code === other && one.kind === 'new');
        expect(
          next.flatMap((one) => one.replaces),
          `${other} replaces ${code}`,
        ).toContain(code);
      }
    }
  });

  test('name no ward, so that every ward can start with them', () => {
    const wards = /Uông Bí|Thạch Khôi|An Tường|Giếng Đáy|Thượng Phúc/i;
    expect(named(samples.filter(({ text }) => wards.test(text)))).toEqual([]);
    expect(SEED_NAMES).toHaveLength(5);
  });

  test('hold no private number', () => {
    for (const { file, text } of samples) {
      expect(personalNumbers(text, new Set()), file).toEqual([]);
      // Counted apart from the check of the content: any run of nine digits or more.
      expect(text.replace(/[ .-](?=\d)/g, '').match(/\d{9,}/g), file).toBeNull();
    }
  });

  test('are NFC, with Unix line ends and no stray characters', () => {
    for (const { file, text } of samples) {
      expect(text === text.normalize('NFC'), file).toBe(true);
      expect(text, file).not.toMatch(/[\r\t\u00a0\u200b-\u200f\u202a-\u202e\ufeff\ufffd]/);
      expect(text.endsWith('\n'), file).toBe(true);
    }
  });

  test('hold no HTML, no picture and nothing else a body may not have', () => {
    for (const { file, source, body, text } of samples) {
      expect(source, file).not.toMatch(/<[a-z!/]/i);
      expect(text, file).not.toMatch(/<[a-z!/][^>]*>/i);
      expect(body?.findings, file).toEqual([]);
      expect(body?.media, file).toEqual([]);
    }
  });

  test('leave to the seed command what depends on the ward', () => {
    const dealt = samples.filter(({ data }) => DEALT.some((key) => key in data));
    expect(named(dealt)).toEqual([]);
  });

  test('fit their schemas once the command has added the rest', () => {
    const added = { date: '2026-05-05', department: 'a', sample: 'true' };
    for (const { file, collection, data } of samples) {
      const own = collection === 'practices' ? { departments: ['a'] } : {};
      const { department: _, ...dated } = added;
      const typed = { ...data, ...(collection === 'practices' ? { ...dated, ...own } : added) };
      const result = COLLECTIONS[collection].schema.safeParse(typed);
      expect(result.error?.issues ?? [], file).toEqual([]);
    }
  });
});
