import type { Element, ElementContent, Root } from 'hast';
import { element, isElement, text } from './hast.ts';
import type { Notices } from './notice.ts';
import { linesIn } from './tidy-text.ts';

/** A paragraph that people typed as an item of a list. */
interface TypedItem {
  kind: 'dash' | 'plus' | 'dot' | 'number';
  number: number;
  children: ElementContent[];
}

const BULLETS: readonly [kind: TypedItem['kind'], pattern: RegExp][] = [
  ['plus', /^\s*\+\s*(?=[^\s\d+])/],
  ['dash', /^\s*[-–—]\s+(?=\S)|^\s*[-–—](?=\p{Lu})/u],
  ['dot', /^\s*[·•●▪■◦○‣*\uf0b7\uf0a7\uf0d8\uf076\uf02d]\s*(?=\S)/u],
  ['number', /^\s*(\d{1,2})[.)]\s+(?=\S)/],
];

/**
 * Paragraphs that begin with a dash, a plus or a dot become lists, and so do those that count
 * from 1. A plus below a dash is one level deeper, as offices write it.
 */
export function tidyLists(root: Root, notices: Notices): void {
  const found: Root['children'] = [];
  let run: TypedItem[] = [];
  let made = 0;
  const close = (): void => {
    const lists = listsOf(run);
    if (lists.some((one) => isElement(one, 'ul', 'ol'))) made += 1;
    found.push(...lists);
    run = [];
  };
  for (const node of root.children.flatMap(splitLines)) {
    const item = isElement(node, 'p') ? typedItem(node) : undefined;
    if (item && item.kind === 'number' && !continues(run, item.number)) close();
    if (item) run.push(item);
    else {
      close();
      found.push(node);
    }
  }
  close();
  root.children = found;
  if (made > 0) notices.changed(`${made} danh sách gõ tay (-, +, 1.) đã thành danh sách thật.`);
}

/** A paragraph with `- a`, line break, `- b` is as many items as it has lines. */
function splitLines(node: Root['children'][number]): Root['children'] {
  if (!isElement(node, 'p')) return [node];
  const lines = linesIn(node.children);
  if (lines.length < 2 || !lines.slice(1).every((line) => typedItem(element('p', line))))
    return [node];
  return lines.map((line) => ({ ...node, children: line }));
}

/** Whether a paragraph begins as the items of typed lists do, apart from numbers. */
export function beginsWithBullet(words: string): boolean {
  return BULLETS.some(([kind, pattern]) => kind !== 'number' && pattern.test(words));
}

function typedItem(node: Element): TypedItem | undefined {
  const [first, ...rest] = node.children;
  const inner = isElement(first, 'strong', 'em') ? first.children[0] : first;
  if (inner?.type !== 'text') return undefined;
  for (const [kind, pattern] of BULLETS) {
    const found = pattern.exec(inner.value);
    if (!found) continue;
    const cut = text(inner.value.slice(found[0].length));
    const head = isElement(first, 'strong', 'em')
      ? { ...first, children: [cut, ...first.children.slice(1)] }
      : cut;
    return { kind, number: Number(found[1] ?? 0), children: [head, ...rest] };
  }
  return undefined;
}

function continues(run: readonly TypedItem[], number: number): boolean {
  const last = run.findLast(({ kind }) => kind === 'number');
  return last ? number === last.number + 1 : run.length === 0;
}

function listsOf(run: readonly TypedItem[]): ElementContent[] {
  const [first] = run;
  if (!first) return [];
  const list = element(
    first.kind === 'number' ? 'ol' : 'ul',
    [],
    first.number > 1 ? { start: first.number } : {},
  );
  let inner: Element | undefined;
  for (const { kind, children } of run) {
    const item = element('li', children);
    if (kind === first.kind || !list.children.length) {
      list.children.push(item);
      inner = undefined;
      continue;
    }
    inner ??= nested(list);
    inner.children.push(item);
  }
  return [list];
}

function nested(list: Element): Element {
  const inner = element('ul');
  const last = list.children.at(-1);
  if (isElement(last)) last.children.push(inner);
  return inner;
}
