/** Requests of one network address to the places where a password is checked. */
export const PASSWORD_LIMIT = { max: 30, timeWindow: '1 minute' };

/** After these many wrong attempts from one address on one account each next one must wait. */
const FREE_HERE = 5;
/** The same for an account from anywhere: more, lest anybody could lock its owner out. */
const FREE_ANYWHERE = 30;
const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 15 * 60_000;
/** Attempts that lie further back do not count. */
const FORGET_MS = 24 * 60 * 60_000;
/** Names that nobody has can be made up without end; only the latest are remembered. */
const MOST_KEYS = 10_000;

interface Attempts {
  count: number;
  last: number;
}

/**
 * Slows down guessing: the wait doubles with every wrong attempt. It knows names as they are
 * typed, whether an account has them or not, so that it tells nobody which ones exist.
 */
export class Throttle {
  readonly #now: () => number;
  readonly #attempts = new Map<string, Attempts>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /**
   * Asks for one attempt: 0 when it may be made, or the milliseconds still to wait. A granted
   * one counts as wrong until `succeeded` is called, so that many at once gain nothing.
   */
  attempt(name: string, address: string): number {
    const keys = keysOf(name, address);
    const wait = Math.max(...keys.map(([key, free]) => this.#waitOf(key, free)));
    if (wait > 0) return wait;
    for (const [key] of keys) this.#count(key);
    return 0;
  }

  /** The attempt was right: what was counted for this name and address is forgotten. */
  succeeded(name: string, address: string): void {
    for (const [key] of keysOf(name, address)) this.#attempts.delete(key);
  }

  #waitOf(key: string, free: number): number {
    const known = this.#attempts.get(key);
    if (!known || known.count < free) return 0;
    const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (known.count - free));
    return Math.max(0, known.last + wait - this.#now());
  }

  #count(key: string): void {
    const now = this.#now();
    const known = this.#attempts.get(key);
    const count = known && now - known.last < FORGET_MS ? known.count + 1 : 1;
    // Set anew so that the map stays in the order of last use.
    this.#attempts.delete(key);
    this.#attempts.set(key, { count, last: now });
    const [oldest] = this.#attempts.keys();
    if (this.#attempts.size > MOST_KEYS && oldest !== undefined) this.#attempts.delete(oldest);
  }
}

function keysOf(name: string, address: string): [string, number][] {
  return [
    [JSON.stringify([name, address]), FREE_HERE],
    [JSON.stringify([name]), FREE_ANYWHERE],
  ];
}
