import { type Day, isDay } from '../calendar/day.ts';
import { shortDate } from '../calendar/wording.ts';
import { CHANNELS, REFORM_FIELDS } from '../schema/vocabulary.ts';
import { type EntryFilter, entryQuery, searchedWords } from './filter.ts';
import { ENTRY_STATES, type EntryState, factsOf, type ListedEntry, statesOf } from './state.ts';

/** How many entries a page of the editors' list holds. */
export const ENTRY_PAGE = 50;

/** A choice of a filter. */
export interface ListChoice {
  value: string;
  label: string;
}

/** A way to narrow the list. */
export interface ListControl {
  name: 'year' | 'month' | 'department' | 'field' | 'channel';
  label: string;
  /** What stands for no choice at all. */
  all: string;
  choices: readonly ListChoice[];
}

/** One entry as a line of the list. */
export interface ListRow {
  id: string;
  title: string;
  /** `06/3/2026`, a year, or nothing. */
  day: string;
  departments: string;
  states: readonly { value: EntryState; label: string }[];
  /** Who changed the draft last, and when. */
  note?: string;
}

/** A page of the editors' list with everything that stands around it. */
export interface EntryListView {
  filter: EntryFilter;
  /** How many there are, and where this page stands among them. */
  sentence: string;
  /** The states that occur, with how many entries each would show and the query that asks for it. */
  states: readonly { label: string; count: string; query: string; current: boolean }[];
  controls: readonly ListControl[];
  rows: readonly ListRow[];
  /** Queries of the pages beside this one. */
  newer?: string;
  older?: string;
  /** The query that lets everything through again, when this one does not. */
  everything?: string;
}

/** What a list needs to know beside its entries. */
export interface ListSetting {
  asOf: Day;
  /** The ward's departments, in its own order. */
  departments: readonly ListChoice[];
}

interface Known {
  entry: ListedEntry;
  states: readonly EntryState[];
}

/** States that stand above every list, whether or not an entry has them. */
const ALWAYS: readonly EntryState[] = ['ban-nhap', 'cho-duyet', 'san-sang'];

/** The page of a list that a filter asks for, newest first. */
export function entryListView(
  entries: readonly ListedEntry[],
  filter: EntryFilter,
  setting: ListSetting,
): EntryListView {
  const known = entries.map((entry) => ({ entry, states: statesOf(entry, setting.asOf) }));
  const narrowed = known.filter(({ entry }) => passes(entry, filter));
  const { state } = filter;
  const found = state === '' ? narrowed : narrowed.filter(({ states }) => states.includes(state));
  const pages = Math.max(1, Math.ceil(found.length / ENTRY_PAGE));
  const page = Math.min(filter.page, pages);
  const at = { ...filter, page };
  const shown = newestFirst(found).slice((page - 1) * ENTRY_PAGE, page * ENTRY_PAGE);
  const blank = entryQuery(at) === '' || entryQuery({ ...NO_FILTER, page }) === entryQuery(at);
  return {
    filter: at,
    sentence: sentenceOf(found.length, page, pages, blank),
    states: stateLinks(known, narrowed, at),
    controls: controlsOf(entries, setting),
    rows: shown.map((one) => row(one, setting)),
    ...(page > 1 && { newer: entryQuery({ ...at, page: page - 1 }) }),
    ...(page < pages && { older: entryQuery({ ...at, page: page + 1 }) }),
    ...(!blank && { everything: '' }),
  };
}

const NO_FILTER: EntryFilter = {
  ...{ words: '', state: '', year: '', month: '', department: '', field: '', channel: '' },
  page: 1,
};

/** Whether an entry passes everything but the state. */
function passes(entry: ListedEntry, filter: EntryFilter): boolean {
  const { day, departments, fields, channels, folded } = factsOf(entry);
  const { year, month, department, field, channel } = filter;
  return (
    (year === '' || day.startsWith(year)) &&
    (month === '' || day.slice(5, 7) === month) &&
    (department === '' || departments.includes(department)) &&
    (field === '' || fields.includes(field)) &&
    (channel === '' || channels.includes(channel)) &&
    searchedWords(filter).every((word) => folded.includes(word))
  );
}

