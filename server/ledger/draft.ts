import { COLLECTIONS } from '../../src/core/schema/collections.ts';
import type { Person } from '../people/person.ts';
import { DRAFTS, draftRef, type EntryKey, fileOf, keyOfRef } from './paths.ts';
import { type Author, MAIN, type Repository } from './repository.ts';

/** How far a draft has come, in Decap's words: bản nháp, chờ duyệt, sẵn sàng. */
export const STATUSES = ['draft', 'pending_review', 'pending_publish'] as const;
export type Status = (typeof STATUSES)[number];

/** What happened to a draft; every commit of its branch is one of these. */
export const EVENTS = ['save', 'status', 'return', 'note', 'adopt'] as const;
export type DraftEvent = (typeof EVENTS)[number];

/** An entry that somebody works on: the head of its branch and what the branch says of it. */
export interface Draft extends EntryKey {
  ref: string;
  /** The newest commit of the branch. */
  tip: string;
  /** The published commit whose version of the entry the draft goes on from. */
  base: string;
  /** Path of the entry below the content folder. */
  file: string;
  status: Status;
  /** Who began it; without an id when the branch was pushed from outside. */
  author: Author & { id?: string };
  /** Who made the newest commit. */
  updatedBy: string;
  /** Seconds since 1970. */
  updatedAt: number;
}

/** What a new commit of a draft says. */
export interface Step {
  event: DraftEvent;
  /** First line, for those who read the log with git. */
  subject: string;
  /** What the person wrote about it: a note, the reason of a return. */
  comment?: string;
  by: Person;
}

/** One event of a draft or of a published entry, oldest first in lists. */
export interface HistoryItem {
  commit: string;
  at: number;
  by: Author & { id?: string };
  event: DraftEvent | 'publish' | 'withdraw' | 'other';
  subject: string;
  comment: string;
  status?: Status;
}

const FORMAT = '%x01%H%x00%at%x00%an%x00%ae%x00%B%x02';
const REF_FORMAT =
  '%01%(refname)%00%(objectname)%00%(committerdate:unix)%00%(authorname)%00%(authoremail:trim)%00%(contents)%02';

/**
 * The state of a draft stands in the last lines of its newest commit, the way git writes
 * trailers. So it travels with the branch, and one pass over the refs lists every draft.
 */
export function draftMessage(draft: Pick<Draft, 'base' | 'status' | 'author'>, step: Step): string {
  const comment = step.comment?.trim().replace(/\0|\r/g, '');
  const lines = [
    `Event: ${step.event}`,
    `By: ${step.by.id}`,
    `Status: ${draft.status}`,
    `Base: ${draft.base}`,
    `Author: ${draft.author.id ?? ''}`,
    `Author-Name: ${oneLine(draft.author.name)}`,
    `Author-Email: ${oneLine(draft.author.email)}`,
  ];
  const parts = [oneLine(step.subject), ...(comment ? [comment] : []), lines.join('\n')];
  return `${parts.join('\n\n')}\n`;
}

/** A message with trailers of its own, for commits of the published branch. */
export function messageWith(subject: string, trailers: Record<string, string>): string {
  const lines = Object.entries(trailers).map(([name, value]) => `${name}: ${oneLine(value)}`);
  return `${oneLine(subject)}\n\n${lines.join('\n')}\n`;
}

/** All drafts, by ref. */
export async function drafts(repository: Repository): Promise<Draft[]> {
  const out = await repository.text(['for-each-ref', `--format=${REF_FORMAT}`, DRAFTS]);
  const found = records(out).map(
    ([ref = '', tip = '', at = '', name = '', email = '', message = '']) =>
      readDraft(repository, { ref, tip, at: Number(at), author: { name, email }, message }),
  );
  return (await Promise.all(found)).filter((draft) => draft !== undefined);
}

/** The draft of an entry; `undefined` when nobody works on it. */
export async function draftOf(repository: Repository, key: EntryKey): Promise<Draft | undefined> {
  const ref = draftRef(key);
  const head = await repository.object(ref);
  if (head?.type !== 'commit') return undefined;
  return readDraft(repository, { ref, tip: head.id, ...commitOf(head.bytes.toString('utf8')) });
}

