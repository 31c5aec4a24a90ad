import type { Day } from '../calendar/day.ts';
import type { Department, Group } from '../schema/departments.ts';
import type { Closing, Indices, LateFiles, LinkCheck } from '../schema/records.ts';
import type { Ward } from '../schema/ward.ts';
import { type Entry, ofCollection } from './entry.ts';

export type ArticleEntry = Entry<'articles'>;
export type PracticeEntry = Entry<'practices'>;
export type ProcedureChangeEntry = Entry<'procedureChanges'>;
export type ActivityEntry = Entry<'activities'>;
export type QuestionEntry = Entry<'questions'>;
export type PlanEntry = Entry<'plans'>;
export type PageEntry = Entry<'pages'>;

/**
 * A ward's content, sorted and indexed once. Everything a person sees is computed from it
 * and from a date; nothing in it depends on the date.
 */
export interface Store {
  ward: Ward;
  departments: readonly Department[];
  groups: readonly Group[];
  departmentById: ReadonlyMap<string, Department>;
  groupById: ReadonlyMap<string, Group>;
  topicNames: ReadonlyMap<string, string>;
  /** Newest first, ties by id. */
  articles: readonly ArticleEntry[];
  articleById: ReadonlyMap<string, ArticleEntry>;
  practices: readonly PracticeEntry[];
  procedureChanges: readonly ProcedureChangeEntry[];
  activities: readonly ActivityEntry[];
  /** Newest answer first. */
  questions: readonly QuestionEntry[];
  /** Newest first. */
  plans: readonly PlanEntry[];
  planById: ReadonlyMap<string, PlanEntry>;
  pages: readonly PageEntry[];
  closings: readonly Closing[];
  indices: Indices;
  lateFiles: LateFiles;
  /** The last check of addresses elsewhere; absent before the first one. */
  linkCheck?: LinkCheck;
}

/**
 * Builds the store. The ward and its departments must be among the entries; throws a
 * `RangeError` otherwise, for the checks name their absence to people long before.
 */
export function buildStore(entries: readonly Entry[]): Store {
  const ward = ofCollection(entries, 'ward')[0]?.data;
  const units = ofCollection(entries, 'departments')[0]?.data;
  if (!ward || !units) throw new RangeError('A store needs ward.yaml and departments.yaml');
  const articles = ofCollection(entries, 'articles').sort(newestFirst);
  const plans = ofCollection(entries, 'plans').sort(
    (a, b) =>
      b.data.year - a.data.year ||
      order(b.data.date ?? b.data.issuedMonth ?? '', a.data.date ?? a.data.issuedMonth ?? '') ||
      order(a.id, b.id),
  );
  return {
    ward,
    departments: units.departments,
    groups: units.groups,
    departmentById: new Map(units.departments.map((unit) => [unit.id, unit])),
    groupById: new Map(units.groups.map((unit) => [unit.id, unit])),
    topicNames: new Map(ward.topics.map((topic) => [topic.id, topic.name])),
    articles,
    articleById: new Map(articles.map((entry) => [entry.id, entry])),
    practices: ofCollection(entries, 'practices').sort(newestFirst),
    procedureChanges: ofCollection(entries, 'procedureChanges').sort(newestFirst),
    activities: ofCollection(entries, 'activities').sort((a, b) => order(a.id, b.id)),
    questions: ofCollection(entries, 'questions').sort(newestFirst),
    plans,
    planById: new Map(plans.map((entry) => [entry.id, entry])),
    pages: ofCollection(entries, 'pages').sort(
      (a, b) => a.data.order - b.data.order || order(a.id, b.id),
    ),
    closings: ofCollection(entries, 'closings')
      .map(({ data }) => data)
      .sort((a, b) => order(a.month, b.month)),
    indices: ofCollection(entries, 'indices')[0]?.data ?? { indices: [], sample: false },
    lateFiles: ofCollection(entries, 'lateFiles')[0]?.data ?? { months: [], sample: false },
    linkCheck: ofCollection(entries, 'linkCheck')[0]?.data,
  };
}

/** The entries whose date has come by `asOf`; what is dated later does not exist yet. */
export function existing<E extends { data: { date: Day } }>(entries: readonly E[], asOf: Day): E[] {
  return entries.filter(({ data }) => data.date <= asOf);
}

const sampled = new WeakMap<Store, boolean>();

/** Whether anything in the store is sample content; every page asks, so it is found out once. */
export function hasSamples(store: Store): boolean {
  const known = sampled.get(store) ?? anySample(store);
  sampled.set(store, known);
  return known;
}

function anySample(store: Store): boolean {
  return (
    [
      ...[store.articles, store.practices, store.procedureChanges, store.activities],
      ...[store.questions, store.plans, store.pages],
    ].some((list) => list.some((entry) => entry.data.sample)) ||
    store.closings.some(({ sample }) => sample) ||
    store.indices.sample ||
    store.lateFiles.sample
  );
}

/** The last part of an entry's id, which stands in its address. */
export function slugOf(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

function newestFirst(
  a: { id: string; data: { date: Day } },
  b: { id: string; data: { date: Day } },
): number {
  return order(b.data.date, a.data.date) || order(a.id, b.id);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
