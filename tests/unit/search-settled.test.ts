import { expect, test } from 'vitest';
import { wordsOf } from '../../src/core/search/fold.ts';
import { lexiconOf, withWords } from '../../src/core/search/lexicon.ts';
import type { Row } from '../../src/core/search/row.ts';
import { search } from '../../src/core/search/search.ts';
import { isSettled } from '../../src/core/search/settled.ts';
import { EVERYDAY_WORDS } from '../../src/core/search/synonyms.ts';
import { fold } from '../../src/core/text/slug.ts';
import { searchCases } from '../support/search-cases.ts';

/** Half of the queries are names, the words of the others stand in texts only. */
const QUERIES = [...searchCases('tune'), ...searchCases('score')].map(({ q }) => q);
const ROWS = QUERIES.filter((_, at) => at % 2 === 0).map(
  (title, at): Row => ({
    id: `vi_${at}`,
    address: `/${at}/`,
    title,
    kind: 'Tin, bài',
    fields: [],
    departments: [],
    codes: [],
    names: [],
  }),
);
const NAMES = lexiconOf(ROWS);
const WHOLE = withWords(NAMES, QUERIES.flatMap(wordsOf));

/** A text index that finds something for everything, and remembers what it was asked. */
async function answered(query: string, lexicon: typeof NAMES) {
  const asked: string[] = [];
  const text = async (words: string) => {
    asked.push(words);
    return ROWS.filter((_, at) => (at + words.length) % 7 === 0).map(({ id }, at) => ({
      id,
      score: 1 / (1 + at),
    }));
  };
  const answer = await search(query, { rows: ROWS, lexicon, synonyms: EVERYDAY_WORDS, text });
  return { answer, asked };
}

test('a query that names settle is answered as if the words of all texts were known', async () => {
  // Whole, while they are typed, without marks, and with a slip.
  const typed = new Set(
    QUERIES.flatMap((query) => [
      ...Array.from({ length: query.length }, (_, at) => query.slice(0, at + 1)),
      fold(query),
      query.replace(/(\p{L})(\p{L})/u, '$2$1'),
      `"${query}"`,
    ]),
  );
  const settled = [...typed].filter((query) => isSettled(query, NAMES, EVERYDAY_WORDS));
  expect(settled.length).toBeGreaterThan(typed.size / 4);
  expect(settled.length).toBeLessThan(typed.size);
  for (const query of settled) {
    expect(await answered(query, NAMES), query).toEqual(await answered(query, WHOLE));
  }
});

test('words that only texts may have are looked up', () => {
  expect(isSettled('tra tinh', NAMES, EVERYDAY_WORDS)).toBe(true);
  // Begins a word of a name; without the texts it would count as a slip of another, too.
  const begun = [...NAMES.keys].map((key) => key.slice(0, -1));
  const slips = begun.filter((start) => start.length > 3 && !NAMES.keys.has(start));
  expect(slips.length).toBeGreaterThan(9);
  expect(slips.filter((start) => isSettled(`tra ${start}`, NAMES, EVERYDAY_WORDS))).toEqual([]);
  expect(isSettled('đăng ký khai sinh', lexiconOf([]), EVERYDAY_WORDS)).toBe(false);
  expect(isSettled('58/KH-UBND', lexiconOf([]), EVERYDAY_WORDS)).toBe(true);
});
