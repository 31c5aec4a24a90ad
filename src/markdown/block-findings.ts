import type { Element } from 'hast';
import type { BodyFinding, NamedProcedure } from '../core/store/raw.ts';
import type { FoundBlock } from '../core/text/block-scan.ts';
import { scanBlocks } from '../core/text/block-scan.ts';
import { type BlockContent, blockOf } from '../core/text/blocks.ts';
import { blockAt, type MarkedText } from './block-elements.ts';
import type { SafeBody } from './sanitize.ts';
import { visitElements } from './visit.ts';

const LACKS: Record<BlockContent['needs'], string> = {
  words: 'nội dung',
  steps: 'danh sách đánh số',
  table: 'bảng',
};

/** What an editor must mend in the blocks of a text; lines count from `startLine`. */
export function blockFindings(
  markdown: string,
  startLine: number,
  body: SafeBody,
  marked: MarkedText,
): BodyFinding[] {
  const { blocks, strays } = scanBlocks(markdown);
  const lines = markdown.split('\n');
  const typed = (line: number) => lines[line]?.trim().slice(0, 80) ?? '';
  // What HTML swallowed is no block: the text shows the marks as they were typed.
  const swallowed = blocks.filter(
    ({ faults }) => faults.length === 0 && marked.blocks.length === 0,
  );
  const unplaced = swallowed.map(({ first }) => ({ line: first, text: typed(first), open: false }));
  return [
    ...[...strays, ...unplaced].map(
      ({ line, text, open }): BodyFinding => ({
        code: open ? 'block-open' : 'block-unknown',
        value: text.slice(0, 80),
        line: startLine + line,
      }),
    ),
    ...blocks.flatMap((block) => attributeFindings(block, startLine)),
    ...lacking(body, marked).map(
      ({ first, name }): BodyFinding => ({
        code: 'block-content',
        value: typed(first),
        label: blockOf(name).label,
        detail: LACKS[blockOf(name).content?.needs ?? 'words'],
        line: startLine + first,
      }),
    ),
  ];
}

/** Files of this ward that the blocks show or link to, and procedures that they name. */
export function namedInBlocks(markdown: string, startLine: number) {
  const media: string[] = [];
  const procedures: NamedProcedure[] = [];
  for (const { name, values, first, faults } of scanBlocks(markdown).blocks) {
    if (faults.length > 0) continue;
    for (const [key, { input }] of Object.entries(blockOf(name).attributes)) {
      const value = values[key] ?? '';
      if (input === 'file' || input === 'picture') media.push(value);
      if (input === 'procedure') procedures.push({ code: value, line: startLine + first });
    }
  }
  return { media, procedures };
}

function attributeFindings(block: FoundBlock, startLine: number): BodyFinding[] {
  const line = startLine + block.first;
  const { label } = blockOf(block.name);
  const found = block.faults.map(
    (fault): BodyFinding => ({
      code: 'block-attribute',
      value: fault.value ?? '',
      label: `${label}: ${fault.label}`,
      detail: fault.wanted,
      line,
    }),
  );
  const { src = '', alt = '' } = block.values;
  if (block.name === 'anh' && !alt) found.push({ code: 'alt-missing', value: src, line });
  return found;
}

function lacking({ root }: SafeBody, marked: MarkedText): FoundBlock[] {
  const found: FoundBlock[] = [];
  visitElements(root, (node) => {
    const block = blockAt(node, marked);
    const needs = block && blockOf(block.name).content?.needs;
    if (block && needs && !holds(node, needs)) found.push(block);
  });
  return found;
}

function holds(node: Element, needs: BlockContent['needs']): boolean {
  const children = node.children.filter((one) => one.type === 'element');
  if (needs === 'words') return children.length > 0;
  return children.some(({ tagName }) => tagName === (needs === 'steps' ? 'ol' : 'table'));
}
