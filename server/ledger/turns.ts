/**
 * Lets one piece of work run at a time, in the order of asking. The published branch moves by
 * compare-and-swap anyway; turns keep the publications of one server from losing to each other.
 */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  run<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work, work);
    // Whoever asked hears of a failure; the next in line is not concerned.
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}
