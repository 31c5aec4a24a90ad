import type { z } from 'zod';
import { COLLECTIONS } from '../../src/core/schema/collections.ts';
import { itemOf, metaOf, shapeOf, unwrap } from '../../src/core/schema/walk.ts';
import type { EntryFormat } from '../entry/format.ts';
import { type Choices, choicesFor } from '../forms/choices.ts';
import type { EditedCollection } from '../forms/collections.ts';

type Values = Readonly<Record<string, unknown>>;

/** What a form words its values by. */
export interface FormWords {
  collection: EditedCollection;
  format: EntryFormat;
  choices: Choices;
}

/** A file as its form names things: a line for each value, then the text; as it is if unreadable. */
export function readable(words: FormWords, file: string): string {
  const { collection, format, choices } = words;
  try {
    const { body, ...values } = format.fromFile(file);
    const text = typeof body === 'string' && body ? ['', body] : [];
    return [...linesOf(COLLECTIONS[collection].schema, values, choices), ...text].join('\n');
  } catch {
    return file;
  }
}

function linesOf(schema: z.ZodType, values: Values, choices: Choices, indent = ''): string[] {
  return Object.entries(shapeOf(schema)).flatMap(([name, field]) => {
    const value = values[name];
    if (value === undefined) return [];
    const title = `${indent}${metaOf(field).label ?? name}:`;
    const within = (schema: z.ZodType, group: Values) => [
      title,
      ...linesOf(schema, group, choices, `${indent}  `),
    ];
    return valueLines(field, value, { title, within, choices });
  });
}

/** How the lines of one value begin, and those of the values within it. */
interface Around {
  title: string;
  within: (schema: z.ZodType, group: Values) => string[];
  choices: Choices;
}

function valueLines(field: z.ZodType, value: unknown, around: Around): string[] {
  const { title, within, choices } = around;
  if (isGroup(value)) return within(unwrap(field), value);
  const item = itemOf(field);
  if (item && Array.isArray(value) && value.some(isGroup)) {
    return value.filter(isGroup).flatMap((one) => within(item, one));
  }
  const list = Array.isArray(value) ? value : [value];
  return [`${title} ${list.map((one) => wordFor(item ?? field, one, choices)).join(', ')}`];
}

function wordFor(field: z.ZodType, value: unknown, choices: Choices): string {
  if (typeof value === 'boolean') return value ? 'có' : 'không';
  const { options, relation } = metaOf(field);
  const choice = choicesFor(relation, choices)?.find((one) => one.value === value);
  return choice?.label ?? options?.[String(value)] ?? String(value);
}

function isGroup(value: unknown): value is Values {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
