import type { Issue } from '../core/issue/issue.ts';
import type { Entry } from '../core/store/entry.ts';
import type { RawBody } from '../core/store/raw.ts';
import { buildStore, type Store } from '../core/store/store.ts';
import type { LoadedWard } from './ward.ts';

/** An entry with the text of its body. */
export interface SiteEntry extends Entry {
  body?: Pick<RawBody, 'source' | 'procedures' | 'html'>;
}

/**
 * A ward as its pages take it. Nothing in it knows any more where in a file something stood, so
 * what was typed can be forgotten.
 */
export interface SiteWard {
  /** The folder it was read from, absolute. */
  root: string;
  issues: readonly Issue[];
  entries: readonly SiteEntry[];
  /** Of the same entries. */
  store: Store;
}

/** What pages take of a ward that was read; throws as `buildStore` does. */
export function siteWard({ content, issues, entries: located }: LoadedWard): SiteWard {
  const entries = located.map(({ raw: { body }, ...entry }): SiteEntry => {
    if (!body) return entry;
    const { source, procedures, html } = body;
    return { ...entry, body: { source, procedures, ...(html !== undefined && { html }) } };
  });
  return { root: content.root, issues, entries, store: buildStore(entries) };
}
