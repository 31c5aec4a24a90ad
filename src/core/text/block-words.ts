import { scanBlocks } from './block-scan.ts';
import { blockOf } from './blocks.ts';

/**
 * A Markdown text with its blocks written out as plain paragraphs: what their marks say to a
 * reader (titles, names of files, captions) stays, the marks themselves go. Everything that
 * compares texts starts from here.
 */
export function withoutBlockMarks(markdown: string): string {
  const { blocks } = scanBlocks(markdown);
  if (blocks.length === 0) return markdown;
  const lines = markdown.split('\n');
  for (const { name, values, first, last } of blocks) {
    const { attributes } = blockOf(name);
    const said = Object.keys(attributes)
      .filter((key) => attributes[key]?.spoken && values[key])
      .map((key) => values[key]);
    lines[first] = `\n${said.join('\n\n')}\n`;
    if (last !== first) lines[last] = '\n';
  }
  return lines.join('\n');
}
