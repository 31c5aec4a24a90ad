import { createHash, randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { now } from '../../src/settings.ts';
import { firstCommit } from './first-commit.ts';
import { Git, type GitOptions } from './git.ts';
import { type GitObject, ObjectReader } from './object-reader.ts';
import { whetherMoved } from './ref-lock.ts';

/** Someone who stands in a commit. */
export interface Author {
  name: string;
  email: string;
}

/** A file of a commit. */
export interface TreeFile {
  /** Name of its content in git: equal for equal bytes, which makes it the version of a file. */
  id: string;
  size: number;
}

/** The content of a file as text, and its version. */
export interface BlobText {
  id: string;
  text: string;
}

/** What becomes of a path: the id of its new content, or `null` when it goes. */
export type Changes = ReadonlyMap<string, string | null>;

/** A ref that is moved only from where it was seen; `null` stands for "does not exist". */
export interface RefMove {
  ref: string;
  from: string | null;
  to: string | null;
}

/** The published content. */
export const MAIN = 'refs/heads/main';
/** Pictures of twenty years are packed within this, on a slow disk as well. */
const BEGIN_TIMEOUT_MS = 30 * 60_000;
const SERVER: Author = { name: 'Trang CCHC', email: 'may-chu@localhost' };

/**
 * A bare git repository, worked on by plumbing alone: contents are written as objects, trees
 * are put together in an index of their own, and refs move by compare-and-swap. Nothing is
 * ever checked out here, and whatever is interrupted leaves nothing but unreachable objects.
 */
export class Repository {
  readonly #dir: string;
  readonly #git: Git;
  readonly #objects: ObjectReader;
  readonly #scratch: string;

  /** `dir` is the bare repository, `scratch` a folder for indexes that live for one commit. */
  constructor(dir: string, scratch: string) {
    this.#dir = dir;
    this.#git = new Git(dir);
    this.#objects = new ObjectReader(() => this.#git.start(['cat-file', '--batch']));
    this.#scratch = scratch;
  }

  run(args: readonly string[], options?: GitOptions): Promise<Buffer> {
    return this.#git.run(args, options);
  }

  text(args: readonly string[], options?: GitOptions): Promise<string> {
    return this.#git.text(args, options);
  }

  /** What stands at a name, whatever it is. */
  async object(name: string): Promise<GitObject | undefined> {
    return (await this.#objects.read([name]))[0];
  }

  /** The commit a ref points to. */
  async resolve(ref: string): Promise<string | undefined> {
    return (await this.object(ref))?.id;
  }

  /** The published commit. */
  async main(): Promise<string> {
    const commit = await this.resolve(MAIN);
    if (!commit) throw new Error('The ledger has no published branch');
    return commit;
  }

  /** The tree of a commit: equal for equal content, whatever its past. */
  async treeOf(treeish: string): Promise<string> {
    const tree = await this.object(`${treeish}^{tree}`);
    if (!tree) throw new Error(`No tree at ${treeish}`);
    return tree.id;
  }

  /** The ordinary files of a commit or a tree, by path; links and submodules are none. */
  async files(treeish: string, below?: string): Promise<Map<string, TreeFile>> {
    const args = ['ls-tree', '-r', '-z', '-l', '--full-tree', treeish];
    const listed = await this.text(below ? [...args, '--', below] : args);
    const found = new Map<string, TreeFile>();
    for (const line of listed.split('\0')) {
      const [, id, size, file] = /^100\d+ blob ([0-9a-f]+) +(\d+)\t([\s\S]+)$/.exec(line) ?? [];
      if (id && file) found.set(file, { id, size: Number(size) });
    }
    return found;
  }

  /** The version of one file; `undefined` when the commit has none. */
  async version(treeish: string, file: string): Promise<string | undefined> {
    return (await this.fileAt(treeish, file))?.id;
  }

  /** One file of a commit; `undefined` when there is none. */
  async fileAt(treeish: string, file: string): Promise<GitObject | undefined> {
    const found = await this.object(`${treeish}:${file}`);
    return found?.type === 'blob' ? found : undefined;
  }

  /** The contents of blobs, by id. */
  async blobs(ids: readonly string[]): Promise<Map<string, Buffer>> {
    const objects = await this.#objects.read(ids);
    return new Map(objects.flatMap((one) => (one ? [[one.id, one.bytes] as const] : [])));
  }

  /** What stands at `<commit>:<path>`, for each name in turn. */
  async textsAt(names: readonly string[]): Promise<(BlobText | undefined)[]> {
    const objects = await this.#objects.read(names);
    return objects.map((one) =>
      one?.type === 'blob' ? { id: one.id, text: one.bytes.toString('utf8') } : undefined,
    );
  }

  /** The same as text. */
  async textAt(treeish: string, file: string): Promise<BlobText | undefined> {
    const found = await this.fileAt(treeish, file);
    return found && { id: found.id, text: found.bytes.toString('utf8') };
  }

  async blob(id: string): Promise<Buffer> {
    const content = (await this.blobs([id])).get(id);
    if (!content) throw new Error(`No blob ${id}`);
    return content;
  }

  /** Keeps a content and returns its id. */
  write(content: string | Uint8Array): Promise<string> {
    return this.text(['hash-object', '-w', '--stdin', '--no-filters'], { input: content });
  }

  /**
   * Makes the first commit of the given refs, in one command and one pack. Contents are taken
   * one at a time; when one cannot be read, nothing is made.
   */
  async begin(
    refs: readonly string[],
    files: readonly string[],
    read: (file: string) => Promise<Uint8Array>,
    message: string,
  ): Promise<void> {
    const input = firstCommit({ refs, files, read, message, by: signature(SERVER) });
    const args = ['-c', 'fastimport.unpackLimit=1', 'fast-import', '--quiet', '--done'];
    await this.run(args, { input, timeoutMs: BEGIN_TIMEOUT_MS });
  }

  /** The tree of a commit with changes laid over it. */
  async tree(base: string, changes: Changes): Promise<string> {
    await mkdir(this.#scratch, { recursive: true });
    const index = path.join(this.#scratch, randomUUID());
    const env = { GIT_INDEX_FILE: index };
    try {
      await this.run(['read-tree', base], { env });
      const lines = [...changes].map(([file, id]) =>
        id === null ? `0 ${'0'.repeat(40)}\t${file}\0` : `100644 ${id}\t${file}\0`,
      );
      await this.run(['update-index', '-z', '--index-info'], { env, input: lines.join('') });
      return await this.text(['write-tree'], { env });
    } finally {
      await rm(index, { force: true });
      await rm(`${index}.lock`, { force: true });
    }
  }

  /** Makes a commit by a person; the server is named as the one who wrote it down. */
  commit(made: {
    tree: string;
    parents: readonly string[];
    author?: Author;
    message: string;
  }): Promise<string> {
    const date = gitDate();
    const author = made.author ?? SERVER;
    return this.text(
      ['commit-tree', made.tree, ...made.parents.flatMap((parent) => ['-p', parent]), '-F', '-'],
      {
        input: made.message,
        env: {
          GIT_AUTHOR_NAME: plain(author.name) || 'Không rõ tên',
          GIT_AUTHOR_EMAIL: plain(author.email),
          GIT_AUTHOR_DATE: date,
          GIT_COMMITTER_NAME: SERVER.name,
          GIT_COMMITTER_EMAIL: SERVER.email,
          GIT_COMMITTER_DATE: date,
        },
      },
    );
  }

  /** Moves refs together, all or none; `false` when one of them is no longer where it was. */
  async move(moves: readonly RefMove[]): Promise<boolean> {
    const lines = moves.map(({ ref, from, to }) => {
      if (to === null) return `delete ${ref} ${from}`;
      return from === null ? `create ${ref} ${to}` : `update ${ref} ${to} ${from}`;
    });
    const input = ['start', ...lines, 'prepare', 'commit', ''].join('\n');
    return whetherMoved(this.#dir, () => this.run(['update-ref', '--stdin'], { input }));
  }

  /** The paths in which two commits differ, with the version on either side. */
  async difference(
    from: string,
    to: string,
  ): Promise<{ path: string; before: string | null; after: string | null }[]> {
    const out = await this.text(['diff-tree', '-r', '-z', '--no-renames', from, to]);
    const parts = out.split('\0');
    const changed = [];
    for (let at = 0; at + 1 < parts.length; at += 2) {
      const [, , before = '', after = ''] = (parts[at] ?? '').split(' ');
      const known = (id: string) => (/^0+$/.test(id) ? null : id);
      changed.push({ path: parts[at + 1] ?? '', before: known(before), after: known(after) });
    }
    return changed;
  }
}

/** The id that git gives to a content, without asking it. */
export function blobId(content: Uint8Array): string {
  const header = `blob ${content.byteLength}\0`;
  return createHash('sha1').update(header).update(content).digest('hex');
}

/** This moment, as git writes it. */
function gitDate(): string {
  return `${Math.floor(now() / 1000)} +0700`;
}

function signature({ name, email }: Author): string {
  return `${plain(name)} <${plain(email)}> ${gitDate()}`;
}

/** Git ends a name at `<` and a line end; everything else may stand in it. */
function plain(text: string): string {
  return text.replace(/[<>\r\n\0]/g, ' ').trim();
}
