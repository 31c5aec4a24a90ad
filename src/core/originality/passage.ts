import { phrasesOf } from './shingle.ts';

/** A stretch of a paragraph: whether it stands in the other text too. */
export interface Stretch {
  text: string;
  common: boolean;
}

/** Two texts beside each other, paragraph by paragraph, with what they have in common marked. */
export interface SideBySide {
  later: Stretch[][];
  earlier: Stretch[][];
}

/** Marks in both texts every phrase that stands in the other, wherever it stands there. */
export function sideBySide(later: readonly string[], earlier: readonly string[]): SideBySide {
  const inLater = codesIn(later);
  const inEarlier = codesIn(earlier);
  return {
    later: later.map((text) => stretches(text, inEarlier)),
    earlier: earlier.map((text) => stretches(text, inLater)),
  };
}

function codesIn(paragraphs: readonly string[]): Set<number> {
  return new Set(paragraphs.flatMap((text) => phrasesOf(text).map(({ code }) => code)));
}

/** Phrases overlap; what they cover together is one stretch. */
function stretches(text: string, elsewhere: ReadonlySet<number>): Stretch[] {
  const found: Stretch[] = [];
  let done = 0;
  const push = (end: number, common: boolean) => {
    if (end <= done) return;
    const last = found.at(-1);
    const next = text.slice(done, end);
    if (last?.common === common) last.text += next;
    else found.push({ text: next, common });
    done = end;
  };
  for (const { code, start, end } of phrasesOf(text)) {
    if (!elsewhere.has(code)) continue;
    push(start, false);
    push(end, true);
  }
  push(text.length, false);
  return found;
}
