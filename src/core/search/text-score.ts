import { hasMarks } from './fold.ts';
import type { Lexicon } from './lexicon.ts';
import { isUnknown } from './repair.ts';

/** A page that the full-text index found, by its id. */
export interface TextHit {
  id: string;
  score: number;
}

/** Asks the full-text index; pages with all words, or with a `"phrase"`, the best first. */
export type TextSearch = (query: string) => Promise<readonly TextHit[]>;

/** What the texts of the pages say about a query. */
export interface TextScore {
  score: number;
  /** From 0 to 1: how much of the query stands together in the text. */
  evidence: number;
  /** The query that found the page, to take its excerpt from. */
  foundBy: string;
}

const PHRASE_WORTH = 0.8;
const PAIRS_WORTH = 1.5;
/** Longer queries are sentences; their pairs would cost more requests than they tell. */
const MOST_PAIRS = 9;

/** Scores pages by their texts: all words, the whole phrase, and words that stand together. */
export async function textScores(
  words: readonly string[],
  lexicon: Lexicon,
  search: TextSearch,
): Promise<Map<string, TextScore>> {
  const scores = new Map<string, TextScore>();
  const add = (hits: readonly TextHit[], foundBy: string, worth: (hit: TextHit) => number) => {
    for (const hit of hits) {
      const known = scores.get(hit.id) ?? { score: 0, evidence: 0, foundBy };
      scores.set(hit.id, { ...known, score: known.score + worth(hit) });
    }
  };
  const unknown = words.map((word, at) => isUnknown(word, at === words.length - 1, lexicon));
  if (unknown.every(Boolean)) return scores;
  const pairs = pairsOf(words, unknown);
  const all = words.filter((_, index) => !unknown[index]).join(' ');
  const phrase = unknown.some(Boolean) || words.length < 2 ? undefined : quoted(words);
  const [found, whole, ...together] = await Promise.all([
    search(all),
    phrase ? search(phrase) : [],
    ...pairs.map(({ query }) => (query ? search(query) : [])),
  ]);
  const best = found[0]?.score || 1;
  add(found, all, (hit) => hit.score / best);
  if (phrase) add(whole, phrase, () => PHRASE_WORTH);
  const weights = together.map((hits) => Math.log(1 + (2 * lexicon.pages) / (1 + 2 * hits.length)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  for (const [index, hits] of together.entries()) {
    const share = (weights[index] ?? 0) / total;
    add(hits, pairs[index]?.query ?? all, () => PAIRS_WORTH * share);
    for (const { id } of hits) raise(scores, id, share);
  }
  for (const { id } of whole) raise(scores, id, 1);
  if (words.length === 1 && isWritten(words[0] ?? '', lexicon)) {
    for (const { id } of found) raise(scores, id, 1);
  }
  return scores;
}

function raise(scores: Map<string, TextScore>, id: string, share: number): void {
  const known = scores.get(id);
  if (known) scores.set(id, { ...known, evidence: Math.min(1, known.evidence + share) });
}

/** Neighbours as phrases; a pair with an unknown word stays, for nothing can bear it out. */
function pairsOf(words: readonly string[], unknown: readonly boolean[]): { query?: string }[] {
  if (words.length < 2 || words.length > MOST_PAIRS) return [];
  return words.slice(1).map((word, index) => {
    if (unknown[index] || unknown[index + 1]) return {};
    return { query: quoted([words[index] ?? '', word]) };
  });
}

/** A word typed with marks is written in some page with these marks, or is being typed. */
function isWritten(word: string, lexicon: Lexicon): boolean {
  if (!hasMarks(word) || lexicon.words.has(word)) return true;
  return [...lexicon.words].some((known) => known.startsWith(word));
}

/** Words as a phrase in the index's own way of asking. */
export function quoted(words: readonly string[]): string {
  return `"${words.join(' ')}"`;
}
