import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import type { Socket } from 'node:net';

/** Something that git keeps under a name. */
export interface GitObject {
  id: string;
  /** `blob`, `tree`, `commit` or `tag`. */
  type: string;
  bytes: Buffer;
}

/** A command that says nothing for so long hangs. */
const HANGING_MS = 120_000;
/** A command that nobody asks for so long ends, and the next question starts another. */
const IDLE_MS = 5_000;
const LINE_END = 10;
/** Names that no content of ours has, and that the command would take for two, or die of. */
const NOBODYS = /\n|:\.\.?\//;

/**
 * Reads objects through one `git cat-file --batch` that stays: starting a process out of a server
 * that holds a ward takes longer than what it is asked. Git looks every name up anew, so what
 * others wrote, packed or moved since is seen.
 */
export class ObjectReader {
  readonly #start: () => ChildProcessWithoutNullStreams;
  #conversation: Conversation | undefined;

  /** `start` starts the command. */
  constructor(start: () => ChildProcessWithoutNullStreams) {
    this.#start = start;
  }

  /** The objects of some names (`<id>`, `<ref>`, `<commit>:<path>`), `undefined` for none. */
  async read(names: readonly string[]): Promise<(GitObject | undefined)[]> {
    if (names.length === 0) return [];
    const asked = names.map((name) => (NOBODYS.test(name) ? '' : name));
    // Whoever ended the command, reading changes nothing and may be tried again.
    return this.#ask(asked).catch(() => this.#ask(asked));
  }

  #ask(names: readonly string[]): Promise<(GitObject | undefined)[]> {
    if (!this.#conversation?.open) this.#conversation = new Conversation(this.#start());
    return this.#conversation.ask(names);
  }
}

/** Names that were asked for together. */
interface Question {
  left: number;
  found: (GitObject | undefined)[];
  resolve: (found: (GitObject | undefined)[]) => void;
  reject: (error: Error) => void;
}

/** One command from its start to its end; answers come in the order of the questions. */
class Conversation {
  open = true;
  readonly #child: ChildProcessWithoutNullStreams;
  #questions: Question[] = [];
  #parts: Buffer[] = [];
  #held = 0;
  /** With fewer bytes there is no whole answer. */
  #wanted = 1;
  #said = '';
  #alarm: NodeJS.Timeout | undefined;

  constructor(child: ChildProcessWithoutNullStreams) {
    this.#child = child;
    child.stdout.on('data', (part: Buffer) => this.#take(part));
    child.stderr.on('data', (part: Buffer) => {
      this.#said += part.toString('utf8');
    });
    child.stdin.on('error', () => this.#end());
    child.once('error', () => this.#end());
    child.once('close', () => this.#end());
    this.#rest();
  }

  ask(names: readonly string[]): Promise<(GitObject | undefined)[]> {
    return new Promise((resolve, reject) => {
      this.#questions.push({ left: names.length, found: [], resolve, reject });
      this.#child.stdin.write(`${names.join('\n')}\n`);
      this.#rest();
    });
  }

  #take(part: Buffer): void {
    this.#parts.push(part);
    this.#held += part.length;
    if (this.#held < this.#wanted) return;
    let bytes = Buffer.concat(this.#parts);
    for (;;) {
      const end = bytes.indexOf(LINE_END);
      const [, id = '', type = '', size] =
        /^([0-9a-f]+) (\w+) (\d+)$/.exec(bytes.toString('utf8', 0, Math.max(end, 0))) ?? [];
      const whole = size === undefined ? end + 1 : end + 1 + Number(size) + 1;
      if (end < 0 || bytes.length < whole) {
        this.#wanted = end < 0 ? bytes.length + 1 : whole;
        break;
      }
      const content = bytes.subarray(end + 1, whole - 1);
      this.#answer(size === undefined ? undefined : { id, type, bytes: content });
      bytes = bytes.subarray(whole);
    }
    this.#parts = [bytes];
    this.#held = bytes.length;
    this.#rest();
  }

  #answer(found: GitObject | undefined): void {
    const [question] = this.#questions;
    if (!question) return;
    question.found.push(found);
    question.left -= 1;
    if (question.left > 0) return;
    this.#questions.shift();
    question.resolve(question.found);
  }

  /** Neither the command nor its alarm keeps a program running that waits for no answer. */
  #rest(): void {
    const asked = this.#questions.length > 0;
    clearTimeout(this.#alarm);
    this.#alarm = setTimeout(() => this.#end(), asked ? HANGING_MS : IDLE_MS);
    const { stdin, stdout, stderr } = this.#child as unknown as Record<
      'stdin' | 'stdout' | 'stderr',
      Socket
    >;
    for (const one of [this.#alarm, this.#child, stdin, stdout, stderr]) {
      if (asked) one.ref();
      else one.unref();
    }
  }

  #end(): void {
    if (!this.open) return;
    this.open = false;
    clearTimeout(this.#alarm);
    this.#child.kill();
    const error = new Error(`git cat-file ended: ${this.#said.trim()}`);
    for (const { reject } of this.#questions) reject(error);
    this.#questions = [];
  }
}
