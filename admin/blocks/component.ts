import { type BlockValues, blockText } from '../../src/core/text/block-mark.ts';
import { blockPattern, matchedBlock } from '../../src/core/text/block-pattern.ts';
import {
  type BlockAttribute,
  type BlockContent,
  type BlockInput,
  type BlockName,
  blockOf,
} from '../../src/core/text/blocks.ts';

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
  fromBlock: (match: RegExpMatchArray) => BlockValues;
  toBlock: (values: BlockValues) => string;
  toPreview: (values: BlockValues) => string;
}

/** Name of the field for what a block encloses; no attribute has a space. */
const CONTENT = 'noi dung';
const WIDGETS: Partial<Record<BlockInput, string>> = { picture: 'image', file: 'file' };

/** A button for a block, with the form behind it; the block is read and written by the core. */
export function blockComponent(name: BlockName): BlockComponent {
  const { label, attributes, content } = blockOf(name);
  const write = (values: BlockValues) => blockText(name, values, values[CONTENT]);
  return {
    id: name,
    label,
    fields: [
      ...Object.entries(attributes).map(([key, attribute]) => fieldOf(key, attribute)),
      ...(content ? [contentField(content)] : []),
    ],
    pattern: blockPattern(name),
    fromBlock: (match) => {
      const found = matchedBlock(match);
      return content ? { ...found.values, [CONTENT]: found.content } : found.values;
    },
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

function contentField({ label, start }: BlockContent): ComponentField {
  return { name: CONTENT, label, widget: 'text', required: true, default: start };
}
