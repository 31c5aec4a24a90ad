import { describe, expect, test } from 'vitest';
import { digestOf, toMake } from '../../src/kept.ts';

describe('the digest of what a page shows', () => {
  test('is the same for the same, and another for anything else', () => {
    const shown = () => [
      'bài',
      { title: 'Tin', facts: [{ values: [1, 2] }], none: undefined },
      null,
    ];
    expect(digestOf(shown())).toBe(digestOf(shown()));
    const others = [
      ['bài', { title: 'Tin', facts: [{ values: [1, 3] }] }, null],
      ['bài', { title: 'Tin', facts: [{ values: [12] }] }, null],
      [['bài', { title: 'Tin', facts: [{ values: [1, 2] }] }, null]],
      undefined,
      null,
    ];
    expect(new Set([shown(), ...others].map(digestOf)).size).toBe(others.length + 1);
  });

  test('cannot be made of what would be written as nothing: the compiler refuses it', () => {
    // @ts-expect-error a map
    digestOf(new Map([['a', 1]]));
    // @ts-expect-error a set deep inside
    digestOf(['a', { b: [{ c: new Set<string>() }] }]);
    // @ts-expect-error a function
    digestOf({ link: (address: string) => address });
    const route = { routePattern: '/thang/[month]' };
    const pages = [{ params: { month: '2026-10' } }];
    // @ts-expect-error a map, by and by
    const made = toMake(route, pages, async () => ({ byMonth: new Map<string, number>() }));
    return expect(made).resolves.toEqual(pages);
  });
});
