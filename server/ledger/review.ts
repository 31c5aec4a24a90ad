import type { Person } from '../people/person.ts';
import { moment } from './conflict.ts';
import { draftTarget, type LedgerContext, permit } from './context.ts';
import {
  type Draft,
  draftMessage,
  type HistoryItem,
  historyOf,
  type Status,
  type Step,
} from './draft.ts';
import { lastChangeOf } from './history.ts';
import type { LedgerAction } from './policy.ts';
import { requireDraft } from './read.ts';
import { Refusal } from './refusal.ts';

/** A draft by the names Decap knows it by. */
export interface DraftName {
  collection: string;
  id: string;
}

/** Names of the statuses, as people see them. */
export const STATUS_NAMES: Readonly<Record<Status, string>> = {
  draft: 'Bản nháp',
  pending_review: 'Chờ duyệt',
  pending_publish: 'Sẵn sàng',
};

/**
 * Moves a draft on or back. Sending for review is the author's; passing it on and giving it
 * back is the reviewer's, and who gives it back says why, here or in a note just before.
 */
export async function setStatus(
  context: LedgerContext,
  person: Person,
  name: DraftName,
  status: Status,
  comment = '',
): Promise<void> {
  const draft = await requireDraft(context, person, name.collection, name.id);
  if (draft.status === status) return;
  const own = draft.author.id === person.id;
  const back = status === 'draft' && !own;
  const action: LedgerAction =
    status === 'pending_publish' || back ? 'draft.return' : 'draft.submit';
  permit(context, person, action, await draftTarget(context, draft));
  if (back && !comment.trim() && !(await hasFreshNote(context, draft, person))) {
    throw new Refusal(
      422,
      'Hãy ghi lý do trả lại (ở ô ghi chú của bài) để người viết biết cần sửa gì, rồi trả lại.',
    );
  }
  const subject = back ? 'Trả lại' : `Chuyển sang «${STATUS_NAMES[status]}»`;
  await step(context, { ...draft, status }, draft.tip, {
    event: back ? 'return' : 'status',
    subject,
    comment,
    by: person,
  });
}

/** Adds a note to a draft, for everybody who may read it. */
export async function addNote(
  context: LedgerContext,
  person: Person,
  name: DraftName,
  text: string,
): Promise<HistoryItem> {
  const draft = await requireDraft(context, person, name.collection, name.id);
  if (!text.trim()) throw new Refusal(422, 'Ghi chú còn trống.');
  const commit = await step(context, draft, draft.tip, {
    event: 'note',
    subject: 'Ghi chú',
    comment: text,
    by: person,
  });
  const [added] = await historyOf(context.repository, ['-1', commit]);
  if (!added) throw new Error(`No history of ${commit}`);
  return added;
}

/** What people wrote about a draft: notes, and the reasons it was given back for. */
export async function notesOf(
  context: LedgerContext,
  person: Person,
  name: DraftName,
): Promise<HistoryItem[]> {
  const draft = await requireDraft(context, person, name.collection, name.id);
  const history = await historyOf(context.repository, [`${draft.base}..${draft.tip}`]);
  return history.filter(({ comment, event }) => comment !== '' && event !== 'other');
}

/**
 * Says that a person has seen what was published after the draft began and keeps the draft's
 * text: from here on the draft goes on from the published version. `seen` are the versions the
 * person compared; when either has changed since, this is refused.
 */
export async function adopt(
  context: LedgerContext,
  person: Person,
  name: DraftName,
  seen: { draft: string; published: string },
): Promise<void> {
  const { repository } = context;
  const draft = await requireDraft(context, person, name.collection, name.id);
  permit(context, person, 'draft.write', await draftTarget(context, draft));
  const main = await repository.main();
  const versions = {
    draft: await repository.version(draft.tip, draft.file),
    published: await repository.version(main, draft.file),
  };
  if (versions.draft !== seen.draft || versions.published !== seen.published) {
    const change = await lastChangeOf(repository, draft.tip, draft.file);
    throw new Refusal(
      409,
      `Bài lại vừa được sửa (${change.by}, lúc ${moment(change.at)}). Hãy mở lại phần so sánh.`,
    );
  }
  const changed = await repository.difference(draft.base, draft.tip);
  const tree = await repository.tree(
    main,
    new Map(changed.map(({ path, after }) => [path, after] as const)),
  );
  const subject = 'Đã so sánh với bản đang đăng, giữ bản nháp';
  await step(context, { ...draft, base: main }, tree, { event: 'adopt', subject, by: person }, [
    draft.tip,
    main,
  ]);
}

/** One more commit on a draft's branch; refuses when somebody else was faster. */
async function step(
  { repository }: LedgerContext,
  draft: Draft,
  tree: string,
  made: Step,
  parents: readonly string[] = [draft.tip],
): Promise<string> {
  const commit = await repository.commit({
    tree: await repository.treeOf(tree),
    parents,
    author: made.by,
    message: draftMessage(draft, made),
  });
  if (await repository.move([{ ref: draft.ref, from: draft.tip, to: commit }])) return commit;
  throw new Refusal(409, 'Bản nháp vừa được người khác thay đổi. Hãy tải lại rồi làm lại.');
}

/** Whether a person has written a note since the draft was last moved on or back. */
async function hasFreshNote(
  { repository }: LedgerContext,
  draft: Draft,
  person: Person,
): Promise<boolean> {
  const history = await historyOf(repository, [`${draft.base}..${draft.tip}`]);
  const moved = history.findLastIndex(({ event }) => event === 'status' || event === 'return');
  return history.slice(moved + 1).some(({ event, by }) => event === 'note' && by.id === person.id);
}
