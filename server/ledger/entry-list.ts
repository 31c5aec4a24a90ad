import type { Day } from '../../src/core/calendar/day.ts';
import { readEntryFilter } from '../../src/core/list/filter.ts';
import type { ListedDraft, ListedEntry } from '../../src/core/list/state.ts';
import { type EntryListView, entryListView } from '../../src/core/list/view.ts';
import {
  COLLECTIONS,
  type Collection,
  type CollectionName,
} from '../../src/core/schema/collections.ts';
import type { Person } from '../people/person.ts';
import type { LedgerContext } from './context.ts';
import type { DraftFacts } from './entry-index.ts';
import { draftsSeenBy } from './read.ts';
import { Refusal } from './refusal.ts';

/** What a list is asked for. */
export interface ListRequest {
  collection: string;
  /** The filter, as an address holds it. */
  query: URLSearchParams;
  asOf: Day;
}

/**
 * A page of a collection as a person may see it: everything that is published, and the drafts
 * that the policy lets the person read.
 */
export async function entryList(
  context: LedgerContext,
  person: Person,
  { collection, query, asOf }: ListRequest,
): Promise<EntryListView> {
  const name = listed(collection);
  const entries = new Map<string, ListedEntry>();
  const ward = await context.index.published();
  for (const { id, facts } of ward.entries.get(name) ?? []) {
    entries.set(id, { id, published: facts });
  }
  for (const one of await draftsSeenBy(context, person)) {
    const { id } = one.draft;
    if (one.draft.collection !== name) continue;
    entries.set(id, { ...entries.get(id), id, draft: listedDraft(one) });
  }
  const { departments } = ward;
  return entryListView([...entries.values()], readEntryFilter(query), { asOf, departments });
}

function listed(collection: string): CollectionName {
  const known = (COLLECTIONS as Record<string, Collection>)[collection];
  if (!known?.folder)
    throw new Refusal(404, `«${collection}» không phải loại nội dung có danh sách.`);
  return collection as CollectionName;
}

function listedDraft({ draft, facts }: DraftFacts): ListedDraft {
  const { status, updatedBy, updatedAt } = draft;
  const instant = Temporal.Instant.fromEpochMilliseconds(updatedAt * 1000);
  const day = instant.toZonedDateTimeISO('Asia/Ho_Chi_Minh').toPlainDate().toString();
  return { facts, status, by: updatedBy, day };
}
