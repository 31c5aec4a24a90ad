/** Reads Vietnamese number words back, written without a look at what speaks them. */

const UNITS = new Map(
  Object.entries({
    không: 0,
    một: 1,
    mốt: 1,
    hai: 2,
    ba: 3,
    bốn: 4,
    tư: 4,
    năm: 5,
    lăm: 5,
    sáu: 6,
    bảy: 7,
    tám: 8,
    chín: 9,
  }),
);

/** The number that words name; throws where they are no number. */
export function numberOf(words: string): bigint {
  return scaled(words.split(' '), [
    ['tỷ', 1_000_000_000n],
    ['triệu', 1_000_000n],
    ['nghìn', 1000n],
  ]);
}

type Scale = readonly [string, bigint];

function scaled(words: readonly string[], [scale, ...smaller]: readonly Scale[]): bigint {
  if (!scale) return belowThousand(words);
  const [name, value] = scale;
  const at = words.lastIndexOf(name);
  if (at < 0) return scaled(words, smaller);
  // What is counted in «tỷ» may itself be large.
  const many = name === 'tỷ' ? numberOf(words.slice(0, at).join(' ')) : 0n;
  const count = name === 'tỷ' ? many : belowThousand(words.slice(0, at));
  const rest = words.slice(at + 1);
  return count * value + (rest.length > 0 ? scaled(rest, smaller) : 0n);
}

function belowThousand(words: readonly string[]): bigint {
  const at = words.indexOf('trăm');
  if (at < 0) return BigInt(belowHundred(words));
  if (at !== 1) throw new Error(`Not a number: ${words.join(' ')}`);
  const rest = words.slice(2);
  return BigInt(unit(words[0]) * 100 + (rest.length > 0 ? belowHundred(rest) : 0));
}

function belowHundred(words: readonly string[]): number {
  const [first, second, third] = words;
  if (words.length === 1 && first === 'mười') return 10;
  if (words.length === 1) return unit(first);
  if (words.length === 2 && first === 'linh') return unit(second);
  if (words.length === 2 && first === 'mười') return 10 + unit(second);
  if (words.length === 2 && second === 'mươi') return unit(first) * 10;
  if (words.length === 3 && second === 'mươi') return unit(first) * 10 + unit(third);
  throw new Error(`Not a number: ${words.join(' ')}`);
}

function unit(word: string | undefined): number {
  const value = UNITS.get(word ?? '');
  if (value === undefined) throw new Error(`Not a digit: ${word}`);
  return value;
}
