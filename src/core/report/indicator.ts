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

/** Why a number is left blank, where nothing more is to be said. */
export const BY_HAND = 'Chưa ghi trên hệ thống; ghi tay';

/** A number that is known, or left blank with the reason. */
export function numbered(
  no: string,
  label: string,
  unit: string,
  value: number | null,
  note?: string,
): Indicator {
  const said = note ?? (value === null ? BY_HAND : undefined);
  return { no, label, unit, value, ...(said !== undefined && { note: said }) };
}

/** A part of the indicator above it. */
export function part(label: string, unit: string, value: number | null, note?: string): Indicator {
  return numbered('', label, unit, value, note);
}

/** A line that heads those below it. */
export function heading(no: string, label: string): Indicator {
  return { no, label, unit: '' };
}
