import { describe, expect, test } from 'vitest';
import { LIKE, likenesses, likenessesOf } from '../../src/core/originality/likeness.ts';
import { sideBySide } from '../../src/core/originality/passage.ts';
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

const articles = await sampleTexts('articles');
const everything = await sampleTexts('articles', 'practices', 'procedure-changes', 'activities');
const samples = phraseIndex(everything.map(compared));
const words = wordsIn(articles);

/** The shares found for an edit of every article, the least first. */
function sharesOf(edit: Edit): number[] {
  const random = chance(5);
  return articles
    .map((text, at) => {
      const other = articles[(at + 11) % articles.length] as Text;
      return foundShare(samples, text, edit(text, { other, random, words }));
    })
    .sort((a, b) => a - b);
}

describe('another spelling is the same text', () => {
  test.each(Object.entries(SPELLINGS))('%s', (_, edit) => {
    expect(sharesOf(edit)[0]).toBeGreaterThan(0.95);
  });
});

describe('real edits are found', () => {
  test.each(Object.entries(EDITS))('%s: every one', (_, edit) => {
    expect(sharesOf(edit)[0]).toBeGreaterThanOrEqual(LIKE.share);
  });

  test.each([
    ['thay 30% số chữ', 0.3],
    ['một phần ba, ghép bài khác', 0.9],
    ['rút tóm tắt rồi thay 20%', 0.8],
  ])('%s: at least %d of them', (name, part) => {
    const found = sharesOf(HARD_EDITS[name] as Edit).filter((share) => share > 0);
    expect(found.length / articles.length).toBeGreaterThan(part);
  });
});

describe('different texts raise no alarm', () => {
  test('no pair of the samples with an article in it', () => {
    const isArticle = (id: string) => id.startsWith('articles/');
    const alarms = likenesses(samples).filter(
      ({ later, earlier }) => isArticle(later) || isArticle(earlier),
    );
    expect(alarms).toEqual([]);
  });

  test('an alarm is raised as soon as one of them is a copy', () => {
    const [first, ...rest] = articles as [Text, ...Text[]];
    const copy = { ...first, id: 'copy' };
    const found = likenesses(phraseIndex([first, ...rest, copy].map(compared)));
    expect(found).toMatchObject([
      { later: 'copy', earlier: first.id, laterShare: 1, earlierShare: 1, jaccard: 1 },
    ]);
  });
});

describe('shares', () => {
  const line = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, at) => `chu${from + at}`).join(' ');
  const text = (id: string, ...paragraphs: string[]) => ({ id, paragraphs });

  test('containment and Jaccard of phrases of four words', () => {
    // 37 phrases; the later text has them and 37 of its own.
    const found = likenesses(
      phraseIndex([text('a', line(0, 40)), text('b', line(0, 40), line(100, 140))]),
    );
    expect(found).toEqual([
      { later: 'b', earlier: 'a', common: 37, laterShare: 0.5, earlierShare: 1, jaccard: 0.5 },
    ]);
  });

  test.each([
    ['exactly a quarter in common', 13, 1],
    ['one phrase less', 12, 0],
  ])('the threshold: %s', (_, shared, alarms) => {
    const a = text('a', line(0, shared), line(100, 133));
    const b = text('b', line(0, shared), line(200, 233));
    expect(likenesses(phraseIndex([a, b]))).toHaveLength(alarms);
  });

  test('a few phrases in common are no likeness, however short the texts', () => {
    const short = (id: string) => text(id, line(0, 12));
    expect(likenesses(phraseIndex([short('a'), short('b')]))).toEqual([]);
  });

  test('the order of texts says which is later', () => {
    const [a, b] = [text('z', line(0, 40)), text('a', line(0, 40))];
    expect(likenesses(phraseIndex([a, b]))).toMatchObject([{ later: 'a', earlier: 'z' }]);
  });

  test('the most alike comes first', () => {
    const found = likenesses(
      phraseIndex([
        text('a', line(0, 100)),
        text('half', line(0, 50), line(200, 250)),
        text('whole', line(0, 100)),
      ]),
    );
    expect(found.map(({ later, earlier }) => `${later} ${earlier}`)).toEqual([
      'whole a',
      'half a',
      'whole half',
    ]);
  });

  test('a text that is indexed already is not like itself', () => {
    const a = text('a', line(0, 40));
    expect(likenessesOf(phraseIndex([a]), a)).toEqual([]);
    expect(likenessesOf(phraseIndex([a]), { ...a, id: 'b' })).toMatchObject([
      { later: 'b', earlier: 'a' },
    ]);
  });

  test('what no text of the index has counts for the share of a text outside it', () => {
    const index = phraseIndex([text('a', line(0, 40))]);
    const half = text('b', line(0, 40), line(100, 140));
    expect(likenessesOf(index, half)).toEqual([
      { later: 'b', earlier: 'a', common: 37, laterShare: 0.5, earlierShare: 1, jaccard: 0.5 },
    ]);
  });

  test('nothing is like nothing', () => {
    expect(likenesses(phraseIndex([]))).toEqual([]);
    expect(likenesses(phraseIndex([text('a'), text('b', '')]))).toEqual([]);
    expect(likenessesOf(phraseIndex([]), text('a', line(0, 40)))).toEqual([]);
  });
});

