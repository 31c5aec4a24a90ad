import type { Day } from '../core/calendar/day.ts';
import type { QuotaResult } from '../core/quota/result.ts';
import { type SiteWard, siteWard } from './site-ward.ts';
import { loadWard } from './ward.ts';

/** What this process has read: of which folder, and what was found. */
interface Known {
  folder: string;
  ward: Promise<SiteWard>;
  /** The count of its quotas, when it was made before. */
  quotas?: QuotaResult;
}

/**
 * The pages are bundled before they run, so the build script and they have each their own copy
 * of this module; what one has read reaches the other only through the process.
 */
const PLACE = Symbol.for('cchc.ward-once');
const process_ = globalThis as { [PLACE]?: Known };

/** Gives what was read, and counted, to everything else that runs in this process. */
export function handOver(ward: SiteWard, quotas: QuotaResult): void {
  process_[PLACE] = { folder: ward.root, ward: Promise.resolve(ward), quotas };
}

/** The quotas of a ward as they stand on a date, if this process has counted them. */
export function countedQuotas(folder: string, asOf: Day): QuotaResult | undefined {
  const known = process_[PLACE];
  return known?.folder === folder && known.quotas?.asOf === asOf ? known.quotas : undefined;
}

/** A ward as this process has read it: a build reads and checks its content once. */
export function wardOnce(folder: string): Promise<SiteWard> {
  const known = process_[PLACE];
  if (known?.folder === folder) return known.ward;
  const ward = loadWard(folder, { production: false }).then(siteWard);
  process_[PLACE] = { folder, ward };
  return ward;
}
