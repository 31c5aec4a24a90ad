import { strFromU8, unzipSync } from 'fflate';

/** Reads Office files back, with no library in common with what wrote them but the zip. */

/** The parts of a file by name. */
export function partsOf(file: Uint8Array): Record<string, string> {
  return Object.fromEntries(
    Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)]),
  );
}

/** What is wrong with an XML text: tags that do not match, a bare `&`; nothing when it is sound. */
export function xmlFaults(xml: string): string[] {
  const open: string[] = [];
  const faults: string[] = [];
  for (const [, end, name = '', self] of xml.matchAll(/<(\/?)([\w:]+)[^<>]*?(\/?)>/g)) {
    if (self) continue;
    if (!end) open.push(name);
    else if (open.pop() !== name) faults.push(`</${name}>`);
  }
  const bare = xml.match(/&(?!(amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/gi) ?? [];
  return [...faults, ...open.map((name) => `<${name}>`), ...bare];
}

/**
 * What Word or Excel would stumble over in a package: parts that are not XML, relationships that
 * lead nowhere or are missing, parts without a type.
 */
export function packageFaults(parts: Record<string, string>): string[] {
  const types = parts['[Content_Types].xml'] ?? '';
  return Object.entries(parts).flatMap(([name, xml]) => {
    const list = parts[name.replace(/([^/]+)$/, '_rels/$1.rels')] ?? '';
    const known = new Map(
      [...list.matchAll(/<Relationship [^>]*>/g)].map(([tag]) => [attribute(tag, 'Id'), tag]),
    );
    const used = [...xml.matchAll(/ r:(?:id|embed)="([^"]+)"/g)].map(([, id = '']) => id);
    const folder = name.replace(/[^/]*$/, '');
    const gone = [...known.values()].filter((tag) => {
      const target = attribute(tag, 'Target');
      if (attribute(tag, 'TargetMode') === 'External') return false;
      return !((target.startsWith('/') ? target.slice(1) : folder + target) in parts);
    });
    const typed = name.endsWith('.rels') || types.includes(`PartName="/${name}"`);
    return [
      ...xmlFaults(xml).map((fault) => `${name}: ${fault}`),
      ...used.filter((id) => !known.has(id)).map((id) => `${name}: no relationship ${id}`),
      ...gone.map((tag) => `${name}: ${attribute(tag, 'Target')} is not there`),
      ...(typed || name === '[Content_Types].xml' ? [] : [`${name}: no type`]),
    ];
  });
}

/** Every table of a Word text as rows of cells. */
export function wordTables(xml: string): string[][][] {
  return between(xml, 'w:tbl').map((table) => {
    const rows: string[][] = [];
    for (const row of between(table, 'w:tr')) {
      const above = rows.at(-1) ?? [];
      const cells = between(row, 'w:tc').map((cell, at) =>
        /<w:vMerge(?: w:val="continue")?\/>/.test(cell) ? (above[at] ?? '') : wordText(cell),
      );
      rows.push(cells);
    }
    return rows;
  });
}

/** Every table of a report's page by the id of its caption, merged cells said in each row. */
export function pageTables(html: string): Map<string, string[][]> {
  return new Map(
    between(html, 'table').map((table) => {
      const id = /<caption id="([^"]+)"/.exec(table)?.[1] ?? '';
      return [id, pageRows(table)];
    }),
  );
}

function pageRows(table: string): string[][] {
  const rows: string[][] = [];
  const held = new Map<number, { left: number; text: string }>();
  for (const row of between(table, 'tr')) {
    const cells = [...row.matchAll(/<t[dh]([^>]*)>(.*?)<\/t[dh]>/gs)];
    const line: string[] = [];
    for (let at = 0; cells.length > 0 || (held.get(at)?.left ?? 0) > 0; at += 1) {
      const above = held.get(at);
      if (above && above.left > 0) {
        above.left -= 1;
        line.push(above.text);
        continue;
      }
      const [, head = '', body = ''] = cells.shift() ?? [];
      const text = htmlText(body);
      held.set(at, { left: Number(/rowspan="(\d+)"/.exec(head)?.[1] ?? 1) - 1, text });
      line.push(text);
    }
    rows.push(line);
  }
  return rows;
}

