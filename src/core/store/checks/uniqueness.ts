import { addressOf, formerAddressesOf, SECTION_ADDRESSES } from '../../address.ts';
import type { Issue } from '../../issue/issue.ts';
import { issue } from '../../issue/issue.ts';
import type { LocatedEntry } from '../entry.ts';
import type { FieldPath } from '../raw.ts';
import { type Check, type CheckContext, entriesOf, fieldIssue } from './context.ts';

/** Something with a name that must be its own within a scope. */
interface Named {
  entry: LocatedEntry;
  path: FieldPath;
  value: string;
}

/** Ids and addresses that two things share. */
export const checkUniqueness: Check = (context) => [
  ...departmentIds(context),
  ...planIds(context),
  ...airings(context),
  ...entryAddresses(context),
  ...closedMonths(context),
  ...lateMonths(context),
  ...indexYears(context),
];

function departmentIds(context: CheckContext): Issue[] {
  const units = entriesOf(context, 'departments').flatMap((entry) => [
    repeated(at(entry, ['departments'], entry.data.departments)),
    repeated(at(entry, ['groups'], entry.data.groups)),
  ]);
  const topics = entriesOf(context, 'ward').map((entry) =>
    repeated(at(entry, ['topics'], entry.data.topics)),
  );
  return [...units, ...topics].flat();
}

/** Rule ids are unique in the ward, for results name rules by them alone. */
function planIds(context: CheckContext): Issue[] {
  const plans = entriesOf(context, 'plans');
  const rules = plans.flatMap((entry) => at(entry, ['quotas'], entry.data.quotas));
  const tasks = plans.flatMap((entry) =>
    repeated(
      entry.data.tasks.map(({ no }, index) => ({ entry, path: ['tasks', index, 'no'], value: no })),
    ),
  );
  const others = plans.flatMap((entry) => [
    ...repeated(at(entry, ['reportSchedule'], entry.data.reportSchedule)),
    ...repeated(at(entry, ['conflicts'], entry.data.conflicts)),
  ]);
  return [...repeated(rules), ...tasks, ...others];
}

/** A month is closed once, whatever the file is called. */
function closedMonths(context: CheckContext): Issue[] {
  return repeated(
    entriesOf(context, 'closings').map((entry) => ({
      entry,
      path: ['month'],
      value: entry.data.month,
    })),
  );
}

/** A month of late files is counted once. */
function lateMonths(context: CheckContext): Issue[] {
  return entriesOf(context, 'lateFiles').flatMap((entry) =>
    repeated(
      entry.data.months.map(({ month }, index) => ({
        entry,
        path: ['months', index, 'month'],
        value: month,
      })),
    ),
  );
}

/** An index has one value a year, for each thing that it is measured of. */
function indexYears(context: CheckContext): Issue[] {
  return entriesOf(context, 'indices').flatMap((entry) =>
    repeated(
      entry.data.indices.map(({ index: name, scope, year }, index) => ({
        entry,
        path: ['indices', index, 'year'],
        value: [name, scope, year].filter(Boolean).join(', '),
      })),
    ),
  );
}

/** Two airings of one text at one time cannot be told apart, so they would count as one id. */
function airings(context: CheckContext): Issue[] {
  return entriesOf(context, 'articles').flatMap((entry) =>
    repeated(
      entry.data.placements.flatMap((placement, at_) =>
        placement.airings.map(({ date, time }, index) => ({
          entry,
          path: ['placements', at_, 'airings', index, time ? 'time' : 'date'],
          value: `${placement.channel} ${date}${time ? `T${time}` : ''}`,
        })),
      ),
    ),
  );
}

/**
 * Two entries at one address, a page at the address of a list, or a former address that is
 * taken: it would lead to another page than the one people once saved.
 */
function entryAddresses(context: CheckContext): Issue[] {
  const taken = new Map(
    SECTION_ADDRESSES.map((address) => [address, 'trang có sẵn của chuyên mục']),
  );
  const holder = (address: string, file: string) => {
    const other = taken.get(address);
    if (other === undefined) taken.set(address, file);
    return other;
  };
  const own = context.entries.flatMap((entry) => {
    const value = addressOf(entry);
    const detail = value && holder(value, entry.file);
    return value && detail
      ? [issue('slug-duplicate', { file: entry.file }, { value, detail })]
      : [];
  });
  const former = context.entries.flatMap((entry) =>
    formerAddressesOf(entry).flatMap((value, index) => {
      const detail = holder(value, entry.file);
      return detail
        ? [fieldIssue('slug-duplicate', entry, ['formerSlugs', index], { value, detail })]
        : [];
    }),
  );
  return [...own, ...former];
}

function at(entry: LocatedEntry, path: FieldPath, items: readonly { id: string }[]): Named[] {
  return items.map(({ id }, index) => ({ entry, path: [...path, index, 'id'], value: id }));
}

function repeated(named: readonly Named[]): Issue[] {
  const first = new Map<string, Named>();
  return named.flatMap((one) => {
    const other = first.get(one.value);
    if (!other) first.set(one.value, one);
    if (!other) return [];
    const line = other.entry.raw.lineOf(other.path);
    const detail = `${other.entry.file}${line ? `, dòng ${line}` : ''}`;
    return [fieldIssue('id-duplicate', one.entry, one.path, { value: one.value, detail })];
  });
}
