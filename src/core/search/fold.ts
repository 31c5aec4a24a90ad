import { toneOnFirstVowel } from '../text/search-spelling.ts';
import { fold } from '../text/slug.ts';

/** The words of a text as they are written, in small letters and one way of placing the tone. */
export function wordsOf(text: string): string[] {
  return toneOnFirstVowel(text.normalize('NFC').toLowerCase()).match(/[\p{L}\d]+/gu) ?? [];
}

/** What a word is compared by: folded, and with one spelling of ký/kí, lý/lí, quý/quí. */
export function keyOf(word: string): string {
  return fold(word).replace(/^(h|k|l|m|s|t|qu)y$/, '$1i');
}

/** Whether a word is typed with marks, so that they mean something. */
export function hasMarks(word: string): boolean {
  return fold(word) !== word;
}
