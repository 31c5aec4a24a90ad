import { readOrdinal } from './day.ts';
import type { Lexicon } from './lexicon.ts';
import { readInteger } from './number.ts';
import type { Passage, TablePassage } from './passage.ts';
import { readAloud } from './read-aloud.ts';
import { sentences } from './sentence.ts';

/** One sentence of a script. */
export interface ScriptLine {
  text: string;
  /** Whether it begins a new part, as a heading or a paragraph does and an item does not. */
  opens: boolean;
  heading: boolean;
}

/** The lines of a text, and what in it nobody has told how to read. */
export interface SpokenLines {
  lines: ScriptLine[];
  unknown: string[];
}

/** Nobody can follow a larger table by ear. */
const LARGEST_TABLE = { rows: 10, columns: 4 };

/** Reads passages aloud, sentence by sentence. */
export function spokenLines(passages: readonly Passage[], lexicon: Lexicon): SpokenLines {
  const lines: ScriptLine[] = [];
  const unknown = new Set<string>();
  for (const { text, heading, joins } of passages.flatMap(spokenParts)) {
    const spoken = readAloud(text, lexicon);
    for (const one of spoken.unknown) unknown.add(one);
    for (const [index, sentence] of sentences(spoken.text).entries()) {
      lines.push({ text: sentence, opens: index === 0 && !joins, heading });
    }
  }
  return { lines, unknown: [...unknown] };
}

interface Part {
  text: string;
  heading: boolean;
  /** Whether it goes on with what came before. */
  joins: boolean;
}

function spokenParts(passage: Passage): Part[] {
  if (passage.kind === 'table') return tableParts(passage);
  const { text, place, kind } = passage;
  if (!text.trim()) return [];
  const placed = place === undefined ? text : `${readOrdinal(place)}: ${text}`;
  return [{ text: placed, heading: kind === 'heading', joins: kind === 'item' }];
}

/** A small table row by row, each cell after its head; a large one is only announced. */
function tableParts({ head, rows }: TablePassage): Part[] {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), head.length);
  if (rows.length > LARGEST_TABLE.rows || columns > LARGEST_TABLE.columns) {
    return [{ text: tooLarge(rows.length), heading: false, joins: false }];
  }
  return rows.map((row, place) => ({
    text: row
      .map((cell) => cell.replace(/[\s.,;]+$/, ''))
      .map((cell, index) => (head[index] && cell ? `${head[index]}: ${cell}` : cell))
      .filter((cell) => cell !== '')
      .join('; '),
    heading: false,
    joins: place > 0,
  }));
}

function tooLarge(rows: number): string {
  const count = readInteger(String(rows));
  return `Phần này có bảng gồm ${count} dòng, mời bà con xem trên trang thông tin điện tử.`;
}
