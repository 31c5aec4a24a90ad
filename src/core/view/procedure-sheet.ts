import { addresses } from '../address.ts';
import { shortDate } from '../calendar/wording.ts';
import type { ProcedureChangeEntry } from '../store/store.ts';
import { type Caller, callersOf } from './caller.ts';
import { NATIONAL_PORTAL } from './contact.ts';
import type { Edition } from './edition.ts';
import { departmentLink, wardInSentence } from './names.ts';
import { type Comparison, noticePage, type ProcedureNotice } from './procedure-notice.ts';
import { decisionText } from './procedure-register.ts';

/** How large a notice can be set: the less it says, the larger, so that it fills one page. */
export type SheetSize = 'large' | 'medium' | 'small';

/** One changed procedure on a printed notice. */
export interface SheetProcedure
  extends Pick<
    ProcedureNotice,
    'tag' | 'name' | 'code' | 'effectiveLabel' | 'effective' | 'showBefore' | 'afterHeading'
  > {
  comparisons: readonly Comparison[];
  /** Last day, where the change holds for a time only. */
  until?: string;
}

/** A notice to be printed and put up at the one-stop desk. */
export interface ProcedureSheet {
  /** `Ủy ban nhân dân phường Uông Bí`. */
  authority: string;
  /** The department that put it up. */
  unit: string;
  title: string;
  summary?: string;
  size: SheetSize;
  procedures: SheetProcedure[];
  /** `Theo Quyết định số …`. */
  decision: string;
  /** Whom to ask, with numbers where the ward has told this section any. */
  ask: string[];
  /** Where to look the codes up, in words that can be typed from paper. */
  portal: string;
  /** The page of the announcement, which the code on the notice leads to. */
  address: string;
  /** `In từ chuyên mục …, ngày 20/10/2026`. */
  printed: string;
}

/** Up to how many characters a notice still fits its page in a size; found by printing. */
const LARGE = 800;
const MEDIUM = 1200;
/** What a line of its own and a procedure's date, code and table head take, in characters. */
const ROW = 40;
const HEAD = 120;

/** The printed notice of an announcement. */
export function procedureSheet(edition: Edition, entry: ProcedureChangeEntry): ProcedureSheet {
  const { store, asOf } = edition;
  const { data } = entry;
  const { procedures } = noticePage(edition, entry);
  const unit = departmentLink(store, data.department).label;
  const ask = askLines(callersOf(store, data.department), unit);
  const codes = procedures.map(({ code }) => code).join(', ');
  return {
    authority: store.ward.authority,
    unit,
    title: data.title,
    ...(data.summary && { summary: data.summary }),
    size: sizeOf([data.title, data.summary ?? '', ...ask], procedures),
    procedures: procedures.map((procedure, at) => ({
      tag: procedure.tag,
      name: procedure.name,
      code: procedure.code,
      effectiveLabel: procedure.effectiveLabel,
      effective: procedure.effective,
      showBefore: procedure.showBefore,
      afterHeading: procedure.afterHeading,
      comparisons: procedure.comparisons,
      ...untilOf(data.procedures[at]?.expires),
    })),
    decision: `Theo ${decisionText(entry)}.`,
    ask,
    portal: `${NATIONAL_PORTAL.label}, dichvucong.gov.vn, tra mã ${codes}`,
    address: addresses.procedureChange(entry.id),
    printed: `In từ chuyên mục Cải cách hành chính ${wardInSentence(store.ward)}, nội dung tính đến ngày ${shortDate(asOf)}. Thông báo này không thay cho quyết định công bố.`,
  };
}

/** Without a number people are told whom to see: they stand in the office already. */
function askLines(callers: readonly Caller[], unit: string): string[] {
  if (callers.length === 0) return [`gặp ${unit}`];
  return callers.map(
    // A number that ends one line and goes on in the next is dialled wrong.
    ({ who, number, hours }) =>
      `${who.text}: ${number.text.replaceAll(' ', '\u00a0')}${hours ? ` (${hours})` : ''}`,
  );
}

function sizeOf(head: readonly string[], procedures: readonly ProcedureNotice[]): SheetSize {
  const rows = procedures
    .flatMap(({ comparisons }) => comparisons)
    .map(({ aspect, before = '', after = '' }) => aspect + before + after);
  const texts = [...head, ...procedures.map(({ name }) => name), ...rows];
  const room = texts.join('').length + rows.length * ROW + procedures.length * HEAD;
  if (room <= LARGE) return 'large';
  return room <= MEDIUM ? 'medium' : 'small';
}

function untilOf(expires: string | undefined): { until?: string } {
  return expires ? { until: expires } : {};
}
