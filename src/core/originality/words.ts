import { withoutBlockMarks } from '../text/block-words.ts';
import { fold } from '../text/slug.ts';

/** A word of a paragraph: where it stands, and the number that it has in every spelling. */
export interface Word {
  start: number;
  end: number;
  code: number;
}

/** A line that begins something of its own: a list item, a heading, a row, a quotation. */
const OPENING = /^\s*(?:[-*+]\s|\d{1,3}[.)]\s|#{1,6}\s|\||>)/;
const HEADING = /^\s*#{1,6}\s/;
/** Soft hyphens and joiners stand inside words; a zero-width space stands between them. */
const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|(?!\u200b)\p{Cf})*/gu;

/**
 * The paragraphs of a Markdown text as people read them: without marks, addresses, pictures
 * and invisible characters. List items, headings and table rows are paragraphs too, so that
 * moving them about changes no paragraph.
 */
export function paragraphsOf(markdown: string): string[] {
  const found: string[] = [];
  let open = '';
  const close = () => {
    const text = withoutMarks(open);
    if (text) found.push(text);
    open = '';
  };
  for (const line of withoutBlockMarks(markdown).normalize('NFC').split('\n')) {
    if (line.trim() === '' || OPENING.test(line)) close();
    open = open ? `${open} ${line.trim()}` : line.trim();
    if (HEADING.test(line)) close();
  }
  close();
  return found;
}

/**
 * The words of a paragraph. Case, accents and where a tone mark stands make no other word,
 * so `HOÀ`, `hòa` and `hoa` are one.
 */
export function wordsOf(paragraph: string): Word[] {
  return [...paragraph.matchAll(WORD)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    code: wordCode(match[0]),
  }));
}

/** The numbers of a paragraph's words alone. */
export function wordCodes(paragraph: string): number[] {
  return paragraph.match(WORD)?.map(wordCode) ?? [];
}

/** Few words make up most of a language, so each is folded once. */
const codes = new Map<string, number>();
/** Names and numbers are without end; the memory for words is not. */
const MOST_CODES = 100_000;

function wordCode(word: string): number {
  const known = codes.get(word);
  if (known !== undefined) return known;
  let code = 0x811c9dc5;
  for (const char of fold(word.replace(/\p{Cf}/gu, '')))
    code = Math.imul(code ^ (char.codePointAt(0) ?? 0), 0x01000193);
  if (codes.size >= MOST_CODES) codes.clear();
  codes.set(word, code >>> 0);
  return code >>> 0;
}

/** The words in brackets, and the address in parentheses, of a link or a picture. */
const LINK = /(!?)\[((?:[^[\]]|\[[^[\]]*\])*)\]\((?:[^()]|\([^()]*\))*\)/g;

function withoutMarks(block: string): string {
  return block
    .replace(/^\s*(?:[-*+]\s+(?:\[[ x]\]\s)?|\d{1,3}[.)]\s+|#{1,6}\s+|>\s?)/, '')
    .replace(LINK, (_, picture: string, words: string) => (picture ? ' ' : words))
    .replace(/\[\^[^[\]]*\]:?/g, ' ')
    .replace(/<[^<>]*>|&nbsp;|[\u200b|]/g, ' ')
    .replace(/[\p{Cf}*_~`]|-{3,}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}
