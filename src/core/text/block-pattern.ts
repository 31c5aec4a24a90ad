import { type BlockValues, blockMark } from './block-mark.ts';
import { type BlockName, blockOf } from './blocks.ts';

/**
 * A block as the editors' field finds it again in a text. The pattern starts at the block, has no
 * `m` flag and ends before a line feed: only then are blocks of several paragraphs recognised. It
 * takes only what can be read in full; anything else stays text, so that saving loses none of it.
 */
export function blockPattern(name: BlockName): RegExp {
  const { attributes, content } = blockOf(name);
  const names = Object.keys(attributes).join('|');
  const value = `"[^"\\n]*"|'[^'\\n]*'|[^\\s"'{}]+`;
  const braces = `(?:\\{(?:[ \\t]*(?:${names})=(?:${value})(?=[\\s}]))*[ \\t]*\\})?`;
  const head = `${name}${braces}[ \\t]*`;
  return new RegExp(
    content ? `^(:{3,})${head}\\n([\\s\\S]*?)\\n\\1[ \\t]*(?=\\n|$)` : `^::${head}(?=\\n|$)`,
  );
}

/** The values and the enclosed text of a block that the pattern found. */
export function matchedBlock(match: RegExpMatchArray): { values: BlockValues; content: string } {
  const mark = blockMark(match[0].split('\n')[0] ?? '');
  return { values: mark?.values ?? {}, content: match[2]?.trim() ?? '' };
}
