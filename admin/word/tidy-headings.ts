import type { Root, RootContent } from 'hast';
import { element, hasClass, isElement, isWholly, unwrapped, wordsOf } from './hast.ts';
import type { Notices } from './notice.ts';
import { beginsWithBullet } from './tidy-lists.ts';

const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
const LONGEST = 160;
/** How offices number their sections, from the outermost in. */
const NUMBERING: readonly RegExp[] = [
  /^(phần|chương)\s+\S+/iu,
  /^[IVX]{1,5}[.)]?\s/,
  /^(điều\s+\d+|\d{1,2})[.)]?\s/iu,
  /^\d{1,2}\.\d{1,2}\.?\s/,
  /^([a-zđ]\)|\d{1,2}\.\d{1,2}\.\d{1,2}\.?)\s/u,
];

/**
 * Makes headings of whole bold lines, and lets all headings start at level 2 without a gap: the
 * title of the page is level 1.
 */
export function tidyHeadings(root: Root, notices: Notices): void {
  let typed = 0;
  let above = 1;
  const marked = root.children.map((node): RootContent => {
    if (isElement(node, ...HEADINGS)) {
      above = levelOf(node);
      return element(node.tagName, unwrapped(node.children, 'strong', 'em', 'br'));
    }
    if (!isElement(node) || !looksLikeHeading(node)) return node;
    typed += 1;
    const words = wordsOf(node);
    const depth = NUMBERING.findIndex((pattern) => pattern.test(words));
    const level = depth < 0 ? Math.min(above + 1, 4) : 10 + depth;
    return element(`h${level}`, unwrapped(node.children, 'strong', 'em', 'br'));
  });
  if (typed > 0) notices.changed(`${typed} dòng in đậm đứng riêng đã thành đề mục.`);
  root.children = leveled(marked);
}

function looksLikeHeading(node: RootContent): boolean {
  if (!isElement(node, 'p') || hasClass(node, 'chu-thich')) return false;
  const words = wordsOf(node);
  if (beginsWithBullet(words)) return false;
  return (
    words.length <= LONGEST &&
    /\p{L}/u.test(words) &&
    !/[.;,!?…]$/.test(words) &&
    isWholly(node, 'strong')
  );
}

/** The levels that occur, put in order: the outermost becomes 2, no level is left out. */
function leveled(nodes: readonly RootContent[]): RootContent[] {
  const isHeading = (node: RootContent) => isElement(node) && /^h\d+$/.test(node.tagName);
  const levels = [...new Set(nodes.filter(isHeading).map(levelOf))].sort((a, b) => a - b);
  let last = 1;
  return nodes.map((node) => {
    if (!isElement(node) || !isHeading(node)) return node;
    const level = Math.min(levels.indexOf(levelOf(node)) + 2, last + 1, 5);
    last = level;
    return { ...node, tagName: `h${level}` };
  });
}

function levelOf(node: RootContent): number {
  return isElement(node) ? Number(node.tagName.slice(1)) : 0;
}
