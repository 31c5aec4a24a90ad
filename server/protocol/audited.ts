import { Refusal } from '../ledger/refusal.ts';
import type { Person } from '../people/person.ts';
import type { AuditEvent, Seams } from '../seams.ts';

/** Who asks, and from where. */
export interface Asking {
  person: Person;
  address: string;
}

/**
 * Does something and writes down that it was done, or why not. The answer waits for the log:
 * what could not be written down is not acknowledged.
 */
export async function audited<T>(
  { audit }: Pick<Seams, 'audit'>,
  { person, address }: Asking,
  event: Pick<AuditEvent, 'action' | 'target' | 'detail'>,
  work: () => Promise<T>,
): Promise<T> {
  const common = { ...event, person: person.id, address };
  let done: T;
  try {
    done = await work();
  } catch (error) {
    const refused = error instanceof Refusal;
    const detail = refused ? error.message : 'Lỗi của máy chủ';
    await audit({ ...common, outcome: refused ? 'refused' : 'failed', detail });
    throw error;
  }
  await audit({ ...common, outcome: 'ok' });
  return done;
}
