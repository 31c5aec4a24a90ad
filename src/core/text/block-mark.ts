import { type BlockName, blockOf, isBlockName, LONGEST_VALUE } from './blocks.ts';

/**
 * The line that begins a block, read and written. Values stand between double quotes; the three
 * characters that would end them early are written as entities.
 */

/** The values of a block's attributes by name. */
export type BlockValues = Readonly<Record<string, string>>;

/** What is wrong with the attributes of a block. */
export interface AttributeFault {
  /** Label of the attribute, or its name as typed when no such attribute exists. */
  label: string;
  /** The value, or what could not be read; absent when the attribute is missing. */
  value?: string;
  /** What is asked for, in Vietnamese. */
  wanted: string;
}

/** A line `::name{…}` taken apart. */
export interface BlockMark {
  /** Blanks in front of it: inside a list the block is indented as the list's text is. */
  indent: string;
  colons: string;
  name: BlockName;
  values: BlockValues;
  faults: AttributeFault[];
}

const MARK = /^( {0,3})(:{2,})([a-z][a-z-]*)(?:\{(.*)\})?[ \t]*$/;
const ATTRIBUTE = /^\s*([a-z][a-z-]*)=(?:"([^"]*)"|'([^']*)'|([^\s"'{}]+))(?=\s|$)/;

/**
 * Takes the line that begins a block apart. `undefined` for every other line, so that ordinary
 * text with colons is never taken for a block.
 */
export function blockMark(line: string): BlockMark | undefined {
  const [, indent = '', colons = '', name = '', attributes = ''] = MARK.exec(line) ?? [];
  if (!isBlockName(name)) return undefined;
  if (colons.length > 2 !== (blockOf(name).content !== undefined)) return undefined;
  const { values, rest } = readAttributes(attributes);
  return { indent, colons, name, values, faults: faultsIn(name, values, rest) };
}

/**
 * A block as it is written into the Markdown: the values that are not blank, in the order of the
 * table, and the text that it encloses.
 */
export function blockText(name: BlockName, values: BlockValues, content = ''): string {
  const block = blockOf(name);
  const attributes = Object.keys(block.attributes)
    .map((key) => [key, (values[key] ?? '').normalize('NFC').replace(/\s+/g, ' ').trim()] as const)
    .filter(([, value]) => value !== '')
    .map(([key, value]) => `${key}="${encoded(value)}"`)
    .join(' ');
  const head = `${name}${attributes && `{${attributes}}`}`;
  if (!block.content) return `::${head}`;
  const inside = content.trim();
  const longest = Math.max(
    2,
    ...[...inside.matchAll(/^ {0,3}(:{3,})/gm)].map((m) => m[1]?.length ?? 0),
  );
  const fence = ':'.repeat(longest + 1);
  // A table would take the closing line for a row, so a blank line parts them.
  return `${fence}${head}\n\n${inside}\n\n${fence}`;
}

function readAttributes(text: string): { values: Record<string, string>; rest: string } {
  const values: Record<string, string> = {};
  let rest = text;
  for (;;) {
    const found = ATTRIBUTE.exec(rest);
    const name = found?.[1];
    if (!found || name === undefined || Object.hasOwn(values, name)) break;
    values[name] = decoded(found[2] ?? found[3] ?? found[4] ?? '').trim();
    rest = rest.slice(found[0].length);
  }
  return { values, rest: rest.trim() };
}

function faultsIn(name: BlockName, values: BlockValues, rest: string): AttributeFault[] {
  const { attributes } = blockOf(name);
  const known = Object.keys(attributes).join(', ');
  const unread = rest
    ? [{ label: rest, value: rest, wanted: `các mục dạng tên="giá trị": ${known}` }]
    : [];
  const unknown = Object.entries(values)
    .filter(([key]) => !Object.hasOwn(attributes, key))
    .map(([key, value]) => ({ label: key, value, wanted: `một trong các mục: ${known}` }));
  const wrong = Object.entries(attributes).flatMap(([key, attribute]): AttributeFault[] => {
    const { label, hint, required, form } = attribute;
    const value = values[key] ?? '';
    if (value === '')
      return required && key !== 'alt' ? [{ label, wanted: form?.words ?? hint }] : [];
    if (value.length > LONGEST_VALUE)
      return [{ label, value, wanted: `nhiều nhất ${LONGEST_VALUE} ký tự` }];
    return form && !form.accepts(value) ? [{ label, value, wanted: form.words }] : [];
  });
  return [...unread, ...unknown, ...wrong];
}

function encoded(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('}', '&#125;');
}

function decoded(value: string): string {
  return value.replaceAll('&#125;', '}').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
