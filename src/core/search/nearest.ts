import type { Lexicon } from './lexicon.ts';
import type { Row } from './row.ts';
import { titleScores } from './title-score.ts';

const MOST = 3;
/** Below this a name shares nothing with the query but a common word. */
const NEAR = 0.05;

/** The pages whose names come nearest to a query that none answers; perhaps none. */
export function nearestNames(words: readonly string[], lexicon: Lexicon): Row[] {
  if (words.length === 0) return [];
  return [...titleScores(words, lexicon)]
    .filter(([, score]) => score >= NEAR)
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, MOST)
    .map(([row]) => row);
}
