import { isDay } from '../../src/core/calendar/day.ts';
import { shortDate } from '../../src/core/calendar/wording.ts';
import type { DecapField } from './decap-field.ts';

type Values = Readonly<Record<string, unknown>>;

/** The values of a list's item as people say them: names for ids, dates as they are written. */
export function itemNames(values: Values, fields: readonly DecapField[]): Values {
  return Object.fromEntries(
    fields
      .filter(({ name }) => values[name] !== undefined)
      .map((field) => [field.name, wordFor(field, values[field.name])]),
  );
}

function wordFor(field: DecapField, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => wordFor(field, one)).join(', ');
  if (field.widget === 'datetime' && typeof value === 'string' && isDay(value)) {
    return shortDate(value);
  }
  return field.options?.find((option) => option.value === value)?.label ?? value;
}
