import type { Day } from '../calendar/day.ts';

/** A commit as pages name it: which one and when, never who made it or what they wrote. */
export interface Commit {
  /** The first characters of its id. */
  id: string;
  /** The day it was made on, in Asia/Ho_Chi_Minh. */
  day: Day;
}

/** What is known of one file, by its path below the content folder. */
export interface FileHistory {
  /** The commit that brought it in, under whatever name; absent when nobody can know. */
  first?: Commit;
  /** The last commit that changed, moved or removed it. */
  last: Commit;
}

/** The past of a content folder, as far as it is known. */
export type History =
  | {
      known: true;
      /** Whether commits from before a day are missing, so that some files have no `first`. */
      shallow: boolean;
      files: ReadonlyMap<string, FileHistory>;
    }
  | { known: false; reason: UnknownHistory };

/** Why the past of a content folder cannot be known. */
export type UnknownHistory = 'no-git' | 'no-repository' | 'failed';

/** The last change of a file since a day; `undefined` when there is none that is known. */
export function changeSince(history: History, file: string, day: Day): Commit | undefined {
  const last = history.known ? history.files.get(file)?.last : undefined;
  return last && last.day >= day ? last : undefined;
}
