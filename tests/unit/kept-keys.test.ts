import { describe, expect, test } from 'vitest';
import { digestOf } from '../../src/kept.ts';

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

  test.each([
    ['a map', new Map([['a', 1]])],
    ['a set deep inside', ['a', { b: [{ c: new Set() }] }]],
  ])('cannot be made of %s, which would be written as nothing', (_, shown) => {
    expect(() => digestOf(shown)).toThrow('A key cannot hold a map');
  });
});
