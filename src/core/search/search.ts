import { keyOf, wordsOf } from './fold.ts';
import type { Lexicon } from './lexicon.ts';
import { type AskedNumbers, numberScore, numbersIn, phrasesOf } from './number.ts';
import { repairs } from './repair.ts';
import type { Row } from './row.ts';
import { quoted, type TextSearch, textScores } from './text-score.ts';
import { titleScores } from './title-score.ts';
import { variantsOf } from './variants.ts';

/** A page that answers a query. */
export interface Hit {
  /** Id of the page in the full-text index. */
  id: string;
  score: number;
  /** The text query that found it; absent when only its names or numbers did. */
  foundBy?: string;
}

/** What a search comes to. */
export interface Answer {
  hits: Hit[];
  /** The query that was answered instead of the one typed. */
  repaired?: string;
}

/** What a query is answered from. */
export interface Sources {
  rows: readonly Row[];
  lexicon: Lexicon;
  synonyms: readonly (readonly [from: string, to: string])[];
  /** The full-text index; finds nothing when it could not be loaded. */
  text: TextSearch;
}

interface Scored extends Hit {
  /** Whether the page bears on the query, rather than sharing a common word with it. */
  relevant: boolean;
}
type Scores = Map<string, Scored>;

const TITLE_WORTH = 4;
const TITLE_RELEVANT = 0.25;
const TEXT_RELEVANT = 0.5;
const TOGETHER_RELEVANT = 1.5;
const CITED_WORTH = 5;
const REPAIR_GAIN = 0.3;
/** Answers much weaker than the best one are noise. */
const SHARE_OF_BEST = 0.25;

/** Answers a query; no hits when no page bears on it. */
export async function search(typed: string, sources: Sources): Promise<Answer> {
  const query = typed.replace(/[“”„«»]/g, '"').trim();
  const phrase = /^"[^"]+"$/.test(query);
  const words = wordsOf(query.replaceAll('"', ' '));
  if (words.length === 0) return { hits: [] };
  if (phrase) return { hits: ranked(await exactly(words, sources)) };
  const numbers = numbersIn(query);
  const [byNumber, byWords] = await Promise.all([
    scoreNumbers(numbers, sources),
    numbers.alone ? new Map() : scoreVariants(words, sources),
  ]);
  const repair = numbers.alone ? undefined : await repaired(words, byWords, sources);
  const scores = repair?.scores ?? byWords;
  for (const hit of byNumber.values()) addTo(scores, hit);
  return { hits: ranked(scores), ...(repair && { repaired: repair.words.join(' ') }) };
}

/** Only pages with the very phrase. */
async function exactly(words: readonly string[], sources: Sources): Promise<Scores> {
  const [found, scores] = await Promise.all([
    sources.text(quoted(words)),
    scoreWords(words, sources),
  ]);
  const having = new Set(found.map(({ id }) => id));
  return new Map(
    [...scores]
      .filter(([id]) => having.has(id))
      .map(([id, hit]) => [id, { ...hit, relevant: true }]),
  );
}

async function scoreVariants(words: readonly string[], sources: Sources): Promise<Scores> {
  const best: Scores = new Map();
  for (const variant of variantsOf(words, sources.synonyms)) {
    if (variant.last && bestOf(best) > 0) break;
    for (const [id, hit] of await scoreWords(variant.words, sources)) {
      const score = hit.score * variant.worth;
      const known = best.get(id);
      const relevant = hit.relevant || known?.relevant === true;
      if (!known || score > known.score) best.set(id, { ...hit, score, relevant });
      else best.set(id, { ...known, relevant });
    }
  }
  return best;
}

async function scoreWords(words: readonly string[], { lexicon, text }: Sources): Promise<Scores> {
  const texts = await textScores(words, lexicon, text);
  const titles = new Map([...titleScores(words, lexicon)].map(([{ id }, score]) => [id, score]));
  const ids = new Set([...texts.keys(), ...titles.keys()]);
  return new Map(
    [...ids].map((id) => {
      const { score, evidence, foundBy } = texts.get(id) ?? { score: 0, evidence: 0 };
      const title = titles.get(id) ?? 0;
      const total = score + TITLE_WORTH * title;
      return [
        id,
        { id, score: total, relevant: bears(title, evidence), ...(foundBy && { foundBy }) },
      ];
    }),
  );
}

/** Name or text alone may bear a query out, or both together where neither quite does. */
function bears(title: number, evidence: number): boolean {
  const [byTitle, byText] = [title / TITLE_RELEVANT, evidence / TEXT_RELEVANT];
  return Math.max(byTitle, byText) >= 1 || byTitle + byText >= TOGETHER_RELEVANT;
}

async function scoreNumbers(numbers: AskedNumbers, { rows, text }: Sources): Promise<Scores> {
  const scores: Scores = new Map();
  for (const row of rows) {
    const score = numberScore(row, numbers);
    if (score > 0) addTo(scores, { id: row.id, score, relevant: true });
  }
  const phrases = phrasesOf(numbers).map((phrase) => quoted([phrase]));
  const found = await Promise.all(phrases.map(text));
  for (const [index, hits] of found.entries()) {
    for (const { id } of hits) {
      const foundBy = phrases[index];
      addTo(scores, { id, score: CITED_WORTH, relevant: true, ...(foundBy && { foundBy }) });
    }
  }
  return scores;
}

async function repaired(words: readonly string[], scores: Scores, sources: Sources) {
  let found: { words: string[]; scores: Scores } | undefined;
  let best = bestOf(scores);
  const explained = new Set(sources.synonyms.map(([from]) => keyOf(from)));
  for (const candidate of repairs(words, sources.lexicon, explained)) {
    const answer = await scoreVariants(candidate, sources);
    if (bestOf(answer) <= best + (found ? 0 : REPAIR_GAIN)) continue;
    found = { words: candidate, scores: answer };
    best = bestOf(answer);
  }
  return found;
}

function bestOf(scores: Scores): number {
  return Math.max(0, ...[...scores.values()].filter((hit) => hit.relevant).map((hit) => hit.score));
}

function addTo(scores: Scores, hit: Scored): void {
  const known = scores.get(hit.id);
  scores.set(hit.id, {
    ...hit,
    ...known,
    score: hit.score + (known?.score ?? 0),
    relevant: hit.relevant || known?.relevant === true,
  });
}

function ranked(scores: Scores): Hit[] {
  const least = bestOf(scores) * SHARE_OF_BEST;
  return [...scores.values()]
    .filter((hit) => hit.relevant && hit.score >= least)
    .toSorted((a, b) => b.score - a.score || a.id.localeCompare(b.id))
    .map(({ id, score, foundBy }) => ({ id, score, ...(foundBy && { foundBy }) }));
}
