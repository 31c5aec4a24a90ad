import type { Person } from '../people/person.ts';
import type { Action, Target } from '../people/policy.ts';

/** What the ledger asks leave for. */
export type LedgerAction = Exclude<Action, 'ward.edit' | 'people.manage' | 'audit.read'>;

/** Whether a person may: `undefined`, or the refusal in Vietnamese. */
export type Policy = (person: Person, action: LedgerAction, target: Target) => string | undefined;
