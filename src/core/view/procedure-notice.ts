import { addresses } from '../address.ts';
import type { Day } from '../calendar/day.ts';
import { shortDate } from '../calendar/wording.ts';
import type { Procedure } from '../schema/procedure-change.ts';
import { ONLINE_LEVELS, PROCEDURE_LEVELS } from '../schema/vocabulary.ts';
import type { ProcedureChangeEntry } from '../store/store.ts';
import { NATIONAL_PORTAL } from './contact.ts';
import type { Edition } from './edition.ts';
import { type Fact, type FactValue, knownFacts } from './link.ts';
import { dated, departmentLink, fieldLink, linked } from './names.ts';
import {
  decisionText,
  effectiveLabel,
  type KindTag,
  kindTag,
  kindTags,
  procedureAnchor,
  stateText,
} from './procedure-register.ts';
import { type Change, type ChangeState, ceases, changesOf } from './procedure-state.ts';
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
  portal: { label: string; url: string };
  /** Day of the last comparison with the national portal. */
  checked?: Day;
}

/** The page of an announcement. */
export interface NoticePage {
  tags: KindTag[];
  decision: string;
  facts: Fact[];
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
  return {
    tags: kindTags(entry),
    decision: decisionText(entry),
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
    procedures: own.map(procedureNotice),
    related: relatedTo(own, changes),
  };
}

function procedureNotice(change: Change): ProcedureNotice {
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
    portal: procedure.portalUrl
      ? { label: `Xem thủ tục này trên ${NATIONAL_PORTAL.label}`, url: procedure.portalUrl }
      : {
          label: `Tra mã ${procedure.code} trên ${NATIONAL_PORTAL.label}`,
          url: NATIONAL_PORTAL.url,
        },
    ...(procedure.checked && { checked: procedure.checked }),
  };
}

function procedureFacts(procedure: Procedure, until: Day | undefined): Fact[] {
  const { level, agency, online, procedureField, replaces, replacedBy } = procedure;
  return knownFacts([
    { term: 'Hết hiệu lực sau', values: until && !ceases(procedure) ? [dated(until)] : [] },
    { term: 'Lĩnh vực thủ tục', values: procedureField ? [{ text: procedureField }] : [] },
    { term: 'Cấp thực hiện', values: level ? [{ text: PROCEDURE_LEVELS[level] }] : [] },
    { term: 'Cơ quan thực hiện', values: agency ? [{ text: agency }] : [] },
    { term: 'Nộp trực tuyến', values: online ? [{ text: ONLINE_LEVELS[online] }] : [] },
    { term: 'Thay cho thủ tục mã', values: replaces.map((code) => ({ text: code })) },
    { term: 'Được thay bằng thủ tục mã', values: replacedBy.map((code) => ({ text: code })) },
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
