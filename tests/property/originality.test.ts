import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LIKE, likenesses, likenessesOf } from '../../src/core/originality/likeness.ts';
import { sideBySide } from '../../src/core/originality/passage.ts';
import { type ComparedText, phraseIndex } from '../../src/core/originality/phrase-index.ts';
import { fold } from '../../src/core/text/slug.ts';
import { runs } from '../support/arbitrary-ward.ts';

const WORDS = ['thủ', 'tục', 'hành', 'chính', 'công', 'hồ', 'sơ', 'nộp', 'đúng', 'hạn', 'phường'];
const paragraph = fc
  .array(fc.constantFrom(...WORDS), { minLength: 0, maxLength: 30 })
  .map((words) => words.join(' '));
const texts = fc
  .array(fc.array(paragraph, { maxLength: 5 }), { maxLength: 9 })
  .map((all) => all.map((paragraphs, at): ComparedText => ({ id: `t${at}`, paragraphs })));

/** The definition, without an index: sets of phrases as words, every pair compared. */
function plainly(all: readonly ComparedText[]) {
  const sets = all.map(({ id, paragraphs }) => ({ id, phrases: phrasesOf(paragraphs) }));
  return sets.flatMap((later, at) =>
    sets.slice(0, at).flatMap((earlier) => {
      const common = [...later.phrases].filter((one) => earlier.phrases.has(one)).length;
      const least = Math.min(later.phrases.size, earlier.phrases.size);
      return common >= LIKE.common && common >= least * LIKE.share
        ? [`${later.id} ${earlier.id} ${common}`]
        : [];
    }),
  );
}

function phrasesOf(paragraphs: readonly string[]): Set<string> {
  return new Set(
    paragraphs.flatMap((text) => {
      const words = fold(text).split(' ').filter(Boolean);
      if (words.length < 3) return [];
      const size = Math.min(4, words.length);
      return words
        .slice(0, words.length - size + 1)
        .map((_, at) => words.slice(at, at + size).join(' '));
    }),
  );
}

const summary = (all: readonly ComparedText[]) =>
  likenesses(phraseIndex(all)).map(({ later, earlier, common }) => `${later} ${earlier} ${common}`);

describe('likeness', () => {
  test('finds the pairs that the definition names, and no other', () => {
    fc.assert(
      fc.property(texts, (all) => {
        expect(summary(all).sort()).toEqual(plainly(all).sort());
      }),
      runs(300),
    );
  });

  test('does not depend on case, accents, spaces or the order of paragraphs', () => {
    fc.assert(
      fc.property(texts, fc.infiniteStream(fc.nat(4)), (all, change) => {
        const changed = all.map(({ id, paragraphs }) => ({
          id,
          paragraphs: paragraphs
            .map((text) => changes[change.next().value ?? 0]?.(text) ?? text)
            .reverse(),
        }));
        expect(summary(changed)).toEqual(summary(all));
      }),
      runs(200),
    );
  });

  test('one against all finds what all against all finds for the last', () => {
    fc.assert(
      fc.property(texts, (all) => {
        const last = all.at(-1);
        if (!last) return;
        const pairs = likenesses(phraseIndex(all)).filter(({ later }) => later === last.id);
        expect(likenessesOf(phraseIndex(all.slice(0, -1)), last)).toEqual(pairs);
      }),
      runs(200),
    );
  });

  test('shares lie between 0 and 1, and Jaccard is never more than either', () => {
    fc.assert(
      fc.property(texts, (all) => {
        for (const { laterShare, earlierShare, jaccard } of likenesses(phraseIndex(all))) {
          expect(Math.max(laterShare, earlierShare)).toBeGreaterThanOrEqual(LIKE.share);
          expect(Math.max(laterShare, earlierShare)).toBeLessThanOrEqual(1);
          expect(jaccard).toBeGreaterThan(0);
          expect(jaccard).toBeLessThanOrEqual(Math.min(laterShare, earlierShare));
        }
      }),
      runs(200),
    );
  });

  test('side by side keeps every letter of both texts', () => {
    const side = fc.array(paragraph, { maxLength: 6 });
    fc.assert(
      fc.property(side, side, (later, earlier) => {
        const shown = sideBySide(later, earlier);
        const joined = (part: typeof shown.later) =>
          part.map((stretches) => stretches.map(({ text }) => text).join(''));
        expect(joined(shown.later)).toEqual(later);
        expect(joined(shown.earlier)).toEqual(earlier);
      }),
      runs(200),
    );
  });
});

const changes = [
  fold,
  (text: string) => text.toUpperCase(),
  (text: string) => text.normalize('NFD'),
  (text: string) => ` ${text.replaceAll(' ', ' \u00a0')}.`,
  (text: string) => `«${text}»`,
];
