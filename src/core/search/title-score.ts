import { hasMarks, keyOf } from './fold.ts';
import type { Lexicon, Name } from './lexicon.ts';
import { oneSlip } from './repair.ts';
import type { Row } from './row.ts';

/** How well a word of the query stands for a word of a name. */
const SAME = 1;
const STILL_TYPED = 0.8;
const BEGINS = 0.4;
const MISTYPED = 0.6;

/** A word of the query, looked up once for all names. */
interface Asked {
  word: string;
  key: string;
  weight: number;
  known: boolean;
  marked: boolean;
  last: boolean;
}

/**
 * How well the names of pages answer a query, from 0 to 1: the share of its words that they
 * have, the rarer the weightier; their order; how little else the name says; marks as typed.
 */
export function titleScores(words: readonly string[], lexicon: Lexicon): Map<Row, number> {
  const asked = words.map((word, index): Asked => {
    const key = keyOf(word);
    return {
      word,
      key,
      weight: lexicon.weight(word),
      known: lexicon.keys.has(key),
      marked: hasMarks(word),
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
  let marksAsked = 0;
  let marksKept = 0;
  let before = -2;
  const used = new Set<number>();
  for (const one of asked) {
    const { place, strength } = placeOf(one, name, before + 1);
    if (place >= 0) {
      used.add(place);
      covered += one.weight * strength;
      if (place === before + 1) inOrder += 1;
      if (one.marked) {
        marksAsked += 1;
        if (name.words[place]?.startsWith(one.word)) marksKept += 1;
      }
    }
    before = place < 0 ? -2 : place;
  }
  if (used.size === 0) return 0;
  const coverage = covered / asked.reduce((sum, { weight }) => sum + weight, 0);
  const order = asked.length > 1 ? inOrder / (asked.length - 1) : 1;
  const marks = marksAsked > 0 ? marksKept / marksAsked : 1;
  const fill = used.size / name.keys.length;
  return coverage ** 2 * (0.5 + 0.25 * order + 0.25 * fill) * (0.7 + 0.3 * marks);
}

/** Where in a name a word stands best; the place right after the last one wins a tie. */
function placeOf(asked: Asked, name: Name, next: number): { place: number; strength: number } {
  let place = -1;
  let strength = 0;
  let best = 0;
  for (const [index, key] of name.keys.entries()) {
    const found = strengthOf(asked, key);
    const preferred =
      found && found + (index === next ? 0.02 : 0) + (name.words[index] === asked.word ? 0.01 : 0);
    if (preferred > best) {
      best = preferred;
      strength = found;
      place = index;
    }
  }
  return { place, strength };
}

function strengthOf({ key: asked, last, known }: Asked, key: string): number {
  if (asked === key) return SAME;
  if (key.startsWith(asked) && !/\d/.test(asked)) {
    if (last) return STILL_TYPED;
    return !known && asked.length > 2 ? BEGINS : 0;
  }
  return !known && asked.length > 2 && oneSlip(asked, key) ? MISTYPED : 0;
}
