import type { Block, BlockAttribute, BlockInput } from './table.ts';

type Values = Record<string, string | undefined>;

/** A field of the small form behind a button. */
interface ComponentField {
  name: string;
  label: string;
  hint?: string;
  widget: string;
  required: boolean;
  default?: string;
  choose_url?: boolean;
}

/** A block in the words of Decap's editor components. */
export interface BlockComponent {
  id: string;
  label: string;
  fields: ComponentField[];
  pattern: RegExp;
  fromBlock: (match: RegExpMatchArray) => Values;
  toBlock: (values: Values) => string;
  toPreview: (values: Values) => string;
}

/** Name of the field for what a block encloses; no attribute has a space. */
const CONTENT = 'noi dung';
const WIDGETS: Partial<Record<BlockInput, string>> = { picture: 'image', file: 'file' };

/**
 * A button for a block. Decap needs patterns that start with `^`, carry no `m` flag and end
 * before a line feed rather than with `$`: only then are blocks of several paragraphs
 * recognised again.
 */
export function blockComponent(name: string, block: Block): BlockComponent {
  const { content } = block;
  const head = `(${content ? ':{3,}' : '::'})${name}(?:\\{([^}\\n]*)\\})?[ \\t]*`;
  const write = (values: Values) => directive(name, block, values);
  return {
    id: name,
    label: block.label,
    fields: [
      ...Object.entries(block.attributes).map(([key, attribute]) => fieldOf(key, attribute)),
      ...(content ? [contentField(content)] : []),
    ],
    pattern: new RegExp(content ? `^${head}\\n([\\s\\S]*?)\\n\\1(?=\\n|$)` : `^${head}(?=\\n|$)`),
    fromBlock: ([, , attributes = '', inside = '']) => ({
      ...attributesIn(attributes),
      ...(content ? { [CONTENT]: inside.trim() } : {}),
    }),
    toBlock: write,
    toPreview: write,
  };
}

function fieldOf(name: string, { label, hint, input, required }: BlockAttribute): ComponentField {
  const widget = WIDGETS[input] ?? 'string';
  return {
    name,
    label,
    hint,
    widget,
    required,
    ...(widget === 'string' ? {} : { choose_url: false }),
  };
}

function contentField({ label, start }: NonNullable<Block['content']>): ComponentField {
  return { name: CONTENT, label, widget: 'text', required: true, default: start };
}

/** The block as it stands in the text; what is empty is left out. */
function directive(name: string, block: Block, values: Values): string {
  const attributes = Object.keys(block.attributes)
    .filter((key) => values[key]?.trim())
    .map((key) => `${key}="${encoded(values[key] ?? '')}"`);
  const braces = attributes.length > 0 ? `{${attributes.join(' ')}}` : '';
  if (!block.content) return `::${name}${braces}`;
  const inside = (values[CONTENT] ?? '').trim();
  const fences = [...inside.matchAll(/^ {0,3}(:{3,})/gm)].map(([, fence]) => fence?.length ?? 0);
  const fence = ':'.repeat(Math.max(2, ...fences) + 1);
  // A table would take the closing line for a row, so a blank line parts them.
  return `${fence}${name}${braces}\n\n${inside}\n\n${fence}`;
}

function attributesIn(text: string): Values {
  const pairs = text.matchAll(/([a-z-]+)=(?:"([^"]*)"|([^\s"]+))/g);
  return Object.fromEntries(
    [...pairs].map(([, key, quoted, bare]) => [key, decoded(quoted ?? bare ?? '')]),
  );
}

/** The characters that would end a value early. */
const ENTITIES: readonly [string, string][] = [
  ['&', '&amp;'],
  ['"', '&quot;'],
  ['}', '&#125;'],
];

function encoded(value: string): string {
  const line = value.replace(/\s+/g, ' ').trim();
  return ENTITIES.reduce((text, [sign, entity]) => text.replaceAll(sign, entity), line);
}

function decoded(value: string): string {
  return ENTITIES.reduceRight((text, [sign, entity]) => text.replaceAll(entity, sign), value);
}
