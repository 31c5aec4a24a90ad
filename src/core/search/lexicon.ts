import { fold } from '../text/slug.ts';
import { hasMarks, keyOf, wordsOf } from './fold.ts';
import type { Row } from './row.ts';

/** A title or another name of a page, prepared for scoring. */
export interface Name {
  row: Row;
  words: readonly string[];
  keys: readonly string[];
}

/** The words of the section: what is known, what is rare, what stands beside what. */
export interface Lexicon {
  names: readonly Name[];
  /** How many pages have a title or name. */
  pages: number;
  /** Words as written, with marks. */
  words: ReadonlySet<string>;
  /** Folded words, the most frequent first. */
  keys: ReadonlySet<string>;
  /** How much a word of a query tells pages apart by their names. */
  weight: (word: string) => number;
  /** Whether some word begins like this. */
  begins: (start: string) => boolean;
  /** Whether two words stand side by side in some name; marks count where they are given. */
  adjacent: (first: string | undefined, second: string | undefined) => boolean;
  /** The words of a name that begin with these letters: `hkd` → hộ kinh doanh. */
  spelledOut: (initials: string) => readonly string[] | undefined;
}

/** A remark in brackets is not part of a name, but may be searched for. */
const REMARK = /\([^)]*\)/g;
const HEAVIEST = 5;

/** Prepares the names of pages for searching; their words are all that is known. */
export function lexiconOf(rows: readonly Row[]): Lexicon {
  const keyed = new Map<string, string>();
  const key = (word: string) => known(keyed, word, keyOf);
  const names = rows.flatMap((row) => namesOf(row, key));
  const words = new Set(names.flatMap((name) => name.words));
  const counts = pagesByWord(names);
  // Only slips ask for neighbours.
  let pairs: Set<string> | undefined;
  return {
    names,
    pages: rows.length,
    ...wordsKnown(words),
    weight: (word) => {
      const count = counts.get(word) ?? counts.get(fold(word)) ?? 0;
      return Math.min(HEAVIEST, Math.log(1 + rows.length / (1 + count)));
    },
    spelledOut: (initials) => spelledOut(initials, names),
    adjacent: (first = '', second = '') => {
      pairs ??= new Set(names.flatMap(pairsOf));
      return pairs.has(`${asAsked(first)} ${asAsked(second)}`);
    },
  };
}

/** The same names with the words of all texts, the most frequent first. */
export function withWords(lexicon: Lexicon, vocabulary: readonly string[]): Lexicon {
  return { ...lexicon, ...wordsKnown(new Set([...vocabulary, ...lexicon.words])) };
}

function wordsKnown(words: ReadonlySet<string>): Pick<Lexicon, 'words' | 'keys' | 'begins'> {
  const keys = new Set([...words].map(keyOf));
  const starts = ` ${[...keys].join(' ')}`;
  return { words, keys, begins: (start) => starts.includes(` ${start}`) };
}

/** What is worked out once for each word: names share most of theirs. */
function known(values: Map<string, string>, word: string, work: (word: string) => string): string {
  const value = values.get(word) ?? work(word);
  values.set(word, value);
  return value;
}

function namesOf(row: Row, key: (word: string) => string): Name[] {
  const texts = [row.title, row.title.replace(REMARK, ' '), ...row.names];
  const names = [...new Set(texts)].map((text) => wordsOf(text));
  const distinct = new Map(names.map((words) => [words.join(' '), words]));
  return [...distinct.values()]
    .filter((words) => words.length > 0)
    .map((words) => ({ row, words, keys: words.map(key) }));
}

/** Neighbours in a name, each as written and folded. */
function pairsOf({ words, keys }: Name): string[] {
  return words.slice(1).flatMap((word, index) => {
    const firsts = [words[index] ?? '', keys[index] ?? ''];
    return firsts.flatMap((first) => [`${first} ${word}`, `${first} ${keys[index + 1]}`]);
  });
}

function asAsked(word: string): string {
  return hasMarks(word) ? word : keyOf(word);
}

function spelledOut(initials: string, names: readonly Name[]): readonly string[] | undefined {
  for (const { keys, words } of names) {
    const at = keys
      .map((key) => key.charAt(0))
      .join('')
      .indexOf(initials);
    if (at >= 0) return words.slice(at, at + initials.length);
  }
  return undefined;
}

/** In how many pages' names a word stands, as written and folded. */
function pagesByWord(names: readonly Name[]): Map<string, number> {
  const folded = new Map<string, string>();
  const counts = new Map<string, { pages: number; last: Row }>();
  const count = (word: string, row: Row) => {
    const own = counts.get(word);
    if (!own) counts.set(word, { pages: 1, last: row });
    else if (own.last !== row) counts.set(word, { pages: own.pages + 1, last: row });
  };
  // All names of a page stand together.
  for (const { row, words } of names) {
    for (const word of words) {
      count(word, row);
      count(known(folded, word, fold), row);
    }
  }
  return new Map([...counts].map(([word, { pages }]) => [word, pages]));
}
