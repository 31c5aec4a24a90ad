/** Pagefind's worker, which runs the full-text index beside the page. */
export interface IndexWorker {
  /** Calls a method of the index; rejects when it fails, or when the worker cannot run. */
  call(method: string, ...args: unknown[]): Promise<unknown>;
  /** Ends the worker; what it still owes is rejected. */
  stop(): void;
}

interface Answer {
  id: string;
  result?: unknown;
  error?: string;
}

interface Waiting {
  resolve: (result: unknown) => void;
  reject: (error: Error) => void;
}

/**
 * Starts the worker. Its messages are those of the pinned version, which is spoken to without
 * the script that comes with it: that one weighs as much again as the worker, since it can also
 * do without, and could be asked only once it is there.
 */
export function indexWorker(folder: string): IndexWorker {
  const worker = new Worker(`${folder}pagefind-worker.js`);
  const waiting = new Map<string, Waiting>();
  let stopped: Error | undefined;
  let calls = 0;
  const stop = (error = new Error('Đã dừng.')) => {
    stopped = error;
    worker.terminate();
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.addEventListener('error', ({ message }) => stop(new Error(message)));
  worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
    const { id, result, error } = data;
    const own = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) own?.resolve(result);
    else own?.reject(new Error(error));
  });
  return {
    call: (method, ...args) =>
      new Promise((resolve, reject) => {
        if (stopped) return reject(stopped);
        calls += 1;
        const id = `${calls}`;
        waiting.set(id, { resolve, reject });
        worker.postMessage({ id, method, args });
      }),
    stop: () => stop(),
  };
}
