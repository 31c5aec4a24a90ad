import type { ElementContent, Root, RootContent } from 'hast';
import { element, isBlank, isElement, text } from './hast.ts';

const MARKS: Record<string, string> = { b: 'strong', i: 'em', strike: 's', del: 's' };
const INLINE = ['strong', 'em', 's'];
/** Characters that nobody sees and that no search finds; a soft hyphen is one. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\ufff9-\ufffc]/g;
const BLANKS = /[\u00a0\u2000-\u200a\u202f\u205f\u3000\t]/g;

/** A text as it should be stored: composed, with ordinary blanks, without invisible characters. */
export function cleanText(value: string): string {
  return value
    .normalize('NFC')
    .replace(/\u2011/g, '-')
    .replace(BLANKS, ' ')
    .replace(INVISIBLE, '')
    .replace(/(?!\n)\p{Cc}/gu, '');
}

/** Cleans every text of a tree, and puts bold and italic where Markdown can write them. */
export function tidyText(root: Root): void {
  root.children = tidy(root.children as ElementContent[]).filter(
    (child) => child.type !== 'text' || child.value.trim() !== '',
  );
}

function tidy(children: readonly ElementContent[]): ElementContent[] {
  const clean = children.flatMap((child): ElementContent[] => {
    if (child.type === 'text') return child.value ? [text(cleanText(child.value))] : [];
    if (child.type !== 'element') return [];
    const tagName = MARKS[child.tagName] ?? child.tagName;
    const made = { ...child, tagName, children: tidy(child.children) };
    if (INLINE.includes(tagName)) return hoisted(made);
    const empty = isElement(made, 'p', 'li', 'a', 'sub', 'sup', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6');
    return empty && isBlank(made) ? blanksOf(made) : [made];
  });
  return merged(clean);
}

/** An empty paragraph is nothing; an empty mark in a line is the blank it held. */
function blanksOf(node: ElementContent): ElementContent[] {
  return isElement(node, 'a', 'sub', 'sup') ? [text(' ')] : [];
}

/** `<b>a </b>b` becomes `<b>a</b> b`: Markdown has no bold that ends in a blank. */
function hoisted(node: ElementContent): ElementContent[] {
  if (!isElement(node)) return [node];
  if (isBlank(node)) return node.children;
  const children = [...node.children];
  const before: ElementContent[] = [];
  const after: ElementContent[] = [];
  while (isEdge(children[0])) before.push(children.shift() as ElementContent);
  while (isEdge(children.at(-1))) after.unshift(children.pop() as ElementContent);
  const first = children[0];
  const last = children.at(-1);
  if (first?.type === 'text' && /^\s/.test(first.value)) {
    before.push(text(' '));
    children[0] = text(first.value.trimStart());
  }
  if (last?.type === 'text' && /\s$/.test(last.value)) {
    after.unshift(text(' '));
    const end = children.at(-1);
    if (end?.type === 'text') children[children.length - 1] = text(end.value.trimEnd());
  }
  return [...before, { ...node, children }, ...after];
}

function isEdge(node: RootContent | undefined): boolean {
  return isElement(node, 'br') || (node?.type === 'text' && node.value.trim() === '');
}

/** Word cuts a bold line into many pieces; side by side they are one. */
function merged(children: readonly ElementContent[]): ElementContent[] {
  const found: ElementContent[] = [];
  for (const child of children) {
    const last = found.at(-1);
    if (last?.type === 'text' && child.type === 'text') {
      found[found.length - 1] = text(last.value + child.value);
    } else if (isElement(child, ...INLINE) && isElement(last, child.tagName)) {
      last.children = merged([...last.children, ...child.children]);
    } else if (isElement(child, ...INLINE) && last?.type === 'text' && !last.value.trim()) {
      const before = found.at(-2);
      if (isElement(before, child.tagName)) {
        found.pop();
        before.children = merged([...before.children, last, ...child.children]);
      } else found.push(child);
    } else found.push(child);
  }
  return found;
}

/** Lines of a paragraph that was broken by hand, each as children of its own. */
export function linesIn(children: readonly ElementContent[]): ElementContent[][] {
  const lines: ElementContent[][] = [[]];
  for (const child of children) {
    if (isElement(child, 'br')) lines.push([]);
    else lines.at(-1)?.push(child);
  }
  return lines.filter((line) => !isBlank(element('p', line)));
}
