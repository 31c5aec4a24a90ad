import { extensionOf, MEDIA_TYPES } from '../../src/core/store/media.ts';
import type { Person } from '../people/person.ts';
import { draftTarget, type LedgerContext, permit } from './context.ts';
import { messageWith } from './draft.ts';
import { archiveRef } from './history.ts';
import { keyOf, refuseBadMedia, refuseCollision } from './paths.ts';
import { refuseBroken } from './publish.ts';
import { requireDraft } from './read.ts';
import { Refusal } from './refusal.ts';
import { type Changes, MAIN } from './repository.ts';
import type { DraftName } from './review.ts';
import type { Upload } from './save.ts';

const TRIES = 8;

/** Deletes a draft. What is published stays; the branch is kept in the archive. */
export async function deleteDraft(
  context: LedgerContext,
  person: Person,
  name: DraftName,
): Promise<void> {
  const draft = await requireDraft(context, person, name.collection, name.id);
  permit(context, person, 'draft.delete', await draftTarget(context, draft));
  const moved = await context.repository.move([
    { ref: draft.ref, from: draft.tip, to: null },
    { ref: archiveRef(draft), from: null, to: draft.tip },
  ]);
  if (!moved) throw new Refusal(409, 'Bản nháp vừa được người khác sửa. Hãy tải lại rồi xem lại.');
}

/** Adds a picture or file to the published ones; a known one is never written over. */
export async function addMedia(
  context: LedgerContext,
  person: Person,
  { path, bytes }: Upload,
): Promise<{ commit: string; version: string; bytes: Uint8Array }> {
  permit(context, person, 'publish', mediaTarget(path));
  refuseBadMedia(path);
  const accepted = await context.acceptUpload(path, bytes).catch((error: Error) => {
    throw new Refusal(422, error.message);
  });
  const version = await context.repository.write(accepted.bytes);
  const commit = await onMain(context, person, `Thêm ${path}`, async (main) => {
    const files = await context.repository.files(main);
    refuseCollision(path, files.keys());
    if (files.has(path) && files.get(path)?.id !== version) {
      throw new Refusal(409, `Đã có tệp «${path}». Hãy đặt tên khác.`);
    }
    return new Map([[path, version]]);
  });
  return { commit, version, bytes: accepted.bytes };
}

/** Deletes published pictures and files that no entry shows any more; entries are withdrawn. */
export async function deleteMedia(
  context: LedgerContext,
  person: Person,
  paths: readonly string[],
): Promise<string> {
  for (const path of paths) {
    permit(context, person, 'publish', mediaTarget(path));
    if (!MEDIA_TYPES.has(extensionOf(path))) {
      keyOf(path);
      throw new Refusal(
        403,
        'Nội dung đã xuất bản không xóa được, chỉ gỡ kèm lý do. Hãy dùng «Gỡ bài».',
      );
    }
  }
  return onMain(context, person, `Xóa ${paths.join(', ')}`, async (main) => {
    const files = await context.repository.files(main);
    const known = paths.filter((path) => files.has(path));
    return new Map(known.map((path) => [path, null]));
  });
}

/** One commit on the published branch, made anew when somebody else publishes meanwhile. */
function onMain(
  context: LedgerContext,
  person: Person,
  subject: string,
  changesOn: (main: string) => Promise<Changes>,
): Promise<string> {
  return context.turns.run(() => onMainInTurn(context, person, subject, changesOn));
}

async function onMainInTurn(
  context: LedgerContext,
  person: Person,
  subject: string,
  changesOn: (main: string) => Promise<Changes>,
): Promise<string> {
  const { repository } = context;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const main = await repository.main();
    const tree = await repository.tree(main, await changesOn(main));
    if (tree === (await repository.treeOf(main))) return main;
    await refuseBroken(context, tree, main, 'Chưa làm được');
    const message = messageWith(subject, { Event: 'media', By: person.id });
    const commit = await repository.commit({ tree, parents: [main], author: person, message });
    if (await repository.move([{ ref: MAIN, from: main, to: commit }])) {
      context.published(commit);
      return commit;
    }
  }
  throw new Refusal(503, 'Nhiều bài đang được xuất bản cùng lúc. Hãy thử lại sau ít giây.');
}

function mediaTarget(path: string) {
  return { collection: 'media', id: path, departments: [] };
}
