import { addresses } from '../address.ts';
import type { Day } from '../calendar/day.ts';
import { shortDate } from '../calendar/wording.ts';
import type { Procedure } from '../schema/procedure-change.ts';
import { type ChangeState, ONLINE_LEVELS, PROCEDURE_LEVELS } from '../schema/vocabulary.ts';
import type { ProcedureChangeEntry } from '../store/store.ts';
import { type Caller, callersOf } from './caller.ts';
import type { Edition } from './edition.ts';
import { type Fact, type FactValue, knownFacts } from './link.ts';
import { dated, departmentLink, fieldLink, linked } from './names.ts';
import { type CheckedNote, checkedNote, portalOf } from './procedure-check.ts';
import { codeBook, type LineStep, lineOf } from './procedure-line.ts';
import {
  effectiveLabel,
  type KindTag,
  kindTag,
  type Notice,
  noticeOf,
  procedureAnchor,
  stateText,
} from './procedure-register.ts';
import { type Change, ceases, changesOf } from './procedure-state.ts';
import { taskValues } from './task-link.ts';

/** What changes in one respect; a side that the announcement leaves out is absent. */
export interface Comparison {
  aspect: string;
  before?: string;
  after?: string;
}

/** One changed procedure as its announcement's page shows it. */
export interface ProcedureNotice {
  anchor: string;
  tag: KindTag;
  name: string;
  code: string;
  state: ChangeState;
  stateText: string;
  effective: Day;
  effectiveLabel: string;
  comparisons: Comparison[];
  /** Whether there is anything to compare with: a new procedure has no «trước». */
  showBefore: boolean;
  /** Heading of the column with what holds now: `Từ ngày 01/6/2026`. */
  afterHeading: string;
  facts: Fact[];
  /** Set once another announcement has ended this one. */
  endedBy?: FactValue;
  /** Set where the change holds for a time only, and what follows is not announced yet. */
  temporary?: string;
  /** The line of replacements it stands in, oldest first; empty where it stands alone. */
  line: LineStep[];
  portal: { label: string; url: string };
  checked: CheckedNote;
}

/** The page of an announcement. */
export interface NoticePage {
  /** What it announces, from when, and how that stands. */
  notice: Notice;
  facts: Fact[];
  /** Whom to call about it. */
  callers: Caller[];
  procedures: ProcedureNotice[];
  /** Other announcements that change the same procedures. */
  related: FactValue[];
}

/** The page of an announcement of procedure changes. */
export function noticePage(edition: Edition, entry: ProcedureChangeEntry): NoticePage {
  const { store, asOf } = edition;
  const { data } = entry;
  const { decision } = data;
  const changes = changesOf(edition.procedureChanges, asOf);
  const own = changes.filter((change) => change.entry.id === entry.id);
  const book = codeBook(changes);
  const limits = { asOf, recheckDays: store.ward.thresholds.recheckDays };
  return {
    notice: noticeOf(entry, own),
    facts: knownFacts([
      { term: 'Quyết định', values: [{ text: `Số ${decision.number}`, url: decision.url }] },
      { term: 'Ngày ban hành', values: [dated(decision.date)] },
      { term: 'Cơ quan công bố', values: [{ text: decision.issuer }] },
      { term: 'Nhận được ngày', values: decision.received ? [dated(decision.received)] : [] },
      { term: 'Đăng ngày', values: [dated(data.date)] },
      { term: 'Đơn vị đăng', values: [linked(departmentLink(store, data.department))] },
      { term: 'Lĩnh vực', values: data.fields.map((field) => linked(fieldLink(field))) },
      { term: 'Theo kế hoạch', values: taskValues(edition, data.tasks) },
    ]),
    callers: callersOf(store, data.department),
    procedures: own.map((change, at) => ({
      ...procedureNotice(change),
      line: ownLine(
        lineOf(book, change.procedure.code, asOf),
        own.slice(at + 1).map(({ procedure }) => procedure.code),
      ),
      checked: checkedNote(change, limits),
    })),
    related: relatedTo(own, changes),
  };
}

function procedureNotice(change: Change): Omit<ProcedureNotice, 'line' | 'checked'> {
  const { procedure, state, until, endedBy } = change;
  const { kind, effective, changes } = procedure;
  return {
    anchor: procedureAnchor(procedure.code),
    tag: kindTag(kind),
    name: procedure.name,
    code: procedure.code,
    state,
    stateText: stateText(change),
    effective,
    effectiveLabel: effectiveLabel(procedure),
    comparisons: changes,
    showBefore: changes.some(({ before }) => before !== undefined),
    afterHeading: `Từ ngày ${shortDate(effective)}`,
    facts: procedureFacts(procedure, until),
    ...(endedBy && {
      endedBy: {
        text: endedBy.entry.data.title,
        address: `${addresses.procedureChange(endedBy.entry.id)}#${procedureAnchor(endedBy.procedure.code)}`,
      },
    }),
    ...(procedure.expires && !endedBy && { temporary: temporaryText(procedure.expires) }),
    portal: portalOf(procedure),
  };
}

/** What follows a temporary change is for others to announce; the section only says so. */
function temporaryText(expires: Day): string {
  return `Thay đổi này có thời hạn: áp dụng đến hết ngày ${shortDate(expires)}. Sau ngày đó, xem quy định đang áp dụng trên Cổng Dịch vụ công quốc gia hoặc hỏi nơi nhận hồ sơ.`;
}

/**
 * A procedure that replaces nothing and is replaced by nothing has no line to show; where one
 * announcement tells of several steps of a line, the last of them shows it.
 */
function ownLine(line: LineStep[], later: readonly string[]): LineStep[] {
  const again = line.some(({ code, here }) => !here && later.includes(code));
  return line.length > 1 && !again ? line : [];
}

function procedureFacts(procedure: Procedure, until: Day | undefined): Fact[] {
  const { level, agency, online, procedureField } = procedure;
  return knownFacts([
    {
      term: 'Hết hiệu lực sau',
      values: until && until !== procedure.expires && !ceases(procedure) ? [dated(until)] : [],
    },
    { term: 'Lĩnh vực thủ tục', values: procedureField ? [{ text: procedureField }] : [] },
    { term: 'Cấp thực hiện', values: level ? [{ text: PROCEDURE_LEVELS[level] }] : [] },
    { term: 'Cơ quan thực hiện', values: agency ? [{ text: agency }] : [] },
    { term: 'Nộp trực tuyến', values: online ? [{ text: ONLINE_LEVELS[online] }] : [] },
  ]);
}

/** Announcements that speak of one of these procedures, under its own or a replaced code. */
function relatedTo(own: readonly Change[], all: readonly Change[]): FactValue[] {
  const codes = new Set(
    own.flatMap(({ procedure }) => [
      procedure.code,
      ...procedure.replaces,
      ...procedure.replacedBy,
    ]),
  );
  const ids = new Set(own.map(({ entry }) => entry.id));
  const found = new Map<string, FactValue>();
  for (const { entry, procedure } of all) {
    if (ids.has(entry.id) || !codes.has(procedure.code)) continue;
    const address = addresses.procedureChange(entry.id);
    found.set(entry.id, { text: `${entry.data.title} (${shortDate(entry.data.date)})`, address });
  }
  return [...found.values()];
}