/** What a reader sees of a piece of a page: not what only screen readers say. */
function htmlText(html: string): string {
  const seen = html.replace(/<span class="sr-only">.*?<\/span>/gs, '').replace(/<[^>]*>/g, '');
  return decoded(seen.replaceAll('&#39;', "'").replaceAll('&#34;', '"')).trim();
}

/** The text of a piece of a Word document. */
export function wordText(xml: string): string {
  return decoded([...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, t]) => t).join(''));
}

/** What stands between the tags of an element, for each one that is not inside another. */
export function between(xml: string, tag: string): string[] {
  const found: string[] = [];
  const pattern = new RegExp(`<(/?)${tag}(?: [^>]*?)?(/?)>`, 'g');
  let depth = 0;
  let start = 0;
  for (const match of xml.matchAll(pattern)) {
    if (match[2]) continue;
    if (!match[1]) {
      if (depth === 0) start = match.index + match[0].length;
      depth += 1;
    } else {
      depth -= 1;
      if (depth === 0) found.push(xml.slice(start, match.index));
    }
  }
  return found;
}

/** A cell of a sheet: what it shows, and the formula that it comes from. */
export interface ReadCell {
  value: string | number | null;
  formula?: string;
  style: number;
}

/** One sheet of a workbook, as it was read back. */
export interface ReadSheet {
  name: string;
  /** By address, `B3`. */
  cells: Map<string, ReadCell>;
  xml: string;
}

/** The sheets of a workbook in their order. */
export function sheetsOf(file: Uint8Array): ReadSheet[] {
  const parts = partsOf(file);
  const shared = between(parts['xl/sharedStrings.xml'] ?? '', 'si').map((item) =>
    decoded(between(item, 't').join('')),
  );
  return [...(parts['xl/workbook.xml'] ?? '').matchAll(/<sheet [^>]*>/g)].map(([tag], index) => {
    const xml = parts[`xl/worksheets/sheet${index + 1}.xml`] ?? '';
    const cells = new Map(
      [...xml.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(([, head = '', body = '']) => [
        attribute(` ${head}`, 'r'),
        readCell(` ${head}`, body, shared),
      ]),
    );
    return { name: decoded(attribute(tag, 'name')), cells, xml };
  });
}

/** The rows of a sheet from a row on, with a cell for each of some columns. */
export function rowsOf({ cells }: ReadSheet, first: number, columns: number): ReadCell[][] {
  const last = Math.max(...[...cells.keys()].map((address) => Number(/\d+/.exec(address)?.[0])));
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, row) =>
    Array.from({ length: columns }, (_, column) => {
      const address = `${String.fromCharCode(65 + column)}${first + row}`;
      return cells.get(address) ?? { value: null, style: 0 };
    }),
  );
}

/** A file of comma-separated values as rows. */
export function csvRows(text: string): string[][] {
  const rows: string[][] = [[]];
  const pattern = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|$)/g;
  for (const [, cell = '', end] of text.replace(/^\uFEFF/, '').matchAll(pattern)) {
    rows.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === '') break;
    if (end === '\r\n') rows.push([]);
  }
  return rows;
}

function readCell(head: string, body: string, shared: readonly string[]): ReadCell {
  const formula = /<f>([^<]*)<\/f>/.exec(body)?.[1];
  const raw = /<v>([^<]*)<\/v>/.exec(body)?.[1];
  const type = attribute(head, 't');
  const value =
    raw === undefined
      ? null
      : type === 's'
        ? (shared[Number(raw)] ?? null)
        : type === 'str'
          ? decoded(raw)
          : Number(raw);
  const style = Number(attribute(head, 's') || 0);
  return { value, style, ...(formula !== undefined && { formula: decoded(formula) }) };
}

function attribute(tag: string, name: string): string {
  return new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
}

function decoded(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