describe('what everybody writes', () => {
  const own = (at: number) => Array.from({ length: 30 }, (_, word) => `x${at}y${word}`).join(' ');
  const footer = Array.from({ length: 24 }, (_, word) => `chan${word}`).join(' ');

  test('the same footer under many short texts raises no alarm', () => {
    const texts = Array.from({ length: 40 }, (_, at) => ({
      id: `a${at}`,
      paragraphs: [own(at), footer],
    }));
    expect(likenesses(phraseIndex(texts))).toEqual([]);
    // The same two without the others: then it is a likeness.
    expect(likenesses(phraseIndex(texts.slice(0, 2)))).toHaveLength(1);
  });

  test('a text that is repeated over and over is found each time', () => {
    const texts = Array.from({ length: 60 }, (_, at) => ({
      id: `a${String(at).padStart(2, '0')}`,
      paragraphs: at % 2 ? [own(0)] : [own(at + 1)],
    }));
    const found = likenesses(phraseIndex(texts));
    // All thirty but the first.
    expect(new Set(found.map(({ later }) => later)).size).toBe(29);
    expect(found.every(({ laterShare, jaccard }) => laterShare === 1 && jaccard === 1)).toBe(true);
    // Half of a further text says it once more.
    const [again] = likenessesOf(phraseIndex(texts), {
      id: 'half',
      paragraphs: [own(0), own(99)],
    });
    expect(again).toMatchObject({ laterShare: 0.5, earlierShare: 1 });
  });
});

describe('paragraphs', () => {
  test.each([
    ['headings and paragraphs', '## Một hai\nba bốn\nnăm\n\nsáu', ['Một hai', 'ba bốn năm', 'sáu']],
    ['lists', '- một\n- hai **ba**\n  bốn\n1. năm', ['một', 'hai ba bốn', 'năm']],
    ['tables', '| A | B |\n|---|---|\n| c | *d* |', ['A B', 'c d']],
    ['quotations', '> một\n> hai', ['một', 'hai']],
    ['links keep their words', 'xem [trang này](https://a.vn/b_c) nhé', ['xem trang này nhé']],
    ['pictures say nothing here', 'trước ![ảnh](a.jpg) sau', ['trước sau']],
    ['footnotes', 'một[^1] hai\n\n[^1]: chú thích', ['một hai', 'chú thích']],
    ['soft hyphens and no-break spaces', 'thủ\u00a0tục hành\u00adchính', ['thủ tục hànhchính']],
    ['nothing', '\n\n---\n\n', []],
  ])('%s', (_, markdown, wanted) => {
    expect(paragraphsOf(markdown)).toEqual(wanted);
  });
});

describe('side by side', () => {
  const marked = (paragraphs: readonly (readonly { text: string; common: boolean }[])[]) =>
    paragraphs.map((stretches) =>
      stretches.map(({ text, common }) => (common ? `[${text}]` : text)).join(''),
    );

  test('what stands in both is marked, wherever it stands', () => {
    const { later, earlier } = sideBySide(
      ['Mở đầu. Nộp hồ sơ tại Trung tâm, từ thứ Hai.', 'Đoạn riêng của bài sau.'],
      ['Đoạn khác.', 'Bà con nộp hồ sơ TẠI TRUNG TÂM nhé.'],
    );
    expect(marked(later)).toEqual([
      'Mở đầu. [Nộp hồ sơ tại Trung tâm], từ thứ Hai.',
      'Đoạn riêng của bài sau.',
    ]);
    expect(marked(earlier)).toEqual(['Đoạn khác.', 'Bà con [nộp hồ sơ TẠI TRUNG TÂM] nhé.']);
  });

  test('a word that was replaced parts two stretches', () => {
    const { later } = sideBySide(['a b c d e f g h i'], ['a b c d X f g h i']);
    expect(marked(later)).toEqual(['[a b c d] e [f g h i]']);
  });

  test('no letter is lost or doubled', () => {
    for (const text of articles.slice(0, 10)) {
      const other = compared(EDITS['thay 10% số chữ']?.(text, means(text)) as Text);
      const { later, earlier } = sideBySide(other.paragraphs, compared(text).paragraphs);
      const joined = (side: typeof later) => side.map((part) => part.map((s) => s.text).join(''));
      expect(joined(later)).toEqual(other.paragraphs);
      expect(joined(earlier)).toEqual(compared(text).paragraphs);
    }
  });
});

function means(other: Text) {
  return { other, random: chance(1), words };
}
