import { z } from 'zod';
import { ISSUE_CODES, isIssueCode } from '../../src/core/issue/codes.ts';
import { metaOf, unwrap } from '../../src/core/schema/walk.ts';

/** What zod keeps of one check; only these parts are read. */
interface CheckFacts {
  check: string;
  minimum?: number;
  maximum?: number;
  value?: number;
  pattern?: RegExp;
  error?: (() => unknown) | undefined;
}

/** Least and most of a number, or of the length of a text or list. */
export interface Bounds {
  min?: number;
  max?: number;
}

/** A line of text may not break; every other pattern says more than this one. */
const ONE_LINE = '^[^\\n]*$';
/** Labels of periods and dates, as `core/calendar/period` reads them. */
const PERIOD =
  /^\d{4}(-(\d{2}(-\d{2})?|W\d{2}|Q[1-4]|H[12]|9M))?$|^\d{4}-\d{2}-\d{2}\.\.\d{4}-\d{2}-\d{2}$/;

function checksOf(schema: z.ZodType): CheckFacts[] {
  const checks = unwrap(schema).def.checks ?? [];
  return checks.map((check) => check._zod.def as unknown as CheckFacts);
}

/** The bounds a number must keep. */
export function numberBounds(schema: z.ZodType): Bounds {
  const checks = checksOf(schema);
  const min = checks.find(({ check }) => check === 'greater_than')?.value;
  const max = checks.find(({ check }) => check === 'less_than')?.value;
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}

/** The bounds of the length of a text, or of the number of items of a list. */
export function lengthBounds(schema: z.ZodType): Bounds {
  const checks = checksOf(schema);
  const min = checks.find(({ check }) => check === 'min_length')?.minimum;
  const max = checks.find(({ check }) => check === 'max_length')?.maximum;
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}

/** Whether a number has to be whole. */
export function isWhole(schema: z.ZodType): boolean {
  return checksOf(schema).some(({ check }) => check === 'number_format');
}

/**
 * The one pattern Decap can hold a text against, with what to say: the schema's own where it
 * has one, else the allowed length. `undefined` when any text will do.
 */
export function patternOf(schema: z.ZodType): [RegExp, string] | undefined {
  const inner = unwrap(schema);
  if (metaOf(schema).input === 'period') return [PERIOD, remedyOf('period-invalid')];
  if (inner instanceof z.ZodURL) return [/^https?:\/\/\S+$/, remedyOf('url-invalid')];
  if (inner instanceof z.ZodEmail) return [/^\S+@\S+\.\S+$/, remedyOf('email-invalid')];
  const own = checksOf(schema).find(
    ({ pattern }) => pattern !== undefined && pattern.source !== ONE_LINE,
  );
  if (own?.pattern) return [own.pattern, remedyOf(own.error?.())];
  const { min = 1, max } = lengthBounds(schema);
  if (max === undefined) return undefined;
  const words = min > 1 ? `cần từ ${min} đến ${max} ký tự` : `nhiều nhất ${max} ký tự`;
  return [new RegExp(`^\\s*[\\s\\S]{${min},${max}}\\s*$`), words];
}

function remedyOf(code: unknown): string {
  if (!isIssueCode(String(code))) return '';
  return ISSUE_CODES[code as keyof typeof ISSUE_CODES].remedy({}).replace(/\.$/, '');
}
