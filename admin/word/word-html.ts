import type { Element, ElementContent, Root } from 'hast';
import { element, hasClass, isElement, wordsOf } from './hast.ts';
import { styleOf } from './web-html.ts';

/** A paragraph that Word shows as an item of a list. */
interface Item {
  level: number;
  ordered: boolean;
  start: number;
  children: ElementContent[];
}

const LEVEL = /mso-list:\s*\S+\s+level(\d)/;
const DEEPEST = 5;

/** Whether HTML was written by Word. */
export function isWordHtml(html: string): boolean {
  return /class="?Mso|urn:schemas-microsoft-com:office|mso-list:|<o:p/i.test(html);
}

/**
 * Word writes lists as paragraphs with their bullet typed in front and the level in the style:
 * they become lists again.
 */
export function wordLists(root: Root): void {
  root.children = gathered(root.children as ElementContent[]);
}

function gathered(children: readonly ElementContent[]): ElementContent[] {
  const found: ElementContent[] = [];
  let run: Item[] = [];
  const close = (): void => {
    if (run.length > 0) found.push(...nested(run, 1));
    run = [];
  };
  for (const child of children) {
    const item = isElement(child, 'p') ? itemOf(child) : undefined;
    if (item) run.push(item);
    else if (child.type === 'text' && child.value.trim() === '' && run.length > 0) continue;
    else {
      close();
      found.push(isElement(child) ? { ...child, children: gathered(child.children) } : child);
    }
  }
  close();
  return found;
}

function itemOf(node: Element): Item | undefined {
  const level = Number(LEVEL.exec(styleOf(node))?.[1] ?? 0);
  const marks: string[] = [];
  const children = withoutMark(node.children, marks);
  if (level === 0 || (marks.length === 0 && !hasClass(node, 'MsoListParagraph'))) return undefined;
  const number = /^(\d{1,3})[.)]/.exec(marks.join('').trim())?.[1];
  const ordered = number !== undefined || /^[a-zA-Z][.)]/.test(marks.join('').trim());
  return { level: Math.min(level, DEEPEST), ordered, start: Number(number ?? 1), children };
}

/** The text of an item without the bullet or number that Word typed for it. */
function withoutMark(children: readonly ElementContent[], marks: string[]): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (!isElement(child)) return child.type === 'comment' ? [] : [child];
    if (/mso-list:\s*ignore/.test(styleOf(child))) {
      marks.push(wordsOf(child));
      return [];
    }
    return [{ ...child, children: withoutMark(child.children, marks) }];
  });
}

function nested(items: readonly Item[], level: number): ElementContent[] {
  const lists: Element[] = [];
  for (let at = 0; at < items.length; at += 1) {
    const item = items[at] as Item;
    if (item.level > level) {
      let end = at;
      while (end < items.length && (items[end] as Item).level > level) end += 1;
      const inner = nested(items.slice(at, end), item.level);
      const last = lists.at(-1)?.children.at(-1);
      if (isElement(last)) last.children.push(...inner);
      else lists.push(...inner.filter((one) => isElement(one)));
      at = end - 1;
      continue;
    }
    const tagName = item.ordered ? 'ol' : 'ul';
    if (lists.at(-1)?.tagName !== tagName) {
      lists.push(element(tagName, [], item.ordered && item.start > 1 ? { start: item.start } : {}));
    }
    lists.at(-1)?.children.push(element('li', item.children));
  }
  return lists;
}
