/**
 * What people do to a text when they use it again, done to the samples by a fixed pattern, so
 * that thresholds of likeness can be measured and tested.
 */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { likenessesOf } from '../../src/core/originality/likeness.ts';
import type { PhraseIndex } from '../../src/core/originality/phrase-index.ts';
import { paragraphsOf } from '../../src/core/originality/words.ts';
import { toneOnFirstVowel } from '../../src/core/text/search-spelling.ts';
import { fold } from '../../src/core/text/slug.ts';
import { readEntry } from '../../src/reader/entry.ts';
import { SEEDS } from './seeds.ts';

/** A text as its author left it. */
export interface Text {
  id: string;
  topics: readonly string[];
  title: string;
  summary: string;
  body: string;
}

/** What an edit may use: another text of the section, and chance. */
export interface Means {
  other: Text;
  /** A number from 0 to 1. */
  random: () => number;
  /** Words of all texts, for those that are replaced. */
  words: readonly string[];
}

export type Edit = (text: Text, means: Means) => Text;

/** The sample texts of some folders. */
export async function sampleTexts(...folders: string[]): Promise<Text[]> {
  const found = await Promise.all(
    folders.map(async (folder) => {
      const names = (await readdir(path.join(SEEDS, 'samples', folder))).sort();
      return Promise.all(names.map((name) => readText(`${folder}/${name}`)));
    }),
  );
  return found.flat();
}

async function readText(file: string): Promise<Text> {
  const read = readEntry(file, await readFile(path.join(SEEDS, 'samples', file), 'utf8'));
  if (!('entry' in read)) throw new Error(`${file}: ${read.issues[0]?.message}`);
  const data = read.entry.data as Pick<Text, 'title'> & Partial<Text>;
  const { title, summary = '', topics = [] } = data;
  return { id: file, topics, title, summary, body: read.entry.body?.source ?? '' };
}

/** A text as it is compared. */
export function compared({ id, title, summary, body }: Text) {
  return { id, paragraphs: [title, summary, ...paragraphsOf(body)] };
}

/** The likeness of an edited text to its original, among all the others; 0 when none is found. */
export function foundShare(index: PhraseIndex, original: Text, edited: Text): number {
  const found = likenessesOf(index, compared({ ...edited, id: 'edited' })).find(
    ({ earlier }) => earlier === original.id,
  );
  return found ? Math.max(found.laterShare, found.earlierShare) : 0;
}

/** Chance that is the same every time (a linear congruential generator). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The words of texts, as they stand in them. */
export function wordsIn(texts: readonly Text[]): string[] {
  return texts.flatMap(({ body }) => paragraphsOf(body).join(' ').split(' '));
}

/** Changes every part of a text in the same way. */
const everywhere =
  (change: (part: string) => string): Edit =>
  (text) => ({
    ...text,
    title: change(text.title),
    summary: change(text.summary),
    body: change(text.body),
  });

/** Replaces a part of the words by words from anywhere: what a hasty rewriting does at worst. */
const replaced =
  (part: number): Edit =>
  (text, { random, words }) =>
    everywhere((line) =>
      line.replace(/[\p{L}\p{M}]+/gu, (word) =>
        random() < part ? (words[Math.floor(random() * words.length)] ?? word) : word,
      ),
    )(text, { other: text, random, words });

const blocks = (body: string) => body.split(/\n{2,}/);
const half = <T>(items: readonly T[]) => Math.ceil(items.length / 2);

const reordered: Edit = (text, { random }) => ({
  ...text,
  body: blocks(text.body)
    .map((block) => ({ block, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ block }) => block)
    .join('\n\n'),
});

/** The first sentence of every other paragraph, under a title of its own. */
const extracted: Edit = (text) => ({
  ...text,
  title: 'Những điều cần nhớ trong tháng này',
  summary: '',
  body: paragraphsOf(text.body)
    .filter((_, at) => at % 2 === 0)
    .map((line) => line.split(/(?<=[.!?])\s/)[0] ?? line)
    .join('\n\n'),
});

/** Words, marks and spaces as another keyboard, an e-mail or a PDF leaves them. */
export const SPELLINGS: Record<string, Edit> = {
  'bỏ dấu': everywhere(fold),
  'dấu thanh kiểu khác (hoà, hòa)': everywhere(toneOnFirstVowel),
  'chữ hoa': everywhere((text) => text.toUpperCase()),
  'Unicode tổ hợp': everywhere((text) => text.normalize('NFD')),
  'khoảng trắng thừa': everywhere((text) => text.replace(/ /g, ' \u00a0 ')),
  'ký tự ẩn': everywhere((text) =>
    text.replace(/(?<=\p{L}) (?=\p{L})/gu, '\u200b').replace(/g/g, 'g\u00ad'),
  ),
  'không còn đậm, nghiêng, liên kết': (text) => ({
    ...text,
    body: text.body.replace(/[*_]/g, '').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1'),
  }),
};

/** Uses of a text again that must be found. */
export const EDITS: Record<string, Edit> = {
  'thay 5% số chữ': replaced(0.05),
  'thay 10% số chữ': replaced(0.1),
  'thay 20% số chữ': replaced(0.2),
  'đảo thứ tự đoạn': reordered,
  'viết tiếp thêm bằng một bài khác': (text, { other }) => ({
    ...text,
    title: other.title,
    body: `${text.body}\n\n${other.body}`,
  }),
  'nửa bài, ghép nửa bài khác': (text, { other }) => ({
    ...text,
    title: other.title,
    summary: '',
    body: [
      ...blocks(text.body).slice(0, half(blocks(text.body))),
      ...blocks(other.body).slice(half(blocks(other.body))),
    ].join('\n\n'),
  }),
  'rút thành bản tóm tắt': extracted,
  'bỏ dấu, đảo đoạn, thay 10%, ghép bài khác': (text, means) => {
    const changed = reordered(replaced(0.1)(text, means), means);
    const longer = { ...changed, body: `${changed.body}\n\n${means.other.body}` };
    return everywhere(fold)(longer, means);
  },
};

/** Harder uses, which are found often but not always. */
export const HARD_EDITS: Record<string, Edit> = {
  'thay 30% số chữ': replaced(0.3),
  'một phần ba, ghép bài khác': (text, { other }) => ({
    ...text,
    title: other.title,
    summary: '',
    body: [
      ...blocks(text.body).slice(0, Math.ceil(blocks(text.body).length / 3)),
      ...blocks(other.body).slice(Math.ceil(blocks(other.body).length / 3)),
    ].join('\n\n'),
  }),
  'rút tóm tắt rồi thay 20%': (text, means) => replaced(0.2)(extracted(text, means), means),
};
