import { type Chosen, FACETS } from '../core/search/facets.ts';

/** What is searched for, as the address of the search page keeps it. */
export interface Asked {
  query: string;
  chosen: Chosen;
}

/** Reads the address of the page. */
export function readAddress(search: string): Asked {
  const parameters = new URLSearchParams(search);
  const chosen: Chosen = {};
  for (const facet of FACETS) {
    const value = parameters.get(facet);
    if (value) chosen[facet] = value;
  }
  return { query: (parameters.get('q') ?? '').trim(), chosen };
}

/** The address that leads back to a search. */
export function addressOf({ query, chosen }: Asked, pathname: string): string {
  const parameters = new URLSearchParams();
  if (query) parameters.set('q', query);
  for (const facet of FACETS) {
    const value = chosen[facet];
    if (query && value) parameters.set(facet, value);
  }
  const text = parameters.toString();
  return text ? `${pathname}?${text}` : pathname;
}
