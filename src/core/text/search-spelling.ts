/**
 * One spelling for the search index and for what people type.
 *
 * Pagefind folds every Vietnamese mark but the stroke of đ, which has no decomposition in
 * Unicode. ḏ (d with a line below) has one, is a letter, and never occurs in Vietnamese: put
 * in its place on both sides it lets `dang ky` find `đăng ký`, and can be put back exactly.
 */
export function toIndex(text: string): string {
  return toneOnFirstVowel(text.normalize('NFC')).replaceAll('đ', 'ḏ').replaceAll('Đ', 'Ḏ');
}

/** The way back, for what is shown. */
export function fromIndex(text: string): string {
  return text.replaceAll('ḏ', 'đ').replaceAll('Ḏ', 'Đ');
}

const OPEN_RHYME = /(?<![qQ])([oO])([àáảãạèéẻẽẹ])(?!\p{L})|(?<![qQ])([uU])([ỳýỷỹỵ])(?!\p{L})/gu;

/** Writes the tone of oa, oe and uy on the first vowel: hoà and hòa are the same word. */
export function toneOnFirstVowel(text: string): string {
  return text.replace(OPEN_RHYME, (_, o?: string, oVowel?: string, u?: string, uVowel?: string) => {
    const marked = (oVowel ?? uVowel ?? '').normalize('NFD');
    return `${((o ?? u ?? '') + marked.slice(1)).normalize('NFC')}${marked.slice(0, 1)}`;
  });
}
