import { type Word, wordsOf } from './words.ts';

/** How many words in a row make a phrase that is compared (a shingle). */
export const PHRASE_WORDS = 4;
/** A shorter paragraph is one phrase of its own; fewer words than these say nothing. */
const LEAST_WORDS = 3;

/** A phrase of a paragraph: its number, and the first and last of its words. */
export interface Phrase {
  code: number;
  first: number;
  last: number;
}

/** The phrases of a paragraph, one beginning at each word. They never cross its ends. */
export function phrasesOf(words: readonly Word[]): Phrase[] {
  if (words.length < LEAST_WORDS) return [];
  const size = Math.min(PHRASE_WORDS, words.length);
  const found: Phrase[] = [];
  for (let first = 0; first + size <= words.length; first += 1) {
    let code = 0;
    for (let at = first; at < first + size; at += 1) {
      code = Math.imul(code ^ (words[at]?.code ?? 0), 0x9e3779b1);
      code ^= code >>> 15;
    }
    found.push({ code: code >>> 0, first, last: first + size - 1 });
  }
  return found;
}

/** The numbers of all phrases of a text, each once, in order. */
export function phraseCodes(paragraphs: readonly string[]): Uint32Array {
  const all = paragraphs.flatMap((text) => phrasesOf(wordsOf(text)).map(({ code }) => code));
  return new Uint32Array(new Set(all)).sort();
}
