import type { Lexicon } from './lexicon.ts';
import type { Reading, ReadingKind, Rule } from './rule.ts';
import { DATE_RULES } from './rules/dates.ts';
import { NUMBER_RULES } from './rules/numbers.ts';
import { ADDRESS_RULES, DOCUMENT_RULES, WORD_RULES } from './rules/words.ts';

/** A text as it is read aloud. */
export interface SpokenText {
  /** Without digits, symbols and abbreviations that the lexicon knows. */
  text: string;
  /** Words in capitals that nobody has told how to read; they stand in the text unchanged. */
  unknown: string[];
}

/** The first that knows the form wins. */
const RULES: readonly Rule[] = [
  ...ADDRESS_RULES,
  ...DOCUMENT_RULES,
  ...DATE_RULES,
  ...NUMBER_RULES,
  ...WORD_RULES,
];

/** How far back a rule may look in the text, and how much of what was said is looked at. */
const BACKWARD = 60;
const HEARD = 300;

/**
 * Reads a text aloud, from left to right: at each place the first rule that knows the form says
 * it, and what was said is not read again. Nothing is guessed: what no rule knows stays.
 */
export function readAloud(source: string, lexicon: Lexicon): SpokenText {
  const text = plainCharacters(source);
  const unknown = new Set<string>();
  const said: string[] = [];
  // Enough of the end to see what was just said; the whole would be copied at every step.
  let heard = '';
  const say = (piece: string) => {
    said.push(piece);
    heard = (heard + piece).slice(-HEARD);
  };
  let last: ReadingKind | undefined;
  for (let at = 0; at < text.length; ) {
    const around = { before: text.slice(Math.max(0, at - BACKWARD), at), last, lexicon };
    const reading = mayBegin(text, at) ? readingAt(text.slice(at), around) : undefined;
    if (!reading) {
      const character = text.charAt(at);
      say(character);
      if (!/[\s,–—-]/.test(character)) last = undefined;
      at += 1;
      continue;
    }
    say(following(heard, reading));
    for (const one of reading.unknown ?? []) unknown.add(one);
    // A row of dates goes on after «và», as it does after a comma.
    if (!/^(và|đến|tới)$/.test(reading.said.trim())) last = reading.kind;
    at += reading.length;
  }
  return { text: tidied(said.join('')), unknown: [...unknown] };
}

function readingAt(text: string, around: Parameters<Rule>[1]) {
  for (const read of RULES) {
    const reading = read(text, around);
    if (reading) return reading;
  }
  return undefined;
}

/** Not in the middle of a word or of a number. */
function mayBegin(text: string, at: number): boolean {
  const pair = text.slice(Math.max(0, at - 1), at + 1);
  return !/^(?:\p{L}{2}|\d{2})$/u.test(pair);
}

/** Superscripts, fractions and wide digits as the plain characters they mean. */
function plainCharacters(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{No}\p{Nl}\uff10-\uff19]/gu, (one) => one.normalize('NFKC'))
    .replaceAll('\u2044', '/')
    .replace(/[\u00a0\u2000-\u200a\u202f\t]/g, ' ')
    .replace(/[\u200b\u2060\ufeff\u00ad]/g, '')
    .replaceAll('…', '...');
}

/**
 * What is said next. Words that were just said are not said again: «chỉ số PAR INDEX» is «chỉ số
 * cải cách hành chính».
 */
function following(heard: string, { said, kind }: Reading): string {
  const overlap = kind === 'word' ? overlapOf(heard, said) : 0;
  const rest = overlap > 0 ? said.slice(overlap).trimStart() : said;
  const touching = /[\p{L}\p{M}\d%)]$/u.test(heard.slice(-1)) && /^[\p{L}\d]/u.test(rest);
  return (touching ? ' ' : '') + rest;
}

/** How many characters of the next reading were just said, in whole words and at least two. */
function overlapOf(heard: string, next: string): number {
  const words = next.split(' ');
  for (let count = words.length; count >= 2; count -= 1) {
    const head = words.slice(0, count).join(' ');
    const tail = heard.trimEnd().slice(-head.length - 1);
    if (tail.trimStart().toLowerCase() === head.toLowerCase()) return head.length;
  }
  return 0;
}

function tidied(said: string): string {
  return withoutEchoes(said.replace(/ {2,}/g, ' '))
    .replace(/ ([,.;:!?)])/g, '$1')
    .replaceAll('( ', '(')
    .replace(/,(?: ?,)+/g, ',')
    .trim();
}

/** «Ủy ban nhân dân (UBND)» says the same twice once it is read. */
function withoutEchoes(said: string): string {
  return said.replace(/ ?\(([^()]+)\)/g, (whole, inner: string, at: number) => {
    const echo = inner.trim().toLowerCase();
    const before = said.slice(Math.max(0, at - echo.length), at).toLowerCase();
    return before === echo ? '' : whole;
  });
}
