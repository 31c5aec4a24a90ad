import { createHash } from 'node:crypto';
import { copyFileSync, linkSync, mkdirSync, type Stats, statSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { codeDigest } from '../src/reader/code-digest.ts';

/** What is known of a file of the last site: by what key it was made, and how it lay on disk. */
interface KeptFile {
  key: string;
  size: number;
  modified: number;
}

/** Everything known of the last site. */
interface Manifest {
  /** Digest of the code and the settings that made it. */
  maker: string;
  files: Record<string, KeptFile>;
}

/**
 * Takes pages over from the last site into the one being built, when the key of what they show
 * is the same. They are linked, not copied, and nothing writes to them again: the last site
 * stays whole whatever becomes of the build, and what is no longer made is simply not there.
 */
export class KeptPages {
  readonly #last: string;
  readonly #next: string;
  readonly #known: Manifest['files'];
  readonly #maker: string;
  readonly #keys = new Map<string, string>();
  readonly #folders = new Set<string>();
  /** How many files were taken over. */
  reused = 0;

  constructor(last: string, next: string, maker: string, known?: Manifest) {
    this.#last = last;
    this.#next = next;
    this.#maker = maker;
    this.#known = known?.maker === maker ? known.files : {};
  }

  /**
   * Notes the key of a file of the site, and takes the file over where the last site has it by
   * the same key; `false` when it must be made. A file that somebody has touched since is not
   * taken.
   */
  reuse(file: string, key: string): boolean {
    this.#keys.set(file, key);
    const known = Object.hasOwn(this.#known, file) ? this.#known[file] : undefined;
    if (known?.key !== key) return false;
    const from = path.join(this.#last, file);
    const found = statSync(from, { throwIfNoEntry: false });
    if (!found?.isFile() || !untouched(found, known)) return false;
    const to = path.join(this.#next, file);
    const folder = path.dirname(to);
    if (!this.#folders.has(folder)) {
      mkdirSync(folder, { recursive: true });
      this.#folders.add(folder);
    }
    link(from, to);
    this.reused += 1;
    return true;
  }

  /** What the next build must know of the site that was built, once it stands in its place. */
  manifest(): Manifest {
    const files: Manifest['files'] = {};
    for (const [file, key] of this.#keys) {
      const found = statSync(path.join(this.#last, file), { throwIfNoEntry: false });
      if (found) files[file] = { key, size: found.size, modified: found.mtimeMs };
    }
    return { maker: this.#maker, files };
  }
}

/** Reads what a build left; `undefined` when there was none, or it cannot be read. */
export async function readManifest(file: string): Promise<Manifest | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Manifest;
  } catch {
    return undefined;
  }
}

/** Writes what the next build must know, whole or not at all. */
export async function writeManifest(file: string, manifest: Manifest): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(`${file}.next`, JSON.stringify(manifest));
  await rename(`${file}.next`, file);
}

/** Where the manifest of an output lies below a cache folder. */
export function manifestFile(cache: string, outDir: string): string {
  const name = createHash('sha256').update(outDir).digest('hex').slice(0, 16);
  return path.join(cache, `${name}.json`);
}

/**
 * A digest of everything beside content and date that a page is made by: the code, the libraries
 * and what `facts` holds of the settings. When it changes, every page is made anew.
 */
export async function makerDigest(root: string, facts: unknown): Promise<string> {
  const code = await codeDigest(root, ['astro.config.mjs', 'src', 'integrations']);
  return createHash('sha256')
    .update(JSON.stringify([code, facts]))
    .digest('hex');
}

function untouched(found: Stats, known: KeptFile): boolean {
  return found.size === known.size && found.mtimeMs === known.modified;
}

/** A file system without links gets a copy. */
function link(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}
