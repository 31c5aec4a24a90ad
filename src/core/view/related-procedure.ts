import { addresses } from '../address.ts';
import { shortDate } from '../calendar/wording.ts';
import { NATIONAL_PORTAL } from './contact.ts';
import type { Edition } from './edition.ts';
import { effectiveLabel, type KindTag, kindTag, procedureAnchor } from './procedure-register.ts';
import { type Change, changesOf } from './procedure-state.ts';

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
  const latest = latestOf(edition).get(code);
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

const latestChanges = new WeakMap<Edition, ReadonlyMap<string, Change>>();

/** The latest change of every code; found out once for an edition, which thousands of texts ask. */
function latestOf(edition: Edition): ReadonlyMap<string, Change> {
  const known = latestChanges.get(edition) ?? findLatest(edition);
  latestChanges.set(edition, known);
  return known;
}

function findLatest({ procedureChanges, asOf }: Edition): Map<string, Change> {
  const found = new Map<string, Change>();
  for (const change of changesOf(procedureChanges, asOf)) {
    const { code, effective } = change.procedure;
    const other = found.get(code)?.procedure.effective;
    // Of two that hold from the same day the one announced last stands, which comes first here.
    if (other === undefined || effective > other) found.set(code, change);
  }
  return found;
}
