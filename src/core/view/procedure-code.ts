import { addresses } from '../address.ts';
import { shortDate } from '../calendar/wording.ts';
import type { Edition } from './edition.ts';
import type { FactValue } from './link.ts';
import { type CheckedNote, checkedNote, portalOf } from './procedure-check.ts';
import {
  type CodeRecord,
  type CodeStanding,
  codeBook,
  type LineStep,
  lineOf,
  nameOf,
  standingOf,
} from './procedure-line.ts';
import { codeAnchor, effectiveLabel, procedureAnchor } from './procedure-register.ts';
import { type Change, changesOf } from './procedure-state.ts';

/** One procedure in the register by code. */
export interface CodeRow {
  anchor: string;
  code: string;
  name: string;
  field?: string;
  standing?: CodeStanding;
  /** What was announced of it, oldest first: `Có hiệu lực từ 02/3/2026`, with its announcement. */
  announced: FactValue[];
  /** The line of replacements; empty where it stands alone. */
  line: LineStep[];
  portal?: FactValue;
  checked?: CheckedNote;
}

/** Every procedure that the announcements change or name, by code. */
export function codeRegister({ procedureChanges, asOf, store }: Edition): CodeRow[] {
  const book = codeBook(changesOf(procedureChanges, asOf));
  const { recheckDays } = store.ward.thresholds;
  return [...book.values()]
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map((record) => {
      const line = lineOf(book, record.code, asOf);
      const standing = standingOf(record, asOf);
      return {
        anchor: codeAnchor(record.code),
        code: record.code,
        name: nameOf(record) ?? 'Chưa có thông báo về thủ tục này trên chuyên mục',
        ...fieldOf(record),
        ...(standing && { standing }),
        announced: record.changes.map(announcedValue),
        line: line.length > 1 ? line : [],
        ...newestFacts(record, { asOf, recheckDays }),
      };
    });
}

function newestFacts(
  { changes }: CodeRecord,
  limits: { asOf: string; recheckDays: number },
): Pick<CodeRow, 'portal' | 'checked'> {
  const newest = changes.at(-1);
  if (!newest) return {};
  const { label, url } = portalOf(newest.procedure);
  return { portal: { text: label, url }, checked: checkedNote(newest, limits) };
}

function fieldOf({ changes }: CodeRecord): { field?: string } {
  const field = changes.findLast(({ procedure }) => procedure.procedureField)?.procedure
    .procedureField;
  return field ? { field } : {};
}

function announcedValue({ entry, procedure }: Change): FactValue {
  return {
    text: `${effectiveLabel(procedure)} ${shortDate(procedure.effective)}`,
    address: `${addresses.procedureChange(entry.id)}#${procedureAnchor(procedure.code)}`,
  };
}
