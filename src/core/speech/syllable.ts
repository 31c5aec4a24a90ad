/** The shape of a Vietnamese syllable without its tone: onset, vowels, final. */
const SYLLABLE =
  /^(ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?[aăâeêioôơuưy]{1,3}(ch|ng|nh|[cmnpt])?$/;

/** The five tone marks; with NFD they stand apart from their vowel. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Whether a word can be one Vietnamese syllable: `thông`, but not `TTHC` or `plây`. */
export function isSyllable(word: string): boolean {
  return SYLLABLE.test(toneless(word));
}

/**
 * Whether a word in capitals is a word and no abbreviation: a syllable that carries a tone, or
 * a hat, horn or bow on a vowel, as in `KHÔNG` but neither in `BAO` nor in `CĐS`.
 */
export function isMarkedSyllable(word: string): boolean {
  return isSyllable(word) && /\p{M}/u.test(word.normalize('NFD'));
}

/**
 * How many syllables are heard in a text. Vietnamese writes each apart; a foreign word has about
 * as many as it has groups of vowels.
 */
export function countSyllables(text: string): number {
  const words = text.match(/\p{L}+/gu) ?? [];
  return words.reduce((sum, word) => sum + (isSyllable(word) ? 1 : vowelGroups(word)), 0);
}

function vowelGroups(word: string): number {
  const groups =
    word
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .match(/[aeiouy]+/gi) ?? [];
  return Math.max(1, groups.length);
}

function toneless(word: string): string {
  return word.toLowerCase().normalize('NFD').replace(TONES, '').normalize('NFC');
}
