import type { Day } from '../../src/core/calendar/day.ts';
import { COLLECTIONS } from '../../src/core/schema/collections.ts';
import { shapeOf } from '../../src/core/schema/walk.ts';
import { withWithdrawal } from '../../src/reader/withdrawal.ts';
import type { Person } from '../people/person.ts';
import { type LedgerContext, permit, targetOf } from './context.ts';
import { labelOf, messageWith } from './draft.ts';
import { type EntryKey, fileOf } from './paths.ts';
import { refuseBroken } from './publish.ts';
import { readText, refuseInvalid } from './reading.ts';
import { Refusal } from './refusal.ts';
import { MAIN } from './repository.ts';
import type { DraftName } from './review.ts';

const TRIES = 8;

/**
 * Withdraws a published entry: its page stays and says why, and it counts nowhere any more.
 * This changes the published content at once; a draft of the entry that was begun before can
 * then only be published after a comparison. Returns the published commit.
 */
export function withdraw(
  context: LedgerContext,
  person: Person,
  name: DraftName,
  reason: string,
): Promise<string> {
  return context.turns.run(() => withdrawInTurn(context, person, name, reason));
}

async function withdrawInTurn(
  context: LedgerContext,
  person: Person,
  name: DraftName,
  reason: string,
): Promise<string> {
  const { repository } = context;
  const file = fileOf(name.collection, name.id);
  const key = { collection: name.collection, id: name.id } as EntryKey;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const main = await repository.main();
    const found = await repository.textAt(main, file);
    if (!found) throw new Refusal(404, `«${name.id}» (${labelOf(key)}) chưa được xuất bản.`);
    const { text } = found;
    permit(context, person, 'withdraw', targetOf(key, readText(file, text)));
    const changed = withdrawnText(key, file, text, { date: context.asOf(), reason });
    const tree = await repository.tree(main, new Map([[file, await repository.write(changed)]]));
    await refuseBroken(context, tree, main, 'Chưa gỡ được');
    const commit = await repository.commit({
      tree,
      parents: [main],
      author: person,
      message: messageWith(`Gỡ ${file}`, { Event: 'withdraw', By: person.id, Reason: reason }),
    });
    if (await repository.move([{ ref: MAIN, from: main, to: commit }])) {
      context.published(commit);
      return commit;
    }
  }
  throw new Refusal(503, 'Nhiều bài đang được xuất bản cùng lúc. Hãy thử lại sau ít giây.');
}

function withdrawnText(
  key: EntryKey,
  file: string,
  text: string,
  { date, reason }: { date: Day; reason: string },
): string {
  if (!('withdrawn' in shapeOf(COLLECTIONS[key.collection].schema))) {
    throw new Refusal(422, `«${labelOf(key)}» không gỡ được như tin bài. Hãy sửa nội dung.`);
  }
  const { entry } = readText(file, text);
  if (entry && 'withdrawn' in (entry.data as object)) {
    throw new Refusal(422, 'Bài này đã được gỡ từ trước.');
  }
  const changed = withWithdrawal(text, { date, reason: reason.normalize('NFC').trim() });
  refuseInvalid(readText(file, changed));
  return changed;
}
