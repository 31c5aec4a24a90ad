import { fold } from '../text/slug.ts';
import { keyOf, wordsOf } from './fold.ts';

/** Words of a question that say nothing about what is asked for. */
const ASKING = [
  ...['ở đâu', 'như thế nào', 'thế nào', 'làm sao', 'ra sao', 'là gì', 'cần gì', 'cần những gì'],
  ...['có cần', 'có phải', 'được không', 'không', 'xin hỏi', 'cho tôi hỏi', 'tôi muốn', 'muốn'],
  ...['bao lâu', 'bao nhiêu', 'khi nào', 'gì', 'nào', 'hết', 'cách', 'xin', 'đến đâu rồi', 'rồi'],
].map((words) => fold(words).split(' '));
const MOST_VARIANTS = 4;
const SYNONYM_WORTH = 0.97;
const STRIPPED_WORTH = 0.98;

/** Another way to put a query. */
export interface Variant {
  words: readonly string[];
  /** What an answer to it is worth beside one to the query as typed: 1 for the query itself. */
  worth: number;
  /** Leaves words of the query out, and is only asked when nothing else answers. */
  last?: true;
}

/** The query as typed, without its asking words, and with official words for everyday ones. */
export function variantsOf(
  words: readonly string[],
  synonyms: readonly (readonly [from: string, to: string])[],
): Variant[] {
  const stripped = withoutAsking(words);
  const shortened = stripped.length > 0 && stripped.length < words.length;
  const variants = [
    { words, worth: 1 },
    ...(shortened ? [{ words: stripped, worth: STRIPPED_WORTH }] : []),
    ...officialWords(shortened ? stripped : words, synonyms),
  ];
  return variants
    .toSorted((a, b) => Number(a.last ?? false) - Number(b.last ?? false))
    .slice(0, MOST_VARIANTS + 1);
}

function withoutAsking(words: readonly string[]): string[] {
  const keys = words.map(fold);
  const kept: string[] = [];
  for (let index = 0; index < words.length; ) {
    const asking = ASKING.filter((phrase) => startsAt(keys, index, phrase));
    const longest = Math.max(0, ...asking.map((phrase) => phrase.length));
    if (longest === 0) kept.push(words[index] ?? '');
    index += longest || 1;
  }
  return kept;
}

/** The longest everyday words first: `giấy khai sinh` rather than `khai sinh`. */
function officialWords(
  words: readonly string[],
  synonyms: readonly (readonly [from: string, to: string])[],
): Variant[] {
  const keys = words.map(keyOf);
  return synonyms
    .map(([from, to]) => ({ from: wordsOf(from), to: wordsOf(to) }))
    .toSorted((a, b) => b.from.length - a.from.length)
    .flatMap(({ from, to }) => {
      const phrase = from.map(keyOf);
      const at = keys.findIndex((_, index) => startsAt(keys, index, phrase));
      const marksAgree = from.every((word, index) => agrees(words[at + index], word));
      if (at < 0 || !marksAgree) return [];
      const put = [...words.slice(0, at), ...to, ...words.slice(at + from.length)];
      const rest = put.length > to.length;
      return [
        { words: put, worth: SYNONYM_WORTH },
        ...(rest ? [{ words: to, worth: SYNONYM_WORTH, last: true as const }] : []),
      ];
    });
}

/** A word typed with marks must have the marks of the synonym; one typed without may be any. */
function agrees(typed: string | undefined, word: string): boolean {
  return typed !== undefined && (typed === word || fold(typed) === typed || keyOf(typed) === typed);
}

function startsAt(keys: readonly string[], index: number, phrase: readonly string[]): boolean {
  return phrase.length > 0 && phrase.every((key, offset) => keys[index + offset] === key);
}
