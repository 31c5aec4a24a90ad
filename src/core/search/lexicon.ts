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

/** Prepares rows and the words of all pages for searching. */
export function lexiconOf(rows: readonly Row[], vocabulary: readonly string[]): Lexicon {
  const names = rows.flatMap(namesOf);
  const words = new Set([...vocabulary, ...names.flatMap((name) => name.words)]);
  const keys = new Set([...words].map(keyOf));
  const pairs = new Set(names.flatMap(pairsOf));
  const starts = ` ${[...keys].join(' ')}`;
  const counts = pagesByWord(names);
  return {
    names,
    pages: rows.length,
    words,
    keys,
    weight: (word) => {
      const count = counts.get(word) ?? counts.get(fold(word)) ?? 0;
      return Math.min(HEAVIEST, Math.log(1 + rows.length / (1 + count)));
    },
    begins: (start) => starts.includes(` ${start}`),
    spelledOut: (initials) => spelledOut(initials, names),
    adjacent: (first = '', second = '') => pairs.has(`${asAsked(first)} ${asAsked(second)}`),
  };
}

function namesOf(row: Row): Name[] {
  const texts = [row.title, row.title.replace(REMARK, ' '), ...row.names];
  return [...new Set(texts.map((text) => wordsOf(text).join(' ')))].filter(Boolean).map((text) => {
    const words = text.split(' ');
    return { row, words, keys: words.map(keyOf) };
  });
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
  const pages = new Map<string, Set<Row>>();
  for (const { row, words } of names) {
    for (const word of words.flatMap((one) => [one, fold(one)])) {
      const known = pages.get(word);
      if (known) known.add(row);
      else pages.set(word, new Set([row]));
    }
  }
  return new Map([...pages].map(([word, rows]) => [word, rows.size]));
}
