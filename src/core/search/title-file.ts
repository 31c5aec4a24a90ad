import { foldAddresses, foldIds, unfoldAddresses, unfoldIds } from './folded.ts';
import type { Row } from './row.ts';

/**
 * Rows of search as one published file, column by column: what is alike stands together and
 * is sent in fewer bytes. Labels are places in the lists of the file.
 */
export interface RowFile {
  kinds: string[];
  fields: string[];
  departments: string[];
  /** As `foldIds` and `foldAddresses` write them. */
  ids: string;
  addresses: string[];
  titles: string[];
  kindOf: number[];
  fieldsOf: number[][];
  departmentsOf: number[][];
  dates: string[];
  numbers: string[];
  codes: string[][];
  names: string[][];
}

/** What the search page loads before its first search. */
export interface TitleFile extends RowFile {
  /** Citizens' words and the official ones. */
  synonyms: [from: string, to: string][];
  /** Years whose articles and activities every search looks through, from the latest. */
  currentYears: string[];
  /** Years before them, looked through when they are asked for, from the latest. */
  olderYears: string[];
}

/** Writes rows; `readRows` gives them back. */
export function writeRows(rows: readonly Row[]): RowFile {
  const kinds = labelList();
  const fields = labelList();
  const departments = labelList();
  return {
    ids: foldIds(rows.map(({ id }) => id)),
    addresses: foldAddresses(rows),
    titles: rows.map(({ title }) => title),
    kindOf: rows.map(({ kind }) => kinds.place(kind)),
    fieldsOf: rows.map((row) => row.fields.map(fields.place)),
    departmentsOf: rows.map((row) => row.departments.map(departments.place)),
    dates: rows.map(({ date, year }) => date ?? year ?? ''),
    numbers: rows.map(({ number }) => number ?? ''),
    codes: rows.map(({ codes }) => [...codes]),
    names: rows.map(({ names }) => [...names]),
    kinds: kinds.labels,
    fields: fields.labels,
    departments: departments.labels,
  };
}

/** The rows of a file. */
export function readRows(file: RowFile): Row[] {
  const addresses = unfoldAddresses(file.addresses, file.titles);
  const labels = (places: readonly number[] | undefined, of: readonly string[]) =>
    (places ?? []).map((place) => of[place] ?? '');
  return unfoldIds(file.ids).map((id, at): Row => {
    const date = file.dates[at] ?? '';
    const number = file.numbers[at];
    return {
      id,
      address: addresses[at] ?? '',
      title: file.titles[at] ?? '',
      kind: file.kinds[file.kindOf[at] ?? -1] ?? '',
      fields: labels(file.fieldsOf[at], file.fields),
      departments: labels(file.departmentsOf[at], file.departments),
      ...(date.length > 4 && { date }),
      ...(date && { year: date.slice(0, 4) }),
      ...(number && { number }),
      codes: file.codes[at] ?? [],
      names: file.names[at] ?? [],
    };
  });
}

/** How many rows without a bundle of a year the file has that every search loads. */
const NEWEST_TIMELESS = 400;

/** Rows that are always loaded, and those that lie beside the articles of their year. */
export interface DealtRows {
  always: Row[];
  byYear: Map<string, Row[]>;
}

/**
 * Deals procedures, plans, practices and the like into files, so that what every search loads
 * stays small however many years there are: the newest always, the others with their year,
 * if it is one of `years`. Their texts are searched all the same.
 */
export function dealRows(
  rows: readonly Row[],
  years: ReadonlySet<string>,
  newest = NEWEST_TIMELESS,
): DealtRows {
  const dated = rows
    .filter(({ year }) => year !== undefined && years.has(year))
    .toSorted((a, b) => dayOf(b).localeCompare(dayOf(a)));
  const older = new Set(dated.slice(newest));
  return {
    always: rows.filter((row) => !older.has(row)),
    byYear: Map.groupBy(older, ({ year }) => year ?? ''),
  };
}

function dayOf({ date, year }: Row): string {
  return date ?? year ?? '';
}

/** Years are searched together as long as they have no more pages than this. */
const CURRENT_PAGES = 300;

/**
 * The years that every search looks through: the latest, and those before it while all
 * together have few pages, as in January, or in a young or small section.
 */
export function currentYears(
  years: readonly (readonly [year: string, pages: number])[],
  most = CURRENT_PAGES,
): string[] {
  let sum = 0;
  const within = years
    .toSorted(([a], [b]) => b.localeCompare(a))
    .findIndex(([, pages], index) => {
      sum += pages;
      return index > 0 && sum > most;
    });
  return years
    .map(([year]) => year)
    .toSorted((a, b) => b.localeCompare(a))
    .slice(0, within < 0 ? undefined : within);
}

function labelList(): { labels: string[]; place: (label: string) => number } {
  const labels: string[] = [];
  const place = (label: string) => {
    const found = labels.indexOf(label);
    return found < 0 ? labels.push(label) - 1 : found;
  };
  return { labels, place };
}
