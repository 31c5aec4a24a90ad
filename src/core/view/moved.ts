import { addressOf, formerAddressesOf } from '../address.ts';
import type { Entry } from '../store/entry.ts';
import { activityPages, type Edition } from './edition.ts';

/** A page that stands elsewhere than it once did; both addresses without `BASE`. */
export interface Moved {
  from: string;
  to: string;
  title: string;
}

/** Every former address of what is published on the date of an edition. */
export function movesOf(edition: Edition): Moved[] {
  const entries: (Entry & { data: { title: string } })[] = [
    ...edition.articlePages,
    ...edition.practices,
    ...edition.procedureChanges,
    ...activityPages(edition),
    ...edition.plans,
    ...edition.store.pages,
  ];
  return entries.flatMap((entry) => {
    const to = addressOf(entry);
    if (to === undefined) return [];
    return formerAddressesOf(entry).map((from) => ({ from, to, title: entry.data.title }));
  });
}
