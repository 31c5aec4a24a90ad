import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { slugify } from '../../src/core/text/slug.ts';

/** How many articles, over which years. */
export interface Many {
  articles: number;
  firstYear: number;
  lastYear: number;
}

const SENTENCES_A_PAGE = 14;
/** How many words of a title are its own. */
const OWN_WORDS = { least: 4, most: 9 };
const ONSETS = 'b c ch d đ g gi h kh l m n ng nh ph qu r s t th tr v x'.split(' ');
const RIMES =
  'a ai am an ang anh ao ay âm ân âu ăm ăn ăng e em en eo ên êm iê i iên iêu in inh o oa oan oi on ong ô ôi ôn ông ơ ơi ơn u ua ui un ung uy uyên ư ưa ươi ương ưu'.split(
    ' ',
  );
const TONES = ['', '\u0300', '\u0301', '\u0309', '\u0303', '\u0323'];

/**
 * Adds articles to a built section: pages as the build writes them, in the words of its own
 * articles. Titles begin like those of the section and go on in words of their own, for names
 * that repeat each other weigh nothing; names of places are such as few others have. The same
 * for the same numbers.
 */
export async function addArticles(site: string, many: Many): Promise<void> {
  const { templates, sentences, titles } = await samplesOf(site);
  const dice = diceOf(20_260);
  const pick = <T>(from: readonly T[]): T => from[dice(from.length)] as T;
  const name = () => [0, 1].map(() => capital(syllable(pick))).join(' ');
  const ownWords = () => {
    const words = pick(sentences).match(/[\p{L}\d]+/gu) ?? [];
    const length = OWN_WORDS.least + dice(OWN_WORDS.most - OWN_WORDS.least + 1);
    const start = dice(Math.max(1, words.length - length));
    return words
      .slice(start, start + length)
      .join(' ')
      .toLowerCase();
  };
  const years = many.lastYear - many.firstYear + 1;
  for (let number = 0; number < many.articles; number += 1) {
    const year = many.firstYear + (number % years);
    const month = String(1 + dice(12)).padStart(2, '0');
    const day = `${year}-${month}-${String(1 + dice(28)).padStart(2, '0')}`;
    const [begin = ''] = pick(titles).split(/[:,] /);
    const title = `${begin}: ${ownWords()} tại khu ${name()}`;
    const paragraphs = Array.from(
      { length: SENTENCES_A_PAGE },
      () => `<p>${pick(sentences)} ${name()}, ${1 + dice(900)} hồ sơ.</p>`,
    );
    const folder = path.join(site, 'tin-bai', String(year), month, `${slugify(title)}-${number}`);
    await mkdir(folder, { recursive: true });
    const page = pick(templates)(title, day, paragraphs.join('\n'));
    await writeFile(path.join(folder, 'index.html'), page);
  }
}

async function samplesOf(site: string) {
  const folder = path.join(site, 'tin-bai');
  const files = (await readdir(folder, { recursive: true })).filter((file) =>
    /^\d+\/\d+\/[^/]+\/index\.html$/.test(file.split(path.sep).join('/')),
  );
  const pages = await Promise.all(files.map((file) => readFile(path.join(folder, file), 'utf8')));
  const articles = pages.filter((page) => page.includes('data-pagefind-body'));
  const sentences = articles.flatMap((page) =>
    [...page.matchAll(/<p>([^<]{60,400})<\/p>/g)].flatMap(([, text = '']) =>
      text.split(/(?<=\.) /),
    ),
  );
  const titles = articles.map((page) => /<h1>([^<]+)</.exec(page)?.[1] ?? '');
  const templates = articles.flatMap(templateOf);
  if (templates.length < articles.length / 2) {
    throw new Error('The pages of articles have changed: this bench must follow.');
  }
  return { templates, sentences, titles };
}

/** A page of the section with another title, day and text; none where it has no plain text. */
function templateOf(page: string): ((title: string, day: string, body: string) => string)[] {
  const [, before, after] =
    /^([\s\S]*?<div class="prose">)[\s\S]*?(<\/div>\s*<section class="section">[\s\S]*)$/.exec(
      page,
    ) ?? [];
  if (before === undefined || after === undefined) return [];
  return [
    (title, day, body) =>
      [before, body, after]
        .join('')
        .replace(/<h1>[^<]*</, `<h1>${title}<`)
        .replace(/(data-pagefind-meta="ngay\[data-v\]" data-v=")[^"]*/, `$1${day}`)
        .replace(/(data-pagefind-filter="nam\[data-v\]" data-v=")[^"]*/, `$1${day.slice(0, 4)}`),
  ];
}

function syllable(pick: (from: readonly string[]) => string): string {
  const [onset, rime] = [pick(ONSETS), pick(RIMES)];
  const vowel = rime.search(/[aeiouyâăêôơư]/);
  const toned = rime.slice(0, vowel + 1) + pick(TONES) + rime.slice(vowel + 1);
  return (onset + toned).normalize('NFC');
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Numbers below a bound that look thrown, and come again with the same seed. */
function diceOf(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}
