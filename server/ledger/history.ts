import type { Person } from '../people/person.ts';
import type { LastChange } from './conflict.ts';
import { type LedgerContext, permit, targetOf } from './context.ts';
import { type Draft, draftOf, type HistoryItem, historyOf } from './draft.ts';
import { type EntryKey, fileOf } from './paths.ts';
import { readText } from './reading.ts';
import { MAIN, type Repository } from './repository.ts';

/** The texts of an entry that a person puts side by side. */
export interface Comparison {
  path: string;
  /** What the draft began from; `undefined` for a new entry. */
  base: Side | undefined;
  published: Side | undefined;
  draft: Side | undefined;
}

/** One text of a comparison. */
export interface Side {
  version: string;
  text: string;
  change: LastChange;
}

/** Where the branches of drafts go that were published or deleted: nothing written is lost. */
export const ARCHIVE = 'refs/archive/';

/** The ref under which a finished draft is kept. */
export function archiveRef(draft: Draft): string {
  return `${ARCHIVE}${draft.ref.slice('refs/heads/drafts/'.length)}/${draft.tip}`;
}

/** Who changed a file last, seen from a commit. */
export async function lastChangeOf(
  repository: Repository,
  commit: string,
  file: string,
): Promise<LastChange> {
  const found = await repository.text(['log', '-1', '--format=%at%x00%an', commit, '--', file]);
  const [at = '0', by = 'người khác'] = found.split('\0');
  return { by, at: Number(at) };
}

/** What a person who opens an entry is told about it. */
export interface EntryHistory {
  history: HistoryItem[];
  /** Why the person may only read it; `undefined` when writing is theirs. */
  refusal: string | undefined;
}

/** Everything that happened to an entry: publications, and the steps of all its drafts. */
export async function entryHistory(
  context: LedgerContext,
  person: Person,
  collection: string,
  id: string,
): Promise<EntryHistory> {
  const { repository } = context;
  const { key, file, draft, target } = await placeOf(context, collection, id);
  const refusal = context.may(person, 'draft.write', target);
  // What is published everybody may read; how it came about is its department's.
  if (!draft && context.may(person, 'draft.read', target)) return { history: [], refusal };
  permit(context, person, 'draft.read', target);
  const published = await historyOf(repository, [MAIN], file);
  const current = draft ? await historyOf(repository, [`${draft.base}..${draft.tip}`]) : [];
  const finished = await Promise.all(
    (await archived(repository, key)).map((tip) =>
      historyOf(repository, [tip, `^${MAIN}`, '--max-count=200']),
    ),
  );
  // Of one second, the steps of a draft come before its publication.
  const history = [...finished.flat(), ...published, ...current].sort((a, b) => a.at - b.at);
  return { history, refusal };
}

/** The texts of an entry, for a person who has to put two of them together. */
export async function compare(
  context: LedgerContext,
  person: Person,
  collection: string,
  id: string,
): Promise<Comparison> {
  const { repository } = context;
  const { file, draft, target } = await placeOf(context, collection, id);
  permit(context, person, 'draft.read', target);
  const side = async (commit: string | undefined): Promise<Side | undefined> => {
    const found = commit && (await repository.textAt(commit, file));
    if (!commit || !found) return undefined;
    const change = await lastChangeOf(repository, commit, file);
    return { version: found.id, text: found.text, change };
  };
  return {
    path: file,
    base: await side(draft?.base),
    published: await side(await repository.main()),
    draft: await side(draft?.tip),
  };
}

/** Where an entry lies, its draft, and what the policy needs to know of its newest text. */
async function placeOf({ repository }: LedgerContext, collection: string, id: string) {
  const file = fileOf(collection, id);
  const key = { collection, id } as EntryKey;
  const draft = await draftOf(repository, key);
  const found = await repository.textAt(draft?.tip ?? MAIN, file);
  const target = targetOf(key, readText(file, found?.text ?? ''), draft?.author.id);
  return { key, file, draft, target };
}

async function archived(repository: Repository, key: EntryKey): Promise<string[]> {
  const refs = `${ARCHIVE}${key.collection}/${key.id.replaceAll('/', '+')}/`;
  const found = await repository.text(['for-each-ref', '--format=%(objectname)', refs]);
  return found.split('\n').filter(Boolean);
}
