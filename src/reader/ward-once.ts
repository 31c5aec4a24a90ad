import type { Day } from '../core/calendar/day.ts';
import type { QuotaResult } from '../core/quota/result.ts';
import { type LoadedWard, loadWard } from './ward.ts';

/** What a process has read: of which folder, and what was found. */
interface Reading {
  folder: string;
  ward: Promise<LoadedWard>;
  /** The count of its quotas, when it was made before. */
  quotas?: QuotaResult;
}

/**
 * The pages are bundled before they run, so the build script and they have each their own copy
 * of this module; what one has read reaches the other only through the process.
 */
const PLACE = Symbol.for('cchc.ward-once');
const process_ = globalThis as { [PLACE]?: Reading };

/** Gives what was read, and counted, to everything else that runs in this process. */
export function handOver(ward: LoadedWard, quotas?: QuotaResult): void {
  const { root } = ward.content;
  process_[PLACE] = { folder: root, ward: Promise.resolve(ward), ...(quotas && { quotas }) };
}

/** The quotas of a ward as they stand on a date, if this process has counted them. */
export function countedQuotas(folder: string, asOf: Day): QuotaResult | undefined {
  const known = process_[PLACE];
  return known?.folder === folder && known.quotas?.asOf === asOf ? known.quotas : undefined;
}

/** A ward as this process has read it: a build reads and checks its content once. */
export function wardOnce(folder: string): Promise<LoadedWard> {
  const known = process_[PLACE];
  if (known?.folder === folder) return known.ward;
  const ward = loadWard(folder, { production: false });
  process_[PLACE] = { folder, ward };
  return ward;
}
