import { type Day, isDay } from '../../calendar/day.ts';
import { firstDayOf, lastDayOf, parsePeriod } from '../../calendar/period.ts';
import { shortDate } from '../../calendar/wording.ts';
import type { Issue } from '../../issue/issue.ts';
import type { Plan } from '../../schema/plan.ts';
import type { LocatedEntry } from '../entry.ts';
import type { FieldPath } from '../raw.ts';
import { type Check, entriesOf, fieldIssue } from './context.ts';

/** Dates that stand in the wrong order, or outside the year of their plan. */
export const checkDates: Check = (context) => [
  ...entriesOf(context, 'plans').flatMap(planYear),
  ...entriesOf(context, 'departments').flatMap((entry) => [
    ...entry.data.departments.flatMap(({ from, to }, index) =>
      ordered(entry, ['departments', index, 'to'], from, to),
    ),
    ...entry.data.groups.flatMap(({ members }, group) =>
      members.flatMap(({ from, to }, index) =>
        ordered(entry, ['groups', group, 'members', index, 'to'], from, to),
      ),
    ),
  ]),
  ...entriesOf(context, 'articles').flatMap((entry) => [
    ...ordered(entry, ['withdrawn', 'date'], entry.data.date, entry.data.withdrawn?.date),
    ...entry.data.corrections.flatMap(({ date }, index) =>
      ordered(entry, ['corrections', index, 'date'], entry.data.date, date),
    ),
    ...entry.data.placements.flatMap(({ sent, published }, index) =>
      ordered(entry, ['placements', index, 'published'], sent, published),
    ),
  ]),
  ...entriesOf(context, 'activities').flatMap((entry) =>
    ordered(entry, ['window', 'to'], entry.data.window?.from, entry.data.window?.to),
  ),
  ...entriesOf(context, 'questions').flatMap((entry) =>
    ordered(entry, ['date'], entry.data.received, entry.data.date),
  ),
  ...entriesOf(context, 'procedureChanges').flatMap((entry) => [
    ...ordered(
      entry,
      ['decision', 'received'],
      entry.data.decision.date,
      entry.data.decision.received,
    ),
    ...entry.data.procedures.flatMap(({ effective, expires }, index) =>
      ordered(entry, ['procedures', index, 'expires'], effective, expires),
    ),
  ]),
];

/** Every date that a task or a rule names lies in the year the plan is for. */
function planYear(entry: LocatedEntry & { data: Plan }): Issue[] {
  const { tasks, quotas, year } = entry.data;
  const outside = (path: FieldPath, text: string | undefined): Issue[] =>
    text === undefined || yearsOf(text).every((found) => found === year)
      ? []
      : [fieldIssue('date-outside-plan-year', entry, path, { value: text, detail: String(year) })];
  const spans = (path: FieldPath, from?: string, to?: string): Issue[] => [
    ...outside([...path, 'from'], from),
    ...outside([...path, 'to'], to),
    ...ordered(entry, [...path, 'to'], from && firstDayOf(from), to && lastDayOf(to)),
  ];
  return [
    ...tasks.flatMap(({ due }, index) => [
      ...outside(['tasks', index, 'due', 'date'], due.date),
      ...spans(['tasks', index, 'due'], due.from, due.to),
    ]),
    ...quotas.flatMap(({ from, to, alternatives }, index) => [
      ...spans(['quotas', index], from, to),
      ...alternatives.flatMap((other, at) =>
        spans(['quotas', index, 'alternatives', at], other.from, other.to),
      ),
    ]),
  ];
}

/** The years a date or a label is about; an ISO week is about the year in its label. */
function yearsOf(text: string): number[] {
  if (isDay(text)) return [Number(text.slice(0, 4))];
  const found = parsePeriod(text);
  if (!found) return [];
  return found.kind === 'window'
    ? [Number(found.from.slice(0, 4)), Number(found.to.slice(0, 4))]
    : [Number(text.slice(0, 4))];
}

function ordered(
  entry: LocatedEntry,
  path: FieldPath,
  from: Day | undefined,
  to: Day | undefined,
): Issue[] {
  if (!from || !to || to >= from) return [];
  return [fieldIssue('date-order', entry, path, { value: to, detail: shortDate(from) })];
}
