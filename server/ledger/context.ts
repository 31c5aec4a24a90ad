import type { Day } from '../../src/core/calendar/day.ts';
import type { Person } from '../people/person.ts';
import type { Target } from '../people/policy.ts';
import type { AcceptUpload } from '../seams.ts';
import type { Draft } from './draft.ts';
import type { EntryIndex } from './entry-index.ts';
import type { EntryKey } from './paths.ts';
import type { LedgerAction, Policy } from './policy.ts';
import { type Reading, readText } from './reading.ts';
import { unless } from './refusal.ts';
import type { Repository } from './repository.ts';
import type { Turns } from './turns.ts';
import type { WardContent } from './ward-content.ts';

/** What every operation of the ledger works with. */
export interface LedgerContext {
  repository: Repository;
  content: WardContent;
  index: EntryIndex;
  may: Policy;
  acceptUpload: AcceptUpload;
  /** The date in the ward. */
  asOf: () => Day;
  /** Whoever moves the published branch waits for a turn. */
  turns: Turns;
  /** Called after the published branch has moved. */
  published: (commit: string) => void;
}

/** Refuses an action on an entry as one of its texts describes it. */
export function permit(
  { may }: LedgerContext,
  person: Person,
  action: LedgerAction,
  target: Target,
): void {
  unless(may(person, action, target));
}

/** What the policy needs to know of an entry: the departments come from its own text. */
export function targetOf(key: EntryKey, text: Reading, author?: string): Target {
  return {
    collection: key.collection,
    id: key.id,
    departments: departmentsIn(text),
    ...(author === undefined ? {} : { author }),
  };
}

/** The target of a draft, from the text at its tip. */
export async function draftTarget({ repository }: LedgerContext, draft: Draft): Promise<Target> {
  const found = await repository.textAt(draft.tip, draft.file);
  return targetOf(draft, readText(draft.file, found?.text ?? ''), draft.author.id);
}

function departmentsIn(reading: Reading): string[] {
  const data = reading.entry?.data as { department?: unknown; departments?: unknown } | undefined;
  const named = [data?.department, data?.departments].flat();
  return named.filter((name): name is string => typeof name === 'string');
}
