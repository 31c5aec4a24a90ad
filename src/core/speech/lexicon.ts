import type { Ward } from '../schema/ward.ts';
import { DICTIONARY } from './dictionary.ts';

/** How the abbreviations of a ward are said. */
export interface Lexicon {
  /** The longest abbreviation a text begins with, and how it is said. */
  startOf: (text: string) => { length: number; long: string } | undefined;
  /** How exactly this abbreviation is said. */
  of: (short: string) => string | undefined;
}

/** The built-in dictionary with a ward's own entries, which come before it. */
export function lexiconOf(dictionary: Ward['dictionary']): Lexicon {
  const known = new Map([
    ...Object.entries(DICTIONARY),
    ...dictionary.map(({ short, long }) => [short, long] as const),
  ]);
  // Of several words, as PAR Index, people write each the way they like.
  const folded = new Map(
    [...known].filter(([short]) => short.includes(' ')).map(([s, l]) => [s.toLowerCase(), l]),
  );
  const of = (short: string) => known.get(short) ?? folded.get(short.toLowerCase());
  const forms = {
    exact: startingWith([...known.keys()], 'u'),
    folded: startingWith([...folded.keys()], 'iu'),
  };
  return {
    of,
    startOf: (text) => {
      const found = [forms.exact, forms.folded]
        .map((form) => form.exec(text)?.[0] ?? '')
        .reduce((a, b) => (b.length > a.length ? b : a));
      const long = found && of(found);
      return long ? { length: found.length, long } : undefined;
    },
  };
}

/** Any of some texts at the start of a text, the longest first, as a word of its own. */
function startingWith(shorts: readonly string[], flags: string): RegExp {
  const choices = shorts
    .toSorted((a, b) => b.length - a.length)
    .map(
      (short) =>
        `${short.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}${/[\p{L}\d]$/u.test(short) ? '(?![\\p{L}\\d])' : ''}`,
    );
  return new RegExp(choices.length > 0 ? `^(?:${choices.join('|')})` : '(?!)', flags);
}
