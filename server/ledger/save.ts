import type { Issue } from '../../src/core/issue/issue.ts';
import { COLLECTIONS } from '../../src/core/schema/collections.ts';
import { referencesIn } from '../../src/core/schema/walk.ts';
import { extensionOf, MEDIA_TYPES, mediaFileOf } from '../../src/core/store/media.ts';
import type { Person } from '../people/person.ts';
import { moment } from './conflict.ts';
import { type LedgerContext, permit, targetOf } from './context.ts';
import { type Draft, draftMessage, draftOf } from './draft.ts';
import { lastChangeOf } from './history.ts';
import {
  draftRef,
  type EntryKey,
  keyOf,
  refuseBadMedia,
  refuseBadName,
  refuseCollision,
} from './paths.ts';
import { type Reading, readText, refuseInvalid } from './reading.ts';
import { Refusal } from './refusal.ts';
import { blobId, type TreeFile } from './repository.ts';

/** A picture or file that comes with an entry. */
export interface Upload {
  path: string;
  bytes: Uint8Array;
}

/** What an editor asks to keep. */
export interface SaveRequest {
  /** Path of the entry below the content folder. */
  path: string;
  text: string;
  uploads: readonly Upload[];
  /** The version the editor began from; `''` for an entry that was new to the editor. */
  base: string;
}

/** What was kept. */
export interface Saved {
  commit: string;
  /** The version to name as the base of the next save. */
  version: string;
  /** What the checks say of the entry: a draft may be kept with these. */
  issues: readonly Issue[];
}

/** Where an entry stands before a save. */
interface Standing {
  key: EntryKey;
  draft: Draft | undefined;
  /** The published commit. */
  main: string;
  /** The commit that the save is laid over: the draft's, or the published one. */
  onto: string;
  files: ReadonlyMap<string, TreeFile>;
}

/** Saves that meet on one draft try again; each try sees what the other one wrote. */
const TRIES = 5;

/**
 * Keeps an entry as a draft: one commit by its person on the draft's branch. Refused, with both
 * texts, when somebody else has changed the entry since the editor read it.
 */
export async function save(
  context: LedgerContext,
  person: Person,
  request: SaveRequest,
): Promise<Saved> {
  const key = keyOf(request.path);
  const text = request.text.normalize('NFC');
  const reading = readText(request.path, text);
  refuseInvalid(reading);
  const version = await context.repository.write(text);
  for (let tries = 0; tries < TRIES; tries += 1) {
    const standing = await standingOf(context, key);
    await permitSave(context, person, standing, request.path, reading);
    await refuseStale(context, standing, { ...request, text }, version);
    const uploads = await keepUploads(context, standing, request.uploads);
    const commit = await commitSave(context, person, standing, {
      path: request.path,
      version,
      uploads,
      reading,
    });
    if (commit === undefined) continue;
    const issues = await context.content.issues(commit);
    return { commit, version, issues: issues.filter(({ file }) => file === request.path) };
  }
  throw new Refusal(503, 'Nhiều người đang lưu cùng lúc nên chưa lưu được. Hãy lưu lại.');
}

async function standingOf({ repository }: LedgerContext, key: EntryKey): Promise<Standing> {
  const main = await repository.main();
  const draft = await draftOf(repository, key);
  const onto = draft?.tip ?? main;
  return { key, draft, main, onto, files: await repository.files(onto) };
}

/** Asks twice, for the entry as it stands and as it will: nobody takes over another's entry. */
async function permitSave(
  context: LedgerContext,
  person: Person,
  { key, draft, files }: Standing,
  path: string,
  reading: Reading,
): Promise<void> {
  const author = draft?.author.id;
  const known = files.get(path);
  if (known) {
    const text = (await context.repository.blob(known.id)).toString('utf8');
    permit(context, person, 'draft.write', targetOf(key, readText(path, text), author));
  } else {
    refuseBadName(path);
    refuseCollision(path, files.keys());
  }
  permit(context, person, 'draft.write', targetOf(key, reading, author));
}

