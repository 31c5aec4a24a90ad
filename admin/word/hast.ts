import type { Element, ElementContent, Properties, Root, RootContent } from 'hast';

/** The little of a tree of HTML that an import works with. */

/** Makes an element. */
export function element(
  tagName: string,
  children: ElementContent[] = [],
  properties: Properties = {},
): Element {
  return { type: 'element', tagName, properties, children };
}

/** Makes a piece of text. */
export function text(value: string): ElementContent {
  return { type: 'text', value };
}

/** An element whose name was asked for; narrower than `Element`, so that a «no» excludes none. */
export type NamedElement = Element & { tagName: Lowercase<string> };

/** Whether a node is an element, and one of these when names are given. */
export function isElement(
  node: RootContent | Root | undefined,
  ...names: string[]
): node is NamedElement {
  return node?.type === 'element' && (names.length === 0 || names.includes(node.tagName));
}

/** The words of a node in one line; line breaks count as blanks. */
export function wordsOf(node: Root | RootContent): string {
  return raw(node).replace(/\s+/g, ' ').trim();
}

function raw(node: Root | RootContent): string {
  if (node.type === 'text') return node.value;
  if (isElement(node, 'br')) return ' ';
  const inside = 'children' in node ? node.children.map(raw).join('') : '';
  return isElement(node, 'p', 'li', 'td', 'th', 'tr') ? `${inside} ` : inside;
}

/** Whether a node shows nothing: blanks only, and no picture. */
export function isBlank(node: Root | RootContent): boolean {
  return wordsOf(node) === '' && !holds(node, 'img');
}

/** Whether an element of this name is in a node. */
export function holds(node: Root | RootContent, name: string): boolean {
  return (
    'children' in node && node.children.some((one) => isElement(one, name) || holds(one, name))
  );
}

/** Whether an element has a class. */
export function hasClass(node: RootContent, name: string): boolean {
  const names = node.type === 'element' ? node.properties['className'] : undefined;
  return Array.isArray(names) && names.includes(name);
}

/** Whether all words of a node are in elements of these names, so that they look alike. */
export function isWholly(node: RootContent, ...names: string[]): boolean {
  if (isBlank(node) || holds(node, 'img')) return false;
  const plain = (one: RootContent): boolean =>
    one.type === 'text'
      ? one.value.trim() !== ''
      : one.type === 'element' && !names.includes(one.tagName) && one.children.some(plain);
  return !plain(node);
}

/** A node's children without the elements of these names, whose own children stay. */
export function unwrapped(
  children: readonly ElementContent[],
  ...names: string[]
): ElementContent[] {
  return children.flatMap((child) => {
    if (child.type !== 'element') return [child];
    const inside = unwrapped(child.children, ...names);
    return names.includes(child.tagName) ? inside : [{ ...child, children: inside }];
  });
}
