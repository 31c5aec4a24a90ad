import { addresses } from '../address.ts';
import type { Day } from '../calendar/day.ts';
import { shortDate } from '../calendar/wording.ts';
import type { Procedure } from '../schema/procedure-change.ts';
import {
  CHANGE_KINDS,
  CHANGE_STATES,
  type ChangeKind,
  type ChangeState,
} from '../schema/vocabulary.ts';
import type { ProcedureChangeEntry } from '../store/store.ts';
import { slugify } from '../text/slug.ts';
import type { Edition } from './edition.ts';
import type { Link } from './link.ts';
import { type Change, ceases, changesOf } from './procedure-state.ts';

/** A kind of change as a label. */
export interface KindTag {
  kind: ChangeKind;
  text: string;
}

/** One changed procedure in the register. */
export interface RegisterRow {
  tag: KindTag;
  name: string;
  /** Code and field in one line. */
  note: string;
  /** Its field, as the announcement writes it. */
  field?: string;
  /** The announcing decision, with the announcement's page. */
  decision: Link;
  /** The section of the announcement's page that speaks of it. */
  address: string;
  effective: Day;
  /** What the date means: `Có hiệu lực từ`, `Bãi bỏ từ`. */
  effectiveLabel: string;
  until?: Day;
}

/** The procedures in one state, nearest date first. */
export interface RegisterGroup {
  state: ChangeState;
  label: string;
  /** The sentence where there is none. */
  empty: string;
  rows: RegisterRow[];
}

/** One announcement as the home page shows it: what changes, and from when. */
export interface Notice {
  title: string;
  address: string;
  summary?: string;
  tags: KindTag[];
  /** The date that matters most to a reader: the next to come, else the last that came. */
  from: Day;
  /** Last day, where everything it announces holds for one time only. */
  until?: Day;
  state: ChangeState;
  stateText: string;
  /** `Quyết định số 5/QĐ-UBND ngày 12/5/2026, UBND tỉnh …`. */
  decision: string;
}

/** How many announcements the home page shows. */
const NOTICES = 4;

const STATE_ORDER: readonly ChangeState[] = ['upcoming', 'in-force', 'ended'];
const EMPTY: Record<ChangeState, string> = {
  upcoming: 'Chưa có thay đổi nào sắp có hiệu lực.',
  'in-force': 'Chưa có thay đổi nào đang có hiệu lực.',
  ended: 'Chưa có thay đổi nào hết hiệu lực.',
};

/** The register of changed procedures by state. */
export function procedureRegister(edition: Edition): RegisterGroup[] {
  const changes = changesOf(edition.procedureChanges, edition.asOf);
  return STATE_ORDER.map((state) => ({
    state,
    label: CHANGE_STATES[state],
    empty: EMPTY[state],
    rows: changes
      .filter((change) => change.state === state)
      .sort((a, b) => nearestFirst(state, a, b))
      .map(registerRow),
  }));
}

/** The announcements that the home page leads with: what comes next, then what came last. */
export function latestNotices(edition: Edition): Notice[] {
  const changes = Map.groupBy(
    changesOf(edition.procedureChanges, edition.asOf),
    ({ entry }) => entry,
  );
  const notices = [...changes].map(([entry, own]) => noticeOf(entry, own));
  const upcoming = notices
    .filter(({ state }) => state === 'upcoming')
    .sort((a, b) => order(a.from, b.from) || order(a.address, b.address));
  const past = notices
    .filter(({ state }) => state !== 'upcoming')
    .sort((a, b) => order(b.from, a.from) || order(a.address, b.address));
  return [...upcoming, ...past].slice(0, NOTICES);
}

/** The kinds of change of an announcement, each once, in their official order. */
export function kindTags(entry: ProcedureChangeEntry): KindTag[] {
  const found = new Set(entry.data.procedures.map(({ kind }) => kind));
  return (Object.keys(CHANGE_KINDS) as ChangeKind[]).filter((kind) => found.has(kind)).map(kindTag);
}

export function kindTag(kind: ChangeKind): KindTag {
  return { kind, text: CHANGE_KINDS[kind] };
}

/** The announcing decision in one line. */
export function decisionText({ data }: ProcedureChangeEntry): string {
  const { number, date, issuer } = data.decision;
  return `Quyết định số ${number} ngày ${shortDate(date)}, ${issuer}`;
}

/** What the date of a change means to a reader. */
export function effectiveLabel(procedure: Procedure): string {
  if (!ceases(procedure)) return 'Có hiệu lực từ';
  return procedure.kind === 'repealed' ? 'Bãi bỏ từ' : 'Được thay thế từ';
}

/** How a change stands, in words; what has ceased says how. */
export function stateText({ procedure, state }: Change): string {
  if (state !== 'ended' || !ceases(procedure)) return CHANGE_STATES[state];
  return procedure.kind === 'repealed' ? 'Đã bãi bỏ' : 'Đã được thay thế';
}

/** The anchor of a procedure on its announcement's page. */
export function procedureAnchor(code: string): string {
  return `thu-tuc-${slugify(code)}`;
}

/** The anchor of a procedure in the register by code. */
export function codeAnchor(code: string): string {
  return `ma-${slugify(code)}`;
}

function registerRow({ entry, procedure, until }: Change): RegisterRow {
  const field = procedure.procedureField ? `, lĩnh vực ${procedure.procedureField}` : '';
  return {
    tag: kindTag(procedure.kind),
    name: procedure.name,
    note: `Mã ${procedure.code}${field}.`,
    ...(procedure.procedureField && { field: procedure.procedureField }),
    decision: { label: decisionText(entry), address: addresses.procedureChange(entry.id) },
    address: `${addresses.procedureChange(entry.id)}#${procedureAnchor(procedure.code)}`,
    effective: procedure.effective,
    effectiveLabel: effectiveLabel(procedure),
    ...(until && { until }),
  };
}

/** What an announcement tells, from its own changes. */
export function noticeOf(entry: ProcedureChangeEntry, changes: readonly Change[]): Notice {
  const upcoming = changes.filter(({ state }) => state === 'upcoming');
  const days = (upcoming.length > 0 ? upcoming : changes)
    .map(({ procedure }) => procedure.effective)
    .sort();
  const from = (upcoming.length > 0 ? days[0] : days.at(-1)) ?? entry.data.date;
  const state =
    upcoming.length > 0
      ? 'upcoming'
      : changes.some((change) => change.state === 'in-force')
        ? 'in-force'
        : 'ended';
  const [until, ...others] = new Set(changes.map(({ procedure }) => procedure.expires));
  const words = new Set(changes.map(stateText));
  return {
    title: entry.data.title,
    address: addresses.procedureChange(entry.id),
    summary: entry.data.summary,
    tags: kindTags(entry),
    from,
    ...(until && others.length === 0 && { until }),
    state,
    // Where all its procedures ended in the same way, that way is named.
    stateText: (words.size === 1 && [...words][0]) || CHANGE_STATES[state],
    decision: decisionText(entry),
  };
}

function nearestFirst(state: ChangeState, a: Change, b: Change): number {
  const [first, second] = state === 'upcoming' ? [a, b] : [b, a];
  return (
    order(first.procedure.effective, second.procedure.effective) ||
    order(a.procedure.code, b.procedure.code)
  );
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
