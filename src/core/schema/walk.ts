import { z } from 'zod';
import type { FieldPath } from '../store/raw.ts';
import type { Relation } from './field.ts';

/** What a schema says of a field to people: its names, its choices and what it points to. */
export type FieldMeta = z.core.GlobalMeta;

/** A value that points to something else, and where it stands. */
export interface Reference {
  relation: Relation;
  value: string;
  path: FieldPath;
}

/** The schema below optional, default and preprocessing wrappers. */
export function unwrap(schema: z.ZodType): z.ZodType {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodNullable
  ) {
    return unwrap(schema.unwrap() as z.ZodType);
  }
  if (schema instanceof z.ZodPipe) return unwrap(schema.out as z.ZodType);
  return schema;
}

const metas = new WeakMap<z.ZodType, FieldMeta>();
const shapes = new WeakMap<z.ZodType, readonly (readonly [string, z.ZodType])[]>();

/** The names of a field, gathered from the wrappers around it; the outermost wins. */
export function metaOf(schema: z.ZodType): FieldMeta {
  let meta = metas.get(schema);
  if (!meta) {
    meta = gatherMeta(schema);
    metas.set(schema, meta);
  }
  return meta;
}

function gatherMeta(schema: z.ZodType): FieldMeta {
  const own: FieldMeta = schema.meta() ?? {};
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodNullable
  ) {
    return { ...metaOf(schema.unwrap() as z.ZodType), ...own };
  }
  if (schema instanceof z.ZodPipe) return { ...metaOf(schema.out as z.ZodType), ...own };
  return own;
}

/** The fields of an object schema; empty for anything else. */
export function shapeOf(schema: z.ZodType): Record<string, z.ZodType> {
  const inner = unwrap(schema);
  return inner instanceof z.ZodObject ? (inner.shape as Record<string, z.ZodType>) : {};
}

/** The fields of an object schema as pairs: walked for every entry, so made once. */
function fieldsOf(schema: z.ZodType): readonly (readonly [string, z.ZodType])[] {
  let fields = shapes.get(schema);
  if (!fields) {
    fields = Object.entries(shapeOf(schema));
    shapes.set(schema, fields);
  }
  return fields;
}

/** The schema of the items of a list; `undefined` for anything else. */
export function itemOf(schema: z.ZodType): z.ZodType | undefined {
  const inner = unwrap(schema);
  return inner instanceof z.ZodArray ? (inner.element as z.ZodType) : undefined;
}

/** The schema at a path; `undefined` where the schema has no such field. */
export function fieldAt(schema: z.ZodType, path: FieldPath): z.ZodType | undefined {
  let at: z.ZodType | undefined = schema;
  for (const step of path) {
    if (!at) return undefined;
    at = typeof step === 'number' ? itemOf(at) : shapeOf(at)[step];
  }
  return at;
}

/** The label a person knows a field by: the field's own, or that of the list it stands in. */
export function labelAt(schema: z.ZodType, path: FieldPath): string | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const found = fieldAt(schema, path.slice(0, length));
    const label = found && metaOf(found).label;
    if (label) return label;
  }
  return undefined;
}

/** Whether a schema, or a part of it, is of a kind; found out once for each. */
function holding(is: (meta: FieldMeta) => boolean): (schema: z.ZodType) => boolean {
  const known = new WeakMap<z.ZodType, boolean>();
  const holds = (schema: z.ZodType): boolean => {
    let found = known.get(schema);
    if (found === undefined) {
      const item = itemOf(schema);
      const parts = [...(item ? [item] : []), ...fieldsOf(schema).map(([, field]) => field)];
      found = is(metaOf(schema)) || parts.some(holds);
      known.set(schema, found);
    }
    return found;
  };
  return holds;
}

const isText = ({ input }: FieldMeta) => input === 'line' || input === 'prose';
/** Of ten thousand entries most fields hold neither: they are not walked. */
const holdsReference = holding(({ relation }) => relation !== undefined);
const holdsText = holding(isText);

/** Every value in `data` that its schema declares to point to something. */
export function referencesIn(schema: z.ZodType, data: unknown): Reference[] {
  const found: Reference[] = [];
  walk(schema, data, holdsReference, (at, value, path) => {
    const { relation } = metaOf(at);
    if (relation) found.push({ relation, value, path: [...path] });
  });
  return found;
}

/** Every text in `data` that people typed as words, for the checks that read words. */
export function textsIn(schema: z.ZodType, data: unknown): { text: string; path: FieldPath }[] {
  const found: { text: string; path: FieldPath }[] = [];
  walk(schema, data, holdsText, (at, text, path) => {
    if (isText(metaOf(at))) found.push({ text, path: [...path] });
  });
  return found;
}

/**
 * Visits every string in the parts of `data` whose schema holds what is looked for. The path is
 * one list for all: over ten thousand entries a new one for each field takes longer than the rest.
 */
function walk(
  schema: z.ZodType,
  data: unknown,
  holds: (schema: z.ZodType) => boolean,
  visit: (schema: z.ZodType, text: string, path: FieldPath) => void,
  path: (string | number)[] = [],
): void {
  if (!holds(schema)) return;
  const enter = (inner: z.ZodType, value: unknown, step: string | number) => {
    path.push(step);
    walk(inner, value, holds, visit, path);
    path.pop();
  };
  if (typeof data === 'string') visit(schema, data, path);
  else if (Array.isArray(data)) {
    const item = itemOf(schema);
    if (item) for (const [index, value] of data.entries()) enter(item, value, index);
  } else if (data !== null && typeof data === 'object') {
    for (const [name, field] of fieldsOf(schema)) {
      const value = (data as Record<string, unknown>)[name];
      if (value !== undefined) enter(field, value, name);
    }
  }
}
