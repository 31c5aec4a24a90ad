import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Commit, FileHistory, History, UnknownHistory } from '../core/audit/history.ts';

/** Long enough for a history of many years, short enough not to hold a build up for good. */
const TIMEOUT_MS = 60_000;
const MOST_BYTES = 512 * 1024 * 1024;
/** Marks the first commit of a ledger; the server sets it, and clones take it along. */
export const SEED_TAG = 'refs/tags/seed';
/** Starts a commit in what git prints; no path begins with it. */
const COMMIT = '\u0001';
const SHORT_ID = 7;
/** Not even a message says who made a commit: only its id and its second are asked for. */
const LOG = [
  ...['log', '--topo-order', '--reverse', '--relative', '--name-status', '-M', '-z'],
  ...['--diff-filter=AMDR', '--no-ext-diff', '--no-textconv', '--no-show-signature'],
  '--format=%x01%H %at',
];

/**
 * The past of the files below a folder, from git: one pass over the log, in which a file that
 * was renamed keeps its past. Says why when it cannot be known; never throws for that.
 */
export async function gitHistory(folder: string): Promise<History> {
  try {
    const root = (await git(folder, ['rev-parse', '--is-inside-work-tree'])).trim();
    if (root !== 'true') return { known: false, reason: 'no-repository' };
    const boundaries = await boundariesOf(folder);
    const log = await git(folder, [...LOG, '--', '.']);
    return {
      known: true,
      shallow: boundaries.size > 0,
      files: readLog(log, boundaries),
    };
  } catch (error) {
    return { known: false, reason: reasonOf(error) };
  }
}

/**
 * The commits before which nothing is known: the oldest ones of a shallow clone, whose own
 * parents are missing, and the one with which an editors' ledger was made from older content.
 */
async function boundariesOf(folder: string): Promise<ReadonlySet<string>> {
  const seed = await git(folder, ['for-each-ref', '--format=%(objectname)', SEED_TAG]);
  const seeds = seed.split('\n').filter(Boolean);
  return new Set([...seeds, ...(await shallowBoundaries(folder))]);
}

async function shallowBoundaries(folder: string): Promise<readonly string[]> {
  const shallow = (await git(folder, ['rev-parse', '--is-shallow-repository'])).trim();
  if (shallow !== 'true') return [];
  const file = (await git(folder, ['rev-parse', '--git-path', 'shallow'])).trim();
  const text = await readFile(path.resolve(folder, file), 'utf8');
  return text.split('\n').filter(Boolean);
}

/** Reads the log, oldest commit first. */
function readLog(log: string, boundaries: ReadonlySet<string>): Map<string, FileHistory> {
  const files = new Map<string, FileHistory>();
  const parts = log.split('\0').map((part) => part.replace(/^\n/, ''));
  let commit: Commit = { id: '', day: '' };
  let knowable = true;
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at] ?? '';
    if (part.startsWith(COMMIT)) {
      const [id = '', second = ''] = part.slice(COMMIT.length).split(' ');
      commit = { id: id.slice(0, SHORT_ID), day: dayOf(Number(second)) };
      knowable = !boundaries.has(id);
    } else if (/^[AMD]$/.test(part)) {
      at += 1;
      note(files, parts[at] ?? '', part === 'A' && knowable ? commit : undefined, commit);
    } else if (/^R\d+$/.test(part)) {
      const [from = '', to = ''] = [parts[at + 1], parts[at + 2]];
      at += 2;
      files.set(to, { ...files.get(from), last: commit });
      files.set(from, { last: commit });
    }
  }
  return files;
}

/** A file that was removed and brought back keeps the day on which it first came. */
function note(
  files: Map<string, FileHistory>,
  file: string,
  added: Commit | undefined,
  last: Commit,
): void {
  const known = files.get(file);
  const first = known ? known.first : added;
  files.set(file, first ? { first, last } : { last });
}

function dayOf(second: number): string {
  return Temporal.Instant.fromEpochMilliseconds(second * 1000)
    .toZonedDateTimeISO('Asia/Ho_Chi_Minh')
    .toPlainDate()
    .toString();
}

function git(folder: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(
      'git',
      ['--no-pager', '-C', folder, ...args],
      { maxBuffer: MOST_BYTES, timeout: TIMEOUT_MS, windowsHide: true },
      (error, stdout) => (error ? reject(error) : resolve(stdout)),
    );
  });
}

function reasonOf(error: unknown): UnknownHistory {
  const { code } = error as { code?: unknown };
  if (code === 'ENOENT') return 'no-git';
  return code === 128 ? 'no-repository' : 'failed';
}
