/** What is looked up by month is what one would find by asking every article. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { earlierOf, laterOf } from '../../src/core/calendar/day.ts';
import { bearing } from '../../src/core/quota/bearing.ts';
import { datesOf } from '../../src/core/quota/occurrence.ts';
import type { ArticleEntry } from '../../src/core/store/store.ts';
import { runs } from '../support/arbitrary-ward.ts';

const day = fc
  .date({ min: new Date('2006-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const placement = fc.record({
  channel: fc.constant('loudspeaker'),
  sent: fc.option(day, { nil: undefined }),
  published: fc.option(day, { nil: undefined }),
  aired: fc.constant(undefined),
  airings: fc.array(fc.record({ date: day }), { maxLength: 2 }),
});
const article = fc
  .record({ date: day, placements: fc.array(placement, { maxLength: 1 }) })
  .map((data) => ({ data: { web: true, ...data } }) as unknown as ArticleEntry);

test.each([[3], [900]])('of %i articles, those between whose days a span lies', (most) => {
  fc.assert(
    fc.property(
      fc.array(article, { minLength: most, maxLength: most }),
      fc.array(fc.tuple(day, day, fc.boolean()), { minLength: 5, maxLength: 5 }),
      (articles, spans) => {
        for (const [one, other, near] of spans) {
          const from = earlierOf(one, other);
          // Months and quarters are asked for more often than twenty years.
          const until = near ? `${from.slice(0, 7)}-28` : laterOf(one, other);
          if (until < from) continue;
          const borne = articles.filter((entry) => {
            const days = datesOf(entry.data).sort();
            return (days[0] ?? '') <= until && (days.at(-1) ?? '') >= from;
          });
          const found = bearing(articles, { from, until });
          expect(found.map((entry) => articles.indexOf(entry))).toEqual(
            borne.map((entry) => articles.indexOf(entry)),
          );
        }
      },
    ),
    runs(most > 100 ? 6 : 60),
  );
});

test('the twenty years before any article, and after, have none', () => {
  const articles = Array.from(
    { length: 600 },
    () => ({ data: { web: true, date: '2026-10-02', placements: [] } }) as unknown as ArticleEntry,
  );
  expect(bearing(articles, { from: '0000-01-01', until: '2026-10-01' })).toEqual([]);
  expect(bearing(articles, { from: '2026-10-03', until: '2046-01-01' })).toEqual([]);
  expect(bearing(articles, { from: '2026-10-02', until: '2026-10-02' })).toHaveLength(600);
});
