import type { FastifyRequest } from 'fastify';
import type { Policy } from './ledger/policy.ts';
import type { Person } from './people/person.ts';

/** One thing a person did or tried to do, for the audit log. It never holds a text. */
export interface AuditEvent {
  /** Sign-in name. */
  person: string;
  /** Network address of the browser. */
  address: string;
  action:
    | 'draft.save'
    | 'draft.submit'
    | 'draft.return'
    | 'draft.delete'
    | 'upload'
    | 'publish'
    | 'withdraw'
    | 'month.close';
  /** The entry or the file it was about, e.g. `articles/2026/03/ten-bai`. */
  target: string;
  /** Done, refused by a rule, or failed. */
  outcome: 'ok' | 'refused' | 'failed';
  /** Why it did not happen, or what was special about it. */
  detail?: string;
}

/**
 * Looks at an uploaded file by its content and gives back what may be kept: pictures newly
 * encoded and without metadata. Throws an `Error` in Vietnamese for what may not be kept.
 */
export type AcceptUpload = (path: string, bytes: Uint8Array) => Promise<{ bytes: Uint8Array }>;

/**
 * What the ledger needs of the rest of the server. None has a default: a server without one
 * of them does not start, rather than let everything through.
 */
export interface Seams {
  /** Who has signed in; `undefined` is answered with 401. */
  personOf: (request: FastifyRequest) => Person | undefined;
  may: Policy;
  acceptUpload: AcceptUpload;
  audit: (event: AuditEvent) => Promise<void>;
}
