import type { Element, ElementContent, Root, RootContent } from 'hast';
import { hasClass, isBlank, isElement, isWholly, wordsOf } from './hast.ts';

const LONGEST = 200;
const CREDIT = /^(?:nguồn ảnh|ảnh|nguồn)\s*:\s*(.+)$/iu;
const CREDIT_AT_END = /[.(]\s*(?:nguồn ảnh|ảnh|nguồn)\s*:\s*([^()]+?)\)?\.?$/iu;

/**
 * Takes pictures out of their paragraphs and gives them the caption that stands below: a centred,
 * italic or captioned paragraph, or one that names who made the picture.
 */
export function captionPictures(root: Root): void {
  const found: RootContent[] = [];
  for (const node of root.children.flatMap(apart)) {
    const picture = found.at(-1);
    if (isElement(picture, 'img') && !picture.properties['dataCaption'] && isCaption(node)) {
      picture.properties = { ...picture.properties, ...captionOf(wordsOf(node)) };
    } else found.push(node);
  }
  root.children = found;
}

/** A paragraph with pictures as its text, then its pictures. */
function apart(node: RootContent): RootContent[] {
  if (!isElement(node, 'p')) return [node];
  const pictures: Element[] = [];
  const rest = without(node, pictures);
  return pictures.length === 0 ? [node] : [...(isBlank(rest) ? [] : [rest]), ...pictures];
}

function without(node: Element, pictures: Element[]): Element {
  const children = node.children.flatMap((child): ElementContent[] => {
    if (isElement(child, 'img')) pictures.push(child);
    if (isElement(child, 'img')) return [];
    return isElement(child) ? [without(child, pictures)] : [child];
  });
  return { ...node, children };
}

function isCaption(node: RootContent): boolean {
  const words = wordsOf(node);
  if (!isElement(node, 'p') || words === '' || words.length > LONGEST) return false;
  if (CREDIT.test(words) || hasClass(node, 'chu-thich')) return true;
  return hasClass(node, 'giua') ? !isWholly(node, 'strong') : isWholly(node, 'em');
}

function captionOf(words: string): Record<string, string> {
  const whole = CREDIT.exec(words)?.[1];
  if (whole) return { dataCaption: ' ', dataCredit: whole.replace(/\.$/, '') };
  const atEnd = CREDIT_AT_END.exec(words);
  if (!atEnd?.[1]) return { dataCaption: words };
  const caption = words.slice(0, atEnd.index).trim();
  return { dataCaption: caption ? `${caption}.` : ' ', dataCredit: atEnd[1] };
}
