import { createHash } from 'node:crypto';
import { copyFileSync, linkSync, mkdirSync, rmSync, type Stats, statSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { codeDigest } from '../src/reader/code-digest.ts';
import { FORM_ENDINGS } from './precompress.ts';
import type { SearchMark } from './search/record.ts';
import { beginEmpty, beginNext, nextFolder, removeEmptied } from './swap.ts';

/** How a file lay on disk when its build was done with it. */
interface Lying {
  size: number;
  modified: number;
}

/** What is known of a file of the last site. */
interface KeptFile extends Lying {
  /** By what it was made. */
  key: string;
  /** Its compressed forms, by their endings. */
  forms: Record<string, Lying>;
  /** What was found out of it, where anybody asked. */
  facts?: PageFacts;
}

/** What follows from the HTML of a page, and need not be found out of it again. */
interface PageFacts {
  /** Whether it asks search engines to leave it alone. */
  hidden?: boolean;
  /** What our own search sees of it; `null` for nothing. */
  search?: SearchMark | null;
}

type Found<N extends keyof PageFacts> = Exclude<PageFacts[N], undefined>;

/** Everything known of the last site. */
interface Manifest {
  /** Digest of the code and the settings that made it. */
  maker: string;
  files: Record<string, KeptFile>;
}

/**
 * Takes pages over from the last site into the one being built, when the key of what they show
 * is the same. They are linked, not copied, and nothing writes to them again: the last site
 * stays whole whatever becomes of the build. The next site begins from the one before the last:
 * a page that both have as the same file is there already; every other is removed before it
 * could be written through, and what is no longer asked for goes at the end.
 */
export class KeptPages {
  readonly #last: string;
  readonly #next: string;
  readonly #known: Manifest['files'];
  readonly #maker: string;
  readonly #keys = new Map<string, string>();
  readonly #taken = new Map<string, KeptFile>();
  readonly #facts = new Map<string, PageFacts>();
  readonly #folders = new Set<string>();
  /** Files of kept pages that lie in the next site from the beginning. */
  #lying = new Set<string>();
  /** Folders that a file was taken out of. */
  readonly #left = new Set<string>();
  /** Files that were taken over with all the compressed forms they had. */
  readonly compressed = new Set<string>();

  constructor(last: string, maker: string, known?: Manifest) {
    this.#last = last;
    this.#next = nextFolder(last);
    this.#maker = maker;
    this.#known = known?.maker === maker ? known.files : {};
  }

  /** Whether no page of the last site is known, so that all will be made. */
  get empty(): boolean {
    return Object.keys(this.#known).length === 0;
  }

  /** Begins the next site: of the site before the last, only files of known pages stay. */
  begin(): void {
    if (this.empty) {
      beginEmpty(this.#last);
      return;
    }
    const known = new Set<string>();
    for (const file of Object.keys(this.#known)) {
      for (const ending of ['', ...FORM_ENDINGS]) known.add(path.normalize(`${file}${ending}`));
    }
    this.#lying = new Set(beginNext(this.#last, (file) => known.has(file)));
  }

  /** Removes what the next site began with and nobody has asked for. */
  finish(): void {
    const asked = new Set<string>();
    for (const file of this.#keys.keys()) {
      for (const ending of ['', ...FORM_ENDINGS]) asked.add(path.normalize(`${file}${ending}`));
    }
    for (const file of [...this.#lying]) if (!asked.has(file)) this.#drop(file);
    removeEmptied(this.#next, this.#left);
  }

  /**
   * Notes the key of a file of the site, and takes the file over where the last site has it by
   * the same key; `false` when it must be made. A file that somebody has touched since is not
   * taken.
   */
  reuse(file: string, key: string): boolean {
    this.#keys.set(file, key);
    const known = Object.hasOwn(this.#known, file) ? this.#known[file] : undefined;
    if (known?.key !== key || !this.#take(file, known)) {
      for (const ending of ['', ...FORM_ENDINGS]) this.#drop(`${file}${ending}`);
      return false;
    }
    this.#taken.set(file, known);
    const forms = Object.entries(known.forms);
    const whole = forms.every(([ending, form]) => this.#take(`${file}${ending}`, form));
    if (whole) this.compressed.add(path.normalize(file));
    // They are laid anew, and never through a link.
    else for (const ending of FORM_ENDINGS) this.#drop(`${file}${ending}`);
    return true;
  }

  /** Links one file into the next site, unless somebody has touched it. */
  #take(file: string, known: Lying): boolean {
    const from = path.join(this.#last, file);
    const found = statSync(from, { throwIfNoEntry: false });
    if (!found?.isFile() || !untouched(found, known)) return false;
    const to = path.join(this.#next, file);
    const lying = this.#lying.has(path.normalize(file));
    if (lying && sameFile(found, statSync(to))) return true;
    if (lying) this.#drop(file);
    else this.#folderFor(to);
    link(from, to);
    this.#lying.add(path.normalize(file));
    return true;
  }

  #folderFor(file: string): void {
    const folder = path.dirname(file);
    if (this.#folders.has(folder)) return;
    mkdirSync(folder, { recursive: true });
    this.#folders.add(folder);
  }

  /** Takes a file out of the next site, where it lies there. */
  #drop(file: string): void {
    if (!this.#lying.delete(path.normalize(file))) return;
    const place = path.join(this.#next, file);
    rmSync(place);
    this.#left.add(path.dirname(place));
  }

  /** How many files were taken over, not counting their compressed forms. */
  get reused(): number {
    return this.#taken.size;
  }

  /** A fact of a built page: known of one taken over, found out of any other. */
  fact<N extends keyof PageFacts>(file: string, name: N, find: () => Found<N>): Found<N> {
    const known = this.#taken.get(file)?.facts?.[name];
    const fact = known === undefined ? find() : (known as Found<N>);
    const noted = this.#facts.get(file) ?? {};
    this.#facts.set(file, { ...noted, [name]: fact });
    return fact;
  }

  /** What the next build must know of the site that was built, once it stands in its place. */
  manifest(): Manifest {
    const files: Manifest['files'] = {};
    for (const [file, key] of this.#keys) {
      const taken = this.#taken.get(file);
      // What was taken over with all that belongs to it lies as it lay.
      const whole = this.compressed.has(path.normalize(file)) ? taken : undefined;
      const lying = whole ?? this.#look(file, key);
      const facts = { ...taken?.facts, ...this.#facts.get(file) };
      if (lying) files[file] = { ...lying, ...(Object.keys(facts).length > 0 && { facts }) };
    }
    return { maker: this.#maker, files };
  }

  #look(file: string, key: string): KeptFile | undefined {
    const lying = this.#found(file);
    if (!lying) return undefined;
    const forms = FORM_ENDINGS.flatMap((ending) => {
      const form = this.#found(`${file}${ending}`);
      return form ? [[ending, form] as const] : [];
    });
    return { key, ...lying, forms: Object.fromEntries(forms) };
  }

  #found(file: string): Lying | undefined {
    const found = statSync(path.join(this.#last, file), { throwIfNoEntry: false });
    return found && { size: found.size, modified: found.mtimeMs };
  }
}

/** Reads what a build left; `undefined` when there was none, or it cannot be read. */
export async function readManifest(file: string): Promise<Manifest | undefined> {
  try {
    const read = JSON.parse(await readFile(file, 'utf8')) as Partial<Manifest> | null;
    const { maker, files } = read ?? {};
    return maker && files ? { maker, files } : undefined;
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

function untouched(found: Stats, known: Lying): boolean {
  return found.size === known.size && found.mtimeMs === known.modified;
}

/** Whether two names are of one file. */
function sameFile(one: Stats, other: Stats): boolean {
  return one.ino === other.ino && one.dev === other.dev;
}

/** A file system without links gets a copy. */
function link(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}
