import { schemaFaults } from '../issue/from-zod.ts';
import { type Issue, issue } from '../issue/issue.ts';
import { COLLECTIONS, type CollectionName, type EntryData } from '../schema/collections.ts';
import { type Reference, referencesIn } from '../schema/walk.ts';
import type { FieldPath, RawEntry } from './raw.ts';

/** An entry that its schema accepts. */
export interface Entry<N extends CollectionName = CollectionName> {
  collection: N;
  id: string;
  file: string;
  data: EntryData<N>;
  /** Equal for two texts that say the same; absent for data files and empty bodies. */
  textKey?: string;
  /** Paths of pictures and files in its body, as typed. */
  media?: readonly string[];
}

/** An entry together with where its fields stand, for the checks. */
export interface LocatedEntry<N extends CollectionName = CollectionName> extends Entry<N> {
  raw: RawEntry;
}

/** Holds raw entries against their schemas: the good ones, and the issues of the others. */
export function parseEntries(raws: readonly RawEntry[]): {
  entries: LocatedEntry[];
  issues: Issue[];
} {
  const entries: LocatedEntry[] = [];
  const issues: Issue[] = [];
  for (const raw of raws) {
    const found = parsedBefore.get(raw) ?? parsed(raw);
    parsedBefore.set(raw, found);
    if ('entry' in found) entries.push(found.entry);
    else issues.push(...found.issues);
  }
  return { entries, issues };
}

type Parsed = { entry: LocatedEntry } | { issues: readonly Issue[] };

/**
 * What was read does not change: a file that was written anew is read anew. So a server that
 * checks its ward after every save holds ten thousand entries against their schemas once.
 */
const parsedBefore = new WeakMap<RawEntry, Parsed>();

function parsed(raw: RawEntry): Parsed {
  const { schema } = COLLECTIONS[raw.collection];
  const result = schema.safeParse(raw.data, { reportInput: true });
  if (!result.success) {
    const faults = schemaFaults(result.error, schema, raw.data);
    return {
      issues: faults.map(({ code, path, facts }) => issue(code, placeOf(raw, path), facts)),
    };
  }
  const { collection, id, file, body } = raw;
  const entry = {
    ...{ collection, id, file },
    data: result.data,
    ...(body ? { media: body.media } : {}),
    ...(body?.textKey ? { textKey: body.textKey } : {}),
    raw,
  };
  return { entry };
}

const referencesBefore = new WeakMap<Entry, readonly Reference[]>();

/** Every value of an entry that its schema declares to point to something; walked for once. */
export function referencesOf(entry: Entry): readonly Reference[] {
  let found = referencesBefore.get(entry);
  if (!found) {
    found = referencesIn(COLLECTIONS[entry.collection].schema, entry.data);
    referencesBefore.set(entry, found);
  }
  return found;
}

/** The place of a field, for an issue about it. */
export function placeOf(raw: RawEntry, path: FieldPath) {
  return { file: raw.file, line: raw.lineOf(path), field: path.join('.') };
}

/** Narrows a list to the entries of one collection. */
export function ofCollection<N extends CollectionName, E extends Entry>(
  entries: readonly E[],
  collection: N,
): (E & { collection: N; data: EntryData<N> })[] {
  return entries.filter((entry) => entry.collection === collection) as never;
}
