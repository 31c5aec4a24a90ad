/**
 * One spelling for the search index and for what is asked of it.
 *
 * Pagefind folds every Vietnamese mark but the stroke of đ, which has no decomposition in
 * Unicode. ḏ (d with a line below) has one, is a letter, and never occurs in Vietnamese: put
 * in its place on both sides it lets `dang ky` find `đăng ký`, and can be put back exactly.
 */
export function toIndex(text: string): string {
  return text.normalize('NFC').replaceAll('đ', 'ḏ').replaceAll('Đ', 'Ḏ');
}

/** The way back, for what is shown. */
export function fromIndex(text: string): string {
  return text.replaceAll('ḏ', 'đ').replaceAll('Ḏ', 'Đ');
}

/** Without lookbehind, which phones of 2022 cannot read. */
const OPEN_RHYME = /(^|[^qQ])(?:([oO])([àáảãạèéẻẽẹ])|([uU])([ỳýỷỹỵ]))(?!\p{L})/gu;

/** Writes the tone of oa, oe and uy on the first vowel: hoà and hòa are the same word. */
export function toneOnFirstVowel(text: string): string {
  return text.replace(OPEN_RHYME, (_, before: string, ...parts: (string | undefined)[]) => {
    const [o, oVowel, u, uVowel] = parts;
    const marked = (oVowel ?? uVowel ?? '').normalize('NFD');
    const first = ((o ?? u ?? '') + marked.slice(1)).normalize('NFC');
    return `${before}${first}${marked.slice(0, 1)}`;
  });
}
