import { type LoadedWard, loadWard } from './ward.ts';

/** What a process has read: of which folder, and what was found. */
interface Reading {
  folder: string;
  ward: Promise<LoadedWard>;
}

/**
 * The pages are bundled before they run, so the build script and they have each their own copy
 * of this module; what one has read reaches the other only through the process.
 */
const PLACE = Symbol.for('cchc.ward-once');
const process_ = globalThis as { [PLACE]?: Reading };

/** Gives what was read to everything else that runs in this process. */
export function handOver(ward: LoadedWard): void {
  process_[PLACE] = { folder: ward.content.root, ward: Promise.resolve(ward) };
}

/** A ward as this process has read it: a build reads and checks its content once. */
export function wardOnce(folder: string): Promise<LoadedWard> {
  const known = process_[PLACE];
  if (known?.folder === folder) return known.ward;
  const ward = loadWard(folder, { production: false });
  process_[PLACE] = { folder, ward };
  return ward;
}
