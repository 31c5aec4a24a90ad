import { z } from 'zod';
import { itemOf, shapeOf } from '../../src/core/schema/walk.ts';

type Data = Record<string, unknown>;

/**
 * The values of a file as its form takes them: files hold text, forms want numbers, yes or no,
 * and the long form of what has a short one. What a schema does not take stays as typed, for
 * the editor to see and mend.
 */
export function typedValues(schema: z.ZodType, value: unknown): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    return typedValues(schema.unwrap() as z.ZodType, value);
  }
  if (schema instanceof z.ZodPipe) {
    const read = schema.safeParse(value);
    return read.success ? read.data : value;
  }
  return eachField(schema, withSwitches(schema, value), typedValues);
}

/** A switch that is on unless a file says otherwise; Decap draws what a file lacks as off. */
function withSwitches(schema: z.ZodType, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  const on = Object.entries(shapeOf(schema)).filter(
    ([, field]) => field instanceof z.ZodDefault && field.def.defaultValue === true,
  );
  return { ...Object.fromEntries(on.map(([name]) => [name, true])), ...value };
}

/**
 * The values of a form as a file keeps them: NFC, trimmed, nothing empty, numbers and answers
 * as such, and no switch that only repeats its default. `undefined` when nothing is left.
 */
export function cleanValues(schema: z.ZodType, value: unknown): unknown {
  return dropEmpty(cleaned(schema, value));
}

function cleaned(schema: z.ZodType, value: unknown): unknown {
  if (schema instanceof z.ZodDefault) {
    const inner = cleaned(schema.unwrap() as z.ZodType, value);
    return typeof inner === 'boolean' && inner === schema.def.defaultValue ? undefined : inner;
  }
  if (schema instanceof z.ZodOptional) return cleaned(schema.unwrap() as z.ZodType, value);
  if (schema instanceof z.ZodPipe) {
    const read = schema.safeParse(value);
    if (read.success && typeof read.data !== 'object') return read.data;
    return cleaned(schema.out as z.ZodType, value);
  }
  if (typeof value === 'string') return value.normalize('NFC').trim();
  return eachField(schema, value, cleaned);
}

/**
 * Applies `change` to the parts of a list or a group, in the order of the schema, whatever order
 * they were typed in; anything else is returned as it is.
 */
function eachField(
  schema: z.ZodType,
  value: unknown,
  change: (schema: z.ZodType, value: unknown) => unknown,
): unknown {
  if (Array.isArray(value)) {
    const item = itemOf(schema);
    return item ? value.map((one) => change(item, one)) : value;
  }
  if (value === null || typeof value !== 'object') return value;
  const fields = shapeOf(schema);
  const names = [...Object.keys(fields).filter((name) => name in value), ...Object.keys(value)];
  return Object.fromEntries(
    [...new Set(names)].map((name) => {
      const field = fields[name];
      const one = (value as Data)[name];
      return [name, field ? change(field, one) : one];
    }),
  );
}

function dropEmpty(value: unknown): unknown {
  if (value === null || value === undefined || value === '') return undefined;
  if (typeof value === 'number' && Number.isNaN(value)) return undefined;
  if (Array.isArray(value)) {
    const items = value.map(dropEmpty).filter((item) => item !== undefined);
    return items.length > 0 ? items : undefined;
  }
  if (typeof value !== 'object') return value;
  const kept = Object.entries(value)
    .map(([key, item]) => [key, dropEmpty(item)] as const)
    .filter(([, item]) => item !== undefined);
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}
