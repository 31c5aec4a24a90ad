import { appendFile, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { makePrivateFolder } from '../people/private-file.ts';
import { AUDIT_ACTIONS, AUDIT_OUTCOMES, type AuditEvent } from './event.ts';

const ZONE = 'Asia/Ho_Chi_Minh';
/** Whatever was sent, a line of the log stays a line that can be read. */
const LONGEST = 500;

const event = z.object({
  time: z.string(),
  person: z.string().optional(),
  address: z.string(),
  action: z.enum(Object.keys(AUDIT_ACTIONS) as [keyof typeof AUDIT_ACTIONS]),
  target: z.string().optional(),
  outcome: z.enum(Object.keys(AUDIT_OUTCOMES) as [keyof typeof AUDIT_OUTCOMES]),
  detail: z.string().optional(),
});

/**
 * Who did what, when and from where: JSON lines that are only ever appended to, a file for each
 * month, outside the repository and readable by the server alone.
 */
export class AuditLog {
  readonly folder: string;
  readonly #now: () => number;
  #writing: Promise<void> = Promise.resolve();

  constructor({ folder, now }: { folder: string; now: () => number }) {
    this.folder = folder;
    this.#now = now;
  }

  /** Writes a line; resolves when it is on its way to the disk, rejects when it could not be. */
  write(happened: Omit<AuditEvent, 'time'>): Promise<void> {
    const time = wardTime(this.#now());
    const { person, address, action, target, outcome, detail } = happened;
    const line = { time, person, address, action, target, outcome, detail };
    const text = JSON.stringify(line, (_, value) =>
      typeof value === 'string' ? value.slice(0, LONGEST) : value,
    );
    const append = async () => {
      await makePrivateFolder(this.folder);
      // One write of a whole line, so that lines of two processes cannot mix.
      await appendFile(this.#fileOf(time.slice(0, 7)), `${text}\n`, { mode: 0o600, flush: true });
    };
    const written = this.#writing.then(append, append);
    this.#writing = written.catch(() => undefined);
    return written;
  }

  /** The months that have a log, newest first. */
  async months(): Promise<string[]> {
    const names = await readdir(this.folder).catch(() => []);
    const months = names.flatMap((name) => /^(\d{4}-\d{2})\.jsonl$/.exec(name)?.[1] ?? []);
    return months.sort().reverse();
  }

  /** The lines of a month, newest first; a line that a crash cut off is left out. */
  async read(month: string): Promise<AuditEvent[]> {
    if (!/^\d{4}-\d{2}$/.test(month)) return [];
    const text = await readFile(this.#fileOf(month), 'utf8').catch(() => '');
    return text
      .split('\n')
      .flatMap((line) => event.safeParse(jsonOf(line)).data ?? [])
      .reverse();
  }

  #fileOf(month: string): string {
    return path.join(this.folder, `${month}.jsonl`);
  }
}

/** An instant as the ward's clock shows it, with its offset. */
function wardTime(instant: number): string {
  return Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(ZONE)
    .toString({ smallestUnit: 'second', timeZoneName: 'never' });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
