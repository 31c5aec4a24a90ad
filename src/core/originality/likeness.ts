import {
  type ComparedText,
  holdersOf,
  lookUp,
  type OwnPhrases,
  type PhraseIndex,
} from './phrase-index.ts';

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
/** Below this part of phrases of its own a text is nothing but usual ones. */
const OWN_PART = 0.5;

/** Every pair of texts that are alike, the most alike first. */
export function likenesses(index: PhraseIndex): Likeness[] {
  const counts = new Uint32Array(index.texts.length);
  return index.texts
    .flatMap((later, place) => alike(index, later, place, counts))
    .sort(mostAlikeFirst);
}

/** What a text that may not be in the index yet is like, the most alike first. */
export function likenessesOf(index: PhraseIndex, text: ComparedText): Likeness[] {
  const counts = new Uint32Array(index.texts.length);
  return alike(index, lookUp(index, text), index.texts.length, counts)
    .filter(({ earlier }) => earlier !== text.id)
    .sort(mostAlikeFirst);
}

/** The texts before a place that a text is like. `counts` is all zero, before and after. */
function alike(
  index: PhraseIndex,
  later: OwnPhrases,
  before: number,
  counts: Uint32Array,
): Likeness[] {
  const touched = countCommon(index, later.phrases, before, counts);
  const found: Likeness[] = [];
  for (const place of touched) {
    const earlier = index.texts[place];
    const likeness =
      earlier && (counts[place] ?? 0) >= leastCommon(later, earlier)
        ? compare(index, later, earlier)
        : undefined;
    if (likeness) found.push(likeness);
    counts[place] = 0;
  }
  return found;
}

/**
 * Counts the phrases in common with every text before a place, and returns the places that
 * have any. Of the holders of a usual phrase only the earliest are looked at: enough to find
 * what a text of nothing but usual phrases repeats, and never less than `compare` finds else.
 */
function countCommon(
  { starts, holders, usual }: PhraseIndex,
  phrases: Uint32Array,
  before: number,
  counts: Uint32Array,
): number[] {
  const touched: number[] = [];
  for (const phrase of phrases) {
    const start = starts[phrase] ?? 0;
    const end = Math.min(starts[phrase + 1] ?? 0, start + usual);
    for (let at = start; at < end; at += 1) {
      const place = holders[at] ?? before;
      if (place >= before) break;
      const count = (counts[place] ?? 0) + 1;
      if (count === 1) touched.push(place);
      counts[place] = count;
    }
  }
  return touched;
}

/**
 * Holds two texts against each other. Usual phrases say nothing about a pair, so they are left
 * out, unless one of the two has hardly any others: then it is itself what everybody repeats.
 */
function compare(index: PhraseIndex, later: OwnPhrases, earlier: OwnPhrases): Likeness | undefined {
  const whole = isUsual(later) || isUsual(earlier);
  const common = commonOf(index, later.phrases, earlier.phrases, whole);
  if (common < leastCommon(later, earlier)) return undefined;
  const a = sizeOf(later, earlier);
  const b = sizeOf(earlier, later);
  return {
    later: later.id,
    earlier: earlier.id,
    common,
    laterShare: common / a,
    earlierShare: common / b,
    jaccard: common / (a + b - common),
  };
}

/** How many phrases two texts must share to be alike. */
function leastCommon(a: OwnPhrases, b: OwnPhrases): number {
  return Math.max(LIKE.common, Math.min(sizeOf(a, b), sizeOf(b, a)) * LIKE.share);
}

/** How many phrases of a text are held against those of another. */
function sizeOf(text: OwnPhrases, other: OwnPhrases): number {
  return isUsual(text) || isUsual(other) ? text.all : text.rare;
}

function isUsual({ rare, all }: OwnPhrases): boolean {
  return rare < all * OWN_PART;
}

/** How many phrases two sorted lists share, the usual ones only where the whole is compared. */
function commonOf(index: PhraseIndex, a: Uint32Array, b: Uint32Array, whole: boolean): number {
  let common = 0;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const x = a[i] ?? 0;
    const y = b[j] ?? 0;
    if (x === y && (whole || holdersOf(index, x) <= index.usual)) common += 1;
    if (x <= y) i += 1;
    if (y <= x) j += 1;
  }
  return common;
}

function mostAlikeFirst(a: Likeness, b: Likeness): number {
  return (
    closeness(b) - closeness(a) ||
    b.common - a.common ||
    order(a.later, b.later) ||
    order(a.earlier, b.earlier)
  );
}

function closeness({ laterShare, earlierShare }: Likeness): number {
  return Math.max(laterShare, earlierShare);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
