import type { Day } from '../core/calendar/day.ts';
import type { QuotaResult } from '../core/quota/result.ts';
import { type SiteWard, siteWard } from './site-ward.ts';
import { loadWard } from './ward.ts';

/** A ward that was read, and the count of its quotas when that was made before. */
export interface Reading {
  ward: SiteWard;
  quotas?: QuotaResult;
}

/** What this thread has read: of which folder, and what was found. */
interface Known {
  folder: string;
  ward: Promise<SiteWard>;
  quotas?: QuotaResult;
}

/**
 * The pages are bundled before they run, so the build script and they have each their own copy
 * of this module; what one has read reaches the other only through the thread's own globals.
 */
const PLACE = Symbol.for('cchc.ward-once');
const process_ = globalThis as { [PLACE]?: Known };

/** Gives what was read, and counted, to everything else that runs in this thread. */
export function handOver({ ward, quotas }: Reading): void {
  process_[PLACE] = {
    folder: ward.root,
    ward: Promise.resolve(ward),
    ...(quotas && { quotas }),
  };
}

/** The quotas of a ward as they stand on a date, if this thread has counted them. */
export function countedQuotas(folder: string, asOf: Day): QuotaResult | undefined {
  const known = process_[PLACE];
  return known?.folder === folder && known.quotas?.asOf === asOf ? known.quotas : undefined;
}

/** A ward as this thread has read it: a build reads and checks its content once. */
export function wardOnce(folder: string): Promise<SiteWard> {
  const known = process_[PLACE];
  if (known?.folder === folder) return known.ward;
  const ward = loadWard(folder, { production: false }).then(siteWard);
  process_[PLACE] = { folder, ward };
  return ward;
}
