import { keyOf } from './fold.ts';
import type { Lexicon } from './lexicon.ts';

const MOST_REPAIRS = 3;
const MOST_OF_A_WORD = 2;

/**
 * Whether two words differ by one slip of the finger: a letter too many, too few, another one,
 * or two that changed places.
 */
export function oneSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const [x, y] = [a.slice(start), b.slice(start)];
  if (x.slice(1) === y.slice(1) || x.slice(1) === y || x === y.slice(1)) return true;
  return x[0] === y[1] && x[1] === y[0] && x.slice(2) === y.slice(2);
}

/**
 * The folded word that Telex or VNI keys stand for when they were typed without an input
 * method: `ddawng` → `dang`, `ky1` → `ky`.
 */
export function withoutKeys(typed: string): string {
  return typed
    .replace(/\d/g, '')
    .replace(/^dd/, 'd')
    .replace(/([aeo])\1/g, '$1')
    .replace(/w/g, '')
    .replace(/(?!^)[sfrxj](?=[cghmnpt]*$)/, '');
}

/** Whether a word of the query is one that no page has, nor begins with while it is typed. */
export function isUnknown(key: string, last: boolean, lexicon: Lexicon): boolean {
  return !lexicon.keys.has(key) && !(last && lexicon.begins(key));
}

/**
 * Queries that may have been meant where words are unknown, the most likely first; none where
 * every word is known.
 */
export function repairs(words: readonly string[], lexicon: Lexicon): string[][] {
  const keys = words.map(keyOf);
  let queries: string[][] = [[]];
  for (const [index, key] of keys.entries()) {
    const choices = isUnknown(key, index === keys.length - 1, lexicon)
      ? choicesFor(keys, index, lexicon)
      : [];
    const options = choices.length > 0 ? choices : [[words[index] ?? '']];
    queries = queries
      .flatMap((begun) => options.map((option) => [...begun, ...option]))
      .slice(0, MOST_REPAIRS + 1);
  }
  const typed = words.join(' ');
  return queries.filter((query) => query.join(' ') !== typed).slice(0, MOST_REPAIRS);
}

function choicesFor(keys: readonly string[], index: number, lexicon: Lexicon): string[][] {
  const key = keys[index] ?? '';
  const plain = keyOf(withoutKeys(key));
  const decoded = plain !== key && lexicon.keys.has(plain) ? [[plain]] : [];
  if (key.length < 3 || /\d/.test(key)) return decoded;
  return [...decoded, ...apart(key, lexicon), ...nearby(keys, index, lexicon)];
}

/** Two words typed as one, where they stand side by side in some name. */
function apart(key: string, lexicon: Lexicon): string[][] {
  return Array.from({ length: key.length - 1 }, (_, index) => [
    key.slice(0, index + 1),
    key.slice(index + 1),
  ]).filter(([first, second]) => lexicon.adjacent(first, second));
}

/** Known words one slip away: those that fit their neighbours first, then the frequent ones. */
function nearby(keys: readonly string[], index: number, lexicon: Lexicon): string[][] {
  const key = keys[index] ?? '';
  const fits = (word: string) =>
    Number(lexicon.adjacent(keys[index - 1], word)) +
    Number(lexicon.adjacent(word, keys[index + 1]));
  return [...lexicon.keys]
    .filter((word) => word.length > 1 && oneSlip(key, word))
    .toSorted((a, b) => fits(b) - fits(a))
    .slice(0, MOST_OF_A_WORD)
    .map((word) => [word]);
}
