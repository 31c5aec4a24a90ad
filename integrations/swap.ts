import { existsSync, rmSync } from 'node:fs';
import { rename } from 'node:fs/promises';

/** Where a build is put together before it takes the place of the last one. */
export function nextFolder(outDir: string): string {
  return `${outDir}.next`;
}

/**
 * Puts a finished build in place of the last one. Both folders are complete at all times, so
 * whoever is served in between sees one or the other; a crash between the two renames is
 * mended by `recover` at the next start.
 */
export async function swapIn(outDir: string): Promise<void> {
  const previous = `${outDir}.previous`;
  rmSync(previous, { recursive: true, force: true });
  if (existsSync(outDir)) await rename(outDir, previous);
  await rename(nextFolder(outDir), outDir);
  rmSync(previous, { recursive: true, force: true });
}

/** Brings the last good build back where a crash left none in place. */
export async function recover(outDir: string): Promise<void> {
  const previous = `${outDir}.previous`;
  if (!existsSync(outDir) && existsSync(previous)) await rename(previous, outDir);
}
