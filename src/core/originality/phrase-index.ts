import { phraseCodes } from './shingle.ts';

/** A text to be compared: what it says, paragraph by paragraph, the title first. */
export interface ComparedText {
  id: string;
  paragraphs: readonly string[];
}

/** The phrases of one text, with what is known of them. */
export interface OwnPhrases {
  id: string;
  /** Places in the index, in order. */
  phrases: Uint32Array;
  /** How many phrases it has, those that no text of the index holds among them. */
  all: number;
  /** How many of them are not usual. */
  rare: number;
}

/** The phrases of some texts, looked up both ways: which texts hold one, which ones a text holds. */
export interface PhraseIndex {
  /** The texts, the earliest first. */
  texts: readonly OwnPhrases[];
  /** Every phrase that any text holds, by its number, in order. */
  phrases: Uint32Array;
  /** Of each phrase: where in `holders` the texts that hold it begin; one more marks the end. */
  starts: Uint32Array;
  /** Texts by their place in `texts`; those of one phrase in order. */
  holders: Uint32Array;
  /** A phrase in more texts than this is a form of words that everybody uses. */
  usual: number;
}

/** Phrases in more than this part of all texts are usual, within these bounds. */
const USUAL = { part: 0.01, least: 10, most: 40 } as const;
/** A 32-bit phrase and the place of a text fit one exact number together. */
const MOST_TEXTS = 2 ** 21;

/** Indexes texts by their phrases; the earliest text comes first. */
export function phraseIndex(texts: readonly ComparedText[]): PhraseIndex {
  if (texts.length > MOST_TEXTS) throw new RangeError('Too many texts to compare');
  const held = heldPhrases(texts);
  const phrases = new Uint32Array(held.length);
  const starts = new Uint32Array(held.length + 1);
  const holders = new Uint32Array(held.length);
  const sizes = new Uint32Array(texts.length);
  let count = 0;
  for (let at = 0; at < held.length; at += 1) {
    const both = held[at] ?? 0;
    const phrase = Math.floor(both / MOST_TEXTS);
    const text = both - phrase * MOST_TEXTS;
    if (count === 0 || phrases[count - 1] !== phrase) {
      phrases[count] = phrase;
      starts[count] = at;
      count += 1;
    }
    holders[at] = text;
    sizes[text] = (sizes[text] ?? 0) + 1;
  }
  starts[count] = held.length;
  const usual = Math.min(USUAL.most, Math.max(USUAL.least, texts.length * USUAL.part));
  const index = {
    phrases: phrases.slice(0, count),
    starts: starts.slice(0, count + 1),
    holders,
    usual,
  };
  const own = ownPhrases(index, sizes);
  return { ...index, texts: own.map((list, at) => known(index, texts[at]?.id ?? '', list, 0)) };
}

/** A text that may not be in the index yet, as the index sees it. */
export function lookUp(index: PhraseIndex, { id, paragraphs }: ComparedText): OwnPhrases {
  const { phrases } = index;
  const codes = phraseCodes(paragraphs);
  const own = codes.map((code) => placeOf(phrases, code)).filter((place) => place < phrases.length);
  return known(index, id, own, codes.length - own.length);
}

/** How many texts hold a phrase. */
export function holdersOf({ starts }: Pick<PhraseIndex, 'starts'>, phrase: number): number {
  return (starts[phrase + 1] ?? 0) - (starts[phrase] ?? 0);
}

/** Phrase and text of every occurrence as one number, so that one fast sort brings them in order. */
function heldPhrases(texts: readonly ComparedText[]): Float64Array {
  const codes = texts.map(({ paragraphs }) => phraseCodes(paragraphs));
  const held = new Float64Array(codes.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const [text, own] of codes.entries()) {
    for (const code of own) {
      held[at] = code * MOST_TEXTS + text;
      at += 1;
    }
  }
  return held.sort();
}

function ownPhrases(
  { starts, holders }: Pick<PhraseIndex, 'starts' | 'holders'>,
  sizes: Uint32Array,
): Uint32Array[] {
  const own = Array.from(sizes, (size) => new Uint32Array(size));
  const filled = new Uint32Array(sizes.length);
  for (let phrase = 0; phrase + 1 < starts.length; phrase += 1) {
    const end = starts[phrase + 1] ?? 0;
    for (let at = starts[phrase] ?? 0; at < end; at += 1) {
      const text = holders[at] ?? 0;
      const place = filled[text] ?? 0;
      (own[text] as Uint32Array)[place] = phrase;
      filled[text] = place + 1;
    }
  }
  return own;
}

/** `foreign` phrases are in no text of the index, so they are not usual. */
function known(
  index: Pick<PhraseIndex, 'starts' | 'usual'>,
  id: string,
  phrases: Uint32Array,
  foreign: number,
): OwnPhrases {
  let rare = foreign;
  for (const phrase of phrases) if (holdersOf(index, phrase) <= index.usual) rare += 1;
  return { id, phrases, all: phrases.length + foreign, rare };
}

/** The place of a number in a sorted list; the list's length when it is not there. */
function placeOf(sorted: Uint32Array, code: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = sorted[middle] ?? 0;
    if (found === code) return middle;
    if (found < code) low = middle + 1;
    else high = middle - 1;
  }
  return sorted.length;
}
