import { fold } from '../text/slug.ts';
import { hasMarks, keyOf } from './fold.ts';
import type { Lexicon } from './lexicon.ts';

const MOST_REPAIRS = 3;
const MOST_OF_A_WORD = 2;
/** Shorter words have too many neighbours; a word alone has no others to bear it out. */
const SHORTEST_SLIP = 4;
const SHORTEST_ALONE = 5;

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

/** Whether a word of a query is long enough to be taken for a slip of another. */
export function mayBeSlip(word: string, words: readonly string[]): boolean {
  return word.length >= (words.length === 1 ? SHORTEST_ALONE : SHORTEST_SLIP);
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
export function isUnknown(word: string, last: boolean, lexicon: Lexicon): boolean {
  return !lexicon.keys.has(keyOf(word)) && !(last && lexicon.begins(fold(word)));
}

/**
 * Queries that may have been meant where words are unknown, the most likely first: initials
 * spelled out, keys of an input method, words typed as one, slips. None where every word is
 * known, or `explained` by a synonym.
 */
export function repairs(
  words: readonly string[],
  lexicon: Lexicon,
  explained: ReadonlySet<string>,
): string[][] {
  let queries: string[][] = [[]];
  for (const [index, word] of words.entries()) {
    const key = keyOf(word);
    const unknown = !explained.has(key) && isUnknown(word, index === words.length - 1, lexicon);
    const choices = unknown ? choicesFor(words, index, lexicon) : [];
    const options = choices.length > 0 ? choices : [[word]];
    queries = queries
      .flatMap((begun) => options.map((option) => [...begun, ...option]))
      .slice(0, MOST_REPAIRS + 1);
  }
  const typed = words.join(' ');
  return queries.filter((query) => query.join(' ') !== typed).slice(0, MOST_REPAIRS);
}

function choicesFor(words: readonly string[], index: number, lexicon: Lexicon): string[][] {
  const key = keyOf(words[index] ?? '');
  const spelled = key.length > 2 ? lexicon.spelledOut(key) : undefined;
  if (spelled) return [[...spelled]];
  const plain = keyOf(withoutKeys(key));
  const decoded = plain !== key && lexicon.keys.has(plain) ? [[plain]] : [];
  if (!mayBeSlip(key, words) || /\d/.test(key)) return decoded;
  return [...decoded, ...apart(key, lexicon), ...nearby(words, index, lexicon)];
}

/** Two words typed as one, where they stand side by side in some name. */
function apart(key: string, lexicon: Lexicon): string[][] {
  return Array.from({ length: key.length - 1 }, (_, index) => [
    key.slice(0, index + 1),
    key.slice(index + 1),
  ]).filter(([first, second]) => lexicon.adjacent(first, second));
}

/** Known words one slip away that fit a neighbour; those that fit both first, then the frequent. */
function nearby(words: readonly string[], index: number, lexicon: Lexicon): string[][] {
  const word = words[index] ?? '';
  const fits = (known: string) =>
    Number(lexicon.adjacent(words[index - 1], known)) +
    Number(lexicon.adjacent(known, words[index + 1]));
  // Marks that were typed are part of what was meant: xăng is no slip for bằng.
  return [...(hasMarks(word) ? lexicon.words : lexicon.keys)]
    .filter((known) => known.length > 1 && oneSlip(word, known))
    .filter((known) => words.length === 1 || fits(known) > 0)
    .toSorted((a, b) => fits(b) - fits(a))
    .slice(0, MOST_OF_A_WORD)
    .map((known) => [known]);
}
