import { fold } from '../text/slug.ts';
import { hasMarks, keyOf, wordsOf } from './fold.ts';
import type { Lexicon } from './lexicon.ts';
import { numbersIn } from './number.ts';
import { mayBeSlip } from './repair.ts';
import { variantsOf } from './variants.ts';

const QUOTES = /["“”„«»]/;

/**
 * Whether the words of names tell all that has to be known of a query's own: which of them
 * some page has, and with which marks. Then the words of all texts need not be loaded, and
 * the answer is the same as with them.
 */
export function isSettled(
  query: string,
  names: Lexicon,
  synonyms: readonly (readonly [from: string, to: string])[],
): boolean {
  const words = wordsOf(query);
  if (words.length === 0 || (numbersIn(query).alone && !QUOTES.test(query))) return true;
  return variantsOf(words, synonyms).every((variant) =>
    variant.words.every((_, at) => isKnown(variant.words, at, names)),
  );
}

function isKnown(words: readonly string[], at: number, names: Lexicon): boolean {
  const word = words[at] ?? '';
  const key = keyOf(word);
  // A word that is still typed is known by its beginning, unless it may be a slip of a whole one.
  const begun = at === words.length - 1 && !mayBeSlip(key, words) && names.begins(fold(word));
  if (!names.keys.has(key) && !begun) return false;
  if (!hasMarks(word) || names.words.has(word)) return true;
  return words.length === 1 && [...names.words].some((own) => own.startsWith(word));
}
