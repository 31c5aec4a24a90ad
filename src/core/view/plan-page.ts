import { addresses } from '../address.ts';
import { lastDayOf } from '../calendar/period.ts';
import { monthName, shortDate } from '../calendar/wording.ts';
import { alternativeReading, chosenReading } from '../quota/reading.ts';
import type { Plan, Task } from '../schema/plan.ts';
import type { Rule } from '../schema/quota.ts';
import { REPORT_FORMS, TASK_STATES } from '../schema/vocabulary.ts';
import type { PlanEntry } from '../store/store.ts';
import { type DueText, dueText, limit } from './due-wording.ts';
import type { Edition } from './edition.ts';
import { type Fact, type FactValue, knownFacts, type Link } from './link.ts';
import { memberValue, momentName, upperFirst } from './names.ts';
import { readingSentence, subjectMatter } from './rule-wording.ts';
import { ruleAnchor, taskAnchor } from './task-link.ts';

/** One duty of the plan. */
export interface TaskRow {
  anchor: string;
  no: string;
  text: string;
  /** The plan's exact words, where `text` joins or shortens them. */
  quote?: string;
  lead: FactValue[];
  coordinating: FactValue[];
  perDepartment: boolean;
  requested: boolean;
  output?: string;
  due: DueText;
  /** What the plan's file says of its state, in words. */
  state?: string;
  rules: Link[];
}

/** The duties of one part of the plan's text. */
export interface TaskGroup {
  /** `Phụ lục`, `Mục IV.1` … */
  where: string;
  rows: TaskRow[];
  /** `9 nhiệm vụ`. */
  count: string;
}

/** One quota rule beside the words that create it. */
export interface RuleRow {
  anchor: string;
  id: string;
  quote: string;
  where: string;
  sentence: string;
  /** Topics and fields an entry must have one of, where the rule names any. */
  about: string[];
  judged: boolean;
  interpretation?: string;
  /** The other readings with the sentence each makes, where it differs from the chosen one. */
  alternatives: { label: string; sentence?: string }[];
}

/** One duty to report. */
export interface ReportRow {
  label: string;
  from: FactValue[];
  via?: FactValue;
  receiver: string;
  form: string;
  deadlines: { period: string; date?: string }[];
  quote: string;
  where: string;
  note?: string;
}

/** A plan as its page shows it. */
export interface PlanPage {
  heading: PlanHeading;
  facts: Fact[];
  taskGroups: TaskGroup[];
  rules: RuleRow[];
  reports: ReportRow[];
  replaces?: Link;
  replacedBy?: Link;
}

/** A plan as lists show it. */
export interface PlanHeading {
  id: string;
  title: string;
  address: string;
  summary?: string;
  /** `Số 58/KH-UBND, ngày 23/02/2026`, with plain words for what the text leaves blank. */
  reference: string;
  year: number;
}

/** The plans of an edition, newest first. */
export function planHeadings(edition: Edition): PlanHeading[] {
  return edition.plans.map(planHeading);
}

/** The page of a plan. */
export function planPage(edition: Edition, entry: PlanEntry): PlanPage {
  const { store, plans } = edition;
  const { data } = entry;
  const replaces = plans.find(({ id }) => id === data.replaces);
  const replacedBy = plans.find((other) => other.data.replaces === entry.id);
  return {
    heading: planHeading(entry),
    facts: planFacts(data),
    taskGroups: taskGroups(edition, entry),
    rules: data.quotas.map((rule) => ruleRow(edition, rule)),
    reports: data.reportSchedule.map((duty) => ({
      label: duty.label,
      from: duty.from.map((reference) => memberValue(store, reference)),
      ...(duty.via && { via: memberValue(store, duty.via) }),
      receiver: duty.receiver,
      form: upperFirst(REPORT_FORMS[duty.form]),
      deadlines: duty.deadlines
        .toSorted((a, b) => ((lastDayOf(a.period) ?? '') < (lastDayOf(b.period) ?? '') ? -1 : 1))
        .map(({ period, date, inclusive }) => ({
          period: upperFirst(momentName(period)),
          ...(date && { date: limit(date, inclusive) }),
        })),
      quote: duty.quote,
      where: duty.where,
      ...(duty.note && { note: duty.note }),
    })),
    ...(replaces && { replaces: planLink(replaces) }),
    ...(replacedBy && { replacedBy: planLink(replacedBy) }),
  };
}

