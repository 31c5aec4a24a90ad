import { COLLECTIONS, type CollectionName } from '../../src/core/schema/collections.ts';
import type { Person } from './person.ts';
import { type Action, may } from './policy.ts';

/** What a person may do with the entries of one kind, at best: with those of the own department. */
export interface ContentRights {
  /** Writing drafts. */
  write: boolean;
  /** Passing drafts on and giving them back. */
  review: boolean;
  /** Publishing, and deleting drafts. */
  publish: boolean;
}

/** What the editors' program offers a person; whatever it is asked, the server asks again. */
export function contentRights(person: Person): Record<CollectionName, ContentRights> {
  const departments = person.department === undefined ? [] : [person.department];
  const names = Object.keys(COLLECTIONS) as CollectionName[];
  const rights = names.map((collection) => {
    const target = { collection, id: '', departments };
    const allowed = (action: Action) => may(person, action, target) === undefined;
    return [
      collection,
      {
        write: allowed('draft.write'),
        review: allowed('draft.return'),
        publish: allowed('publish') && allowed('draft.delete'),
      },
    ];
  });
  return Object.fromEntries(rights);
}
