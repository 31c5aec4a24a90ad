import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import path from 'node:path';

/** Where a build is put together before it takes the place of the last one. */
export function nextFolder(outDir: string): string {
  return `${outDir}.next`;
}

/** Where the site before the last one stays: the next build begins from its folders. */
function previousFolder(outDir: string): string {
  return `${outDir}.previous`;
}

/** What the next site does not begin with, until there is a next site. */
function asideFolder(outDir: string): string {
  return `${outDir}.aside`;
}

/**
 * Begins the next site with nothing. What lay there goes when the site stands in its place: a file
 * system that has just removed thousands of files is slow to make as many (ADR 0005).
 */
export function beginEmpty(outDir: string): void {
  for (const folder of [nextFolder(outDir), previousFolder(outDir)]) {
    if (!existsSync(folder)) continue;
    mkdirSync(asideFolder(outDir), { recursive: true });
    renameSync(folder, path.join(asideFolder(outDir), randomUUID()));
  }
}

/**
 * Begins the next site from the one before the last, or from what a build that died left, and
 * gives the files that stay in it: those that `keeps` agrees to. All others go, and the folders
 * that they leave empty. Making ten thousand folders takes longer than all that is in them.
 */
export function beginNext(outDir: string, keeps: (file: string) => boolean): string[] {
  const [next, previous] = [nextFolder(outDir), previousFolder(outDir)];
  if (!existsSync(next) && existsSync(previous)) renameSync(previous, next);
  if (!existsSync(next)) return [];
  const left: string[] = [];
  const folders: string[] = [];
  const used = new Set([next]);
  for (const item of readdirSync(next, { recursive: true, withFileTypes: true })) {
    const place = path.join(item.parentPath, item.name);
    const name = path.relative(next, place);
    if (item.isDirectory()) folders.push(place);
    else if (item.isFile() && keeps(name)) {
      left.push(name);
      for (let at = item.parentPath; !used.has(at); at = path.dirname(at)) used.add(at);
    } else rmSync(place);
  }
  // A folder is longer than the one it lies in.
  for (const folder of folders.sort((a, b) => b.length - a.length)) {
    if (!used.has(folder)) rmdirSync(folder);
  }
  return left;
}

/** Removes some folders below a folder, and those they lie in, where they have become empty. */
export function removeEmptied(root: string, folders: Iterable<string>): void {
  for (const folder of folders) {
    for (let at = folder; at !== root; at = path.dirname(at)) {
      if (!existsSync(at)) continue;
      if (readdirSync(at).length > 0) break;
      rmdirSync(at);
    }
  }
}

/**
 * Puts a finished build in place of the last one, which stays beside it. Both folders are
 * complete at all times, so whoever is served in between sees one or the other; a crash between
 * the two renames is mended by `recover` at the next start.
 */
export async function swapIn(outDir: string): Promise<void> {
  const previous = previousFolder(outDir);
  rmSync(previous, { recursive: true, force: true });
  if (existsSync(outDir)) await rename(outDir, previous);
  await rename(nextFolder(outDir), outDir);
  rmSync(asideFolder(outDir), { recursive: true, force: true });
}

/** Brings the last good build back where a crash left none in place. */
export async function recover(outDir: string): Promise<void> {
  const previous = previousFolder(outDir);
  if (!existsSync(outDir) && existsSync(previous)) await rename(previous, outDir);
}
