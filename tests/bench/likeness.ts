/**
 * Measures likeness: how much of real edits is found, how many pairs of the samples are false
 * alarms, and how long 10,000 articles take. Prints the tables of `docs/adr/0010-likeness.md`:
 * `node tests/bench/likeness.ts`. It is no test: what it takes depends on the machine.
 */
import { LIKE, likenesses, likenessesOf } from '../../src/core/originality/likeness.ts';
import { phraseIndex } from '../../src/core/originality/phrase-index.ts';
import { paragraphsOf } from '../../src/core/originality/words.ts';
import {
  chance,
  compared,
  EDITS,
  type Edit,
  foundShare,
  HARD_EDITS,
  SPELLINGS,
  sampleTexts,
  type Text,
  wordsIn,
} from '../support/text-edits.ts';

const SEEDS = [1, 2, 3];
const ARTICLES = 10_000;
const say = (text: string) => process.stdout.write(`${text}\n`);
const percent = (share: number) => `${Math.round(share * 100)}%`;

const articles = await sampleTexts('articles');
const everything = await sampleTexts('articles', 'practices', 'procedure-changes', 'activities');

const samples = phraseIndex(everything.map(compared));
say(
  `## Edits of ${articles.length} texts, ${SEEDS.length} times each; alike from ${percent(LIKE.share)} on\n`,
);
say('| edit | found | least | tenth | median |\n|---|---|---|---|---|');
for (const [name, edit] of Object.entries({ ...SPELLINGS, ...EDITS, ...HARD_EDITS })) {
  const shares = SEEDS.flatMap((seed) => sharesOf(edit, seed)).sort((a, b) => a - b);
  const at = (part: number) => percent(shares[Math.floor(shares.length * part)] ?? 0);
  const found = shares.filter((share) => share > 0).length;
  say(`| ${name} | ${found}/${shares.length} | ${at(0)} | ${at(0.1)} | ${at(0.5)} |`);
}

say('\n## False alarms: pairs of different samples\n');
say('| pairs | compared | alarms |\n|---|---|---|');
const isArticle = (id: string) => id.startsWith('articles/');
alarms('two articles', everything, (a, b) => isArticle(a) && isArticle(b));
alarms('an article and something else', everything, (a, b) => isArticle(a) !== isArticle(b));
alarms('no article (never reported)', everything, (a, b) => !isArticle(a) && !isArticle(b));
say(`\nPairs of articles with a topic in common: ${sameTopic(articles)}.`);

say(`\n## Time for ${ARTICLES} articles\n`);
const many = madeUp(ARTICLES);
for (let round = 1; round <= 3; round += 1) {
  const started = performance.now();
  const cpu = process.cpuUsage();
  const index = phraseIndex(many.map(({ id, body }) => ({ id, paragraphs: paragraphsOf(body) })));
  const indexed = performance.now();
  const pairs = likenesses(index);
  const compared_ = performance.now();
  const { user, system } = process.cpuUsage(cpu);
  likenessesOf(index, { id: 'new', paragraphs: paragraphsOf(many[77]?.body ?? '') });
  const one = performance.now() - compared_;
  say(
    `all: ${seconds(compared_ - started)} (index ${seconds(indexed - started)}), ` +
      `processor ${seconds((user + system) / 1000)}, ${pairs.length} pairs, ` +
      `${index.holders.length} phrases; one against all: ${one.toFixed(1)} ms`,
  );
}

function sharesOf(edit: Edit, seed: number): number[] {
  const random = chance(seed);
  const words = wordsIn(articles);
  return articles.map((text, at) => {
    const other = articles[(at + 7 * seed) % articles.length] as Text;
    return foundShare(samples, text, edit(text, { other, random, words }));
  });
}

function alarms(
  name: string,
  texts: readonly Text[],
  wanted: (a: string, b: string) => boolean,
): void {
  const pairs = texts.flatMap((a, at) => texts.slice(0, at).filter((b) => wanted(a.id, b.id)));
  const found = likenesses(phraseIndex(texts.map(compared))).filter(({ later, earlier }) =>
    wanted(later, earlier),
  );
  const shares = found.map(({ laterShare, earlierShare }) =>
    percent(Math.max(laterShare, earlierShare)),
  );
  say(`| ${name} | ${pairs.length} | ${found.length} ${shares.join(', ')} |`);
}

function sameTopic(texts: readonly Text[]): number {
  const pairs = texts.flatMap((a, at) =>
    texts.slice(at + 1).filter((b) => a.topics.some((topic) => b.topics.includes(topic))),
  );
  return pairs.length;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}

/**
 * Texts of about 400 words made by walking from word to word as the samples do. They repeat
 * turns of phrase more than people do, so this is a heavy case; one in a hundred is a copy of
 * another with every tenth word replaced, and all end with the same sentence.
 */
function madeUp(count: number): { id: string; body: string }[] {
  const random = chance(11);
  const words = wordsIn(articles);
  const next = Map.groupBy(words.keys(), (at) => words[at] ?? '');
  const pick = () => words[Math.floor(random() * words.length)] ?? '';
  const after = (word: string) => {
    const places = next.get(word) ?? [];
    return words[(places[Math.floor(random() * places.length)] ?? 0) + 1] ?? pick();
  };
  const paragraph = (length: number) => {
    const found = [pick()];
    while (found.length < length) {
      found.push(random() < 0.15 ? pick() : after(found.at(-1) ?? ''));
    }
    return found.join(' ');
  };
  const end = 'Mọi phản ánh, kiến nghị xin gửi về Trung tâm Phục vụ hành chính công của phường.';
  const texts = Array.from({ length: count }, (_, at) => ({
    id: `a${at}`,
    body: [12, 30, 40, 40, 40, 40, 40, 40, 40, 40, 40].map(paragraph).concat(end).join('\n\n'),
  }));
  return texts.map((text, at) => {
    const source = at % 100 === 99 ? texts[at - 50] : undefined;
    if (!source) return text;
    const copy = (word: string) => (random() < 0.1 ? pick() : word);
    return { id: text.id, body: source.body.replace(/\S+/g, copy) };
  });
}
