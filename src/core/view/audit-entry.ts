import { addressOf } from '../address.ts';
import type { Entry } from '../store/entry.ts';
import { existing } from '../store/store.ts';
import { type Edition, isWithdrawn } from './edition.ts';

/** An entry that the audit speaks of: what readers call it and, where it has one, its page. */
export interface AuditEntry {
  file: string;
  title: string;
  address?: string;
}

/** What the audit may look into, by file: everything that exists on the date and still stands. */
export function auditEntries(edition: Edition): ReadonlyMap<string, Entry> {
  const { store, asOf, practices, procedureChanges, activities, questions, plans } = edition;
  const articles = existing(store.articles, asOf).filter((entry) => !isWithdrawn(entry, asOf));
  return new Map(
    [articles, practices, procedureChanges, activities, questions, plans, store.pages]
      .flat()
      .map((entry) => [entry.file, entry]),
  );
}

/** An entry with its title and its page. */
export function auditEntry(entry: Entry): AuditEntry {
  const { title = entry.file } = entry.data as { title?: string };
  const hasPage = !('web' in entry.data) || entry.data.web;
  const address = hasPage ? addressOf(entry) : undefined;
  return { file: entry.file, title, ...(address && { address }) };
}