function planHeading(entry: PlanEntry): PlanHeading {
  const { title, summary, number, year } = entry.data;
  const document = number ? `Số ${number}` : 'Bản kế hoạch không ghi số';
  return {
    id: entry.id,
    title,
    address: addresses.plan(entry.id),
    summary,
    reference: `${document}, ${issueText(entry.data)}`,
    year,
  };
}

function planLink(entry: PlanEntry): Link {
  return { label: entry.data.title, address: addresses.plan(entry.id) };
}

function issueText({ date, issuedMonth }: Plan): string {
  if (date) return `ngày ${shortDate(date)}`;
  return issuedMonth ? `${monthName(issuedMonth)}, bản kế hoạch không ghi ngày` : 'không ghi ngày';
}

function planFacts(data: Plan): Fact[] {
  return knownFacts([
    {
      term: 'Số, ký hiệu',
      values: [{ text: data.number ?? 'Bản kế hoạch không ghi' }],
    },
    { term: 'Ban hành', values: [{ text: upperFirst(issueText(data)) }] },
    { term: 'Cơ quan ban hành', values: [{ text: data.issuer }] },
    { term: 'Thẩm quyền ký', values: data.signerRole ? [{ text: data.signerRole }] : [] },
    { term: 'Năm thực hiện', values: [{ text: String(data.year) }] },
  ]);
}

/** Duties in the order of the plan, under the part of the text they stand in. */
function taskGroups(edition: Edition, entry: PlanEntry): TaskGroup[] {
  const groups = new Map<string, TaskRow[]>();
  for (const task of entry.data.tasks) {
    const where = partOf(task.where);
    const rows = groups.get(where) ?? [];
    groups.set(where, rows);
    rows.push(taskRow(edition, task));
  }
  return [...groups].map(([where, rows]) => ({
    where,
    rows,
    count: `${rows.length} nhiệm vụ`,
  }));
}

/** `Phụ lục, dòng 3` → `Phụ lục`; `Mục IV.1, gạch đầu dòng thứ nhất` → `Mục IV.1`. */
function partOf(where: string): string {
  return upperFirst((where.split(/[,;]/)[0] ?? where).trim());
}

function taskRow({ store }: Edition, task: Task): TaskRow {
  const { status } = task;
  return {
    anchor: taskAnchor(task.no),
    no: task.no,
    text: task.text,
    ...(task.quote && task.quote !== task.text && { quote: task.quote }),
    lead: [
      ...task.lead.map((reference) => memberValue(store, reference)),
      ...(task.leadOutside ? [{ text: task.leadOutside }] : []),
    ],
    coordinating: [
      ...task.coordinating.map((reference) => memberValue(store, reference)),
      ...(task.coordinatingOutside ? [{ text: task.coordinatingOutside }] : []),
    ],
    perDepartment: task.perDepartment,
    requested: task.requested,
    ...(task.output && { output: task.output }),
    due: dueText(task),
    ...(status && { state: stateText(status) }),
    rules: task.rules.map((id) => ({
      label: id,
      address: `#${ruleAnchor(id)}`,
    })),
  };
}

/** A task nobody has reported on says so; what shows its state is told once there is one. */
function stateText({ state, note }: NonNullable<Task['status']>): string {
  const text = upperFirst(TASK_STATES[state]);
  const shown = state === 'doing' || state === 'done' || state === 'dropped';
  return shown && note ? `${text}. ${note}` : text;
}

function ruleRow({ store }: Edition, rule: Rule): RuleRow {
  const reading = chosenReading(rule);
  const sentence = readingSentence(store, reading);
  return {
    anchor: ruleAnchor(rule.id),
    id: rule.id,
    quote: rule.quote,
    where: rule.where,
    sentence,
    about: subjectMatter(store, reading),
    judged: rule.level === 'required',
    ...(rule.interpretation && { interpretation: rule.interpretation }),
    alternatives: rule.alternatives.map((alternative) => {
      const other = readingSentence(store, alternativeReading(rule, alternative));
      return { label: alternative.label, ...(other !== sentence && { sentence: other }) };
    }),
  };
}
