import type { Person } from '../people/person.ts';
import { draftTarget, type LedgerContext, permit } from './context.ts';
import { type Draft, draftOf, labelOf } from './draft.ts';
import type { DraftFacts } from './entry-index.ts';
import { type EntryKey, fileOf, keyOf } from './paths.ts';
import { Refusal } from './refusal.ts';
import { MAIN } from './repository.ts';

/** A published file and its version; both `null` when there is none. */
export interface PublishedFile {
  path: string;
  version: string | null;
  text: string | null;
}

/** A file in which a draft differs from what is published. */
export interface DraftFile {
  path: string;
  /** Its version in the draft. */
  version: string;
  isNew: boolean;
}

/** The published entries of a folder. */
export async function publishedIn(
  { repository }: LedgerContext,
  folder: string,
  ending: string,
): Promise<PublishedFile[]> {
  const files = await repository.files(MAIN, `${folder}/`);
  const wanted = [...files].filter(([path]) => path.endsWith(ending));
  const texts = await repository.blobs([...new Set(wanted.map(([, { id }]) => id))]);
  return wanted.map(([path, { id }]) => ({
    path,
    version: id,
    text: texts.get(id)?.toString('utf8') ?? null,
  }));
}

/** One published entry. */
export async function publishedFile(
  { repository }: LedgerContext,
  path: string,
): Promise<PublishedFile> {
  keyOf(path);
  const found = await repository.textAt(MAIN, path);
  return { path, version: found?.id ?? null, text: found?.text ?? null };
}

/** The drafts that a person may read. */
export async function draftsSeenBy(
  { index, may }: LedgerContext,
  person: Person,
): Promise<DraftFacts[]> {
  return (await index.drafts()).filter(({ draft, facts }) => {
    const { collection, id, author } = draft;
    const target = { collection, id, departments: facts.departments };
    const whose = author.id === undefined ? {} : { author: author.id };
    return may(person, 'draft.read', { ...target, ...whose }) === undefined;
  });
}

/** The draft of an entry that a person may see; refuses when there is none. */
export async function requireDraft(
  context: LedgerContext,
  person: Person,
  collection: string,
  id: string,
): Promise<Draft> {
  fileOf(collection, id);
  const key = { collection, id } as EntryKey;
  const draft = await draftOf(context.repository, key);
  if (!draft) throw new Refusal(404, `«${id}» (${labelOf(key)}) không có bản nháp.`);
  permit(context, person, 'draft.read', await draftTarget(context, draft));
  return draft;
}

/** Refuses a person who may not see the draft of an entry; what is published is for all. */
export async function permitOpening(
  context: LedgerContext,
  person: Person,
  collection: string,
  id: string,
): Promise<void> {
  const draft = await draftOf(context.repository, { collection, id } as EntryKey);
  if (draft) permit(context, person, 'draft.read', await draftTarget(context, draft));
}

/** The files of a draft that differ from those it began from. */
export async function draftFiles(
  { repository }: LedgerContext,
  draft: Draft,
): Promise<DraftFile[]> {
  const changed = await repository.difference(draft.base, draft.tip);
  return changed
    .filter(({ after }) => after !== null)
    .map(({ path, before, after }) => ({ path, version: after ?? '', isNew: before === null }));
}

/** The bytes of one file of a draft. */
export async function draftFile(
  { repository }: LedgerContext,
  draft: Draft,
  path: string,
): Promise<{ version: string; bytes: Buffer }> {
  const found = await repository.fileAt(draft.tip, path);
  if (!found) throw new Refusal(404, `Bản nháp không có tệp «${path}».`);
  return { version: found.id, bytes: found.bytes };
}
