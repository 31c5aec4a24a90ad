import { type FoundBlock, scanBlocks } from './block-scan.ts';
import { blockOf } from './blocks.ts';

/**
 * A Markdown text with its blocks written out as plain paragraphs: what their marks say to a
 * reader (titles, names of files, captions) stays, the marks themselves go. Everything that
 * compares texts starts from here.
 */
export function withoutBlockMarks(markdown: string): string {
  return written(markdown, () => true);
}

/**
 * The same for listeners: of a block that encloses text its title and its text stay; a file, a
 * picture or a video says nothing to somebody who cannot open it.
 */
export function blocksForListeners(markdown: string): string {
  return written(markdown, ({ name }) => blockOf(name).content !== undefined);
}

function written(markdown: string, keeps: (block: FoundBlock) => boolean): string {
  const { blocks } = scanBlocks(markdown);
  if (blocks.length === 0) return markdown;
  const lines = markdown.split('\n');
  for (const block of blocks) {
    const { name, values, first, last } = block;
    const { attributes } = blockOf(name);
    const said = Object.keys(attributes)
      .filter((key) => keeps(block) && attributes[key]?.spoken && values[key])
      .map((key) => values[key]);
    lines[first] = `\n${said.join('\n\n')}\n`;
    if (last !== first) lines[last] = '\n';
  }
  return lines.join('\n');
}
