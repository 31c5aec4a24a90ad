/**
 * One line of the table of indicators. `null` is a number that this site cannot know and that
 * an officer writes in by hand; it is never 0. A line without `value` only heads those below.
 */
export interface Indicator {
  /** Number of the indicator; blank for its parts. */
  no: string;
  label: string;
  unit: string;
  value?: number | null;
  note?: string;
}

/** A number that is known, or left blank; with what should be known about it. */
export function numbered(
  no: string,
  label: string,
  unit: string,
  value: number | null,
  note?: string,
): Indicator {
  return { no, label, unit, value, ...(note !== undefined && { note }) };
}

/** A part of the indicator above it. */
export function part(label: string, unit: string, value: number | null, note?: string): Indicator {
  return numbered('', label, unit, value, note);
}

/** A line that heads those below it. */
export function heading(no: string, label: string): Indicator {
  return { no, label, unit: '' };
}
