import en from 'decap-cms-locales/dist/esm/en/index.js';
import vi from 'decap-cms-locales/dist/esm/vi/index.js';
import { flat, type Phrases } from '../../admin/vietnamese/phrases.ts';

/** Words that are the same in both languages, or names. */
const SAME = new Set(['Markdown', 'URL', '%{date}', '%{details}', 'Facebook', 'Zalo', 'GitHub']);

/** Every phrase Decap can show in English, with the places for values cut out. */
const PHRASES = flat(en as Phrases)
  .map(([, text]) => text)
  .concat(
    ...['No options', 'Loading...', 'Select...', 'Now', 'Clear', 'Image', 'Alt Text', 'Title'],
    ...['Code Block', 'Failed to persist media', 'already exists', 'Test Backend', 'View source'],
  );

/** The English phrases of Decap that stand in a text of a screen as whole lines or sentences. */
export function englishIn(lines: readonly string[]): string[] {
  const vietnamese = new Set(flat(vi as Phrases).map(([, text]) => text));
  const known = new Set(
    PHRASES.map((text) => text.trim()).filter((text) => !SAME.has(text) && !vietnamese.has(text)),
  );
  const common = /\b(the|is|are|not|your|this|that|with|from|has|have|please|entry|entries)\b/i;
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '' && (known.has(line) || common.test(line)));
}
