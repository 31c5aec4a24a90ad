import type { Element, ElementContent, Properties } from 'hast';

/** What an element may hold: elements, texts, and places where something does not apply. */
export type Child = ElementContent | string | undefined | false | readonly Child[];

/** An element of a page. Texts become text nodes, so nothing an editor types becomes markup. */
export function el(tagName: string, properties: Properties, ...children: Child[]): Element {
  return { type: 'element', tagName, properties, children: children.flatMap(nodes) };
}

function nodes(child: Child): ElementContent[] {
  if (child === undefined || child === false) return [];
  if (typeof child === 'string') return [{ type: 'text', value: child }];
  if (Array.isArray(child)) return child.flatMap(nodes);
  return [child as ElementContent];
}
