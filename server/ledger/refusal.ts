import type { Issue } from '../../src/core/issue/issue.ts';
import type { Conflict } from './conflict.ts';

/** What a refusal carries beside its words, for the editor's form. */
export interface RefusalDetails {
  /** Every issue that stands in the way. */
  issues?: readonly Issue[];
  /** Both texts of a save that came too late. */
  conflict?: Conflict;
}

/**
 * The ledger did not do what was asked and changed nothing. The message is Vietnamese and says
 * what to do; `status` is the HTTP status that Decap's client understands.
 */
export class Refusal extends Error {
  readonly status: number;
  readonly details: RefusalDetails;

  constructor(status: number, message: string, details: RefusalDetails = {}) {
    super(message);
    this.name = 'Refusal';
    this.status = status;
    this.details = details;
  }
}

/** Throws a refusal when a policy gave a reason for one. */
export function unless(reason: string | undefined): void {
  if (reason !== undefined) throw new Refusal(403, reason);
}

/** The refusal of everything that would have to be written to a disk that takes no more. */
export function diskFull(): Refusal {
  return new Refusal(
    507,
    'Máy chủ đã hết chỗ trên đĩa nên chưa lưu được gì. Giữ nguyên cửa sổ này, báo cán bộ công nghệ thông tin rồi lưu lại.',
  );
}
