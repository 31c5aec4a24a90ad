import { fold } from '../text/slug.ts';
import { hasMarks, keyOf } from './fold.ts';
import type { Lexicon, Name } from './lexicon.ts';
import { mayBeSlip, oneSlip } from './repair.ts';
import type { Row } from './row.ts';

/** How well a word of the query stands for a word of a name. */
const SAME = 1;
const STILL_TYPED = 0.8;
const BEGINS = 0.4;
const MISTYPED = 0.6;
/** Other marks than typed: a slip, where no page has the word as typed; else another word. */
const MARKS_SLIPPED = 0.8;
const MARKS_OTHER = 0.3;

/** A word of the query, looked up once for all names. */
interface Asked {
  word: string;
  key: string;
  /** What a longer word begins with, if this one is still typed. */
  start: string;
  weight: number;
  known: boolean;
  mayBeSlip: boolean;
  /** What a word of the same letters with other marks is worth. */
  otherMarks: number;
  last: boolean;
}

/**
 * How well the names of pages answer a query, from 0 to 1: the share of its words that they
 * have, the rarer the weightier and with the marks as typed; their order; how little else the
 * name says.
 */
export function titleScores(words: readonly string[], lexicon: Lexicon): Map<Row, number> {
  const asked = words.map((word, index): Asked => {
    const key = keyOf(word);
    return {
      word,
      key,
      start: fold(word),
      weight: lexicon.weight(word),
      known: lexicon.keys.has(key),
      mayBeSlip: !lexicon.keys.has(key) && mayBeSlip(key, words),
      otherMarks: otherMarksWorth(word, words, lexicon),
      last: index === words.length - 1,
    };
  });
  const scores = new Map<Row, number>();
  for (const name of lexicon.names) {
    const score = scoreOf(asked, name);
    if (score > (scores.get(name.row) ?? 0)) scores.set(name.row, score);
  }
  return scores;
}

function scoreOf(asked: readonly Asked[], name: Name): number {
  let covered = 0;
  let inOrder = 0;
  let before = -2;
  const used = new Set<number>();
  for (const one of asked) {
    const { place, strength } = placeOf(one, name, before + 1);
    if (place >= 0) {
      used.add(place);
      covered += one.weight * strength;
      if (place === before + 1) inOrder += 1;
    }
    before = place < 0 ? -2 : place;
  }
  if (used.size === 0) return 0;
  const coverage = covered / asked.reduce((sum, { weight }) => sum + weight, 0);
  const order = asked.length > 1 ? inOrder / (asked.length - 1) : 1;
  const fill = used.size / name.keys.length;
  return coverage ** 2 * (0.5 + 0.25 * order + 0.25 * fill);
}

/** What other marks than typed are worth; a word alone has nothing to show that it is a slip. */
function otherMarksWorth(word: string, words: readonly string[], lexicon: Lexicon): number {
  if (!hasMarks(word)) return SAME;
  return words.length === 1 || lexicon.words.has(word) ? MARKS_OTHER : MARKS_SLIPPED;
}

/** Where in a name a word stands best; the place right after the last one wins a tie. */
function placeOf(asked: Asked, name: Name, next: number): { place: number; strength: number } {
  let place = -1;
  let strength = 0;
  let best = 0;
  for (const [index, key] of name.keys.entries()) {
    const found = strengthOf(asked, key, name.words[index] ?? '');
    const preferred = found && found + (index === next ? 0.02 : 0);
    if (preferred > best) {
      best = preferred;
      strength = found;
      place = index;
    }
  }
  return { place, strength };
}

function strengthOf(asked: Asked, key: string, word: string): number {
  if (asked.word === word) return SAME;
  if (asked.key === key) return asked.otherMarks;
  const marks = word.startsWith(asked.word) ? SAME : asked.otherMarks;
  if (key.startsWith(asked.start) && !/\d/.test(asked.start)) {
    if (asked.last) return STILL_TYPED * marks;
    return !asked.known && asked.key.length > 2 ? BEGINS * marks : 0;
  }
  return asked.mayBeSlip && oneSlip(asked.word, hasMarks(asked.word) ? word : key) ? MISTYPED : 0;
}
