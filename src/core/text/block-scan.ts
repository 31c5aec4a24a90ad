import { type BlockMark, blockMark } from './block-mark.ts';
import type { BlockName } from './blocks.ts';

/** A block of a text with the lines it stands on, counted from 0. */
export interface FoundBlock extends BlockMark {
  /** Line of its mark. */
  first: number;
  /** Line of the fence that closes it; the same line for a block that encloses nothing. */
  last: number;
}

/** A line that looks like part of a block and is none: it stays in the text as it was typed. */
export interface StrayMark {
  line: number;
  text: string;
  /** The block that was begun and never closed, when it is one. */
  open?: BlockName;
}

/** The blocks of a text, and what only looks like one. */
export interface BlockScan {
  blocks: FoundBlock[];
  strays: StrayMark[];
}

const CODE_FENCE = /^ {0,3}(`{3,}(?!.*`)|~{3,})/;
const CLOSING = /^ {0,3}(:{3,})[ \t]*$/;
const COLONS = /^ {0,3}(:{3,})/;
const LIKE_A_MARK = /^\s*(?:>\s*)*(?:[-*+]\s+)?:{2,}\s*\p{L}[\p{L}-]*\s*(?:[{[]|$)/u;
/** Most texts have no line that begins with two colons, and are done with at once. */
const ANY = /^\s*(?:>\s*)*(?:[-*+]\s+)?::/m;

/** A line that waits for the fence that closes it. */
interface Opened {
  colons: string;
  line: number;
  text: string;
  /** Absent for a name that is none of ours: its fence must not close the block around it. */
  mark?: BlockMark;
}

/**
 * Finds the blocks of a Markdown text. Only whole lines of the exact form count; lines of a code
 * block do not. A block that is not closed is none, so that it swallows nothing.
 */
export function scanBlocks(markdown: string): BlockScan {
  const scan: BlockScan = { blocks: [], strays: [] };
  if (!ANY.test(markdown)) return scan;
  const open: Opened[] = [];
  for (const [line, text] of linesOutsideCode(markdown)) {
    const mark = blockMark(text);
    const alike = mark !== undefined || LIKE_A_MARK.test(text);
    const colons = alike ? COLONS.exec(text)?.[1] : undefined;
    const closing = CLOSING.exec(text)?.[1];
    if (mark?.colons === '::') scan.blocks.push({ ...mark, first: line, last: line });
    else if (closing) close(scan, open, { colons: closing, line, text });
    else if (colons) open.push({ colons, line, text, mark });
    else if (alike) scan.strays.push({ line, text: text.trim() });
  }
  scan.strays.push(...open.map(unclosed));
  scan.blocks.sort((a, b) => a.first - b.first);
  scan.strays.sort((a, b) => a.line - b.line);
  return scan;
}

/** Closes the innermost block with as many colons; what was begun inside it stays unclosed. */
function close(scan: BlockScan, open: Opened[], { colons, line, text }: Opened): void {
  const at = open.findLastIndex((one) => one.colons === colons);
  const [opened, ...inside] = at < 0 ? [] : open.splice(at);
  scan.strays.push(...inside.map(unclosed));
  if (opened?.mark) scan.blocks.push({ ...opened.mark, first: opened.line, last: line });
  else if (opened) scan.strays.push({ line: opened.line, text: opened.text.trim() });
  else scan.strays.push({ line, text: text.trim() });
}

function unclosed({ line, text, mark }: Opened): StrayMark {
  return { line, text: text.trim(), ...(mark && { open: mark.name }) };
}

function* linesOutsideCode(markdown: string): Generator<[line: number, text: string]> {
  let fence = '';
  for (const [line, text] of markdown.split('\n').entries()) {
    const found = CODE_FENCE.exec(text)?.[1] ?? '';
    if (fence) {
      if (found.startsWith(fence) && text.trim() === found) fence = '';
    } else if (found) fence = found;
    else yield [line, text];
  }
}
