import type { AuditAction, AuditEvent, AuditOutcome } from '../audit/event.ts';
import type { Account } from './account.ts';
import type { Person } from './person.ts';

/** What a request may tell the audit log beside what the log knows of it already. */
export interface Deed {
  action: AuditAction;
  outcome: AuditOutcome;
  target?: string;
  detail?: string;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Who has signed in and may work; absent for everybody else. */
    person?: Person;
    /** The account of the session, also while its password must still be changed. */
    account?: Account;
    /** Writes a line into the audit log, with the person and the address of this request. */
    record(deed: Deed, person?: AuditEvent['person']): Promise<void>;
  }

  interface FastifyContextConfig {
    /** `open`: for everybody; `signed-in`: also with a password that must be changed. */
    entry?: 'open' | 'signed-in';
    /** Whether the route is one of the room's own screens, without scripts. */
    screen?: boolean;
    /** How long browsers may keep the answer; not at all unless it says so. */
    keep?: string;
  }
}