/** What has no date yet is being written, so it stands on top. */
function newestFirst(found: readonly Known[]): Known[] {
  const key = ({ entry }: Known) => factsOf(entry).day || '9999';
  return found
    .map((one) => ({ one, day: key(one) }))
    .sort((a, b) => compare(b.day, a.day) || compare(a.one.entry.id, b.one.entry.id))
    .map(({ one }) => one);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function stateLinks(known: readonly Known[], narrowed: readonly Known[], filter: EntryFilter) {
  const occurs = (state: EntryState) => known.some(({ states }) => states.includes(state));
  const names = (Object.keys(ENTRY_STATES) as EntryState[]).filter(
    (state) => ALWAYS.includes(state) || state === filter.state || occurs(state),
  );
  const link = (state: EntryState | '', label: string, count: number) => ({
    label,
    count: thousands(count),
    query: entryQuery({ ...filter, state, page: 1 }),
    current: filter.state === state,
  });
  return [
    link('', 'Tất cả', narrowed.length),
    ...names.map((state) => {
      const count = narrowed.filter(({ states }) => states.includes(state)).length;
      return link(state, ENTRY_STATES[state], count);
    }),
  ];
}

/** Only what tells entries of this list apart is offered. */
function controlsOf(entries: readonly ListedEntry[], setting: ListSetting): ListControl[] {
  const facts = entries.map(factsOf);
  const years = valuesOf(facts.map(({ day }) => [day.slice(0, 4)]));
  const months = valuesOf(facts.map(({ day }) => [day.slice(5, 7)]));
  const departments = valuesOf(facts.map((one) => one.departments));
  const names = new Map(setting.departments.map(({ value, label }) => [value, label]));
  const units = [...names.keys(), ...[...departments].filter((id) => !names.has(id)).sort()];
  const controls: ListControl[] = [
    {
      ...{ name: 'year', label: 'Năm', all: 'Mọi năm' },
      choices: [...years].sort((a, b) => compare(b, a)).map(named((year) => year)),
    },
    {
      ...{ name: 'month', label: 'Tháng', all: 'Mọi tháng' },
      choices: [...months].sort().map(named((month) => `Tháng ${Number(month)}`)),
    },
    {
      ...{ name: 'department', label: 'Đơn vị', all: 'Mọi đơn vị' },
      choices: units.filter((id) => departments.has(id)).map(named((id) => names.get(id) ?? id)),
    },
    vocabulary('field', 'Lĩnh vực', 'Mọi lĩnh vực', REFORM_FIELDS, facts),
    vocabulary('channel', 'Kênh', 'Mọi kênh', CHANNELS, facts),
  ];
  return controls.filter(({ choices }) => choices.length > 1);
}

function vocabulary(
  name: 'field' | 'channel',
  label: string,
  all: string,
  words: Record<string, string>,
  facts: readonly { fields: readonly string[]; channels: readonly string[] }[],
): ListControl {
  const used = valuesOf(facts.map((one) => (name === 'field' ? one.fields : one.channels)));
  const choices = Object.entries(words)
    .filter(([value]) => used.has(value))
    .map(([value, word]) => ({ value, label: word }));
  return { name, label, all, choices };
}

function valuesOf(lists: readonly (readonly string[])[]): Set<string> {
  return new Set(lists.flat().filter(Boolean));
}

function named(label: (value: string) => string) {
  return (value: string): ListChoice => ({ value, label: label(value) });
}

function row({ entry, states }: Known, { departments }: ListSetting): ListRow {
  const { title, day, departments: ids } = factsOf(entry);
  const name = (id: string) => departments.find(({ value }) => value === id)?.label ?? id;
  const { draft } = entry;
  return {
    id: entry.id,
    title: title || `Chưa có tên (${entry.id})`,
    day: isDay(day) ? shortDate(day) : day,
    departments: ids.map(name).join(', '),
    states: states.map((value) => ({ value, label: ENTRY_STATES[value] })),
    ...(draft && { note: `${draft.by} sửa ngày ${shortDate(draft.day)}` }),
  };
}

function sentenceOf(count: number, page: number, pages: number, blank: boolean): string {
  if (count === 0) return blank ? 'Chưa có mục nào.' : 'Không có mục nào như vậy.';
  const where = pages > 1 ? `, trang ${page} trong ${pages}` : '';
  return `${thousands(count)} mục${where}, mới nhất ở trên.`;
}

function thousands(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, '.');
}
