import { now } from '../../src/settings.ts';
import type { Person } from '../people/person.ts';

/** A colleague who has the same entry open. */
export interface Present {
  id: string;
  name: string;
}

/** The editors' page reports every ten seconds; three missed reports mean the window is closed. */
const GONE_AFTER_MS = 30_000;

/** Who has which entry open. Kept in memory alone: it means nothing after a restart. */
export class Presence {
  readonly #seen = new Map<string, Map<string, { name: string; at: number }>>();

  /** Notes that a person has an entry open and returns who else has. */
  report(entry: string, person: Person): Present[] {
    const people = this.#seen.get(entry) ?? new Map<string, { name: string; at: number }>();
    people.set(person.id, { name: person.name, at: now() });
    this.#seen.set(entry, people);
    this.#forgetGone();
    return [...people].filter(([id]) => id !== person.id).map(([id, { name }]) => ({ id, name }));
  }

  #forgetGone(): void {
    const oldest = now() - GONE_AFTER_MS;
    for (const [entry, people] of this.#seen) {
      for (const [id, { at }] of people) if (at < oldest) people.delete(id);
      if (people.size === 0) this.#seen.delete(entry);
    }
  }
}
