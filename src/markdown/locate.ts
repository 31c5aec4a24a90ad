import type { Finding } from './sanitize.ts';

/**
 * Finds the lines of findings in a body, in the order in which they come: raw HTML is parsed
 * without positions, so a finding is looked for by what it says. Lines count from
 * `startLine`; a finding that cannot be found has none.
 */
export function locator(
  markdown: string,
  startLine: number,
): (code: Finding['code'], value: string) => number | undefined {
  const lines = markdown.split('\n').map((line) => line.toLowerCase());
  const next = new Map<string, number>();
  return (code, value) => {
    const matches = matcher(code, value);
    const key = code === 'heading-level' ? code : `${code} ${value}`;
    const from = next.get(key) ?? 0;
    const at = lines.findIndex((line, index) => index >= from && matches(line));
    if (at < 0) return undefined;
    next.set(key, at + 1);
    return startLine + at;
  };
}

function matcher(code: Finding['code'], value: string): (line: string) => boolean {
  // The heading's text may be broken up by marks, so its form is looked for.
  if (code === 'heading-level') return (line) => /^ {0,3}#(?!#)|<h1[\s>]/.test(line);
  const wanted = [value, safely(value)].map((text) => text.replace(/>$/, '').toLowerCase());
  return (line) => wanted.some((text) => text !== '' && line.includes(text));
}

/** Markdown encodes addresses; the editor typed them plain. */
function safely(value: string): string {
  try {
    return decodeURI(value);
  } catch {
    return value;
  }
}
