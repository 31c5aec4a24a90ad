import type { Element, ElementContent, Root, RootContent } from 'hast';
import { element, hasClass, holds, isBlank, isElement, text, wordsOf } from './hast.ts';
import { excerpt, type Notices } from './notice.ts';

const BLOCKS = ['p', 'ul', 'ol', 'li', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote'];
/** Most columns and rows that one merged cell is spread over. */
const WIDEST = 100;

/**
 * Makes every table one that Markdown can write: a head, as many cells in each row, one line of
 * text in a cell. A table of a single column is only a frame around text and is taken apart.
 */
export function tidyTables(root: Root, notices: Notices): void {
  let count = 0;
  root.children = root.children.flatMap((node): RootContent[] => {
    if (!isElement(node, 'table')) return [node];
    const rows = rowsOf(node);
    const spread = spreadOut(rows);
    const width = Math.max(0, ...spread.map((row) => row.length));
    if (width === 0) return [];
    if (width === 1) {
      notices.changed('Khung một ô đã thành chữ thường.');
      return rows.flat().flatMap(contentOf);
    }
    count += 1;
    noteLosses(node, rows, `Bảng ${count}`, notices);
    return [tableOf(spread, width)];
  });
}

function rowsOf(table: Element): Element[][] {
  const found: Element[][] = [];
  const walk = (node: Element): void => {
    for (const child of node.children) {
      if (isElement(child, 'tr'))
        found.push(child.children.filter((one) => isElement(one, 'td', 'th')));
      else if (isElement(child, 'thead', 'tbody', 'tfoot')) walk(child);
    }
  };
  walk(table);
  return found.filter((row) => row.length > 0);
}

/**
 * A merged cell is repeated in each place it covered, so that every row can be read alone; one
 * that is a whole row is a heading within the table and stands once.
 */
function spreadOut(rows: readonly Element[][]): Element[][] {
  const grid: Element[][] = rows.map(() => []);
  for (const [y, row] of rows.entries()) {
    let x = 0;
    for (const cell of row) {
      while (grid[y]?.[x]) x += 1;
      const wide = row.length === 1 ? 1 : span(cell, 'colSpan');
      const high = Math.min(span(cell, 'rowSpan'), rows.length - y);
      for (let down = 0; down < high; down += 1) {
        for (let right = 0; right < wide; right += 1) (grid[y + down] ?? [])[x + right] = cell;
      }
      x += wide;
    }
  }
  return grid;
}

function span(cell: Element, name: 'colSpan' | 'rowSpan'): number {
  const value = Number(cell.properties[name] ?? 1);
  return Number.isInteger(value) && value > 0 ? Math.min(value, WIDEST) : 1;
}

function noteLosses(
  table: Element,
  rows: readonly Element[][],
  name: string,
  notices: Notices,
): void {
  const cells = rows.flat();
  const merged = cells.filter(
    (cell) => span(cell, 'colSpan') > 1 || span(cell, 'rowSpan') > 1,
  ).length;
  if (merged > 0)
    notices.changed(
      `${name}: ${merged} ô gộp đã được tách, nội dung chép vào từng ô; hãy kiểm tra dòng đầu.`,
    );
  if (cells.some((cell) => holds(cell, 'li')))
    notices.changed(`${name}: danh sách trong ô đã thành các dòng.`);
  if (cells.some((cell) => holds(cell, 'table')))
    notices.changed(`${name}: bảng nằm trong ô đã thành chữ.`);
  if (holds(table, 'img'))
    notices.mend(`${name}: ảnh trong ô bảng đã được giữ; nên đưa ảnh ra ngoài bảng.`);
}

function tableOf(rows: readonly Element[][], width: number): Element {
  const line = (row: readonly Element[], tagName: string) =>
    element(
      'tr',
      Array.from({ length: width }, (_, at) => {
        const cell = row[at];
        return element(tagName, cell ? oneLine(cell, tagName === 'th') : []);
      }),
    );
  const [head = [], ...body] = rows;
  return element('table', [
    element('thead', [line(head, 'th')]),
    element(
      'tbody',
      body.map((row) => line(row, 'td')),
    ),
  ]);
}

/** The words of a cell in one line of Markdown; its paragraphs and items part by a line break. */
function oneLine(cell: Element, head: boolean): ElementContent[] {
  const lines: ElementContent[][] = [[]];
  const walk = (children: readonly ElementContent[]): void => {
    for (const child of children) {
      if (isElement(child, 'br')) lines.push([]);
      else if (isElement(child, ...BLOCKS, 'tr', 'td', 'th')) {
        lines.push([]);
        walk(child.children);
        lines.push([]);
      } else if (isElement(child, 'table', 'thead', 'tbody')) walk(child.children);
      // The head is bold by itself.
      else if (head && isElement(child, 'strong')) walk(child.children);
      else lines.at(-1)?.push(structuredClone(child));
    }
  };
  walk(cell.children);
  return lines
    .filter((one) => !isBlank(element('p', one)))
    .flatMap((one, at) => (at === 0 ? one : [element('br'), ...one]));
}

function contentOf(cell: Element): RootContent[] {
  const blocks = cell.children.some((child) => isElement(child, ...BLOCKS, 'table'));
  const content = blocks ? cell.children : [element('p', cell.children)];
  return content.filter((child) => !isBlank(child));
}

/** Gives a table the caption that stands above or below it as a paragraph. */
export function captionTables(root: Root): void {
  const found: RootContent[] = [];
  for (const node of root.children) {
    const before = found.at(-1);
    if (isElement(node, 'table') && before && isTableCaption(before)) {
      found.pop();
      node.children.unshift(element('caption', [text(excerpt(wordsOf(before), 200))]));
    }
    found.push(node);
  }
  root.children = found;
}

function isTableCaption(node: RootContent): boolean {
  const words = wordsOf(node);
  if (!isElement(node, 'p', 'h2', 'h3', 'h4') || words.length > 200) return false;
  return hasClass(node, 'chu-thich') || /^(bảng|biểu)\s*(số\s*)?\d/iu.test(words);
}
