import type { Element, ElementContent, Parents, Root } from 'hast';
import { sanitize } from 'hast-util-sanitize';
import { toText } from 'hast-util-to-text';
import { slugify } from '../core/text/slug.ts';
import { addressKind } from './address.ts';
import { ALLOW_LIST, isAllowedTag, withBlocks } from './allow-list.ts';
import { EXIT, SKIP, type Step, visitElements, visitNodes } from './visit.ts';

/** Something that was taken out of a body, or that must be mended in it. */
export interface Finding {
  code:
    | 'html-forbidden'
    | 'link-forbidden'
    | 'image-remote'
    | 'alt-missing'
    | 'heading-level'
    | 'nesting-too-deep';
  value: string;
}

/** A heading of the body, for a table of contents. */
export interface Heading {
  depth: number;
  id: string;
  text: string;
}

/** A body that is safe to publish, and what was found on the way there. */
export interface SafeBody {
  root: Root;
  findings: Finding[];
  headings: Heading[];
}

/**
 * Reduces a tree to the allow-list and applies the rules of the house: headings start at
 * level 2 and carry ids, links to other hosts say so, pictures are ours, and table alignment
 * is a class, for inline styles are blocked by the policy. Elements named `blockTag` stand for
 * blocks that are put in later; the caller sees to it that no editor can write one. The tree
 * given is used up.
 */
export function sanitizeBody(tree: Root, blockTag?: string): SafeBody {
  const findings: Finding[] = [];
  prepare(tree, findings, blockTag);
  const clean = sanitize(tree, blockTag ? withBlocks(blockTag) : ALLOW_LIST) as Root;
  const headings: Heading[] = [];
  const ids = new Map<string, number>();
  visitElements(clean, (node, index, parent) => {
    if (node.tagName === 'a') return settleLink(node, index, parent);
    if (node.tagName === 'img') return settleImage(node, index, parent);
    if (node.tagName === 'th' || node.tagName === 'td') settleCell(node);
    if (/^h[2-5]$/.test(node.tagName) && !node.properties['id']) {
      headings.push(nameHeading(node, ids));
    }
    return undefined;
  });
  return { root: clean, findings, headings };
}

/** What an editor must mend in a tree, which is used up by it. */
export function findingsIn(tree: Root): Finding[] {
  const findings: Finding[] = [];
  prepare(tree, findings);
  return findings;
}

/** Notes what the allow-list will drop, and keeps what it would drop wrongly. */
function prepare(tree: Root, findings: Finding[], blockTag?: string): void {
  visitNodes(tree, (node) => {
    if (node.type === 'comment' || node.type === 'raw' || node.type === 'doctype') {
      const value = 'value' in node ? node.value : '!doctype';
      findings.push({ code: 'html-forbidden', value: `<${value.trim().slice(0, 40)}>` });
    }
    if (node.type !== 'element') return;
    // Six levels are more than a text of this kind has; the sixth reads as the fifth.
    if (node.tagName === 'h6') node.tagName = 'h5';
    if (!isAllowedTag(node.tagName) && node.tagName !== blockTag) {
      findings.push({ code: 'html-forbidden', value: `<${node.tagName}>` });
    }
    for (const name of Object.keys(node.properties)) {
      if (/^on/i.test(name)) findings.push({ code: 'html-forbidden', value: name.toLowerCase() });
    }
    const style = node.properties['style'];
    const aligned = /^text-align:\s*(left|right|center)$/.exec(String(style ?? ''));
    if (aligned && /^t[dh]$/.test(node.tagName)) node.properties['align'] = aligned[1];
    else if (style !== undefined) findings.push({ code: 'html-forbidden', value: 'style' });
    if (node.tagName === 'h1') {
      findings.push({ code: 'heading-level', value: toText(node).slice(0, 60) });
      node.tagName = 'h2';
    }
    // Judged here, before the allow-list silently drops the address.
    const href = node.tagName === 'a' ? node.properties['href'] : undefined;
    if (href !== undefined && addressKind(String(href)) === 'forbidden') {
      findings.push({ code: 'link-forbidden', value: String(href) });
    }
    if (node.tagName === 'img') noteImage(node, findings);
  });
}

function noteImage(node: Element, findings: Finding[]): void {
  const src = String(node.properties['src'] ?? '');
  if (addressKind(src) !== 'own') findings.push({ code: 'image-remote', value: src });
  else if (!String(node.properties['alt'] ?? '').trim()) {
    findings.push({ code: 'alt-missing', value: src });
  }
}

function settleLink(node: Element, index: number | undefined, parent: Parents | undefined): Step {
  if (node.properties['dataFootnoteBackref'] !== undefined) return undefined;
  const href = String(node.properties['href'] ?? '');
  const kind = addressKind(href);
  if (kind === 'outside') node.properties['rel'] = ['external', 'noopener', 'noreferrer'];
  if (kind !== 'forbidden') return undefined;
  return replace(parent, index, node.children);
}

function settleImage(node: Element, index: number | undefined, parent: Parents | undefined): Step {
  if (addressKind(String(node.properties['src'] ?? '')) !== 'own')
    return replace(parent, index, []);
  node.properties['alt'] ??= '';
  node.properties['loading'] = 'lazy';
  node.properties['decoding'] = 'async';
  return undefined;
}

function settleCell(node: Element): void {
  const align = node.properties['align'];
  if (align !== undefined) node.properties['className'] = [`align-${String(align)}`];
  delete node.properties['align'];
}

function nameHeading(node: Element, ids: Map<string, number>): Heading {
  const text = toText(node).trim();
  // A prefix keeps the ids of bodies apart from those of the page around them.
  const base = `m-${slugify(text) || 'muc'}`;
  const seen = ids.get(base) ?? 0;
  ids.set(base, seen + 1);
  const id = seen === 0 ? base : `${base}-${seen + 1}`;
  node.properties['id'] = id;
  return { depth: Number(node.tagName.slice(1)), id, text };
}

function replace(
  parent: Parents | undefined,
  index: number | undefined,
  children: ElementContent[],
): Step {
  if (!parent || index === undefined) return EXIT;
  parent.children.splice(index, 1, ...children);
  return [SKIP, index];
}
