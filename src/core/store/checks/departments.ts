import type { Day } from '../../calendar/day.ts';
import { shortDate } from '../../calendar/wording.ts';
import type { Issue } from '../../issue/issue.ts';
import { heldOn } from '../../schema/activity.ts';
import type { LocatedEntry } from '../entry.ts';
import type { FieldPath } from '../raw.ts';
import { type Check, type CheckContext, entriesOf, fieldIssue } from './context.ts';

/** A department answers only for what happens while it exists. */
export const checkActiveDepartments: Check = (context) => [
  ...entriesOf(context, 'articles').flatMap((entry) =>
    inactive(context, entry, ['department'], entry.data.department, entry.data.date),
  ),
  ...entriesOf(context, 'procedureChanges').flatMap((entry) =>
    inactive(context, entry, ['department'], entry.data.department, entry.data.date),
  ),
  ...entriesOf(context, 'questions').flatMap((entry) =>
    inactive(context, entry, ['department'], entry.data.department, entry.data.date),
  ),
  ...entriesOf(context, 'activities').flatMap((entry) =>
    inactive(context, entry, ['department'], entry.data.department, heldOn(entry.data)),
  ),
  ...entriesOf(context, 'practices').flatMap((entry) =>
    entry.data.departments.flatMap((id, index) =>
      inactive(context, entry, ['departments', index], id, entry.data.date),
    ),
  ),
];

function inactive(
  { store }: CheckContext,
  entry: LocatedEntry,
  path: FieldPath,
  id: string,
  day: Day,
): Issue[] {
  const unit = store.departmentById.get(id);
  if (!unit || ((unit.from ?? day) <= day && day <= (unit.to ?? day))) return [];
  return [fieldIssue('department-inactive', entry, path, { value: id, detail: shortDate(day) })];
}
