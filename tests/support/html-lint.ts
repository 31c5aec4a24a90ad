import { parse } from 'parse5';

/**
 * What validators and axe do not look for: words and habits that make a correct page a bad one.
 */

/** One fault of a page. */
export interface LintFault {
  rule: string;
  /** The words or the element it was found in. */
  found: string;
}

interface Node {
  nodeName: string;
  value?: string;
  attrs?: { name: string; value: string }[];
  childNodes?: Node[];
}

/** Link texts that say nothing when read alone, as screen readers list them. */
const EMPTY_WORDS =
  /^(tại đây|ở đây|đây|xem thêm|xem tiếp|xem chi tiết|chi tiết|đọc tiếp|bấm vào đây|nhấn vào đây|link|click here|here|more)$/i;
const MAILTO = /^mailto:[^@\s?]+@[^@\s?]+\.[a-z]{2,}(\?.*)?$/i;
const TELEPHONE = /^tel:\+?[\d.-]{3,20}$/;
/** A status told by its colour alone has a class for it and no words. */
const STATUS_CLASS = /\b(status|state|tag|level)-[a-z-]+\b/;

/** White space between a link, or what else stands within a line, and the sign that ends it. */
const LOOSE_SPACE = /[^<>]{0,40}(\s<\/(a|time|span|strong)>|<\/(a|time|span|strong)>\s+)[.,;:)]/g;

/** Where a status would be words; the shapes beside them are drawn and hidden. */
const TEXT_ELEMENTS = new Set(['span', 'strong', 'em', 'p', 'td', 'th', 'li', 'dd', 'div', 'a']);

/** Everything that is wrong with a page, by our own rules. */
export function lintHtml(html: string): LintFault[] {
  const nodes = [...walk(parse(html) as Node)];
  const all = (...names: string[]) => nodes.filter(({ nodeName }) => names.includes(nodeName));
  const faults: LintFault[] = [];
  const fault = (rule: string, found: string) => faults.push({ rule, found: found.slice(0, 120) });

  const described = all('meta').some((meta) => attribute(meta, 'name') === 'description');
  if (!described) fault('description', 'head');
  if (all('h1').length !== 1) fault('one-h1', `${all('h1').length} h1`);
  for (const link of all('a')) {
    const href = attribute(link, 'href') ?? '';
    if (EMPTY_WORDS.test(nameOf(link))) fault('empty-link-words', nameOf(link));
    if (href.startsWith('mailto:') && !MAILTO.test(href)) fault('mailto', href);
    if (href.startsWith('tel:') && !TELEPHONE.test(href)) fault('telephone', href);
    if (/^javascript:/i.test(href)) fault('script-link', href);
    if (attribute(link, 'target') === '_blank' && !/noopener/.test(attribute(link, 'rel') ?? '')) {
      fault('new-window', href);
    }
  }
  for (const table of all('table')) {
    const inside = [...walk(table)];
    if (!inside.some(({ nodeName }) => nodeName === 'th')) fault('table-headers', nameOf(table));
  }
  for (const node of nodes) {
    const status = STATUS_CLASS.test(attribute(node, 'class') ?? '');
    if (status && TEXT_ELEMENTS.has(node.nodeName) && !nameOf(node)) {
      if (attribute(node, 'aria-hidden') !== 'true')
        fault('colour-alone', attribute(node, 'class') ?? '');
    }
    if (attribute(node, 'style') !== undefined)
      fault('inline-style', attribute(node, 'style') ?? '');
    const handler = node.attrs?.find(({ name }) => name.startsWith('on'));
    if (handler) fault('inline-script', handler.name);
  }
  for (const name of ['marquee', 'blink', 'iframe', 'base']) {
    if (all(name).length > 0) fault('forbidden-element', name);
  }
  for (const script of all('script')) {
    const data = attribute(script, 'type') === 'application/ld+json';
    if (!data && textOf(script).trim()) fault('inline-script', textOf(script).trim());
  }
  if (all('style').length > 0) fault('inline-style', 'style');
  // Left over from the way templates are laid out; readers see a comma that stands alone.
  for (const [found] of html.matchAll(LOOSE_SPACE)) fault('loose-space', found);
  if (html !== html.normalize('NFC')) fault('nfc', firstUnlike(html));
  return faults;
}

function* walk(node: Node): Generator<Node> {
  yield node;
  for (const child of node.childNodes ?? []) yield* walk(child);
}

function attribute(node: Node, name: string): string | undefined {
  return node.attrs?.find((one) => one.name === name)?.value;
}

function textOf(node: Node): string {
  return [...walk(node)].map(({ value }) => value ?? '').join('');
}

/** What an element is called by its text, its label or the pictures in it. */
function nameOf(node: Node): string {
  const pictures = [...walk(node)].map(
    (one) => attribute(one, 'alt') ?? attribute(one, 'aria-label') ?? '',
  );
  return `${textOf(node)} ${pictures.join(' ')}`.replace(/\s+/g, ' ').trim();
}

function firstUnlike(html: string): string {
  const words = html.split(/\s+/);
  return words.find((word) => word !== word.normalize('NFC')) ?? '';
}
