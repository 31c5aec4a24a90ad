import type { Element, ElementContent, Root, RootContent } from 'hast';
import { element, isElement, wordsOf } from './hast.ts';
import { excerpt, type Notices } from './notice.ts';

/** Elements that carry no text of the article; what is in them goes too. */
const DROPPED = [
  ...['script', 'style', 'meta', 'link', 'title', 'head', 'xml', 'template', 'noscript', 'svg'],
  ...['object', 'embed', 'applet', 'canvas', 'map', 'math', 'nav', 'select', 'textarea', 'button'],
  ...['input', 'dialog', 'w:sdtpr', 'o:shapelayout', 'v:shapetype'],
];
const MEDIA = ['iframe', 'video', 'audio'];
const BLOCKS = [
  'p',
  'ul',
  'ol',
  'table',
  'blockquote',
  'pre',
  'hr',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'figure',
];
const GROUPS = [
  'div',
  'section',
  'article',
  'main',
  'header',
  'footer',
  'aside',
  'center',
  'form',
  'fieldset',
  'body',
  'html',
  'figure',
  'dl',
  'dd',
  'dt',
  'address',
  'details',
];
const KEPT = [
  ...BLOCKS,
  ...GROUPS,
  'li',
  'thead',
  'tbody',
  'tfoot',
  'tr',
  'td',
  'th',
  'caption',
  'figcaption',
  'a',
  'img',
  'br',
  'strong',
  'b',
  'em',
  'i',
  's',
  'strike',
  'del',
  'sub',
  'sup',
  'code',
];
const SAFE_LINK = /^(https?:\/\/|mailto:|tel:)/i;

/** Reduces HTML from anywhere to the elements of a text; says what it had to leave out. */
export function cleanWebHtml(root: Root, notices: Notices): void {
  root.children = flow(clean(root.children as ElementContent[], notices));
}

function clean(children: readonly RootContent[], notices: Notices): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (child.type === 'text') return [child];
    if (child.type !== 'element' || isHidden(child)) return [];
    const { tagName } = child;
    if (MEDIA.includes(tagName)) {
      notices.lost(
        'Khung video, bản đồ hoặc âm thanh không lấy theo; dùng khối «Video» nếu là video YouTube.',
      );
      return [];
    }
    if (DROPPED.includes(tagName)) return [];
    const inside = clean(child.children, notices);
    if (tagName === 'img') return picture(child, notices);
    if (tagName === 'a') return link(child, inside, notices);
    if (!KEPT.includes(tagName)) return styled(child, inside);
    if (tagName === 'figure') return withoutOrphan(inside, notices);
    const { colSpan, rowSpan, start } = child.properties;
    const list = isElement(child, 'ul', 'ol');
    const kept = element(
      tagName,
      list ? itemsOf(inside) : inside,
      defined({ colSpan, rowSpan, start }),
    );
    // Google wraps everything in a bold that says it is not bold.
    return isPlainBold(child) ? inside : [kept];
  });
}

/** A list right inside a list belongs to the item before it. */
function itemsOf(children: readonly ElementContent[]): ElementContent[] {
  const items: ElementContent[] = [];
  for (const child of children) {
    const before = items.findLast((one) => isElement(one, 'li'));
    if (isElement(child, 'ul', 'ol') && isElement(before)) before.children.push(child);
    else items.push(child);
  }
  return items;
}

/** The caption of a picture that could not come along goes with it. */
function withoutOrphan(children: ElementContent[], notices: Notices): ElementContent[] {
  if (children.some((child) => !isElement(child, 'figcaption') && wordsOf(child))) return children;
  const caption = children.map(wordsOf).join(' ').trim();
  if (caption) notices.lost(`Chú thích của ảnh không lấy theo: «${excerpt(caption)}».`);
  return [];
}

/** A span says bold or italic by its style. */
function styled(node: Element, inside: ElementContent[]): ElementContent[] {
  const style = styleOf(node);
  const italic = /(^|;)\s*font-style:\s*italic/.test(style) ? [element('em', inside)] : inside;
  return /(^|;)\s*font-weight:\s*(bold|[6-9]00)/.test(style) ? [element('strong', italic)] : italic;
}

function picture(node: Element, notices: Notices): ElementContent[] {
  const src = String(node.properties['src'] ?? '');
  const said = excerpt(String(node.properties['alt'] ?? ''), 40);
  const name = said ? `Ảnh «${said}»` : 'Có ảnh';
  if (/^(file:|[a-z]:\\)/i.test(src))
    notices.lost(
      `${name} nằm trên máy của bạn (file:///), trang không đọc được; hãy dùng «Nhập từ Word» hoặc tải ảnh lên.`,
    );
  else if (src.startsWith('data:') || src.startsWith('blob:'))
    notices.lost(`${name} dán kèm không lấy theo; hãy lưu ảnh về máy rồi tải lên.`);
  else
    notices.lost(
      `${name} nằm ở trang khác (${excerpt(src, 60)}) nên không lấy theo; nếu được phép dùng, hãy tải ảnh về rồi tải lên và ghi nguồn.`,
    );
  return [];
}

function link(node: Element, inside: ElementContent[], notices: Notices): ElementContent[] {
  const href = String(node.properties['href'] ?? '').trim();
  if (SAFE_LINK.test(href) && !/[\p{Cc}\p{Cf}]/u.test(href))
    return [element('a', inside, { href })];
  if (href && !href.startsWith('#') && wordsOf(node)) {
    notices.lost(
      `Liên kết của «${excerpt(wordsOf(node), 40)}» (${excerpt(href, 40)}) không dùng được nên đã bỏ, chữ giữ nguyên.`,
    );
  }
  return inside;
}

/** Everything at the top becomes a block; loose words become paragraphs. */
function flow(children: readonly ElementContent[]): ElementContent[] {
  const found: ElementContent[] = [];
  let loose: ElementContent[] = [];
  const close = (): void => {
    if (loose.some((one) => wordsOf(one) !== '')) found.push(element('p', loose));
    loose = [];
  };
  for (const child of children) {
    if (isElement(child, ...GROUPS)) {
      close();
      found.push(...flow(child.children));
    } else if (isElement(child, ...BLOCKS)) {
      close();
      found.push(child);
    } else if (
      isElement(child) &&
      child.children.some((one) => isElement(one, ...BLOCKS, ...GROUPS))
    ) {
      close();
      found.push(...flow(child.children));
    } else if (isElement(child, 'br') && isElement(loose.at(-1), 'br')) {
      loose.pop();
      close();
    } else loose.push(child);
  }
  close();
  return found;
}

function isHidden(node: Element): boolean {
  const { hidden, ariaHidden } = node.properties;
  return (
    hidden === true ||
    String(ariaHidden) === 'true' ||
    /display:\s*none|mso-hide:\s*all/.test(styleOf(node))
  );
}

function isPlainBold(node: Element): boolean {
  return (
    isElement(node, 'b', 'strong') && /(^|;)\s*font-weight:\s*(normal|400)/.test(styleOf(node))
  );
}

/** The inline style of an element in lower case. */
export function styleOf(node: Element): string {
  return String(node.properties['style'] ?? '').toLowerCase();
}

function defined(values: Element['properties']): Element['properties'] {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
