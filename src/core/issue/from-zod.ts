import type { z } from 'zod';
import { fieldAt, labelAt, metaOf, shapeOf } from '../schema/walk.ts';
import type { FieldPath } from '../store/raw.ts';
import { type IssueCode, type IssueFacts, isIssueCode } from './codes.ts';

/** What a schema found wrong with one field. */
export interface SchemaFault {
  code: IssueCode;
  path: FieldPath;
  facts: IssueFacts;
}

/** Turns what zod found into issue codes and the facts their Vietnamese texts need. */
export function schemaFaults(error: z.ZodError, schema: z.ZodType, data: unknown): SchemaFault[] {
  return error.issues.flatMap((found): SchemaFault[] => {
    const path = found.path as FieldPath;
    if (found.code === 'unrecognized_keys') {
      const known = Object.keys(shapeOf(fieldAt(schema, path) ?? schema)).join(', ');
      return found.keys.map((key) => ({
        code: 'field-unknown',
        path: [...path, key],
        facts: { value: key, detail: known },
      }));
    }
    const value = valueAt(data, path);
    const field = fieldAt(schema, path);
    const options = field ? metaOf(field).options : undefined;
    return [
      {
        code: value === undefined && !isCustom(found) ? 'field-missing' : codeOf(found),
        path,
        facts: {
          label: labelAt(schema, path) ?? String(path.at(-1) ?? ''),
          value: value === undefined ? undefined : shown(value),
          detail: options ? listed(options) : lengthWords(found),
        },
      },
    ];
  });
}

/** Choices as an editor picks them: code and name. */
export function listed(options: Record<string, string>): string {
  return Object.entries(options)
    .map(([code, name]) => `${code} (${name})`)
    .join(', ');
}

/** A value as it was typed, cut to what fits a message. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

function isCustom(found: z.core.$ZodIssue): boolean {
  return found.code === 'custom' && isIssueCode(found.message);
}

function codeOf(found: z.core.$ZodIssue): IssueCode {
  if (isIssueCode(found.message)) return found.message;
  if (found.code === 'invalid_value') return 'value-unknown';
  return 'field-invalid';
}

function lengthWords(found: z.core.$ZodIssue): string | undefined {
  const unit = 'origin' in found && found.origin === 'string' ? ' ký tự' : '';
  if (found.code === 'too_big') return `nhiều nhất ${found.maximum}${unit}`;
  if (found.code === 'too_small') return `ít nhất ${found.minimum}${unit}`;
  if (found.code === 'invalid_type') return TYPE_WORDS[found.expected] ?? undefined;
  return undefined;
}

const TYPE_WORDS: Record<string, string> = {
  string: 'một dòng chữ',
  array: 'một danh sách',
  object: 'một nhóm mục',
  number: 'ví dụ 12',
  boolean: 'true hoặc false',
};

function valueAt(data: unknown, path: FieldPath): unknown {
  let at = data;
  for (const step of path) {
    if (at === null || typeof at !== 'object') return undefined;
    at = (at as Record<string | number, unknown>)[step];
  }
  return at;
}
