import { type ComparedText, holdersOf, lookUp, type PhraseIndex } from './index.ts';

/** Two texts that say much the same. */
export interface Likeness {
  /** The later and the earlier of the two, in the order in which the texts were given. */
  later: string;
  earlier: string;
  /** Phrases that stand in both. */
  common: number;
  /** The part of each text that stands in the other too (containment), from 0 to 1. */
  laterShare: number;
  earlierShare: number;
  /** The part of all their phrases that stands in both (Jaccard), from 0 to 1. */
  jaccard: number;
}

/**
 * From which part on of either text two texts are alike, and how many phrases they must have
 * in common at least. Measured on real edits: `docs/adr/0010-likeness.md`.
 */
export const LIKE = { share: 0.25, common: 10 } as const;
/** Of the many texts that hold a usual phrase, only the earliest are looked at. */
const LOOKED_AT = 40;
/** Below this part of phrases of its own a text is nothing but usual phrases. */
const OWN_PART = 0.5;

/** The phrases of one text, with what is known of them. */
interface Own {
  /** Places in the index, in order. */
  phrases: Uint32Array;
  /** How many phrases it has, those that no text of the index holds among them. */
  all: number;
  /** How many of them are not usual. */
  rare: number;
}

/** Every pair of texts that are alike, the most alike first. */
export function likenesses(index: PhraseIndex): Likeness[] {
  const owns = index.own.map((phrases) => ownOf(index, phrases, 0));
  const counts = new Uint32Array(owns.length);
  const found = owns.flatMap((later, place) =>
    candidates(index, later, place, counts).flatMap((other) => {
      const earlier = owns[other];
      return (earlier && compare(index, pairOf(index, place, other), later, earlier)) ?? [];
    }),
  );
  return found.sort(mostAlikeFirst);
}

/** What a text that is not in the index yet is like, the most alike first. */
export function likenessesOf(index: PhraseIndex, text: ComparedText): Likeness[] {
  const { own, foreign } = lookUp(index, text.paragraphs);
  const later = ownOf(index, own, foreign);
  const counts = new Uint32Array(index.ids.length);
  return candidates(index, later, index.ids.length, counts)
    .filter((place) => index.ids[place] !== text.id)
    .flatMap((place) => {
      const earlier = ownOf(index, index.own[place] ?? new Uint32Array(), 0);
      const pair = { later: text.id, earlier: index.ids[place] ?? '' };
      return compare(index, pair, later, earlier) ?? [];
    })
    .sort(mostAlikeFirst);
}

function ownOf(index: PhraseIndex, phrases: Uint32Array, foreign: number): Own {
  let rare = foreign;
  for (const phrase of phrases) if (holdersOf(index, phrase) <= index.usual) rare += 1;
  return { phrases, all: phrases.length + foreign, rare };
}

/** The texts before a place that have enough phrases in common to be worth a closer look. */
function candidates(
  { starts, holders }: PhraseIndex,
  { phrases }: Own,
  before: number,
  counts: Uint32Array,
): number[] {
  const touched: number[] = [];
  for (const phrase of phrases) {
    const start = starts[phrase] ?? 0;
    const end = Math.min(starts[phrase + 1] ?? 0, start + LOOKED_AT);
    for (let at = start; at < end; at += 1) {
      const text = holders[at] ?? before;
      if (text >= before) break;
      const count = (counts[text] ?? 0) + 1;
      if (count === 1) touched.push(text);
      counts[text] = count;
    }
  }
  const found = touched.filter((text) => (counts[text] ?? 0) >= LIKE.common);
  for (const text of touched) counts[text] = 0;
  return found;
}

/**
 * Holds two texts against each other. Usual phrases say nothing about a pair, so they are left
 * out, unless one of the two has hardly any others: then it is itself what everybody repeats.
 */
function compare(
  index: PhraseIndex,
  pair: Pick<Likeness, 'later' | 'earlier'>,
  later: Own,
  earlier: Own,
): Likeness | undefined {
  const whole = [later, earlier].some(({ rare, all }) => rare < all * OWN_PART);
  const common = commonOf(index, later.phrases, earlier.phrases, whole);
  const [a, b] = whole ? [later.all, earlier.all] : [later.rare, earlier.rare];
  const laterShare = common / Math.max(a, 1);
  const earlierShare = common / Math.max(b, 1);
  if (common < LIKE.common || Math.max(laterShare, earlierShare) < LIKE.share) return undefined;
  return { ...pair, common, laterShare, earlierShare, jaccard: common / (a + b - common) };
}

/** How many phrases two sorted lists share. */
function commonOf(index: PhraseIndex, a: Uint32Array, b: Uint32Array, whole: boolean): number {
  let common = 0;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const [x = 0, y = 0] = [a[i], b[j]];
    if (x === y && (whole || holdersOf(index, x) <= index.usual)) common += 1;
    if (x <= y) i += 1;
    if (y <= x) j += 1;
  }
  return common;
}

function pairOf({ ids }: PhraseIndex, later: number, earlier: number) {
  return { later: ids[later] ?? '', earlier: ids[earlier] ?? '' };
}

function mostAlikeFirst(a: Likeness, b: Likeness): number {
  const share = (one: Likeness) => Math.max(one.laterShare, one.earlierShare);
  return (
    share(b) - share(a) ||
    b.common - a.common ||
    order(a.later, b.later) ||
    order(a.earlier, b.earlier)
  );
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
