import type { Row } from './row.ts';

/** A row as it is written: labels are places in the lists of the file. */
type WrittenRow = [
  id: string,
  address: string,
  title: string,
  kind: number,
  fields: number[],
  departments: number[],
  date: string,
  number: string,
  codes: string[],
  names: string[],
];

/** Rows of search as one published file. */
export interface RowFile {
  kinds: string[];
  fields: string[];
  departments: string[];
  rows: WrittenRow[];
}

/** What the search page loads before its first search. */
export interface TitleFile extends RowFile {
  /** The words of all pages, the most frequent first, joined by spaces. */
  words: string;
  /** Citizens' words and the official ones. */
  synonyms: [from: string, to: string][];
  /** Years whose articles have a file of their own. */
  olderYears: string[];
}

/** Writes rows; `readRows` gives them back. */
export function writeRows(rows: readonly Row[]): RowFile {
  const kinds = labelList();
  const fields = labelList();
  const departments = labelList();
  const written = rows.map(
    (row): WrittenRow => [
      row.id,
      row.address,
      row.title,
      kinds.place(row.kind),
      row.fields.map(fields.place),
      row.departments.map(departments.place),
      row.date ?? row.year ?? '',
      row.number ?? '',
      [...row.codes],
      [...row.names],
    ],
  );
  return {
    kinds: kinds.labels,
    fields: fields.labels,
    departments: departments.labels,
    rows: written,
  };
}

/** The rows of a file. */
export function readRows({ kinds, fields, departments, rows }: RowFile): Row[] {
  return rows.map(([id, address, title, kind, inFields, of, date, number, codes, names]) => ({
    id,
    address,
    title,
    kind: kinds[kind] ?? '',
    fields: inFields.map((place) => fields[place] ?? ''),
    departments: of.map((place) => departments[place] ?? ''),
    ...(date.length > 4 && { date }),
    ...(date && { year: date.slice(0, 4) }),
    ...(number && { number }),
    codes,
    names,
  }));
}

/** How many articles the file has that every search loads; older ones lie in files per year. */
export const NEWEST_ARTICLES = 600;

/** Rows that are always loaded, and older articles by year. */
export interface DealtRows {
  always: Row[];
  byYear: Map<string, Row[]>;
}

/**
 * Deals rows into files, so that what a search loads stays small however many articles there
 * are: procedures, plans, practices and the like always, of articles the newest.
 */
export function dealRows(
  rows: readonly Row[],
  articleKind: string,
  newest = NEWEST_ARTICLES,
): DealtRows {
  const articles = rows
    .filter(({ kind }) => kind === articleKind)
    .toSorted((a, b) => (b.date ?? '').localeCompare(a.date ?? ''));
  const older = new Set(articles.slice(newest));
  return {
    always: rows.filter((row) => !older.has(row)),
    byYear: Map.groupBy(older, ({ year }) => year ?? ''),
  };
}

function labelList(): { labels: string[]; place: (label: string) => number } {
  const labels: string[] = [];
  const place = (label: string) => {
    const found = labels.indexOf(label);
    return found < 0 ? labels.push(label) - 1 : found;
  };
  return { labels, place };
}
