/** How deep quotations, lists and elements may lie in each other; no text of a ward needs ten. */
const DEEPEST = 60;
const MARKERS = new RegExp(
  `^(?:\\s*(?:>|[-*+]\\s|\\d{1,9}[.)]\\s)){${DEEPEST}}|^[ \\t]{${DEEPEST * 4}}`,
);
/** A line of dashes or stars alone is a rule across the page. */
const RULE = /^[-*\s]*$/;
const TAG = /<(\/?)([a-z][\w-]*)/gi;
const VOID = /^(br|hr|img|input|wbr|col|area|base|embed|link|meta|source|track)$/i;

/**
 * The part of a text that nests deeper than a reader could follow, as typed; `undefined` for
 * every honest text. Parsing such a text costs the square of its depth, so it is not begun.
 */
export function tooDeepAt(markdown: string): string | undefined {
  const line = markdown.split('\n').find((one) => MARKERS.test(one) && !RULE.test(one));
  if (line !== undefined) return line.trim().slice(0, 40);
  let depth = 0;
  for (const [tag, end, name = ''] of markdown.matchAll(TAG)) {
    if (VOID.test(name)) continue;
    depth = Math.max(0, depth + (end ? -1 : 1));
    if (depth > DEEPEST) return tag;
  }
  return undefined;
}
