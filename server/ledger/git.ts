import { spawn } from 'node:child_process';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { diskFull } from './refusal.ts';

/** Longer than any local command of a ward's size takes. */
const TIMEOUT_MS = 120_000;

/** How one command is run. */
export interface GitOptions {
  /** What the command reads from its standard input; in pieces when it is much. */
  input?: string | Uint8Array | AsyncIterable<string | Uint8Array>;
  env?: Record<string, string>;
  timeoutMs?: number;
  /** Whether the machine's own git configuration counts: only for talking to a remote. */
  userConfig?: boolean;
}

/** A command of git that failed, with its own words. */
export class GitFailed extends Error {
  readonly stderr: string;

  constructor(args: readonly string[], stderr: string) {
    super(`git ${args[0]}: ${stderr.trim()}`);
    this.name = 'GitFailed';
    this.stderr = stderr;
  }

  /** A ref had moved on when it was to be updated: somebody else was faster. */
  get lostRace(): boolean {
    return /is at [0-9a-f]+ but expected|reference already exists|unable to resolve reference|but expected/.test(
      this.stderr,
    );
  }

  /** A lock is held, by a command at work or by one that was killed. */
  get locked(): boolean {
    return /\.lock': File exists/.test(this.stderr);
  }
}

// One flush for all objects of a command; each of them alone costs as much.
const FLUSH = ['-c', 'core.fsync=committed,reference', '-c', 'core.fsyncMethod=batch'];

/**
 * Runs real git on one repository, with nothing of the machine mixed in: no system or user
 * configuration, no hooks, no pager, no prompt. Objects and refs are flushed to the disk
 * before a command ends, so that what was acknowledged outlives a power cut.
 */
export class Git {
  readonly #dir: string;

  constructor(dir: string) {
    this.#dir = dir;
  }

  /** What a command prints. Rejects with `GitFailed`, or with a `Refusal` when the disk is full. */
  async run(args: readonly string[], options: GitOptions = {}): Promise<Buffer> {
    const child = this.start(args, { timeoutMs: TIMEOUT_MS, ...options });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => out.push(part));
    child.stderr.on('data', (part: Buffer) => err.push(part));
    const fed = feed(child.stdin, options.input ?? '');
    const [code, signal] = await new Promise<[number | null, string | null]>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (...ended) => resolve(ended));
    });
    const unread = await fed;
    if (unread) throw unread.error;
    if (code === 0) return Buffer.concat(out);
    // The signal is how a quota of the system ends a command that writes too much.
    if (signal === 'SIGXFSZ') throw diskFull();
    throw failure(args, Buffer.concat(err).toString('utf8'));
  }

  /** Starts a command that is talked to; without a time limit it may stay. */
  start(args: readonly string[], options: Omit<GitOptions, 'input'> = {}) {
    return spawn('git', [...SETTINGS, ...args], {
      env: { ...environment(this.#dir, options.userConfig ?? false), ...options.env },
      timeout: options.timeoutMs,
      windowsHide: true,
    });
  }

  /** What a command prints, as text without the line end. */
  async text(args: readonly string[], options: GitOptions = {}): Promise<string> {
    return (await this.run(args, options)).toString('utf8').replace(/\n$/, '');
  }
}

/** Gives a command its input; resolves with the fault when that could not be read. */
async function feed(
  stdin: Writable,
  input: NonNullable<GitOptions['input']>,
): Promise<{ error: unknown } | undefined> {
  // A command that ends early closes its input; its exit code says why.
  stdin.on('error', () => {});
  if (typeof input === 'string' || input instanceof Uint8Array) {
    stdin.end(input);
    return undefined;
  }
  let unread: { error: unknown } | undefined;
  const told = async function* () {
    try {
      yield* input;
    } catch (error) {
      unread = { error };
      throw error;
    }
  };
  await pipeline(told, stdin).catch(() => {});
  return unread;
}

const SETTINGS = [
  ...['-c', 'core.hooksPath=/dev/null', ...FLUSH],
  ...['-c', 'core.quotePath=false', '-c', 'core.autocrlf=false', '-c', 'gc.auto=0'],
  ...['-c', 'commit.gpgSign=false', '-c', 'log.showSignature=false'],
];

function environment(dir: string, userConfig: boolean): Record<string, string | undefined> {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  return {
    ...Object.fromEntries(own),
    ...(userConfig ? {} : { GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' }),
    GIT_DIR: dir,
    GIT_TERMINAL_PROMPT: '0',
    LC_ALL: 'C',
  };
}

function failure(args: readonly string[], stderr: string): Error {
  const full = /No space left on device|File too large|Disk quota exceeded/.test(stderr);
  return full ? diskFull() : new GitFailed(args, stderr);
}
