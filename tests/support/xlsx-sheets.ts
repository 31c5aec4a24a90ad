import { strFromU8, unzipSync } from 'fflate';

/** A cell as it is in the file: its value, and the formula that a program would compute it by. */
export interface ReadCell {
  value: string | number;
  formula?: string;
}

/** A sheet by the addresses of its cells: `B7`. */
export interface ReadSheet {
  name: string;
  cells: Map<string, ReadCell>;
}

/** Reads an Excel file back, part by part, without the library that wrote it. */
export function readSheets(file: Uint8Array): ReadSheet[] {
  const parts = unzipSync(file);
  const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
  const shared = [...part('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(
    ([, inner = '']) => decoded(inner.replace(/<[^>]*>/g, '')),
  );
  return [...part('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(
    ([, name = ''], index) => ({
      name: decoded(name),
      cells: cellsOf(part(`xl/worksheets/sheet${index + 1}.xml`), shared),
    }),
  );
}

/** The rows of a sheet below its head, each by the labels of the head. */
export function rowsBelow(sheet: ReadSheet, label: string): Map<string, ReadCell>[] {
  const head = [...sheet.cells].find(([, { value }]) => value === label)?.[0] ?? '';
  const line = Number(/\d+$/.exec(head)?.[0]);
  const labels = new Map(
    [...sheet.cells]
      .filter(([at]) => Number(/\d+$/.exec(at)?.[0]) === line)
      .map(([at, { value }]) => [at.replace(/\d+$/, ''), String(value)]),
  );
  const rows = new Map<number, Map<string, ReadCell>>();
  for (const [at, cell] of sheet.cells) {
    const row = Number(/\d+$/.exec(at)?.[0]);
    if (row <= line) continue;
    const known = rows.get(row) ?? new Map<string, ReadCell>();
    rows.set(row, known.set(labels.get(at.replace(/\d+$/, '')) ?? '', cell));
  }
  return [...rows.entries()].sort(([a], [b]) => a - b).map(([, row]) => row);
}

/** What the formulas this project writes come to: sums, and a difference that is never below 0. */
export function computed(sheet: ReadSheet, formula: string): number {
  const number = (at: string) => Number(sheet.cells.get(at)?.value ?? 0);
  const sum = /^SUM\(([A-Z]+)(\d+):([A-Z]+)(\d+)\)$/.exec(formula);
  if (sum) {
    const [, first = '', from, last = '', to] = sum;
    return [...sheet.cells.keys()]
      .filter((at) => {
        const [, column = '', row] = /^([A-Z]+)(\d+)$/.exec(at) ?? [];
        const inside = index(first) <= index(column) && index(column) <= index(last);
        return inside && Number(from) <= Number(row) && Number(row) <= Number(to);
      })
      .reduce((all, at) => all + number(at), 0);
  }
  const [, a = '', b = ''] = /^MAX\(0,([A-Z]+\d+)-([A-Z]+\d+)\)$/.exec(formula) ?? [];
  if (!a) throw new RangeError(`No formula of ours: ${formula}`);
  return Math.max(0, number(a) - number(b));
}

function cellsOf(xml: string, shared: readonly string[]): Map<string, ReadCell> {
  const cells = new Map<string, ReadCell>();
  for (const [, attributes = '', inner = ''] of xml.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
    const at = /r="([A-Z]+\d+)"/.exec(attributes)?.[1] ?? '';
    const raw = /<v>(.*?)<\/v>/s.exec(inner)?.[1];
    const formula = /<f>(.*?)<\/f>/s.exec(inner)?.[1];
    if (raw === undefined && formula === undefined) continue;
    const kind = /t="(\w+)"/.exec(attributes)?.[1];
    const value =
      kind === 's'
        ? (shared[Number(raw)] ?? '')
        : kind === 'str'
          ? decoded(raw ?? '')
          : Number(raw);
    cells.set(at, { value, ...(formula !== undefined && { formula: decoded(formula) }) });
  }
  return cells;
}

/** `A` is 1, `AA` is 27. */
function index(column: string): number {
  return [...column].reduce((all, letter) => all * 26 + letter.charCodeAt(0) - 64, 0);
}

function decoded(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
