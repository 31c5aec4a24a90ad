import { hash } from 'node:crypto';
import type { GetStaticPathsOptions } from 'astro';

/**
 * Pages that need not be made again. A page names what it shows; where the last build made it
 * of the very same, its file is taken over and Astro never hears of the page.
 */

/** What takes files over; a build that makes everything anew has none. */
export interface Keeper {
  /** Takes a file of the site over when the last build made it by the same key. */
  reuse: (file: string, key: string) => boolean;
}

/** A route whose pages may be kept. */
export interface KeptRoute extends Pick<GetStaticPathsOptions, 'routePattern'> {
  /** Whether its parameters hold the whole name of a file, ending and all. */
  named?: boolean;
}

type Params = Record<string, string | undefined>;

/** Pages are bundled before they run: only through the process does the build reach them. */
const PLACE = Symbol.for('cchc.keeper');
const process_ = globalThis as { [PLACE]?: Keeper };

/** Gives the pages of this process what takes their files over. */
export function keepPagesWith(keeper: Keeper): void {
  process_[PLACE] = keeper;
}

/**
 * What a key may hold: whatever JSON writes whole. A map would be written as nothing, and its page
 * would never be made again; so the compiler refuses it.
 */
export type Shown<T> = T extends ReadonlyMap<unknown, unknown> | ReadonlySet<unknown> | AnyFunction
  ? never
  : T extends object
    ? { [Name in keyof T]: Shown<T[Name]> }
    : T;

// biome-ignore lint/suspicious/noExplicitAny: of whatever it takes
type AnyFunction = (...given: any[]) => unknown;

/**
 * Those of a route's pages that must be made. `shows` gives everything that a page is made of
 * beside the code and the settings, the date included where it shows; what it leaves out would
 * go stale. It is asked only while there is something to take over.
 */
export async function toMake<P extends { params: Params }, S>(
  { routePattern, named }: KeptRoute,
  pages: readonly P[],
  shows: (page: P) => (S & Shown<S>) | Promise<S & Shown<S>>,
): Promise<P[]> {
  const keeper = process_[PLACE];
  if (!keeper) return [...pages];
  const wanted: P[] = [];
  for (const page of pages) {
    const key = digest(await shows(page));
    if (!keeper.reuse(fileOf(routePattern, page.params, named), key)) wanted.push(page);
  }
  return wanted;
}

/** A digest of something that a page shows, for many keys to hold. */
export function digestOf<S>(shown: S & Shown<S>): string {
  return digest(shown);
}

function digest(shown: unknown): string {
  return hash('sha256', JSON.stringify(shown) ?? '', 'base64url').slice(0, 27);
}

/** The file of a page: `/thang/[month]` is a folder, `/anh/[hash].png` a file by itself. */
function fileOf(pattern: string, params: Params, named = false): string {
  const filled = pattern.replace(/\[(?:\.\.\.)?([^\]]+)\]/g, (_, name) => params[name] ?? '');
  const file = filled.replace(/\/{2,}/g, '/').replace(/^\/|\/$/g, '');
  return named || /\]?\.[a-z]+$/.test(pattern) ? file : `${file}/index.html`;
}
