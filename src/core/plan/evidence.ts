import { addresses } from '../address.ts';
import type { Day } from '../calendar/day.ts';
import type { Counted } from '../quota/tally.ts';
import { heldOn } from '../schema/activity.ts';
import { type ArticleEntry, existing, type Store } from '../store/store.ts';

/** The kinds of content that can show that a task was worked on. */
export type EvidenceKind = 'articles' | 'practices' | 'procedureChanges' | 'activities';

/** Something of the section that shows that a task was worked on. */
export interface Evidence {
  id: string;
  kind: EvidenceKind;
  title: string;
  /** Its page; null for texts that have none here. */
  address: string | null;
  /** The day it appeared; of an activity its last day, or its first while it goes on. */
  day: Day;
  departments: readonly string[];
  /** False for an activity that has begun and not ended: it shows work, not its end. */
  finished: boolean;
}

/** All evidence of a ward on a date, to be asked by task or by what a rule counted. */
export interface EvidenceIndex {
  /** What names a task as `plan/no`, newest first. */
  ofTask: (reference: string) => readonly Evidence[];
  /** The entries behind what a tally counts, each once. */
  ofCounted: (counted: readonly Counted[]) => Evidence[];
}

/** Collects what exists on a date; a withdrawn article shows nothing any more. */
export function evidenceIndex(store: Store, asOf: Day): EvidenceIndex {
  const held = activities(store, asOf);
  const named = store.articles.filter(({ data }) => data.tasks.length > 0);
  const articles = named.flatMap((entry): Found[] => {
    const evidence = articleEvidence(entry, asOf);
    return evidence ? [{ tasks: entry.data.tasks, evidence }] : [];
  });
  const byTask = new Map<string, Evidence[]>();
  for (const { tasks, evidence } of [...articles, ...records(store, asOf), ...held]) {
    for (const task of new Set(tasks)) {
      const list = byTask.get(task);
      if (list) list.push(evidence);
      else byTask.set(task, [evidence]);
    }
  }
  for (const list of byTask.values()) list.sort(newestFirst);
  // Rules count articles and activities only; other kinds may share an id with one of them.
  const activityById = new Map(held.map(({ evidence }) => [evidence.id, evidence]));
  return {
    ofTask: (reference) => byTask.get(reference) ?? [],
    ofCounted: (counted) => {
      const ids = new Set(counted.map(({ id }) => entryIdOf(id)));
      return [...ids].flatMap((id) => {
        const article = store.articleById.get(id);
        return activityById.get(id) ?? (article && articleEvidence(article, asOf)) ?? [];
      });
    },
  };
}

/** Newest first, ties by id. */
export function newestFirst(a: Evidence, b: Evidence): number {
  if (a.day !== b.day) return a.day > b.day ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

interface Found {
  tasks: readonly string[];
  evidence: Evidence;
}

/** What an article shows on a date; nothing before it exists, and after it was withdrawn. */
function articleEvidence(entry: ArticleEntry, asOf: Day): Evidence | undefined {
  const { id, data } = entry;
  if (data.date > asOf || (data.withdrawn && data.withdrawn.date <= asOf)) return undefined;
  return {
    id,
    kind: 'articles',
    title: data.title,
    address: data.web ? addresses.article(entry) : null,
    day: data.date,
    departments: [data.department],
    finished: true,
  };
}

function records(store: Store, asOf: Day): Found[] {
  const changes = existing(store.procedureChanges, asOf).map(
    ({ id, data }): Found => ({
      tasks: data.tasks,
      evidence: {
        id,
        kind: 'procedureChanges',
        title: data.title,
        address: addresses.procedureChange(id),
        day: data.date,
        departments: [data.department],
        finished: true,
      },
    }),
  );
  const practices = existing(store.practices, asOf).map(
    ({ id, data }): Found => ({
      tasks: data.tasks,
      evidence: {
        id,
        kind: 'practices',
        title: data.title,
        address: addresses.practice(id),
        day: data.date,
        departments: data.departments,
        finished: true,
      },
    }),
  );
  return [...changes, ...practices];
}

function activities(store: Store, asOf: Day): Found[] {
  return store.activities.flatMap(({ id, data }): Found[] => {
    const last = heldOn(data);
    const first = data.window?.from ?? last;
    if (first > asOf) return [];
    const finished = last <= asOf;
    const evidence = {
      id,
      kind: 'activities' as const,
      title: data.title,
      address: addresses.activity(id),
      day: finished ? last : first,
      departments: [data.department],
      finished,
    };
    return [{ tasks: data.tasks, evidence }];
  });
}

/** An airing's id begins with its article's. */
function entryIdOf(counted: string): string {
  return counted.replace(/#.*$/, '');
}
