import { createHash } from 'node:crypto';
import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { markdownToHast, mdxToMdast } from 'satteri';
import { visit } from 'unist-util-visit';
import type { BodyFinding, RawBody } from '../core/store/raw.ts';
import { normalizedText } from '../core/text/plain.ts';
import { isMediaAddress } from './address.ts';
import { type Heading, type SafeBody, sanitizeBody } from './sanitize.ts';

const FEATURES = {
  rawHtml: true,
  frontmatter: false,
  gfm: {
    footnotes: { label: 'Chú thích', backLabel: 'Quay lại nội dung, chú thích {reference}' },
  },
};

/** Components that a page of the IT officer may use; they take no attributes but plain text. */
export const PAGE_COMPONENTS: readonly string[] = ['LienHe', 'DuongDayNong', 'DanhSachDonVi'];

/** A body as HTML that is safe to publish. */
export interface RenderedBody {
  html: string;
  headings: Heading[];
}

/**
 * Renders the Markdown of an editor. `resolve` turns the path of a picture or file beside the
 * entry into the address it is published at; what it does not know is left out.
 */
export function renderBody(
  markdown: string,
  resolve: (path: string) => ResolvedMedia | undefined = () => undefined,
): RenderedBody {
  const { root, headings } = parseBody(markdown);
  visit(root, 'element', (node) => {
    if (node.tagName === 'img') {
      const found = resolve(String(node.properties['src'] ?? ''));
      Object.assign(node.properties, { src: found?.src ?? '', ...found?.attributes });
    }
    const href = node.tagName === 'a' ? String(node.properties['href'] ?? '') : '';
    if (isMediaAddress(href)) {
      const found = resolve(href);
      if (found) node.properties['href'] = found.src;
    }
  });
  wrapTables(root);
  return { html: toHtml(root), headings };
}

/** Where a file of the entry is published, with the attributes of its picture. */
export interface ResolvedMedia {
  src: string;
  attributes?: Record<string, string | number>;
}

/** Reads a body once for everything that the checks need. */
export function inspectBody(markdown: string, startLine: number, mdx: boolean): RawBody {
  const lines = markdown.split('\n');
  const locate = (needle: string) => {
    const wanted = needle.replace(/>$/, '').toLowerCase();
    const at = lines.findIndex((line) => line.toLowerCase().includes(wanted));
    return at < 0 ? undefined : startLine + at;
  };
  const findings: BodyFinding[] = mdx ? mdxFindings(markdown, startLine) : [];
  const media: string[] = [];
  if (!mdx) {
    const { root, findings: found } = parseBody(markdown);
    for (const finding of found) findings.push({ ...finding, line: locate(finding.value) });
    visit(root, 'element', (node) => {
      const address = String(
        (node.tagName === 'img' ? node.properties['src'] : node.properties['href']) ?? '',
      );
      if (node.tagName === 'img' || isMediaAddress(address)) media.push(address);
    });
  }
  const text = normalizedText(markdown);
  const textKey = text ? createHash('sha256').update(text).digest('hex').slice(0, 32) : '';
  return { source: markdown, startLine, textKey, findings, media };
}

function parseBody(markdown: string): SafeBody {
  return sanitizeBody(markdownToHast(markdown, { features: FEATURES, position: false }) as Root);
}

/** A page is prose and the components named above: anything that could run is refused. */
function mdxFindings(source: string, startLine: number): BodyFinding[] {
  const findings: BodyFinding[] = [];
  const refuse = (value: string, line?: number) =>
    findings.push({
      code: 'mdx-code',
      value: value.trim().slice(0, 80),
      line: line === undefined ? undefined : startLine + line - 1,
    });
  let tree: ReturnType<typeof mdxToMdast>;
  try {
    tree = mdxToMdast(source, { features: { frontmatter: false } });
  } catch (error) {
    refuse(error instanceof Error ? error.message : String(error));
    return findings;
  }
  visit(tree, (node) => {
    const line = node.position?.start.line;
    if (
      node.type === 'mdxjsEsm' ||
      node.type === 'mdxFlowExpression' ||
      node.type === 'mdxTextExpression'
    ) {
      refuse(node.type === 'mdxjsEsm' ? node.value : `{${node.value}}`, line);
    } else if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      const plain = node.attributes.every(
        (attribute) => attribute.type === 'mdxJsxAttribute' && typeof attribute.value !== 'object',
      );
      if (!PAGE_COMPONENTS.includes(node.name ?? '') || !plain) refuse(`<${node.name}>`, line);
    } else if (node.type === 'html') refuse(node.value, line);
  });
  return findings;
}

/** Wide tables scroll inside their own region, reachable by keyboard, not the whole page. */
function wrapTables(root: Root): void {
  visit(root, 'element', (node, index, parent) => {
    if (node.tagName !== 'table' || !parent || index === undefined) return;
    if (parent.type === 'element' && parent.properties['role'] === 'region') return;
    parent.children[index] = {
      type: 'element',
      tagName: 'div',
      properties: { className: ['table-scroll'], role: 'region', tabIndex: 0, ariaLabel: 'Bảng' },
      children: [node],
    };
  });
}
