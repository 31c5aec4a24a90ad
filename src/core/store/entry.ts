import { schemaFaults } from '../issue/from-zod.ts';
import { type Issue, issue } from '../issue/issue.ts';
import { COLLECTIONS, type CollectionName, type EntryData } from '../schema/collections.ts';
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
    const { schema } = COLLECTIONS[raw.collection];
    const result = schema.safeParse(raw.data, { reportInput: true });
    if (result.success) {
      entries.push({
        collection: raw.collection,
        id: raw.id,
        file: raw.file,
        data: result.data,
        ...(raw.body ? { media: raw.body.media } : {}),
        ...(raw.body?.textKey ? { textKey: raw.body.textKey } : {}),
        raw,
      });
    } else {
      for (const fault of schemaFaults(result.error, schema, raw.data)) {
        issues.push(issue(fault.code, placeOf(raw, fault.path), fault.facts));
      }
    }
  }
  return { entries, issues };
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
