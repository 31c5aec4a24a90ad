import { type Day, daysBetween } from '../calendar/day.ts';
import { shortDate } from '../calendar/wording.ts';
import type { Procedure } from '../schema/procedure-change.ts';
import { NATIONAL_PORTAL } from './contact.ts';
import type { Change } from './procedure-state.ts';

/** What a reader should know of the last comparison with the national portal. */
export interface CheckedNote {
  text: string;
  /** Whether it must be done again. */
  due: boolean;
}

/** Where the national portal shows a procedure; without its own page, where to look it up. */
export function portalOf({ portalUrl, code }: Procedure): { label: string; url: string } {
  return portalUrl
    ? { label: `Xem thủ tục này trên ${NATIONAL_PORTAL.label}`, url: portalUrl }
    : { label: `Tra mã ${code} trên ${NATIONAL_PORTAL.label}`, url: NATIONAL_PORTAL.url };
}

/**
 * The last comparison with the national portal, counted as the officials' audit counts it:
 * from the last one, else from publication. What has ended need not be compared again.
 */
export function checkedNote(
  { entry, procedure: { checked }, state }: Change,
  { asOf, recheckDays }: { asOf: Day; recheckDays: number },
): CheckedNote {
  const due = state !== 'ended' && daysBetween(checked ?? entry.data.date, asOf) > recheckDays;
  const done = checked
    ? `Đã đối chiếu với ${NATIONAL_PORTAL.label} ngày ${shortDate(checked)}`
    : `Chưa đối chiếu với ${NATIONAL_PORTAL.label}`;
  return { text: `${done}${due ? ', cần đối chiếu lại' : ''}.`, due };
}
