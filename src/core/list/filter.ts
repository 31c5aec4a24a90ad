import { fold } from '../text/slug.ts';
import { ENTRY_STATES, type EntryState } from './state.ts';

/** What a list is narrowed to; `''` lets everything through. */
export interface EntryFilter {
  /** Words of the title, with or without accents. */
  words: string;
  state: EntryState | '';
  /** `2026`. */
  year: string;
  /** `01` to `12`. */
  month: string;
  department: string;
  field: string;
  channel: string;
  /** From 1. */
  page: number;
}

/** The names that an address gives to the parts of a filter. */
export const FILTER_NAMES = {
  words: 'tim',
  state: 'tinh-trang',
  year: 'nam',
  month: 'thang',
  department: 'don-vi',
  field: 'linh-vuc',
  channel: 'kenh',
  page: 'trang',
} as const satisfies Record<keyof EntryFilter, string>;

/** Longer than any title. */
const MOST_WORDS = 200;

/** The filter that an address asks for; what it cannot mean is left out. */
export function readEntryFilter(query: URLSearchParams): EntryFilter {
  const text = (name: keyof EntryFilter) => query.get(FILTER_NAMES[name])?.trim() ?? '';
  const matching = (name: keyof EntryFilter, form: RegExp) =>
    form.test(text(name)) ? text(name) : '';
  const state = text('state');
  return {
    words: text('words').slice(0, MOST_WORDS),
    state: Object.hasOwn(ENTRY_STATES, state) ? (state as EntryState) : '',
    year: matching('year', /^\d{4}$/),
    month: matching('month', /^(0[1-9]|1[0-2])$/),
    department: matching('department', /^[\w-]{1,60}$/),
    field: matching('field', /^[\w-]{1,60}$/),
    channel: matching('channel', /^[\w-]{1,60}$/),
    page: Number(matching('page', /^[1-9]\d{0,5}$/)) || 1,
  };
}

/** The filter as an address holds it; empty when it lets everything through. */
export function entryQuery(filter: EntryFilter): string {
  const query = new URLSearchParams();
  for (const [name, key] of Object.entries(FILTER_NAMES) as [keyof EntryFilter, string][]) {
    const value = String(filter[name]);
    if (value !== '' && !(name === 'page' && value === '1')) query.set(key, value);
  }
  return query.toString();
}

/** The words that must all stand in a title, without accents. */
export function searchedWords({ words }: EntryFilter): string[] {
  return fold(words).split(/\s+/).filter(Boolean);
}
