import type { Issue } from '../../src/core/issue/issue.ts';

/** Content that a build is made of. */
export interface BuildInput {
  contentDir: string;
  /** The published commit; absent while the site is built from a plain folder. */
  commit?: string;
}

/** How a build ended. */
export type BuildResult =
  | { ok: true }
  | {
      ok: false;
      /** What stands in the way, when it is the content. */
      issues: readonly Issue[];
      /** Why, in Vietnamese. */
      message: string;
    };

/** Where a publication stands. */
export interface PublishStatus {
  state: 'idle' | 'queued' | 'building' | 'live' | 'failed';
  /** The commit that citizens see; absent before the first build and for plain folders. */
  live?: string;
  /** The commit that is being built, or whose build failed. */
  target?: string;
  /** Why the last build failed; the site built before it is still served. */
  message?: string;
  issues?: readonly Issue[];
}

/** What a publisher works with. */
export interface PublisherParts {
  /** Lays out what is published now. */
  prepare: () => Promise<BuildInput>;
  build: (input: BuildInput) => Promise<BuildResult>;
  /** Told how every build ended; the next build does not wait for what it does. */
  built?: (result: BuildResult) => void;
}

/**
 * Keeps the site what is published: one build at a time, and however many requests come during
 * a build, one more after it. A failed build leaves the site before it in place.
 */
export class Publisher {
  readonly #parts: PublisherParts;
  #status: PublishStatus = { state: 'idle' };
  #running: Promise<void> | undefined;
  #again = false;
  #asked: string | undefined;

  constructor(parts: PublisherParts) {
    this.#parts = parts;
  }

  get status(): PublishStatus {
    return this.#status;
  }

  /**
   * Asks for a build; resolves when the content as it is now has been built or has failed. A
   * commit that was asked for last is not built again: the same publication is noticed twice,
   * by who made it and by the watch over the ledger.
   */
  request(commit?: string): Promise<void> {
    if (commit !== undefined && commit === this.#asked) return this.#running ?? Promise.resolve();
    this.#asked = commit ?? this.#asked;
    if (this.#running) {
      this.#again = true;
      return this.#running;
    }
    this.#status = { ...this.#status, state: 'queued', message: undefined, issues: undefined };
    this.#running = this.#run().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #run(): Promise<void> {
    do {
      this.#again = false;
      await this.#buildOnce();
    } while (this.#again);
  }

  async #buildOnce(): Promise<void> {
    const { live } = this.#status;
    let input: BuildInput | undefined;
    let result: BuildResult;
    try {
      input = await this.#parts.prepare();
      this.#status = { state: 'building', live, target: input.commit };
      result = await this.#parts.build(input);
    } catch (error) {
      result = { ok: false, issues: [], message: `Chưa dựng được trang: ${String(error)}` };
    }
    this.#status = this.#after(result, input?.commit);
    this.#parts.built?.(result);
  }

  /** While one more build is asked for, the last one's failure may be mended already. */
  #after(result: BuildResult, target: string | undefined): PublishStatus {
    const live = result.ok ? target : this.#status.live;
    if (this.#again) return { state: 'queued', live };
    if (result.ok) return { state: 'live', live, target };
    return { state: 'failed', live, target, message: result.message, issues: result.issues };
  }
}
