/** A list and what it is narrowed to, from the address of Decap's pages. */
export interface ListPlace {
  collection: string;
  /** The filter as the address holds it, without `?`; empty for everything. */
  query: string;
}

/** Reads `#/collections/<collection>?<query>`; `undefined` for every other page. */
export function listPlace(hash: string): ListPlace | undefined {
  const match = /^#\/collections\/([^/?]+)\/?(?:\?(.*))?$/.exec(hash);
  const [, collection, query = ''] = match ?? [];
  return collection ? { collection, query } : undefined;
}

/** The address of a list, below Decap's page. */
export function listHash({ collection, query }: ListPlace): string {
  return `#/collections/${collection}${query ? `?${query}` : ''}`;
}

/** The address of an entry's form. */
export function entryHash(collection: string, id: string): string {
  return `#/collections/${collection}/entries/${id}`;
}

/**
 * Remembers what a list was narrowed to and goes back to it from a form: Decap's own way back
 * leads to the whole list. Called once, before Decap begins to listen.
 */
export function keepFilters(): void {
  const last = new Map<string, string>();
  window.addEventListener('hashchange', ({ oldURL, newURL }) => {
    const [from, to] = [new URL(oldURL).hash, new URL(newURL).hash];
    const left = listPlace(from);
    if (left) last.set(left.collection, left.query);
    const reached = listPlace(to);
    if (!reached || reached.query) return;
    const fromForm = from.startsWith(`#/collections/${reached.collection}/`);
    const query = fromForm ? last.get(reached.collection) : undefined;
    if (query) window.location.replace(listHash({ ...reached, query }));
  });
}
