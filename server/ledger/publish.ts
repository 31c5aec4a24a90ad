import type { Issue } from '../../src/core/issue/issue.ts';
import { extensionOf, MEDIA_TYPES } from '../../src/core/store/media.ts';
import type { Person } from '../people/person.ts';
import { moment } from './conflict.ts';
import { draftTarget, type LedgerContext, permit } from './context.ts';
import { type Draft, historyOf, messageWith } from './draft.ts';
import { archiveRef, lastChangeOf } from './history.ts';
import { requireDraft } from './read.ts';
import { issuesMessage } from './reading.ts';
import { Refusal } from './refusal.ts';
import { type Changes, MAIN } from './repository.ts';
import type { DraftName } from './review.ts';

/** A publication that meets one from outside is made again on top of it. */
const TRIES = 8;

/**
 * Publishes a draft: its files are laid over the published content in one commit, and the ref
 * moves once. Refused when somebody published another version of one of the files meanwhile,
 * or when the whole ward, with the draft in it, would have an error it did not have before.
 * Returns the published commit.
 */
export function publish(context: LedgerContext, person: Person, name: DraftName): Promise<string> {
  return context.turns.run(() => publishInTurn(context, person, name));
}

async function publishInTurn(
  context: LedgerContext,
  person: Person,
  name: DraftName,
): Promise<string> {
  const { repository } = context;
  const draft = await requireDraft(context, person, name.collection, name.id);
  permit(context, person, 'publish', await draftTarget(context, draft));
  if (draft.status !== 'pending_publish') {
    throw new Refusal(422, 'Chỉ xuất bản được bài ở trạng thái «Sẵn sàng». Hãy duyệt bài trước.');
  }
  for (let tries = 0; tries < TRIES; tries += 1) {
    const main = await repository.main();
    const changes = await changesOf(context, draft, main);
    const commit =
      changes.size === 0 ? main : await publication(context, person, draft, main, changes);
    const moved = await repository.move([
      ...(commit === main ? [] : [{ ref: MAIN, from: main, to: commit }]),
      { ref: draft.ref, from: draft.tip, to: null },
      { ref: archiveRef(draft), from: null, to: draft.tip },
    ]);
    if (moved) {
      context.published(commit);
      return commit;
    }
    if ((await repository.resolve(draft.ref)) !== draft.tip) {
      throw new Refusal(409, 'Bản nháp vừa được sửa. Hãy tải lại, xem bản mới rồi xuất bản.');
    }
  }
  throw new Refusal(503, 'Nhiều bài đang được xuất bản cùng lúc. Hãy thử lại sau ít giây.');
}

/** Refuses changed content that brings errors the published content does not have. */
export async function refuseBroken(
  { content }: LedgerContext,
  tree: string,
  main: string,
  heading: string,
): Promise<void> {
  const issues: Issue[] = await content.newErrors(tree, main);
  if (issues.length > 0) throw new Refusal(422, issuesMessage(heading, issues), { issues });
}

/** What the draft changes, file by file, in the content as it is published now. */
async function changesOf(
  { repository }: LedgerContext,
  draft: Draft,
  main: string,
): Promise<Changes> {
  const published = await repository.files(main);
  const changes = new Map<string, string | null>();
  for (const { path, before, after } of await repository.difference(draft.base, draft.tip)) {
    if (path !== draft.file && !MEDIA_TYPES.has(extensionOf(path))) {
      throw new Refusal(422, `Bản nháp này có tệp «${path}» không thuộc bài. Chưa xuất bản.`);
    }
    const current = published.get(path)?.id ?? null;
    if (current === after) continue;
    if (current !== before) {
      const change = await lastChangeOf(repository, main, path);
      const at = moment(change.at);
      const theirs = current
        ? { version: current, text: (await repository.blob(current)).toString('utf8') }
        : undefined;
      throw new Refusal(
        409,
        `Chưa xuất bản: «${path}» đã được ${change.by} thay đổi lúc ${at}, sau khi bản nháp này bắt đầu. Hãy so sánh hai bản, gộp lại rồi xuất bản.`,
        path === draft.file
          ? { conflict: { path, by: change.by, at, base: before ?? '', theirs } }
          : {},
      );
    }
    changes.set(path, after);
  }
  return changes;
}

/** The commit of a publication. Its author is who wrote the entry; who published is named. */
async function publication(
  context: LedgerContext,
  person: Person,
  draft: Draft,
  main: string,
  changes: Changes,
): Promise<string> {
  const { repository } = context;
  const tree = await repository.tree(main, changes);
  await refuseBroken(context, tree, main, 'Chưa xuất bản được');
  const wrote = (await historyOf(repository, [`${draft.base}..${draft.tip}`]))
    .filter(({ event }) => event === 'save')
    .map(({ by }) => `${by.name} <${by.email}>`)
    .filter((name, at, all) => all.indexOf(name) === at);
  const message = messageWith(`Xuất bản ${draft.file}`, {
    Event: 'publish',
    By: person.id,
    'Published-By': `${person.name} <${person.email}>`,
    'Written-By': wrote.join(', '),
    Draft: draft.tip,
  });
  return repository.commit({ tree, parents: [main], author: draft.author, message });
}
