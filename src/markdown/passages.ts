import type { Element, ElementContent, Nodes, Parents, Root } from 'hast';
import { toText } from 'hast-util-to-text';
import type { Passage } from '../core/speech/passage.ts';
import { type BlockContext, renderBlocks } from './block-render.ts';
import { parseBody } from './body.ts';

/** What is not read aloud: pictures, struck-out text, footnotes and what points to them. */
const SILENT = new Set(['img', 'figure', 'del', 'input', 'hr', 'iframe', 'video', 'audio']);

/** Classes of blocks that only lead somewhere. */
const LEADING = new Set(['block-video', 'block-file', 'block-procedure']);

/** Elements that stand within a line; everything else begins a passage of its own. */
const INLINE = new Set([
  ...['a', 'abbr', 'b', 'br', 'cite', 'code', 'em', 'i', 'kbd', 'mark', 'q', 's', 'small'],
  ...['span', 'strong', 'sub', 'sup', 'time', 'u'],
]);

/** Files, pictures and links of blocks are for the page; a voice has nothing to show. */
const VOICE: BlockContext = {
  resolve: () => undefined,
  link: (address) => address,
  procedure: () => undefined,
};

/** The body of an entry as the passages that are read aloud, in order. */
export function passagesOf(markdown: string): Passage[] {
  const { root, marked } = parseBody(markdown);
  renderBlocks(root, marked, VOICE);
  return passagesIn(root);
}

/** What the first passage of a list's item is, wherever within it that stands. */
interface Opening {
  kind: 'item';
  place?: number;
}

function passagesIn(parent: Parents, opening?: Opening): Passage[] {
  const passages: Passage[] = [];
  let inline: ElementContent[] = [];
  const first = () => (passages.length === 0 ? opening : undefined);
  const close = () => {
    passages.push(...textPassage(inline, parent, first()));
    inline = [];
  };
  for (const child of parent.children) {
    if (isInline(child)) inline.push(child as ElementContent);
    else if (child.type === 'element' && !isSilent(child)) {
      close();
      passages.push(...block(child, first()));
    }
  }
  close();
  return passages;
}

function block(node: Element, opening: Opening | undefined): Passage[] {
  if (node.tagName === 'table') {
    const captions = elements(node, 'caption').flatMap((one) => passagesIn(one));
    return [...captions, table(node)];
  }
  if (node.tagName === 'ol') return numbered(node);
  return passagesIn(node, node.tagName === 'li' ? { kind: 'item' } : opening);
}

/** The items of a numbered list; of each the first passage bears the number. */
function numbered(list: Element): Passage[] {
  const start = Number(list.properties['start'] ?? 1);
  return elements(list, 'li').flatMap((item, index) =>
    passagesIn(item, { kind: 'item', place: start + index }),
  );
}

function textPassage(
  children: ElementContent[],
  parent: Parents,
  opening: Opening | undefined,
): Passage[] {
  const text = textOf(children);
  return text === '' ? [] : [{ ...(opening ?? { kind: kindOf(parent) }), text }];
}

function kindOf(parent: Parents): 'heading' | 'paragraph' {
  const name = parent.type === 'element' ? parent.tagName : '';
  return /^h[1-6]$|^summary$/.test(name) ? 'heading' : 'paragraph';
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
  return toText(root)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
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
  if (
    SILENT.has(node.tagName) ||
    isForTheEye(node) ||
    node.properties['dataFootnotes'] !== undefined
  )
    return true;
  return node.tagName === 'sup' && elements(node, 'a').some(isFootnoteMark);
}

/** Blocks that only lead somewhere: a film, a file, another page. */
function isForTheEye({ properties }: Element): boolean {
  const classes = Array.isArray(properties['className']) ? properties['className'] : [];
  return classes.some((name) => LEADING.has(String(name)));
}

function isFootnoteMark({ properties }: Element): boolean {
  return properties['dataFootnoteRef'] !== undefined;
}
