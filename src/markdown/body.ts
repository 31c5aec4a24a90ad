import { createHash } from 'node:crypto';
import type { Element, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { toText } from 'hast-util-to-text';
import { markdownToHast } from 'satteri';
import type { RawBody } from '../core/store/raw.ts';
import { normalizedText } from '../core/text/plain.ts';
import { addressKind, decoded, isMediaAddress } from './address.ts';
import { allPlaced, type MarkedText, markBlocks } from './block-elements.ts';
import { blockFindings, namedInBlocks } from './block-findings.ts';
import { type BlockContext, renderBlocks } from './block-render.ts';
import { tooDeepAt } from './depth.ts';
import { locator } from './locate.ts';
import { inspectMdx } from './mdx.ts';
import { pictureElement } from './picture.ts';
import { type Heading, type SafeBody, sanitizeBody } from './sanitize.ts';
import { SKIP, visitElements } from './visit.ts';

const FEATURES = {
  rawHtml: true,
  frontmatter: false,
  gfm: {
    footnotes: { label: 'Chú thích', backLabel: 'Quay lại nội dung, chú thích {reference}' },
  },
};

/** A body as HTML that is safe to publish. */
export interface RenderedBody {
  html: string;
  headings: Heading[];
}

/**
 * Renders the Markdown of an editor. `resolve` turns the path of a picture or file beside the
 * entry into the address it is published at; a picture it does not know is left out. `link`
 * turns an address of the section into the one that pages must write. `procedure` tells what a
 * block links to that names a procedure by its code.
 */
export function renderBody(
  markdown: string,
  resolve: (path: string) => ResolvedMedia | undefined = () => undefined,
  link: (address: string) => string = (address) => address,
  procedure: BlockContext['procedure'] = () => undefined,
): RenderedBody {
  const { root, headings, marked } = parseBody(markdown);
  visitElements(root, (node, index, parent) => {
    if (node.tagName === 'img') {
      const found = resolve(decoded(String(node.properties['src'] ?? '')));
      if (!parent || index === undefined) return undefined;
      const shown = found ? [pictureElement(found, node.properties)] : [];
      parent.children.splice(index, 1, ...shown);
      return [SKIP, index + shown.length];
    }
    const href = node.tagName === 'a' ? String(node.properties['href'] ?? '') : '';
    const file = isMediaAddress(href) ? resolve(decoded(href)) : undefined;
    if (file) node.properties['href'] = file.src;
    else if (isWithin(href)) node.properties['href'] = link(href);
    return undefined;
  });
  renderBlocks(root, marked, { resolve: (path) => resolve(decoded(path)), link, procedure });
  return { html: finished(root), headings };
}

/** Whether an address is of a page of the section. */
function isWithin(href: string): boolean {
  return /^\/(?!\/)/.test(href);
}

function finished(root: Root): string {
  wrapTables(root);
  return toHtml(root);
}

/** Where a file of the entry is published, with the attributes of its picture. */
export interface ResolvedMedia {
  src: string;
  attributes?: Record<string, string | number>;
  /** The widths of the picture in AVIF, as `srcset` lists them. */
  avif?: string;
  /** Bytes of a file that is published as it is. */
  size?: number;
}

/**
 * Reads a body once for everything that the checks need; and, when it is `rendered`, for its page
 * too, where nothing but the body decides how that shows it.
 */
export function inspectBody(
  markdown: string,
  startLine: number,
  mdx: boolean,
  rendered = false,
): RawBody {
  const locate = locator(markdown, startLine);
  const { root, findings, found, alone } = mdx
    ? { ...inspectMdx(markdown, startLine), alone: false }
    : inspectMarkdown(markdown, startLine);
  const named = mdx ? { media: [], procedures: [] } : namedInBlocks(markdown, startLine);
  const text = normalizedText(markdown);
  return {
    source: markdown,
    startLine,
    textKey: text ? createHash('sha256').update(text).digest('hex').slice(0, 32) : '',
    findings: [
      ...findings,
      ...found.map((finding) => ({ ...finding, line: locate(finding.code, finding.value) })),
    ],
    media: [...mediaIn(root), ...named.media],
    procedures: named.procedures,
    ...(rendered && alone && { html: finished(root) }),
  };
}

function inspectMarkdown(markdown: string, startLine: number) {
  const body = parseBody(markdown);
  const findings = blockFindings(markdown, startLine, body, body.marked);
  return { root: body.root, findings, found: body.findings, alone: standsAlone(body) };
}

/** Whether `renderBody` would ask nobody about a body. */
function standsAlone({ root, marked }: ReturnType<typeof parseBody>): boolean {
  let alone = marked.blocks.length === 0;
  visitElements(root, ({ tagName, properties }) => {
    const href = String(properties['href'] ?? '');
    if (tagName === 'img' || isMediaAddress(href) || isWithin(href)) alone = false;
  });
  return alone;
}

/** Pictures of this ward and files it links to, as their names stand on disk. */
function mediaIn(root: Root): string[] {
  const media: string[] = [];
  visitElements(root, (node) => {
    const image = node.tagName === 'img';
    const address = String((image ? node.properties['src'] : node.properties['href']) ?? '');
    const own = image ? addressKind(address) === 'own' : isMediaAddress(address);
    if (own) media.push(decoded(address));
  });
  return media;
}

/** A body with its blocks as elements; where they cannot be told apart, all stay as typed. */
export function parseBody(markdown: string): SafeBody & { marked: MarkedText } {
  const marked = markBlocks(markdown);
  const asTyped = { ...marked, markdown, blocks: [] };
  const deep = tooDeepAt(markdown);
  if (deep !== undefined) return { ...plainBody(markdown, deep), marked: asTyped };
  try {
    const body = sanitizeBody(parse(marked.markdown), marked.tag);
    if (allPlaced(body.root, marked)) return { ...body, marked };
    return { ...sanitizeBody(parse(markdown)), marked: asTyped };
  } catch (error) {
    // The stack ends where no count of marks had foreseen it.
    if (!(error instanceof RangeError)) throw error;
    return { ...plainBody(markdown, markdown.trim().slice(0, 40)), marked: asTyped };
  }
}

/** A text that cannot be parsed, as one paragraph of what was typed. */
function plainBody(markdown: string, at: string): SafeBody {
  const paragraph: Element = {
    type: 'element',
    tagName: 'p',
    properties: {},
    children: [{ type: 'text', value: markdown }],
  };
  return {
    root: { type: 'root', children: [paragraph] },
    findings: [{ code: 'nesting-too-deep', value: at }],
    headings: [],
  };
}

function parse(markdown: string): Root {
  return markdownToHast(markdown, { features: FEATURES, position: false }) as Root;
}

/** Wide tables scroll inside a region of their own, reachable by keyboard, not the whole page. */
function wrapTables(root: Root): void {
  let number = 0;
  visitElements(root, (node, index, parent) => {
    if (node.tagName !== 'table' || !parent || index === undefined) return;
    number += 1;
    parent.children[index] = {
      type: 'element',
      tagName: 'section',
      properties: {
        className: ['table-scroll'],
        tabIndex: 0,
        ariaLabel: captionOf(node) ?? `Bảng ${number}`,
      },
      children: [node],
    };
    // The table has been dealt with; its new parent must not be entered for it again.
    return [SKIP, index + 1];
  });
}

function captionOf({ children }: Element): string | undefined {
  const caption = children.find((one) => one.type === 'element' && one.tagName === 'caption');
  return (caption && toText(caption).trim()) || undefined;
}
