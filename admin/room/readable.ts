import type { z } from 'zod';
import { COLLECTIONS } from '../../src/core/schema/collections.ts';
import { itemOf, metaOf, shapeOf, unwrap } from '../../src/core/schema/walk.ts';
import type { EntryFormat } from '../entry/format.ts';
import type { EditedCollection } from '../forms/collections.ts';

type Values = Readonly<Record<string, unknown>>;

/** A file as its form names things: a line for each value, then the text; as it is if unreadable. */
export function readable(collection: EditedCollection, format: EntryFormat, file: string): string {
  try {
    const { body, ...values } = format.fromFile(file);
    const text = typeof body === 'string' && body ? ['', body] : [];
    return [...linesOf(COLLECTIONS[collection].schema, values), ...text].join('\n');
  } catch {
    return file;
  }
}

function linesOf(schema: z.ZodType, values: Values, indent = ''): string[] {
  return Object.entries(shapeOf(schema)).flatMap(([name, field]) => {
    const value = values[name];
    return value === undefined ? [] : valueLines(field, name, value, indent);
  });
}

function valueLines(field: z.ZodType, name: string, value: unknown, indent: string): string[] {
  const title = `${indent}${metaOf(field).label ?? name}:`;
  if (isGroup(value)) return [title, ...linesOf(unwrap(field), value, `${indent}  `)];
  const item = itemOf(field);
  if (item && Array.isArray(value) && value.some(isGroup)) {
    const items = value.filter(isGroup);
    return items.flatMap((one) => [title, ...linesOf(item, one, `${indent}  `)]);
  }
  const list = Array.isArray(value) ? value : [value];
  return [`${title} ${list.map((one) => wordFor(item ?? field, one)).join(', ')}`];
}

function wordFor(field: z.ZodType, value: unknown): string {
  if (typeof value === 'boolean') return value ? 'có' : 'không';
  return metaOf(field).options?.[String(value)] ?? String(value);
}

function isGroup(value: unknown): value is Values {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
