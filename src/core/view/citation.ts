import type { z } from 'zod';
import { shortDate } from '../calendar/wording.ts';
import type { citation } from '../schema/parts.ts';

export type Citation = z.infer<typeof citation>;

/** What follows the title of a document in a list: `, số 58/KH-UBND, ngày 23/02/2026, UBND …`. */
export function citationTail({ number, date, issuer }: Citation): string {
  return [number && `số ${number}`, date && `ngày ${shortDate(date)}`, issuer]
    .filter(Boolean)
    .map((part) => `, ${part}`)
    .join('');
}
