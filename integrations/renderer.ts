import { Worker } from 'node:worker_threads';
import type { Reading } from '../src/reader/ward-once.ts';
import type { Bundle, Made, Wanted } from './render-thread.ts';

/** Who waits for a page. */
interface Waiting {
  resolve: (page: Response) => void;
  reject: (fault: Error) => void;
}

/** A thread that renders pages, with its own copy of what the build has read. */
export class Renderer {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;
  #fault: Error | undefined;

  constructor({ ward, quotas }: Reading) {
    const workerData: Reading = { ward, ...(quotas && { quotas }) };
    this.#worker = new Worker(new URL('./render-thread.ts', import.meta.url), { workerData });
    this.#worker.on('message', (made: Made) => this.#answer(made));
    this.#worker.on('error', (fault: Error) => this.#fail(fault));
    this.#worker.on('exit', (code) => this.#fail(new Error(`A renderer ended with ${code}`)));
  }

  /** How many pages it has been asked for and not made yet. */
  get busy(): number {
    return this.#waiting.size;
  }

  /** Gives it the bundle of the pages; to be called before any is asked for. */
  load(bundle: Bundle): void {
    this.#worker.postMessage(bundle);
  }

  /** A page as Astro would render it; rejects as Astro would, or when the thread dies. */
  render(page: Omit<Wanted, 'id'>): Promise<Response> {
    if (this.#fault) return Promise.reject(this.#fault);
    this.#asked += 1;
    const id = this.#asked;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, ...page } satisfies Wanted);
    });
  }

  async end(): Promise<void> {
    this.#worker.removeAllListeners('exit');
    await this.#worker.terminate();
  }

  #answer(made: Made): void {
    const waiting = this.#waiting.get(made.id);
    this.#waiting.delete(made.id);
    if ('fault' in made) {
      const { message, stack } = made.fault;
      waiting?.reject(Object.assign(new Error(message), stack === undefined ? {} : { stack }));
    } else {
      const { status, headers, body } = made;
      waiting?.resolve(new Response(body, { status, headers }));
    }
  }

  #fail(fault: Error): void {
    this.#fault ??= fault;
    for (const { reject } of this.#waiting.values()) reject(this.#fault);
    this.#waiting.clear();
  }
}
