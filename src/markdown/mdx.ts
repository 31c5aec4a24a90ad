import type { Root } from 'hast';
import { mdxToHast, mdxToMdast } from 'satteri';
import { visit } from 'unist-util-visit';
import type { BodyFinding } from '../core/store/raw.ts';
import { type Finding, findingsIn } from './sanitize.ts';

/** Components that a page of the IT officer may use; they take no attributes but plain text. */
export const PAGE_COMPONENTS: readonly string[] = ['LienHe', 'DuongDayNong', 'DanhSachDonVi'];

const FEATURES = { frontmatter: false };

/** What a page in MDX holds: what could run, with its line, and what any body must not hold. */
export interface InspectedMdx {
  root: Root;
  findings: BodyFinding[];
  found: Finding[];
}

/**
 * Looks a page over before it is ever compiled. A page is prose and the components named
 * above: imports, exports, expressions and every other tag are refused.
 */
export function inspectMdx(source: string, startLine: number): InspectedMdx {
  try {
    return {
      root: mdxToHast(source, { features: FEATURES }) as Root,
      findings: runnable(source, startLine),
      found: findingsIn(mdxToHast(source, { features: FEATURES }) as Root),
    };
  } catch (error) {
    const finding = syntaxFinding(source, startLine, error);
    return { root: { type: 'root', children: [] }, findings: [finding], found: [] };
  }
}

function runnable(source: string, startLine: number): BodyFinding[] {
  const findings: BodyFinding[] = [];
  visit(mdxToMdast(source, { features: FEATURES }), (node) => {
    const value = refusedPart(node);
    if (value === undefined) return;
    const line = startLine + (node.position?.start.line ?? 1) - 1;
    findings.push({ code: 'mdx-code', value: value.trim().slice(0, 80), line });
  });
  return findings;
}

/** The part of a node that may not stand in a page, as an editor sees it. */
function refusedPart(node: ReturnType<typeof mdxToMdast>): string | undefined {
  switch (node.type) {
    case 'mdxjsEsm':
    case 'html':
      return node.value;
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return `{${node.value}}`;
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement': {
      const plain = node.attributes.every(
        (attribute) => attribute.type === 'mdxJsxAttribute' && typeof attribute.value !== 'object',
      );
      return plain && PAGE_COMPONENTS.includes(node.name ?? '') ? undefined : `<${node.name}>`;
    }
    default:
      return undefined;
  }
}

/** The parser names line and column in front of its English words; the line is what helps. */
function syntaxFinding(source: string, startLine: number, error: unknown): BodyFinding {
  const message = error instanceof Error ? error.message : String(error);
  const line = Number(/^(\d+):\d+/.exec(message)?.[1] ?? 1);
  const value = source.split('\n')[line - 1]?.trim().slice(0, 80) || 'cú pháp';
  return { code: 'mdx-code', value, line: startLine + line - 1 };
}
