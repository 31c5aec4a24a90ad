import type { Person } from '../people/person.ts';

/** What the ledger asks leave for. */
export type LedgerAction =
  | 'draft.read'
  | 'draft.write'
  | 'draft.submit'
  | 'draft.return'
  | 'draft.delete'
  | 'publish'
  | 'withdraw'
  | 'month.close';

/** What an action is about: an entry as it stands, or as it will stand. */
export interface Target {
  collection: string;
  id: string;
  /** The departments the entry belongs to; none for files of the whole ward. */
  departments: readonly string[];
  /** Sign-in name of who began the draft. */
  author?: string;
}

/** Whether a person may: `undefined`, or the refusal in Vietnamese. */
export type Policy = (person: Person, action: LedgerAction, target: Target) => string | undefined;
