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

/** The pieces that hold one pair of syllables, and its weight in each. */
interface Posting {
  cards: number[];
  weights: number[];
}

/** Which pieces say the same things; made once for a list. */
interface Index {
  position: ReadonlyMap<string, number>;
  terms: readonly ReadonlyMap<string, number>[];
  postings: ReadonlyMap<string, Posting>;
  lengths: readonly number[];
  /** What a piece shares with every other; all 0 but while it is asked for one. */
  shared: Float64Array;
  /** What has been asked for: a page asks once for its key and once more when it is made. */
  found: Map<number, Card[]>;
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
  return nearestTo(index, cards, own)
    .filter((card) => !told.includes(card.address))
    .slice(0, count);
}

/** The pieces near enough to one, nearest first. */
function nearestTo(index: Index, cards: readonly Card[], own: number): Card[] {
  const known = index.found.get(own);
  if (known) return known;
  const found = nearTo(index, own)
    .sort((a, b) => b.near - a.near || a.other - b.other)
    .flatMap(({ other }) => cards[other] ?? []);
  index.found.set(own, found);
  return found;
}

/**
 * The pieces near enough to one, in no order. Of ten thousand pieces each shares something with
 * a thousand others, so this runs ten million times in a build: numbers in place, no objects.
 */
function nearTo({ terms, postings, lengths, shared }: Index, own: number) {
  const touched: number[] = [];
  for (const [term, weight] of terms[own] ?? []) {
    const posting = postings.get(term);
    if (!posting) continue;
    const { cards, weights } = posting;
    for (let at = 0; at < cards.length; at += 1) {
      const other = cards[at] as number;
      if (shared[other] === 0) touched.push(other);
      shared[other] = (shared[other] as number) + weight * (weights[at] as number);
    }
  }
  const near: { other: number; near: number }[] = [];
  for (const other of touched) {
    const cosine = (shared[other] as number) / ((lengths[own] ?? 1) * (lengths[other] ?? 1));
    if (other !== own && cosine >= LEAST) near.push({ other, near: cosine });
    shared[other] = 0;
  }
  return near;
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
  const postings = new Map<string, Posting>();
  for (const [card, weights] of terms.entries()) {
    for (const [pair, weight] of weights) {
      const held = spread.get(pair) ?? 0;
      if (held < 2 || held > MOST_SHARED) continue;
      const posting = postings.get(pair) ?? { cards: [], weights: [] };
      if (posting.cards.length === 0) postings.set(pair, posting);
      posting.cards.push(card);
      posting.weights.push(weight);
    }
  }
  return {
    position: new Map(cards.map(({ address }, card) => [address, card])),
    terms,
    postings,
    lengths: terms.map((weights) => Math.hypot(...weights.values()) || 1),
    shared: new Float64Array(cards.length),
    found: new Map(),
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
