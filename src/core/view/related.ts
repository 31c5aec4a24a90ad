import { toneOnFirstVowel } from '../text/search-spelling.ts';
import type { Card } from './card.ts';

/** How much a pair of syllables in a title weighs against one in a summary. */
const TITLE_WEIGHT = 3;
/**
 * Cosine from which two pieces are about the same thing. Read off the samples: below it stood
 * pieces that share a phrase of office, such as «trên địa bàn», and nothing else.
 */
const LEAST = 0.09;
/** Pairs that so many pieces share say nothing about any of them, and cost the most to follow. */
const MOST_SHARED = 200;

/** How many a page names: more would be a second list to read; fewer may miss the one that helps. */
export const RELATED = 4;

/** One pair of syllables in one piece: whose it is, and its weight there. */
type Posting = readonly [card: number, weight: number];

/** Which pieces say the same things; made once for a list. */
interface Index {
  position: ReadonlyMap<string, number>;
  terms: readonly ReadonlyMap<string, number>[];
  postings: ReadonlyMap<string, readonly Posting[]>;
  lengths: readonly number[];
}

const indexes = new WeakMap<readonly Card[], Index>();

/**
 * The pieces that are about the same thing as one, nearest first: those whose titles and
 * summaries share its rarer pairs of syllables (most Vietnamese words are two). Fewer than
 * `count`, or none, where nothing is near: a list for the sake of a list helps nobody. Nor does
 * one twice: the addresses that the page has told of already are left out.
 */
export function relatedCards(
  cards: readonly Card[],
  address: string,
  count: number,
  told: readonly string[] = [],
): Card[] {
  const index = indexes.get(cards) ?? indexOf(cards);
  indexes.set(cards, index);
  const own = index.position.get(address);
  if (own === undefined) return [];
  const shared = new Map<number, number>();
  for (const [term, weight] of index.terms[own] ?? []) {
    for (const [other, otherWeight] of index.postings.get(term) ?? []) {
      if (other !== own) shared.set(other, (shared.get(other) ?? 0) + weight * otherWeight);
    }
  }
  const length = (card: number) => index.lengths[card] ?? 1;
  return [...shared]
    .map(([other, dot]) => ({ other, near: dot / (length(own) * length(other)) }))
    .filter(({ near }) => near >= LEAST)
    .sort((a, b) => b.near - a.near || a.other - b.other)
    .flatMap(({ other }) => cards[other] ?? [])
    .filter((card) => !told.includes(card.address))
    .slice(0, count);
}

function indexOf(cards: readonly Card[]): Index {
  const counts = cards.map(pairCounts);
  const spread = new Map<string, number>();
  for (const pairs of counts) {
    for (const pair of pairs.keys()) spread.set(pair, (spread.get(pair) ?? 0) + 1);
  }
  const rarity = (pair: string) => Math.log(cards.length / (spread.get(pair) ?? 1));
  const terms = counts.map(
    (pairs) => new Map([...pairs].map(([pair, n]) => [pair, n * rarity(pair)])),
  );
  const postings = new Map<string, Posting[]>();
  for (const [card, weights] of terms.entries()) {
    for (const [pair, weight] of weights) {
      const held = spread.get(pair) ?? 0;
      if (held < 2 || held > MOST_SHARED) continue;
      const list = postings.get(pair) ?? [];
      if (list.length === 0) postings.set(pair, list);
      list.push([card, weight]);
    }
  }
  return {
    position: new Map(cards.map(({ address }, card) => [address, card])),
    terms,
    postings,
    lengths: terms.map((weights) => Math.hypot(...weights.values()) || 1),
  };
}

function pairCounts({ title, summary }: Card): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (text: string, weight: number) => {
    const syllables = toneOnFirstVowel(text.normalize('NFC'))
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu);
    for (const [at, syllable] of (syllables ?? []).slice(1).entries()) {
      const pair = `${syllables?.[at]} ${syllable}`;
      counts.set(pair, (counts.get(pair) ?? 0) + weight);
    }
  };
  add(title, TITLE_WEIGHT);
  if (summary) add(summary, 1);
  return counts;
}
