import { shortDate } from '../../src/core/calendar/wording.ts';

/** Who changed something last, and when. */
export interface LastChange {
  by: string;
  /** Seconds since 1970. */
  at: number;
}

/** Both texts of a save that came too late, so that a person can put them together. */
export interface Conflict {
  /** Path of the file below the content folder. */
  path: string;
  /** Full name of who was faster. */
  by: string;
  /** When, as people read it: `14:05 ngày 06/3/2026`. */
  at: string;
  /** The version the refused save began from; `''` when it took the file for a new one. */
  base: string;
  /** The version that stands now, and its text; `undefined` when the file is gone. */
  theirs: { version: string; text: string } | undefined;
  /** The text that was refused; absent when it was a publication that was refused. */
  yours?: string;
}

/** A moment as messages name it: `14:05 ngày 06/3/2026`, in the ward's own time. */
export function moment(seconds: number): string {
  const at = Temporal.Instant.fromEpochMilliseconds(seconds * 1000).toZonedDateTimeISO(
    'Asia/Ho_Chi_Minh',
  );
  const time = at.toPlainTime().toString({ smallestUnit: 'minute' });
  return `${time} ngày ${shortDate(at.toPlainDate().toString())}`;
}
