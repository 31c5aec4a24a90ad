import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Account } from './account.ts';
import { writePrivately } from './private-file.ts';

/** A session ends when nothing was asked for so long … */
export const IDLE_MS = 4 * 60 * 60 * 1000;
/** … and, however busy it is, after a working day. */
export const LONGEST_MS = 12 * 60 * 60 * 1000;

/** How often the last use is written down; losing less than this on a crash harms nobody. */
const NOTE_USE_MS = 5 * 60 * 1000;
/** Signing in on one more device than this ends the session that was used least recently. */
const MOST_EACH = 10;

const session = z.strictObject({
  /** Sign-in name. */
  person: z.string(),
  /** The account's stamp when the session began. */
  stamp: z.string(),
  /** Instants in milliseconds. */
  created: z.number(),
  seen: z.number(),
});

const sessionsFile = z.record(z.string(), session);

export type Session = z.infer<typeof session>;

/**
 * Who is signed in. Tokens are 256 random bits and kept as their hash only, so that a copy of
 * the file opens nothing. The file outlives a restart; a damaged one signs everybody out.
 */
export class Sessions {
  readonly #file: string;
  readonly #now: () => number;
  #sessions: Map<string, Session> | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor({ file, now }: { file: string; now: () => number }) {
    this.#file = file;
    this.#now = now;
  }

  /** Begins a session for an account; the token goes into the cookie and nowhere else. */
  async open({ id, stamp }: Pick<Account, 'id' | 'stamp'>): Promise<string> {
    const sessions = await this.#load();
    const token = randomBytes(32).toString('base64url');
    const now = this.#now();
    sessions.set(hashOf(token), { person: id, stamp, created: now, seen: now });
    const own = [...sessions].filter(([, { person }]) => person === id);
    const oldest = own.sort(([, a], [, b]) => b.seen - a.seen).slice(MOST_EACH);
    for (const [hash] of oldest) sessions.delete(hash);
    await this.#save(sessions);
    return token;
  }

  /** The session of a token while it lasts, noting its use. */
  async find(token: string): Promise<Session | undefined> {
    const sessions = await this.#load();
    const found = sessions.get(hashOf(token));
    if (!found) return undefined;
    const now = this.#now();
    if (this.#hasEnded(found)) {
      sessions.delete(hashOf(token));
      await this.#save(sessions);
      return undefined;
    }
    const before = found.seen;
    found.seen = now;
    if (now - before > NOTE_USE_MS) await this.#save(sessions);
    return found;
  }

  /** Ends the session of a token. */
  async close(token: string): Promise<void> {
    const sessions = await this.#load();
    if (sessions.delete(hashOf(token))) await this.#save(sessions);
  }

  #hasEnded({ created, seen }: Session): boolean {
    const now = this.#now();
    return now - seen > IDLE_MS || now - created > LONGEST_MS;
  }

  async #load(): Promise<Map<string, Session>> {
    if (this.#sessions) return this.#sessions;
    const text = await readFile(this.#file, 'utf8').catch(() => '{}');
    const read = sessionsFile.safeParse(jsonOf(text));
    // Another request may have loaded them meanwhile; there must be one map only.
    this.#sessions ??= new Map(Object.entries(read.success ? read.data : {}));
    return this.#sessions;
  }

  /** Writes come one after another, each with what is known when its turn has come. */
  #save(sessions: Map<string, Session>): Promise<void> {
    const write = async () => {
      for (const [hash, one] of sessions) if (this.#hasEnded(one)) sessions.delete(hash);
      await writePrivately(this.#file, `${JSON.stringify(Object.fromEntries(sessions))}\n`);
    };
    this.#writing = this.#writing.then(write, write);
    return this.#writing;
  }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