/** Everything that happened between two commits, oldest first; `file` keeps to one file. */
export async function historyOf(
  repository: Repository,
  range: readonly string[],
  file?: string,
): Promise<HistoryItem[]> {
  const args = ['log', '--reverse', '--topo-order', `--format=${FORMAT}`, ...range];
  const log = await repository.text(file ? [...args, '--', file] : [...args, '--']);
  return records(log).map(([commit = '', at = '', name = '', email = '', message = '']) => {
    const { subject, comment, trailers } = parseMessage(message);
    const id = trailers.get('By');
    return {
      commit,
      at: Number(at),
      by: { name, email, ...(id ? { id } : {}) },
      event: eventOf(trailers.get('Event')),
      subject,
      comment,
      status: statusOf(trailers.get('Status')),
    };
  });
}

/** The newest commit of a draft's branch. */
interface Head {
  ref: string;
  tip: string;
  /** Seconds since 1970. */
  at: number;
  author: Author;
  message: string;
}

async function readDraft(repository: Repository, head: Head): Promise<Draft | undefined> {
  const { ref, tip, at, author, message } = head;
  const key = keyOfRef(ref);
  if (!key) return undefined;
  const { trailers } = parseMessage(message);
  const id = trailers.get('Author');
  const began = trailers.get('Author-Name');
  return {
    ...key,
    ref,
    tip,
    base: trailers.get('Base') ?? (await mergeBase(repository, tip)),
    file: fileOf(key.collection, key.id),
    status: statusOf(trailers.get('Status')) ?? 'draft',
    author: {
      name: began ?? author.name,
      email: began === undefined ? author.email : (trailers.get('Author-Email') ?? ''),
      ...(id ? { id } : {}),
    },
    updatedBy: author.name,
    updatedAt: at,
  };
}

/** What stands in a commit as git keeps it: lines of its own, an empty one, the message. */
function commitOf(text: string): Pick<Head, 'at' | 'author' | 'message'> {
  const end = text.indexOf('\n\n');
  const head = text.slice(0, end);
  const [, name = '', email = ''] = /^author (.*?) ?<(.*)> -?\d+ [+-]\d+$/m.exec(head) ?? [];
  const [, at = '0'] = /^committer .*> (-?\d+) [+-]\d+$/m.exec(head) ?? [];
  return { at: Number(at), author: { name, email }, message: text.slice(end + 2) };
}

/** A branch that came from outside says nothing of its base. */
async function mergeBase(repository: Repository, tip: string): Promise<string> {
  return repository.text(['merge-base', MAIN, tip]).catch(() => repository.main());
}

function records(text: string): string[][] {
  return text
    .split('\u0002')
    .map((record) => record.slice(record.indexOf('\u0001') + 1).split('\0'))
    .filter((fields) => fields.length > 1);
}

/** Only the last paragraph is read for the state: what a person wrote stands before it. */
function parseMessage(message: string): {
  subject: string;
  comment: string;
  trailers: ReadonlyMap<string, string>;
} {
  const parts = message.trimEnd().split(/\n{2,}/);
  const last = parts.length > 1 ? (parts.at(-1) ?? '') : '';
  const lines = last.split('\n').map((line) => /^([A-Z][A-Za-z-]*): (.*)$/.exec(line));
  const ours = lines.length > 0 && lines.every((line) => line !== null);
  const trailers = new Map(
    ours ? lines.map((line) => [line?.[1] ?? '', line?.[2] ?? ''] as const) : [],
  );
  const comment = parts.slice(1, ours ? -1 : undefined).join('\n\n');
  return { subject: parts[0] ?? '', comment, trailers };
}

function statusOf(text: string | undefined): Status | undefined {
  return STATUSES.find((known) => known === text);
}

function eventOf(text: string | undefined): HistoryItem['event'] {
  return ([...EVENTS, 'publish', 'withdraw'].find((known) => known === text) as never) ?? 'other';
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The name of an entry's kind, for messages. */
export function labelOf({ collection }: EntryKey): string {
  return COLLECTIONS[collection].label;
}
