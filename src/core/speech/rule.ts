import type { Lexicon } from './lexicon.ts';

/** What stands around the place where a rule is tried. */
export interface Surroundings {
  /** The text so far, as written; its last part only. */
  before: string;
  /** The kind of what was read last, when nothing but a mark or spaces came after it. */
  last: ReadingKind | undefined;
  lexicon: Lexicon;
}

/** What a reading was of; later rules ask for it, as a list of dates goes on after a comma. */
export type ReadingKind = 'number' | 'date' | 'roman' | 'word' | 'mark';

/** A piece of text that was read aloud. */
export interface Reading {
  /** How many characters of the text it stands for. */
  length: number;
  /** What is said. */
  said: string;
  kind: ReadingKind;
  /** Words in it that nobody has told how to read. */
  unknown?: readonly string[];
}

/** Reads the beginning of a text, when it has the form that the rule is about. */
export type Rule = (text: string, around: Surroundings) => Reading | undefined;

/**
 * A rule for one form. `pattern` must be anchored at the start; `say` gets its groups and may
 * decline with `undefined`.
 */
export function rule(
  pattern: RegExp,
  kind: ReadingKind,
  say: (groups: readonly string[], around: Surroundings, rest: string) => string | undefined,
): Rule {
  return (text, around) => {
    const match = pattern.exec(text);
    if (!match) return undefined;
    const length = match[0].length;
    const said = say(
      match.map((group) => group ?? ''),
      around,
      text.slice(length),
    );
    return said === undefined ? undefined : { length, said, kind };
  };
}

/** Nothing that belongs to a number or a word follows. */
export const END = '(?![\\p{L}\\d]|[.,/:]\\d)';
