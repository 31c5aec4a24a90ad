import { type Day, daysBetween } from '../calendar/day.ts';
import { shortDate } from '../calendar/wording.ts';
import type { Procedure } from '../schema/procedure-change.ts';
import { NATIONAL_PORTAL } from './contact.ts';
import type { Change } from './procedure-state.ts';

/** What a reader should know of the last comparison with the national portal. */
export interface CheckedNote {
  text: string;
  /** Whether it must be done again, or was never done. */
  due: boolean;
}

/** Where the national portal shows a procedure; without its own page, where to look it up. */
export function portalOf({ portalUrl, code }: Procedure): { label: string; url: string } {
  return portalUrl
    ? { label: `Xem thủ tục này trên ${NATIONAL_PORTAL.label}`, url: portalUrl }
    : { label: `Tra mã ${code} trên ${NATIONAL_PORTAL.label}`, url: NATIONAL_PORTAL.url };
}

/**
 * The last comparison with the national portal. What has ended stays as it was: nobody need
 * compare it again.
 */
export function checkedNote(
  { procedure: { checked }, state }: Pick<Change, 'procedure' | 'state'>,
  { asOf, recheckDays }: { asOf: Day; recheckDays: number },
): CheckedNote {
  if (!checked) {
    return { text: `Chưa đối chiếu với ${NATIONAL_PORTAL.label}.`, due: true };
  }
  const done = `Đã đối chiếu với ${NATIONAL_PORTAL.label} ngày ${shortDate(checked)}`;
  return daysBetween(checked, asOf) > recheckDays && state !== 'ended'
    ? { text: `${done}, cần đối chiếu lại.`, due: true }
    : { text: `${done}.`, due: false };
}
