import type { Issue } from '../../src/core/issue/issue.ts';
import { type Checked, checkContent } from '../../src/core/store/check.ts';
import { gatherContent } from '../../src/reader/content.ts';
import { readEntry } from '../../src/reader/entry.ts';
import type { Repository, TreeFile } from './repository.ts';

type Reading = ReturnType<typeof readEntry>;

/** Wards whose checks are kept: the published one and the last few that were tried. */
const MOST_TREES = 8;
/** How many texts are read before other requests get their turn. */
const AT_ONCE = 200;
/** Versions of entries that are kept beside those of the ward read last. */
const MOST_SPARE = 2_000;

/**
 * Reads and checks whole wards out of git, with the reader and the checks of the build. Parsed
 * entries are kept by version, so that a save costs the reading of one entry and the checks; checks
 * by tree, so that what was saved is not checked again when it is published as it is.
 */
export class WardContent {
  readonly #repository: Repository;
  readonly #production: boolean;
  readonly #readings = new Map<string, Reading>();
  readonly #checked = new Map<string, Promise<Checked>>();

  constructor(repository: Repository, options: { production: boolean }) {
    this.#repository = repository;
    this.#production = options.production;
  }

  /** The content of a tree or commit after every check; its store when there is no error. */
  async checked(treeish: string): Promise<Checked> {
    const tree = await this.#repository.treeOf(treeish);
    const known = this.#checked.get(tree);
    if (known) return known;
    const found = this.#check(tree);
    this.#checked.set(tree, found);
    // What failed for want of memory or disk may succeed the next time.
    found.catch(() => this.#checked.delete(tree));
    for (const oldest of [...this.#checked.keys()].slice(0, -MOST_TREES)) {
      this.#checked.delete(oldest);
    }
    return found;
  }

  /** Every issue of the content of a tree or commit. */
  async issues(treeish: string): Promise<readonly Issue[]> {
    return (await this.checked(treeish)).issues;
  }

  /** Errors that a tree has and another has not: what a publication would break. */
  async newErrors(treeish: string, before: string): Promise<Issue[]> {
    const errors = async (of: string) =>
      (await this.issues(of)).filter(({ severity }) => severity === 'error');
    const known = new Set((await errors(before)).map(identity));
    return (await errors(treeish)).filter((one) => !known.has(identity(one)));
  }

  async #check(tree: string): Promise<Checked> {
    const files = await this.#repository.files(tree);
    const entries = [...files].filter(([file]) => /\.(mdx?|yaml)$/.test(file));
    const readings = await this.#readingsOf(entries);
    const gathered = await gatherContent(
      [...files].map(([file, { size }]) => ({
        file,
        size: async () => size,
        // Only files of collections are read, and those are among the readings.
        read: async () => readings.get(file) ?? readEntry(file, ''),
      })),
    );
    this.#forgetOld(entries);
    return checkContent(gathered, { production: this.#production });
  }

  async #readingsOf(entries: readonly [string, TreeFile][]): Promise<Map<string, Reading>> {
    const found = new Map<string, Reading>();
    const missing: [string, TreeFile][] = [];
    for (const entry of entries) {
      const [file, { id }] = entry;
      const reading = this.#readings.get(keyOf(file, id));
      if (reading) found.set(file, reading);
      else missing.push(entry);
    }
    for (let at = 0; at < missing.length; at += AT_ONCE) {
      const part = missing.slice(at, at + AT_ONCE);
      const texts = await this.#repository.blobs([...new Set(part.map(([, { id }]) => id))]);
      for (const [file, { id }] of part) {
        const reading = readEntry(file, texts.get(id)?.toString('utf8') ?? '');
        this.#readings.set(keyOf(file, id), reading);
        found.set(file, reading);
      }
    }
    return found;
  }

  #forgetOld(entries: readonly [string, TreeFile][]): void {
    if (this.#readings.size <= entries.length + MOST_SPARE) return;
    const used = new Set(entries.map(([file, { id }]) => keyOf(file, id)));
    for (const key of this.#readings.keys()) if (!used.has(key)) this.#readings.delete(key);
  }
}

function keyOf(file: string, id: string): string {
  return `${id} ${file}`;
}

/** An issue without its line, which moves when something is written above it. */
function identity({ code, file, field, value }: Issue): string {
  return JSON.stringify([code, file, field, value]);
}
