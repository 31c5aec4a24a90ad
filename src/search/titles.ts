import { type Lexicon, lexiconOf, withWords } from '../core/search/lexicon.ts';
import type { Row } from '../core/search/row.ts';
import { type RowFile, readRows, type TitleFile } from '../core/search/title-file.ts';

/** The names of pages that are loaded, ready to be searched. */
export interface Titles {
  rows: readonly Row[];
  /** Knows no words but those of the names. */
  names: Lexicon;
  /** Knows the words of all texts, too; loads them. */
  whole(): Promise<Lexicon>;
}

/** The files of names: one for every search, one for each year of articles. */
export interface TitleLoader {
  /** What every search needs. */
  main(): Promise<TitleFile>;
  /** The names of the timeless pages and of these years' pages. */
  of(years: readonly string[]): Promise<Titles>;
}

/** Loads names of pages as they are needed, each file once. */
export function titleLoader(base: string): TitleLoader {
  const files = new Map<string, Promise<unknown>>();
  const file = <T>(name: string): Promise<T> => {
    const loading = files.get(name) ?? load(`${base}pagefind/${name}`);
    files.set(name, loading);
    loading.catch(() => files.delete(name));
    return loading as Promise<T>;
  };
  const main = () => file<TitleFile>('titles.json');
  const prepared = new Map<string, Titles>();
  return {
    main,
    async of(years) {
      const key = years.toSorted().join();
      const known = prepared.get(key);
      if (known) return known;
      const loaded = await Promise.all([
        main(),
        ...years.map((year) => file<RowFile>(`${year}/titles.json`)),
      ]);
      const rows = loaded.flatMap(readRows);
      const names = lexiconOf(rows);
      let whole: Lexicon | undefined;
      const titles: Titles = {
        rows,
        names,
        async whole() {
          const words = await file<string>('words.json');
          whole ??= withWords(names, words.split(' '));
          return whole;
        },
      };
      prepared.set(key, titles);
      return titles;
    },
  };
}

async function load(address: string): Promise<unknown> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}
