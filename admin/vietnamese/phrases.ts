import ours from './phrases.json' with { type: 'json' };

/** Phrases by name, as Decap nests them. */
export interface Phrases {
  [name: string]: string | Phrases;
}

/**
 * Decap's Vietnamese with ours on top: Decap lacks a third of its phrases and falls back to
 * English without a word. Tones stand where the rest of the site puts them (hủy, xóa).
 */
export function vietnamese(decaps: Phrases): Phrases {
  return merged(respelled(decaps), ours as Phrases);
}

/** Every phrase with its full name, e.g. `editor.editorToolbar.save`. */
export function flat(phrases: Phrases, prefix = ''): [string, string][] {
  return Object.entries(phrases).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + name, value]] : flat(value, `${prefix}${name}.`),
  );
}

function merged(below: Phrases, above: Phrases): Phrases {
  const result: Phrases = { ...below };
  for (const [name, value] of Object.entries(above)) {
    const under = result[name];
    const both = typeof value === 'object' && typeof under === 'object';
    result[name] = both ? merged(under, value) : value;
  }
  return result;
}

const SPELLING: readonly [string, string][] = [
  ['oá', 'óa'],
  ['uỷ', 'ủy'],
  ['uý', 'úy'],
];

function respelled(phrases: Phrases): Phrases {
  return Object.fromEntries(
    Object.entries(phrases).map(([name, value]) => [
      name,
      typeof value === 'string' ? respell(value) : respelled(value),
    ]),
  );
}

/** A syllable ends where no letter follows; `quý` keeps its y. */
function respell(text: string): string {
  return SPELLING.reduce(
    (done, [old, now]) => done.replace(new RegExp(`(?<![Qq])${old}(?!\\p{L})`, 'gu'), now),
    text,
  );
}