/** The optimistic lock. The same text sent twice is no conflict: the first answer was lost. */
async function refuseStale(
  { repository }: LedgerContext,
  { draft, onto, files }: Standing,
  { path, base, text }: SaveRequest,
  version: string,
): Promise<void> {
  const current = files.get(path)?.id ?? '';
  if (current === base || (draft && current === version)) return;
  const change = await lastChangeOf(repository, onto, path);
  const at = moment(change.at);
  const theirs = current
    ? { version: current, text: (await repository.blob(current)).toString('utf8') }
    : undefined;
  throw new Refusal(
    409,
    `Bài này vừa được ${change.by} sửa lúc ${at}. Phần bạn viết chưa được lưu và vẫn còn trên màn hình: hãy so sánh hai bản, gộp lại rồi lưu.`,
    { conflict: { path, by: change.by, at, base, theirs, yours: text } },
  );
}

/** The uploads by path with their versions; what is already kept is not taken in again. */
async function keepUploads(
  { repository, acceptUpload }: LedgerContext,
  { files }: Standing,
  uploads: readonly Upload[],
): Promise<Map<string, string>> {
  const kept = new Map<string, string>();
  for (const { path, bytes } of uploads) {
    const same = blobId(bytes);
    if (files.get(path)?.id === same) {
      kept.set(path, same);
      continue;
    }
    refuseBadMedia(path);
    refuseCollision(path, files.keys());
    const accepted = await acceptUpload(path, bytes).catch((error: Error) => {
      throw error instanceof Refusal ? error : new Refusal(422, error.message);
    });
    kept.set(path, await repository.write(accepted.bytes));
  }
  return kept;
}

/** Makes the commit and moves the draft to it; `undefined` when somebody else moved it first. */
async function commitSave(
  { repository, may }: LedgerContext,
  person: Person,
  standing: Standing,
  made: { path: string; version: string; uploads: ReadonlyMap<string, string>; reading: Reading },
): Promise<string | undefined> {
  const { key, draft, main, onto } = standing;
  const changes = new Map<string, string | null>([...made.uploads, [made.path, made.version]]);
  for (const path of await droppedMedia(repository, standing, made)) changes.set(path, null);
  const tree = await repository.tree(onto, changes);
  if (draft && tree === (await repository.treeOf(onto))) return onto;
  const author = { id: person.id, name: person.name, email: person.email };
  const state = {
    base: draft?.base ?? main,
    author: draft?.author ?? author,
    status: draft?.status ?? ('draft' as const),
  };
  // What somebody without the right to review has changed has not been reviewed any more.
  const target = targetOf(key, made.reading, state.author.id);
  if (state.status === 'pending_publish' && may(person, 'draft.return', target) !== undefined) {
    state.status = 'pending_review';
  }
  const commit = await repository.commit({
    tree,
    parents: [onto],
    author: person,
    message: draftMessage(state, { event: 'save', subject: `Lưu ${made.path}`, by: person }),
  });
  const moved = await repository.move([
    { ref: draftRef(key), from: draft?.tip ?? null, to: commit },
  ]);
  return moved ? commit : undefined;
}

/** Pictures and files that only this draft has, and that it no longer shows nor brings along. */
async function droppedMedia(
  repository: LedgerContext['repository'],
  { draft }: Standing,
  made: { path: string; uploads: ReadonlyMap<string, string>; reading: Reading },
): Promise<string[]> {
  if (!draft) return [];
  const shown = mediaOf(made.path, made.reading);
  const changed = await repository.difference(draft.base, draft.tip);
  return changed
    .filter(({ path, before, after }) => before === null && after !== null && isMedia(path))
    .map(({ path }) => path)
    .filter((path) => !shown.has(path) && !made.uploads.has(path));
}

function isMedia(path: string): boolean {
  return MEDIA_TYPES.has(extensionOf(path));
}

/** The files that an entry shows or links to, by path below the content folder. */
function mediaOf(file: string, { entry }: Reading): Set<string> {
  if (!entry) return new Set();
  const fields = referencesIn(COLLECTIONS[entry.collection].schema, entry.data)
    .filter(({ relation }) => relation === 'media' || relation === 'picture')
    .map(({ value }) => value);
  const named = [...fields, ...(entry.body?.media ?? [])];
  return new Set(named.map((path) => mediaFileOf(file, path)).filter((path) => path !== undefined));
}
