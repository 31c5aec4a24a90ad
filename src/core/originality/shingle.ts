import { type Word, wordCodes, wordsOf } from './words.ts';

/** How many words in a row make a phrase that is compared (a shingle). */
const PHRASE_WORDS = 4;
/** A shorter paragraph is one phrase of its own; fewer words than these say nothing. */
const LEAST_WORDS = 3;

/** A phrase of a paragraph: its number, and where it begins and ends. */
export interface Phrase {
  code: number;
  start: number;
  end: number;
}

/** The phrases of a paragraph, one beginning at each word. They never cross its ends. */
export function phrasesOf(paragraph: string): Phrase[] {
  const words = wordsOf(paragraph);
  const size = Math.min(PHRASE_WORDS, words.length);
  return codesOf(words.map(({ code }) => code)).map((code, at) => ({
    code,
    start: (words[at] as Word).start,
    end: (words[at + size - 1] as Word).end,
  }));
}

/** The numbers of all phrases of a text, each once, in order. */
export function phraseCodes(paragraphs: readonly string[]): Uint32Array {
  const all: number[] = [];
  for (const paragraph of paragraphs) {
    for (const code of codesOf(wordCodes(paragraph))) all.push(code);
  }
  const sorted = Uint32Array.from(all).sort();
  return sorted.filter((code, at) => at === 0 || code !== sorted[at - 1]);
}

function codesOf(words: readonly number[]): number[] {
  if (words.length < LEAST_WORDS) return [];
  const size = Math.min(PHRASE_WORDS, words.length);
  const found: number[] = [];
  for (let first = 0; first + size <= words.length; first += 1) {
    let code = 0;
    for (let at = first; at < first + size; at += 1) {
      code = Math.imul(code ^ (words[at] ?? 0), 0x9e3779b1);
      code ^= code >>> 15;
    }
    found.push(code >>> 0);
  }
  return found;
}
