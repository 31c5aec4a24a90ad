import path from 'node:path';
import type { Day } from '../../src/core/calendar/day.ts';
import type { Store } from '../../src/core/store/store.ts';
import type { Settings } from '../../src/settings.ts';
import { AuditLog } from '../audit/log.ts';
import type { DepartmentChoice } from './account-details.ts';
import { Accounts } from './accounts.ts';
import type { Cost } from './password.ts';
import { Sessions } from './sessions.ts';

/** What the room's screens know of the ward, whatever state its content is in. */
export interface WardFacts {
  id: string;
  name: string;
  /** The ward's colour, `#rrggbb`. */
  accent: string;
  /** Departments that exist or will, for people to belong to. */
  departments: readonly DepartmentChoice[];
}

/** Who may enter, who is inside, and what they did: three files in one private folder. */
export interface PeopleFiles {
  accounts: Accounts;
  sessions: Sessions;
  audit: AuditLog;
}

/** Everything the editors' room is made of. */
export interface RoomParts extends PeopleFiles {
  settings: Pick<Settings, 'base' | 'siteUrl' | 'allowedHosts' | 'outDir'>;
  /** The instant, in milliseconds. */
  now: () => number;
  /** The date in the ward. */
  asOf: () => Day;
  ward: () => Promise<WardFacts>;
  /** The published content; `undefined` while it has an error. */
  published: () => Promise<Store | undefined>;
}

/**
 * The file of accounts: outside the repository, so that no copy of the content ever carries it,
 * and one for each ward of a machine.
 */
export function accountsFileOf(
  { accountsFile, stateHome }: Pick<Settings, 'accountsFile' | 'stateHome'>,
  ward: string,
): string {
  return accountsFile ?? path.join(stateHome, 'cchc', ward, 'accounts.json');
}

/** Opens the files beside the file of accounts; none is made before something is written. */
export function openPeopleFiles(file: string, now: () => number, cost?: Cost): PeopleFiles {
  const folder = path.dirname(file);
  return {
    accounts: new Accounts({ file, now, ...(cost ? { cost } : {}) }),
    sessions: new Sessions({ file: path.join(folder, 'sessions.json'), now }),
    audit: new AuditLog({ folder: path.join(folder, 'audit'), now }),
  };
}
