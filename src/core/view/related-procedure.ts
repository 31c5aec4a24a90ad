import { addresses } from '../address.ts';
import { shortDate } from '../calendar/wording.ts';
import { NATIONAL_PORTAL } from './contact.ts';
import type { Edition } from './edition.ts';
import { effectiveLabel, type KindTag, kindTag, procedureAnchor } from './procedure-register.ts';
import { changesOf } from './procedure-state.ts';

/** A procedure that a text speaks of, as the text links to it. */
export interface RelatedProcedure {
  label: string;
  /** The latest announcement about it here, or the national portal. */
  address: string;
  /** Kind of the latest change; absent when this section has announced none. */
  tag?: KindTag;
  note: string;
}

/**
 * The procedure with a national code: the latest announcement that changes it, by the day from
 * which the change holds. What this section never announced leads to the national portal.
 */
export function relatedProcedure(edition: Edition, code: string): RelatedProcedure {
  const latest = changesOf(edition.procedureChanges, edition.asOf)
    .filter(({ procedure }) => procedure.code === code)
    .sort((a, b) => (a.procedure.effective < b.procedure.effective ? 1 : -1))[0];
  if (!latest) {
    return {
      label: `Thủ tục mã ${code}`,
      address: NATIONAL_PORTAL.url,
      note: `Tra mã này trên ${NATIONAL_PORTAL.label}.`,
    };
  }
  const { entry, procedure } = latest;
  return {
    label: procedure.name,
    address: `${addresses.procedureChange(entry.id)}#${procedureAnchor(code)}`,
    tag: kindTag(procedure.kind),
    note: `Mã ${code}. ${effectiveLabel(procedure)} ${shortDate(procedure.effective)}.`,
  };
}
