import { closableMonths, closeMonth } from '../../src/core/closing/close.ts';
import { countQuotas } from '../../src/core/quota/result.ts';
import { COLLECTIONS } from '../../src/core/schema/collections.ts';
import type { Closing } from '../../src/core/schema/records.ts';
import type { Store } from '../../src/core/store/store.ts';
import { closeRefusalText, closingText } from '../../src/core/view/closing-wording.ts';
import { writeYaml } from '../../src/reader/writer.ts';
import type { Person } from '../people/person.ts';
import { type LedgerContext, permit } from './context.ts';
import { messageWith } from './draft.ts';
import { issuesMessage } from './reading.ts';
import { Refusal } from './refusal.ts';
import { MAIN } from './repository.ts';

/** What a person asks to close. */
export interface CloseRequest {
  /** `2026-03`. */
  month: string;
  /** The role that stands in the file, never a name. */
  by?: string;
}

/** A month that waits to be closed, with what would be kept. */
export interface Closable {
  month: string;
  text: string;
}

const TRIES = 8;

/** The months a person may close now, newest first, each with its numbers in words. */
export async function closable(context: LedgerContext, person: Person): Promise<Closable[]> {
  permit(context, person, 'month.close', targetOf(''));
  const store = await storeAt(context, await context.repository.main());
  const result = countQuotas(store, context.asOf());
  return closableMonths(result, store.closings).map((month) => {
    const outcome = closeMonth(result, store.closings, month);
    return { month, text: 'closing' in outcome ? closingText(outcome.closing) : '' };
  });
}

/**
 * Closes a month of the published content, as `npm run close` does: its numbers become a file
 * on the published branch, in one commit by the person. Returns that commit and what is kept.
 */
export function close(
  context: LedgerContext,
  person: Person,
  request: CloseRequest,
): Promise<{ commit: string; closing: Closing }> {
  return context.turns.run(() => closeInTurn(context, person, request));
}

async function closeInTurn(context: LedgerContext, person: Person, { month, by }: CloseRequest) {
  const { repository } = context;
  permit(context, person, 'month.close', targetOf(month));
  for (let tries = 0; tries < TRIES; tries += 1) {
    const main = await repository.main();
    const store = await storeAt(context, main);
    const closing = closedIn(store, context, { month, by });
    const text = await repository.write(writeYaml(closing));
    const file = `${COLLECTIONS.closings.folder}/${month}${COLLECTIONS.closings.extension}`;
    const commit = await repository.commit({
      tree: await repository.tree(main, new Map([[file, text]])),
      parents: [main],
      author: person,
      message: messageWith(`Khóa sổ ${month}`, { Event: 'close', By: person.id }),
    });
    if (await repository.move([{ ref: MAIN, from: main, to: commit }])) {
      context.published(commit);
      return { commit, closing };
    }
  }
  throw new Refusal(503, 'Nhiều bài đang được xuất bản cùng lúc. Hãy thử lại sau ít giây.');
}

function closedIn(store: Store, { asOf }: LedgerContext, { month, by }: CloseRequest): Closing {
  const outcome = closeMonth(countQuotas(store, asOf()), store.closings, month, by);
  if ('closing' in outcome) return outcome.closing;
  const asked = { month, closings: store.closings, asOf: asOf() };
  throw new Refusal(422, closeRefusalText(outcome.refusal, asked));
}

/** Numbers are only kept of content that can be counted. */
async function storeAt({ content }: LedgerContext, commit: string): Promise<Store> {
  const { store, issues } = await content.checked(commit);
  if (store) return store;
  const errors = issues.filter(({ severity }) => severity === 'error');
  throw new Refusal(422, issuesMessage('Chưa khóa sổ được', errors), { issues: errors });
}

function targetOf(month: string) {
  return { collection: 'closings', id: month, departments: [] };
}
