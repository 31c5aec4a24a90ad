import { fold } from '../text/slug.ts';
import { hasMarks, wordsOf } from './fold.ts';

/** A piece of an excerpt: running text, or words that were asked for. */
export interface ExcerptPart {
  text: string;
  marked: boolean;
}

/** A word that is still typed marks longer ones from this length on. */
const SHORTEST_START = 2;

/**
 * The part of a text to show below the title of its page: without the title's own words, which
 * texts begin with, and with those words marked that were asked for. The index marks by folded
 * beginnings, so that `hồ` would light up in `họa`.
 */
export function excerptParts(text: string, title: string, asked: string): ExcerptPart[] {
  const words = wordsOf(asked);
  const shown = withoutTitle(text.trim(), title.trim());
  const cut = shown.length < text.trim().length || /^\p{Lu}|^["“(]/u.test(shown) ? '' : '… ';
  const pieces = `${cut}${shown}${/[.!?…]["”)]?$/.test(shown) ? '' : ' …'}`.split(/(\s+)/);
  const parts: ExcerptPart[] = [];
  for (const piece of pieces) {
    const [, before = '', core = '', after = ''] =
      /^([^\p{L}\d]*)(.*?)([^\p{L}\d]*)$/u.exec(piece) ?? [];
    const marked = core !== '' && isAsked(core, words);
    for (const part of marked
      ? [
          { text: before, marked: false },
          { text: core, marked: true },
          { text: after, marked: false },
        ]
      : [{ text: piece, marked: false }]) {
      const last = parts.at(-1);
      if (last && last.marked === part.marked) last.text += part.text;
      else if (part.text) parts.push({ ...part });
    }
  }
  return parts;
}

/** Cuts off what an excerpt repeats of the end of the title. */
function withoutTitle(text: string, title: string): string {
  for (let start = 0; start >= 0 && start < title.length; start = nextWord(title, start)) {
    const end = title.slice(start);
    if (text.startsWith(end)) return text.slice(end.length).replace(/^[.\s]+/, '') || text;
  }
  return text;
}

function nextWord(text: string, from: number): number {
  const space = text.indexOf(' ', from);
  return space < 0 ? -1 : space + 1;
}

/** `332/NQ-CP` is asked for as a whole or by a part of it. */
function isAsked(core: string, words: readonly string[]): boolean {
  const whole = fold(core).replace(/[^a-z\d]/g, '');
  return words.some(
    (word, index) =>
      word === whole || wordsOf(core).some((own) => stands(word, own, index === words.length - 1)),
  );
}

function stands(asked: string, own: string, last: boolean): boolean {
  const seen = hasMarks(asked) ? own : fold(own);
  return seen === asked || (last && asked.length >= SHORTEST_START && seen.startsWith(asked));
}
