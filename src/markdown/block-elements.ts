import type { Element, Root } from 'hast';
import { type FoundBlock, scanBlocks } from '../core/text/block-scan.ts';
import { visitElements } from './visit.ts';

/** A text whose blocks have become elements that only this module can have written. */
export interface MarkedText {
  markdown: string;
  /** Name of the elements; it occurs nowhere in the text as typed. */
  tag: string;
  /** The blocks in the order of their numbers, which the elements carry. */
  blocks: readonly FoundBlock[];
}

/**
 * Writes the blocks of a text as elements of their own name, each on lines of its own, for the
 * Markdown parser to nest. A block that is not rightly filled in stays as it was typed.
 */
export function markBlocks(markdown: string): MarkedText {
  const blocks = scanBlocks(markdown).blocks.filter(({ faults }) => faults.length === 0);
  const tag = freeTag(markdown);
  const lines = markdown.split('\n');
  for (const [number, { indent, first, last }] of blocks.entries()) {
    const open = `${indent}<${tag} data-block="${number}">`;
    const close = `${indent}</${tag}>`;
    // Blank lines around, so that the tags are blocks of the Markdown and interrupt anything.
    lines[first] = last === first ? `\n${open}\n${close}\n` : `\n${open}\n`;
    if (last !== first) lines[last] = `\n${close}\n`;
  }
  return { markdown: lines.join('\n'), tag, blocks };
}

/** Whether every block became one element; raw HTML around them can get in the way. */
export function allPlaced(root: Root, { tag, blocks }: MarkedText): boolean {
  // The name of the elements is free in the text: without blocks there is none of them.
  if (blocks.length === 0) return true;
  const found = new Set<string>();
  let count = 0;
  visitElements(root, (node) => {
    if (node.tagName !== tag) return;
    found.add(String(node.properties['dataBlock']));
    count += 1;
  });
  return count === blocks.length && found.size === blocks.length;
}

/** The block that an element stands for; `undefined` for every other element. */
export function blockAt(node: Element, { tag, blocks }: MarkedText): FoundBlock | undefined {
  return node.tagName === tag ? blocks[Number(node.properties['dataBlock'])] : undefined;
}

function freeTag(markdown: string): string {
  const text = markdown.toLowerCase();
  for (let number = 0; ; number += 1) {
    if (!text.includes(`block-${number}`)) return `block-${number}`;
  }
}
