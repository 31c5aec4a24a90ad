import type { IssueCode, IssueFacts } from '../../issue/codes.ts';
import type { Issue, Place } from '../../issue/issue.ts';
import { issue } from '../../issue/issue.ts';
import type { CollectionName, EntryData } from '../../schema/collections.ts';
import { COLLECTIONS } from '../../schema/collections.ts';
import { labelAt } from '../../schema/walk.ts';
import { type LocatedEntry, ofCollection, placeOf } from '../entry.ts';
import type { FieldPath, MediaFile, RawEntry } from '../raw.ts';
import type { Store } from '../store.ts';

/** What every check across files may look at. */
export interface CheckContext {
  /** Entries that their schemas accept. */
  entries: readonly LocatedEntry[];
  /** All entries, so that a reference to a broken one is not reported as broken itself. */
  raws: readonly RawEntry[];
  /** Content files that could not even be read. */
  unreadable: readonly string[];
  media: readonly MediaFile[];
  store: Store;
  /** Whether the section is built for real use, where samples have no place. */
  production: boolean;
}

/** A check looks at the whole ward and names what is wrong. */
export type Check = (context: CheckContext) => Issue[];

/** The entries of one collection, with their lines. */
export function entriesOf<N extends CollectionName>(
  context: CheckContext,
  name: N,
): (LocatedEntry & { collection: N; data: EntryData<N> })[] {
  return ofCollection(context.entries, name);
}

/** An issue about a field of an entry, with the field's label and line filled in. */
export function fieldIssue(
  code: IssueCode,
  entry: LocatedEntry,
  path: FieldPath,
  facts: IssueFacts = {},
): Issue {
  const label = labelAt(COLLECTIONS[entry.collection].schema, path) ?? String(path.at(-1) ?? '');
  return issue(code, placeOf(entry.raw, path), { label, ...facts });
}

/** An issue about the body of an entry. */
export function bodyIssue(
  code: IssueCode,
  entry: { file: string },
  line: number | undefined,
  facts: IssueFacts,
): Issue {
  const place: Place = line === undefined ? { file: entry.file } : { file: entry.file, line };
  return issue(code, place, facts);
}
