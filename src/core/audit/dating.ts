import { type Day, daysBetween, monthOf } from '../calendar/day.ts';
import type { Commit, History } from './history.ts';

/** Something with a date that its author declared, and the file that says so. */
export interface Dated {
  id: string;
  file: string;
  date: Day;
}

/** A declared date that is earlier than the first trace of the entry: a hint, no verdict. */
export interface DateHint extends Dated {
  /** The commit that brought the entry in. */
  first: Commit;
  /** Days from the declared date to that commit. */
  days: number;
  /** Whether the two lie in different months, so that a month's count may rest on it. */
  otherMonth: boolean;
}

/** What the past of the content says of declared dates. */
export interface Dating {
  /** The entries whose dates want a look, the longest first. */
  hints: DateHint[];
  /** Commits that brought in so many entries at once that they carried over an older stock. */
  imports: { commit: Commit; entries: number; earliest: Day }[];
  /** Entries that were compared, and those whose first commit nobody can know. */
  compared: number;
  unknown: number;
}

/** A day or two between writing and saving is how people work, unless a month ends between. */
const USUAL_DAYS = 2;
/** So many entries with earlier dates in one commit are a stock that was carried over. */
const IMPORT = 10;

/** Holds the declared dates of entries against the commits that brought them in. */
export function dating(entries: readonly Dated[], history: History): Dating {
  const found = entries.flatMap((entry) => {
    const first = history.known ? history.files.get(entry.file)?.first : undefined;
    return first ? [{ entry, first }] : [];
  });
  const hints = found
    .map(({ entry, first }) => hintOf(entry, first))
    .filter(({ days, otherMonth }) => days > USUAL_DAYS || (days > 0 && otherMonth))
    .sort((a, b) => b.days - a.days || (a.id < b.id ? -1 : 1));
  const byCommit = Map.groupBy(hints, ({ first }) => first.id);
  const isImport = ({ first }: DateHint) => (byCommit.get(first.id)?.length ?? 0) >= IMPORT;
  return {
    hints: hints.filter((hint) => !isImport(hint)),
    imports: [...byCommit.values()]
      .filter((group) => group.some(isImport))
      .map((group) => ({
        commit: (group[0] as DateHint).first,
        entries: group.length,
        earliest: (group[0] as DateHint).date,
      })),
    compared: found.length,
    unknown: entries.length - found.length,
  };
}

function hintOf({ id, file, date }: Dated, first: Commit): DateHint {
  const days = daysBetween(date, first.day);
  return { id, file, date, first, days, otherMonth: monthOf(date) !== monthOf(first.day) };
}
