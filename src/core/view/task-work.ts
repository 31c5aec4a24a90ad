import { addresses } from '../address.ts';
import type { Day } from '../calendar/day.ts';
import { shortDate } from '../calendar/wording.ts';
import type { Evidence } from '../plan/evidence.ts';
import { type Judgement, PROGRESS, type Progress } from '../plan/state.ts';
import type { TaskProgress } from '../plan/tasks.ts';
import type { Plan, Task } from '../schema/plan.ts';
import { GROUP_PREFIX } from '../store/membership.ts';
import type { Store } from '../store/store.ts';
import { CARD_KINDS } from './card.ts';
import { type DueText, dueText } from './due-wording.ts';
import type { FactValue, Link } from './link.ts';
import { memberValue, upperFirst } from './names.ts';
import { deskValue, leftText } from './obligation-row.ts';
import { ruleAddress, taskAnchor } from './task-link.ts';

/** A state as a word with a shape of its own, and what it follows from. */
export interface StateBadge {
  state: Progress;
  name: string;
  reason: string;
}

/** Something that shows that a task was worked on. */
export interface EvidenceRow {
  title: string;
  address: string | null;
  day: Day;
  kind: string;
}

/** A task at work: who, until when, how it stands and what shows it. */
export interface TaskWork {
  /** Its id on the page of its plan at work. */
  anchor: string;
  no: string;
  text: string;
  /** That page and place. */
  address: string;
  lead: FactValue[];
  coordinating: FactValue[];
  perDepartment: boolean;
  requested: boolean;
  output?: string;
  due: DueText;
  /** The last good day, where the words do not name it, and how long there is left. */
  left?: string;
  /** Absent for requests. */
  badge?: StateBadge;
  /** How it stands in each department that owes it on its own. */
  departments: { who: FactValue; badge: StateBadge }[];
  evidence: EvidenceRow[];
  rules: Link[];
  /** Contradictions and gaps of the plan's text that concern it. */
  conflicts: Link[];
  /** What the plan's file says about knowing its state, where something else tells it. */
  note?: string;
}

/** A task of a plan with its state, as the officials' pages show it. */
export function taskWork(store: Store, asOf: Day, progress: TaskProgress): TaskWork {
  const { plan, task, judgement, departments, due } = progress;
  const anchor = taskAnchor(task.no);
  const note = task.status?.state === 'unknown' ? task.status.note : undefined;
  // The plan's file says better than we can why nothing is known.
  const unknownNote = judgement?.state === 'unknown' ? note : undefined;
  const open = judgement && judgement.state !== 'done' && judgement.state !== 'dropped';
  return {
    anchor,
    no: task.no,
    text: task.text,
    address: `${addresses.planWork(plan.id)}#${anchor}`,
    lead: bodies(store, asOf, task.lead, task.leadOutside),
    coordinating: bodies(store, asOf, task.coordinating, task.coordinatingOutside),
    perDepartment: task.perDepartment,
    requested: !judgement,
    ...(task.output && { output: task.output }),
    due: dueText(task),
    ...(open && due.last && { left: remaining(due.last, asOf, dueText(task)) }),
    ...(judgement && {
      badge: unknownNote ? { ...badgeOf(judgement), reason: unknownNote } : badgeOf(judgement),
    }),
    departments: departments.map((one) => ({
      who: deskValue(store, asOf, one.department),
      badge: badgeOf(one),
    })),
    evidence: progress.evidence.map(evidenceRow),
    rules: task.rules.map((id) => ({ label: id, address: ruleAddress(plan.id, id) })),
    conflicts: conflictsOf(plan.data, task),
    ...(note && !unknownNote && { note }),
  };
}

/** The same task as one department sees it: its own state and its own evidence. */
export function taskWorkOf(
  store: Store,
  asOf: Day,
  progress: TaskProgress,
  department: string,
): TaskWork {
  const own = progress.departments.find((one) => one.department === department);
  const seen = own ? { ...progress, judgement: own, evidence: own.evidence } : progress;
  return taskWork(store, asOf, { ...seen, departments: [] });
}

/** A state in words. */
export function badgeOf({ state, reason }: Judgement): StateBadge {
  return { state, name: upperFirst(PROGRESS[state]), reason };
}

/** The anchor of a contradiction of the plan, as `components/plan/Conflicts.astro` sets it. */
export function conflictAnchor(id: string): string {
  return `diem-${id}`;
}

function evidenceRow({ title, address, day, kind }: Evidence): EvidenceRow {
  return { title, address, day, kind: CARD_KINDS[kind] };
}

/** Departments lead to their desks; groups and bodies outside the ward are names. */
function bodies(store: Store, asOf: Day, names: readonly string[], outside?: string): FactValue[] {
  const inside = names.map((name) =>
    name.startsWith(GROUP_PREFIX) ? memberValue(store, name) : deskValue(store, asOf, name),
  );
  return outside ? [...inside, { text: outside }] : inside;
}

/** Only for tasks that are not finished: nobody counts the days of the others. */
function remaining(last: Day, asOf: Day, { text }: DueText): string {
  const left = leftText(last, asOf);
  const day = shortDate(last);
  return text.includes(day) ? upperFirst(left) : `Ngày cuối ${day}, ${left}`;
}

/** A contradiction concerns a task when it quotes the place where the task stands. */
function conflictsOf({ conflicts }: Plan, { where }: Task): Link[] {
  return conflicts
    .filter(({ quotes }) => quotes.some((quote) => samePlace(quote.where, where)))
    .map(({ id, about }) => ({ label: about, address: `#${conflictAnchor(id)}` }));
}

/** `Phụ lục, dòng 3, cột phối hợp` is in `Phụ lục, dòng 3`; `Phụ lục, dòng 30` is not. */
function samePlace(quoted: string, where: string): boolean {
  const [a, b] = [quoted.toLowerCase(), where.toLowerCase()];
  return a === b || a.startsWith(`${b},`) || a.startsWith(`${b} (`);
}
