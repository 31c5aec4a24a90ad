/** Makes texts by walking from word to word as some given words do. */
export interface WordWalk {
  /** So many words, beginning with a capital letter and ending with a full stop. */
  sentence: (length: number) => string;
  /** So many words without a mark at the end. */
  phrase: (length: number) => string;
}

/** Share of the steps that go anywhere: without them two texts would share whole paragraphs. */
const LEAPS = 0.15;

/** A walk over words, led by chance. */
export function wordWalk(given: readonly string[], random: () => number): WordWalk {
  const words = given.map((word) => word.replace(/[^\p{L}\p{M}\p{N}-]/gu, '')).filter(Boolean);
  const places = Map.groupBy(words.keys(), (at) => words[at] ?? '');
  const pick = () => words[Math.floor(random() * words.length)] ?? '';
  const after = (word: string) => {
    const known = places.get(word) ?? [];
    return words[(known[Math.floor(random() * known.length)] ?? 0) + 1] ?? pick();
  };
  const phrase = (length: number) => {
    const found = [pick()];
    while (found.length < length) {
      found.push(random() < LEAPS ? pick() : after(found.at(-1) ?? ''));
    }
    const text = found.join(' ').toLowerCase();
    return text.slice(0, 1).toUpperCase() + text.slice(1);
  };
  return { phrase, sentence: (length) => `${phrase(length)}.` };
}
