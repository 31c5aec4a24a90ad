import { addresses } from '../address.ts';
import { type Day, isDay } from '../calendar/day.ts';
import { parsePeriod } from '../calendar/period.ts';
import { periodName, shortDate } from '../calendar/wording.ts';
import { REFORM_FIELDS, type ReformField, WARD_KINDS } from '../schema/vocabulary.ts';
import type { Ward } from '../schema/ward.ts';
import { GROUP_PREFIX } from '../store/membership.ts';
import type { Store } from '../store/store.ts';
import type { FactValue, Link } from './link.ts';

/** A department's name with its page; an id that is not known stands for itself. */
export function departmentLink(store: Store, id: string): Link {
  return {
    label: store.departmentById.get(id)?.name ?? id,
    address: addresses.department(id),
  };
}

/** What a plan's `lead` or `from` names: a department with its page, or a group without one. */
export function memberValue(store: Store, reference: string): FactValue {
  if (reference.startsWith(GROUP_PREFIX)) {
    const id = reference.slice(GROUP_PREFIX.length);
    return { text: store.groupById.get(id)?.name ?? id };
  }
  const { label, address } = departmentLink(store, reference);
  return { text: label, address };
}

/** A reform field's name with its page. */
export function fieldLink(field: ReformField): Link {
  return { label: REFORM_FIELDS[field], address: addresses.field(field) };
}

/** A link as a value of a fact. */
export function linked({ label, address }: Link): FactValue {
  return { text: label, address };
}

/** A day as a value of a fact. */
export function dated(day: Day): FactValue {
  return { text: shortDate(day), day };
}

/** The ward's name inside a sentence: `Phường Uông Bí` → `phường Uông Bí`. */
export function wardInSentence(ward: Ward): string {
  return lowerFirst(ward.name);
}

/** The kind of unit as people address it at the start of a sentence: `Phường`, `Xã`. */
export function wardNoun(ward: Ward): string {
  return upperFirst(WARD_KINDS[ward.kind]);
}

/** A date or a period label in words: `06/3/2026`, `tháng 3 năm 2026`. */
export function momentName(text: string): string {
  if (isDay(text)) return shortDate(text);
  const span = parsePeriod(text);
  return span ? periodName(span) : text;
}

/** A small number as plans print it: `02`, `12`. */
export function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** Several things in one sentence: `a, b và c`. */
export function enumerate(items: readonly string[]): string {
  return items.length < 2
    ? items.join('')
    : `${items.slice(0, -1).join(', ')} và ${items.at(-1) ?? ''}`;
}

export function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
