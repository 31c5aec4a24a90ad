import type { Issue } from '../../issue/issue.ts';
import type { Relation } from '../../schema/field.ts';
import { type LocatedEntry, referencesOf } from '../entry.ts';
import { GROUP_PREFIX } from '../membership.ts';
import type { FieldPath } from '../raw.ts';
import { type Check, type CheckContext, fieldIssue } from './context.ts';

/** Finds what is wrong with one reference; `undefined` when it leads somewhere. */
type Resolve = (
  context: CheckContext,
  entry: LocatedEntry,
  path: FieldPath,
  value: string,
) => Issue | undefined;

/**
 * Follows every value that a schema declares to point to something. A new field with a
 * relation is checked from the day it stands in a schema.
 */
export const checkReferences: Check = (context) =>
  context.entries.flatMap((entry) =>
    referencesOf(entry).flatMap(
      ({ relation, value, path }) => RESOLVE[relation](context, entry, path, value) ?? [],
    ),
  );

const department: Resolve = ({ store }, entry, path, value) =>
  store.departmentById.has(value)
    ? undefined
    : fieldIssue('department-unknown', entry, path, {
        value,
        detail: [...store.departmentById.keys()].join(', '),
      });

const member: Resolve = (context, entry, path, value) => {
  if (!value.startsWith(GROUP_PREFIX)) return department(context, entry, path, value);
  const { groupById } = context.store;
  if (groupById.has(value.slice(GROUP_PREFIX.length))) return undefined;
  const known = [...groupById.keys()].map((id) => `${GROUP_PREFIX}${id}`);
  return fieldIssue('department-unknown', entry, path, { value, detail: known.join(', ') });
};

const topic: Resolve = ({ store }, entry, path, value) =>
  store.topicNames.has(value)
    ? undefined
    : fieldIssue('topic-unknown', entry, path, {
        value,
        detail: [...store.topicNames].map(([id, name]) => `${id} (${name})`).join(', '),
      });

const plan: Resolve = (context, entry, path, value) =>
  planExists(context, value) ? undefined : fieldIssue('reference-broken', entry, path, { value });

const task: Resolve = (context, entry, path, value) => {
  const cut = value.lastIndexOf('/');
  const planId = value.slice(0, cut);
  const no = value.slice(cut + 1);
  const found = context.store.planById.get(planId);
  if (found ? found.data.tasks.some((one) => one.no === no) : planExists(context, planId)) {
    return undefined;
  }
  const detail = found
    ? `các nhiệm vụ: ${found.data.tasks.map((one) => one.no).join(', ')}`
    : `dạng ma-ke-hoach/so, các kế hoạch: ${[...context.store.planById.keys()].join(', ')}`;
  return fieldIssue('reference-broken', entry, path, { value, detail });
};

const article: Resolve = ({ raws, unreadable }, entry, path, value) =>
  raws.some((raw) => raw.collection === 'articles' && raw.id === value) ||
  unreadable.includes(`articles/${value}.md`)
    ? undefined
    : fieldIssue('reference-broken', entry, path, { value, detail: 'mã bài, dạng năm/tháng/tên' });

// Files are held against what lies on disk by the media check, with the types they may have.
const media: Resolve = () => undefined;

const RESOLVE: Record<Relation, Resolve> = {
  department,
  member,
  topic,
  plan,
  task,
  article,
  media,
  picture: media,
};

/** A plan that is there but broken is reported once, not once for every reference to it. */
function planExists({ raws, unreadable }: CheckContext, id: string): boolean {
  return (
    raws.some((raw) => raw.collection === 'plans' && raw.id === id) ||
    unreadable.includes(`plans/${id}.yaml`)
  );
}
