import { z } from 'zod';
import { isDay } from '../calendar/day.ts';
import { firstDayOf, parsePeriod } from '../calendar/period.ts';
import type { IssueCode } from '../issue/codes.ts';

/**
 * The building blocks of every schema. Their zod messages are issue codes, never prose:
 * the table in `core/issue` turns code and value into Vietnamese, so that build, command
 * line and form say the same.
 */

/** What a value points to; a reference is checked wherever a schema declares one. */
export type Relation =
  | 'department'
  | 'member'
  | 'topic'
  | 'task'
  | 'plan'
  | 'article'
  | 'media'
  | 'picture';

declare module 'zod/v4/core' {
  interface GlobalMeta {
    /** Name of the field on the form, in Vietnamese. */
    label?: string;
    /** One line of help beside the field, in Vietnamese. */
    hint?: string;
    /** What the value points to. */
    relation?: Relation;
    /** Choices with their Vietnamese names. */
    options?: Record<string, string>;
    /** How a form should let people type it, where the type alone does not say. */
    input?: 'line' | 'prose' | 'markdown' | 'date' | 'time' | 'period' | 'color' | 'file';
    /** Whether the field is settled by another way than the form (withdrawing, deciding …). */
    formless?: boolean;
  }
}

const code = (value: IssueCode) => ({ error: value });

/** Gives a field its name and help for people who edit and its meaning for people who develop. */
export function about<T extends z.ZodType>(
  schema: T,
  label: string,
  hint: string,
  description: string,
): T {
  return schema.meta({ label, hint, description }) as T;
}

/** One line of text. */
export function line(max = 200, min = 1) {
  return z
    .string()
    .trim()
    .min(min, code('text-length'))
    .max(max, code('text-length'))
    .regex(/^[^\n]*$/, code('field-invalid'))
    .meta({ input: 'line' });
}

/** One or more paragraphs of plain text. */
export function prose(max = 2000) {
  return z.string().trim().min(1, code('text-length')).max(max, code('text-length')).meta({
    input: 'prose',
  });
}

/** A calendar date `YYYY-MM-DD` that exists. */
export function day() {
  return z.string().refine(isDay, code('date-invalid')).meta({ input: 'date' });
}

/** A month `YYYY-MM`. */
export function month() {
  return z
    .string()
    .refine((text) => parsePeriod(text)?.kind === 'month', code('period-invalid'))
    .meta({ input: 'period' });
}

/** A period label or a date, as rules and deadlines name them. */
export function moment() {
  return z
    .string()
    .refine((text) => firstDayOf(text) !== undefined, code('period-invalid'))
    .meta({ input: 'period' });
}

/** A time of day on the 24-hour clock, `HH:MM`. */
export function time() {
  return z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, code('time-invalid'))
    .meta({ input: 'time' });
}

/** A whole number; files hold it as they were typed, so `02` is 2. */
export function count(min = 0, max = 10_000_000) {
  return z.preprocess(
    (value) => (typeof value === 'string' && /^\d+$/.test(value.trim()) ? Number(value) : value),
    z
      .number(code('number-invalid'))
      .int(code('number-invalid'))
      .min(min, code('number-invalid'))
      .max(max, code('number-invalid')),
  );
}

/** A number that may have decimals, written with a point or, as in Vietnamese, a comma. */
export function amount() {
  return z.preprocess(
    (value) => {
      if (typeof value !== 'string' || !/^-?\d+([.,]\d+)?$/.test(value.trim())) return value;
      return Number(value.trim().replace(',', '.'));
    },
    z.number(code('number-invalid')),
  );
}

/** Yes or no. */
export function flag() {
  return z.preprocess(
    (value) => (value === 'true' ? true : value === 'false' ? false : value),
    z.boolean(code('field-invalid')),
  );
}

/** One of a closed list of the vocabulary. */
export function choice<const T extends Record<string, string>>(
  list: T,
  unknown: IssueCode = 'value-unknown',
) {
  const keys = Object.keys(list) as [keyof T & string];
  return z.enum(keys, code(unknown)).meta({ options: list });
}

/** Some items; a list that is left out is empty. */
export function list<T extends z.ZodType>(item: T) {
  return z.array(item, code('field-invalid')).default([]);
}

/** An id: lower-case ASCII letters, digits and hyphens, for it stands in addresses. */
export function id() {
  return z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, code('id-invalid'));
}

/** The last part of an article's address, with its year and month where they differ. */
export function datedSlug() {
  return z
    .string()
    .regex(/^(\d{4}\/(0[1-9]|1[0-2])\/)?[a-z0-9]+(-[a-z0-9]+)*$/, code('id-invalid'));
}

/** The id of something else, checked against the whole ward once everything is read. */
export function reference(relation: Relation) {
  return z.string().min(1, code('reference-broken')).meta({ relation });
}

/** An address on the web. */
export function webAddress() {
  return z.url({ protocol: /^https?$/, error: 'url-invalid' });
}

/** An e-mail address. */
export function email() {
  return z.email(code('email-invalid'));
}

/** The path of a file beside the entry, or below the content folder when it starts with `/`. */
export function mediaPath() {
  return z
    .string()
    .regex(/^[^\s\\?#%]+$/, code('field-invalid'))
    .meta({ relation: 'media', input: 'file' });
}

/** The path of a picture, as of any other file. */
export function picturePath() {
  return mediaPath().meta({ relation: 'picture', input: 'file' });
}

/**
 * Lets a rule between fields run although another field of the same form is wrong, so that
 * an editor learns of everything at once.
 */
export const ALWAYS = {
  when: ({ value }: { value: unknown }) => typeof value === 'object' && value !== null,
};

/**
 * Number and symbol of a document: `58/KH-UBND`, `45-CTr/TU`, `169/2024/QH15`,
 * `66.18/2026/NQ-CP`. Each part of the symbol begins with a capital letter.
 */
const DOCUMENT_NUMBER =
  /^\d{1,5}(\.\d{1,3})?((\/\d{4})?\/\p{Lu}[\p{L}\d]*(-\p{Lu}[\p{L}\d]*)*|-\p{Lu}\p{L}*\/\p{Lu}[\p{L}\d]*)$/u;

/** The number and symbol of a document. */
export function documentNumber() {
  return z.string().regex(DOCUMENT_NUMBER, code('document-number-invalid'));
}

/** The national code of an administrative procedure, e.g. `1.001193`. */
export function procedureCode() {
  return z.string().regex(/^[1-9]\.\d{6}$/, code('procedure-code-invalid'));
}
