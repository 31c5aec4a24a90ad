import { type Lexicon, lexiconOf } from '../core/search/lexicon.ts';
import type { Row } from '../core/search/row.ts';
import { type RowFile, readRows, type TitleFile } from '../core/search/title-file.ts';

/** The names of pages that are loaded, ready to be searched. */
export interface Titles {
  rows: readonly Row[];
  lexicon: Lexicon;
  synonyms: TitleFile['synonyms'];
}

/** Loads names of pages: the file for every search, and older years when they are asked for. */
export function titleLoader(base: string): (years: readonly string[]) => Promise<Titles> {
  const files = new Map<string, Promise<RowFile>>();
  const file = <T extends RowFile>(name: string): Promise<T> => {
    const loading = files.get(name) ?? load(`${base}pagefind/${name}.json`);
    files.set(name, loading);
    loading.catch(() => files.delete(name));
    return loading as Promise<T>;
  };
  const prepared = new Map<string, Titles>();
  return async (years) => {
    const main = await file<TitleFile>('titles');
    const older = main.olderYears.filter((year) => years.includes(year));
    const key = older.join();
    const known = prepared.get(key);
    if (known) return known;
    const more = await Promise.all(older.map((year) => file(`titles-${year}`)));
    const rows = [main, ...more].flatMap(readRows);
    const titles = {
      rows,
      lexicon: lexiconOf(rows, main.words.split(' ')),
      synonyms: main.synonyms,
    };
    prepared.set(key, titles);
    return titles;
  };
}

async function load(address: string): Promise<RowFile> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return (await answer.json()) as RowFile;
}
