import type { Element, ElementContent, Nodes, Parents, Root } from 'hast';
import { toText } from 'hast-util-to-text';
import type { Passage } from '../core/speech/passage.ts';
import { parseBody } from './body.ts';

/** What is not read aloud: pictures, struck-out text, footnotes and what points to them. */
const SILENT = new Set(['img', 'figure', 'del', 'input', 'hr', 'iframe', 'video', 'audio']);

/** Elements that stand within a line; everything else begins a passage of its own. */
const INLINE = new Set([
  ...['a', 'abbr', 'b', 'br', 'cite', 'code', 'em', 'i', 'kbd', 'mark', 'q', 's', 'small'],
  ...['span', 'strong', 'sub', 'sup', 'time', 'u'],
]);

/** The body of an entry as the passages that are read aloud, in order. */
export function passagesOf(markdown: string): Passage[] {
  return passagesIn(parseBody(markdown).root);
}

function passagesIn(parent: Parents, place?: number): Passage[] {
  const passages: Passage[] = [];
  let inline: ElementContent[] = [];
  const close = () => {
    passages.push(...textPassage(inline, parent, passages.length === 0 ? place : undefined));
    inline = [];
  };
  for (const child of parent.children) {
    if (isInline(child)) inline.push(child as ElementContent);
    else if (child.type === 'element' && !isSilent(child)) {
      close();
      passages.push(...block(child, passages.length === 0 ? place : undefined));
    }
  }
  close();
  return passages;
}

function block(node: Element, place: number | undefined): Passage[] {
  if (node.tagName === 'table') return [table(node)];
  if (node.tagName === 'ol') return numbered(node);
  return passagesIn(node, place);
}

/** The items of a numbered list; of each the first passage bears the number. */
function numbered(list: Element): Passage[] {
  const start = Number(list.properties['start'] ?? 1);
  return elements(list, 'li').flatMap((item, index) => passagesIn(item, start + index));
}

function textPassage(
  children: ElementContent[],
  parent: Parents,
  place: number | undefined,
): Passage[] {
  const text = textOf(children);
  if (text === '') return [];
  return [{ kind: kindOf(parent), text, ...(place !== undefined && { place }) }];
}

function kindOf(parent: Parents): 'heading' | 'paragraph' | 'item' {
  const name = parent.type === 'element' ? parent.tagName : '';
  if (/^h[1-6]$|^summary$/.test(name)) return 'heading';
  return name === 'li' ? 'item' : 'paragraph';
}

function table(node: Element): Passage {
  const rows = elements(node, 'tr').map((row) =>
    elements(row, 'th', 'td').map((cell) => textOf(cell.children)),
  );
  const headed = elements(node, 'thead').length > 0;
  const [head = [], ...others] = headed ? rows : [[], ...rows];
  return { kind: 'table', head, rows: others };
}

/** Elements of some names below a node, in order; those inside one of them are not looked for. */
function elements(node: Parents, ...names: string[]): Element[] {
  return node.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    return names.includes(child.tagName) ? [child] : elements(child, ...names);
  });
}

/** What a reader sees of some nodes, without what is not read aloud. */
function textOf(children: readonly Nodes[]): string {
  const root: Root = { type: 'root', children: children.flatMap(spoken) as Root['children'] };
  return toText(root).trim();
}

function spoken(node: Nodes): Nodes[] {
  if (node.type !== 'element') return [node];
  if (isSilent(node)) return [];
  return [{ ...node, children: node.children.flatMap(spoken) as ElementContent[] }];
}

function isInline(node: Nodes): boolean {
  return node.type === 'text' || (node.type === 'element' && INLINE.has(node.tagName));
}

function isSilent(node: Element): boolean {
  return (
    SILENT.has(node.tagName) ||
    node.properties['dataFootnotes'] !== undefined ||
    elements(node, 'a').some(
      (link) => link.properties['dataFootnoteRef'] !== undefined && node.tagName === 'sup',
    )
  );
}
