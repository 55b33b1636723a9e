import { Worker } from 'node:worker_threads';

/** A thread ended in the middle of a piece of work. */
export class ThreadDiedError extends Error {
  override readonly name = 'ThreadDiedError';
}

/** Threads that do one piece of work at a time each; one that dies takes its piece with it and another takes its place. */
export interface ThreadPool {
  /**
   * Hands a job to a free thread, and waits for one when there is none. Throws `ThreadDiedError` when the thread ends
   * before it has answered.
   */
  run<Result>(job: unknown): Promise<Result>;
  close(): Promise<void>;
  /** How many there are at most. */
  readonly threads: number;
}

/** A pool of up to `threads` threads, each started when there is work for it; `module` answers every message with one. */
export function threadPool(module: URL, threads: number): ThreadPool {
  const all = new Set<Worker>();
  const free: Worker[] = [];
  const waiting: ((worker: Worker) => void)[] = [];

  const giveOut = (): void => {
    while (waiting.length > 0) {
      const worker = free.pop() ?? (all.size < threads ? started() : undefined);
      if (worker === undefined) return;
      waiting.shift()?.(worker);
    }
  };
  const started = (): Worker => {
    const worker = new Worker(module);
    all.add(worker);
    worker.once('exit', () => {
      all.delete(worker);
      const at = free.indexOf(worker);
      if (at !== -1) free.splice(at, 1);
      giveOut();
    });
    return worker;
  };

  return {
    threads,
    run: <Result>(job: unknown): Promise<Result> =>
      new Promise((resolve, reject) => {
        waiting.push((worker) => {
          const answered = (result: Result): void => {
            worker.off('error', failed).off('exit', ended);
            free.push(worker);
            resolve(result);
            giveOut();
          };
          // After an error comes the exit.
          let cause: unknown;
          const failed = (error: unknown): void => {
            cause = error;
          };
          const ended = (code: number): void => {
            worker.off('message', answered);
            reject(new ThreadDiedError(`Một luồng xử lý dừng giữa chừng (${reasonOf(cause, code)}).`, { cause }));
          };
          worker.once('message', answered).once('error', failed).once('exit', ended);
          worker.postMessage(job);
        });
        giveOut();
      }),
    close: async () => {
      waiting.length = 0;
      await Promise.all([...all].map((worker) => worker.terminate()));
    },
  };
}

function reasonOf(cause: unknown, code: number): string {
  if (cause === undefined) return `mã ${code}`;
  if (cause instanceof Error && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY') return 'hết bộ nhớ';
  return cause instanceof Error ? cause.message : String(cause);
}
