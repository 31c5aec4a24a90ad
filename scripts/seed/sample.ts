import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { readEntry } from '../../src/reader/entry.ts';

/** A sample text that belongs to no ward yet. */
export interface Sample {
  /** File name without ending. */
  slug: string;
  /** The whole file as written. */
  text: string;
  /** Front matter, as typed. */
  data: Record<string, unknown>;
}

/** The folders of samples, each the name of a folder of a ward. */
export const SAMPLE_FOLDERS = [
  'articles',
  'practices',
  'procedure-changes',
  'activities',
  'questions',
] as const;
/** Single files among the samples. */
const SAMPLE_RECORDS = ['indices.yaml', 'late-files.yaml'];

export type SampleFolder = (typeof SAMPLE_FOLDERS)[number];

/** All samples, by folder, in the order of their names. */
export async function readSamples(folder: string): Promise<Record<SampleFolder, Sample[]>> {
  const read = await Promise.all(
    SAMPLE_FOLDERS.map(async (name) => [name, await readFolder(folder, name)] as const),
  );
  return Object.fromEntries(read) as Record<SampleFolder, Sample[]>;
}

/** The samples that are one file of a ward each, with their texts. */
export async function readSampleRecords(folder: string): Promise<{ file: string; text: string }[]> {
  return Promise.all(
    SAMPLE_RECORDS.map(async (file) => ({
      file,
      text: await readFile(path.join(folder, file), 'utf8'),
    })),
  );
}

async function readFolder(root: string, name: SampleFolder): Promise<Sample[]> {
  const files = (await readdir(path.join(root, name)))
    .filter((file) => file.endsWith('.md'))
    .sort();
  return Promise.all(
    files.map(async (file) => {
      const text = await readFile(path.join(root, name, file), 'utf8');
      const read = readEntry(`${name}/${file}`, text);
      if (!('entry' in read)) throw new Error(`${name}/${file}: ${read.issues[0]?.message}`);
      return {
        slug: file.slice(0, -'.md'.length),
        text,
        data: read.entry.data as Record<string, unknown>,
      };
    }),
  );
}

/** The latest year a text speaks of; a plan of an earlier year cannot have had it. */
export function latestYear(sample: Sample): number {
  const years = [...sample.text.matchAll(/(?<!\d)20\d\d(?!\d)/g)].map(([year]) => Number(year));
  return Math.max(0, ...years);
}

/** Adds lines to the front matter of a text, before its end. */
export function withLines(text: string, lines: readonly string[]): string {
  const end = text.indexOf('\n---', 3);
  return `${text.slice(0, end)}\n${lines.join('\n')}${text.slice(end)}`;
}

/** Moves every year of a made-up text by some years. */
export function shiftYears(text: string, years: number): string {
  if (years === 0) return text;
  return text.replace(/(?<!\d)20(2\d)(?!\d)/g, (_, two: string) => `20${Number(two) + years}`);
}
