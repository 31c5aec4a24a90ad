/** A formula, without the sign of equality, and what it comes to. */
export interface Formula {
  text: string;
  /** What readers show that do not calculate. */
  value: string | number;
}

/** Excel takes no longer text in a formula. */
const LONGEST = 255;

/**
 * The formula of a link; `undefined` where there is no address, or where Excel would refuse it.
 * Text stands in it between quotation marks that it cannot end, so it never runs.
 */
export function hyperlink({ text, url }: { text: string; url?: string }): Formula | undefined {
  if (!url || url.length > LONGEST || text.length > LONGEST) return undefined;
  return { text: `HYPERLINK(${quoted(url)},${quoted(text)})`, value: text };
}

/** The formula that adds up rows of a column, both counted as Excel does: rows from 1. */
export function sumBelow(column: number, first: number, count: number, value: number): Formula {
  const letter = columnName(column);
  return { text: `SUM(${letter}${first}:${letter}${first + count - 1})`, value };
}

/** `A`, `B` … `Z`, `AA` for a column counted from 0. */
export function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last;
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
