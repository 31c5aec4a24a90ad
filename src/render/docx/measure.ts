/** Twentieths of a point: what Word measures pages, columns and indents in. */
export function twips(millimetres: number): number {
  return Math.round((millimetres / 25.4) * 1440);
}

/** Half points: what Word measures letters in. */
export function halfPoints(points: number): number {
  return points * 2;
}

/**
 * The page of Nghị định 30/2020/NĐ-CP, in millimetres: A4, and margins in the ranges its annex
 * gives (top and bottom 20 to 25, left 30 to 35, right 15 to 20).
 */
export const PAGE = {
  short: 210,
  long: 297,
  margin: { top: 20, bottom: 20, left: 30, right: 15 },
  /** From the edge to the page number, which stands in the top margin. */
  header: 10,
} as const;

/** Width of the text of a page, in millimetres. */
export function textWidth(landscape: boolean): number {
  const { long, short, margin } = PAGE;
  return (landscape ? long : short) - margin.left - margin.right;
}
