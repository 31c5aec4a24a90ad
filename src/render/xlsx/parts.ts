import type { Parts } from '../reproducible-zip.ts';
import { columnName, type Formula } from './formula.ts';

/** A formula at a place; rows and columns are counted from 0. */
interface Placed {
  row: number;
  column: number;
  formula: Formula;
}

/** Writes beside each formula what it comes to, for readers that do not calculate. */
export function withCachedValues(parts: Parts, sheet: number, formulas: readonly Placed[]): Parts {
  const name = sheetName(sheet);
  const xml = formulas.reduce((text, { row, column, formula }) => {
    const cell = `<c r="${columnName(column)}${row + 1}"`;
    const at = text.indexOf(`${cell} `);
    const end = text.indexOf('</c>', at);
    if (at < 0 || end < 0) return text;
    const isText = typeof formula.value === 'string';
    const head = isText ? `${cell} t="str"` : cell;
    const value = `<v>${escaped(String(formula.value))}</v>`;
    return `${text.slice(0, at)}${head}${text.slice(at + cell.length, end)}${value}${text.slice(end)}`;
  }, parts[name] ?? '');
  return { ...parts, [name]: xml };
}

/** Prints each sheet as wide as the paper, with the head of its table on every page. */
export function withPrinting(
  parts: Parts,
  sheets: readonly { name: string; row: number }[],
): Parts {
  const pages = Object.fromEntries(
    sheets.map((_, index) => {
      const name = sheetName(index);
      const xml = (parts[name] ?? '')
        .replace('<sheetViews>', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>')
        .replace('<pageSetup ', '<pageSetup fitToWidth="1" fitToHeight="0" ');
      return [name, xml];
    }),
  );
  const titles = sheets.map(
    ({ name, row }, index) =>
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${escaped(name.replaceAll("'", "''"))}'!$${row}:$${row}</definedName>`,
  );
  const workbook = (parts['xl/workbook.xml'] ?? '')
    .replace('<definedNames/>', `<definedNames>${titles.join('')}</definedNames>`)
    .replace('<calcPr/>', '<calcPr fullCalcOnLoad="1"/>');
  return { ...parts, ...pages, 'xl/workbook.xml': workbook };
}

/** Gives the file a title, an author and a date that is not the time of writing. */
export function withProperties(
  parts: Parts,
  { title, author, asOf }: { title: string; author: string; asOf: string },
): Parts {
  const time = `<dcterms:created xsi:type="dcterms:W3CDTF">${asOf}T00:00:00Z</dcterms:created>`;
  const core = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(author)}</dc:creator><dc:language>vi-VN</dc:language>${time}</cp:coreProperties>`;
  const type =
    '<Override ContentType="application/vnd.openxmlformats-package.core-properties+xml" PartName="/docProps/core.xml"/></Types>';
  const relationship =
    '<Relationship Id="rId-core" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>';
  return {
    ...parts,
    'docProps/core.xml': core,
    '[Content_Types].xml': (parts['[Content_Types].xml'] ?? '').replace('</Types>', type),
    '_rels/.rels': (parts['_rels/.rels'] ?? '').replace('</Relationships>', relationship),
  };
}

function sheetName(index: number): string {
  return `xl/worksheets/sheet${index + 1}.xml`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
