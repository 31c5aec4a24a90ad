import { withoutBlockMarks } from './block-words.ts';

/**
 * A Markdown text reduced to what it says: letters and digits in lower case with single
 * spaces. Two texts that differ only in marks, spacing or markup have the same result.
 */
export function normalizedText(markdown: string): string {
  return withoutBlockMarks(markdown)
    .normalize('NFC')
    .toLowerCase()
    .replace(/\]\([^()]*\)/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
