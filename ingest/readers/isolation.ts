import { Worker } from 'node:worker_threads';
import { type ReadOutcome, refuse } from './extraction.ts';
import type { ReaderLimits } from './limits.ts';

/** Work on untrusted markup that runs in a thread of its own. */
export interface IsolatedJob {
  readonly format: 'html' | 'docx';
  readonly bytes: Uint8Array;
  readonly limits: ReaderLimits;
}

/**
 * Runs a reader in a thread with a deadline and a bounded heap: a file made to exhaust either ends that thread only.
 */
export function readIsolated(job: IsolatedJob): Promise<ReadOutcome> {
  return runIsolated<ReadOutcome>(
    new URL('./isolated-reader.ts', import.meta.url),
    job,
    job.limits,
    (reason) => reason,
  );
}

/** As `readIsolated`, for any module that answers one message with one value. */
export function runIsolated<Result>(
  module: URL,
  job: unknown,
  limits: ReaderLimits,
  onFailure: (failure: ReturnType<typeof refuse>) => Result,
): Promise<Result> {
  return new Promise((resolve) => {
    const worker = new Worker(module, {
      workerData: job,
      resourceLimits: { maxOldGenerationSizeMb: limits.heapMegabytes, stackSizeMb: 4 },
      stdout: true,
      stderr: true,
    });
    const finish = (result: Result): void => {
      clearTimeout(deadline);
      resolve(result);
      void worker.terminate();
    };
    const deadline = setTimeout(() => {
      const seconds = Math.round(limits.milliseconds / 1000);
      finish(
        onFailure(refuse('too-large', `Đọc quá ${seconds} giây chưa xong nên đã dừng; tệp có cấu trúc bất thường.`)),
      );
    }, limits.milliseconds);
    worker.once('message', finish);
    worker.once('error', (error) => finish(onFailure(describe(error))));
    worker.once('exit', () => finish(onFailure(refuse('damaged', 'Tệp bị hỏng, không đọc được.'))));
  });
}

function describe(error: unknown) {
  if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return refuse('too-large', 'Tệp cần quá nhiều bộ nhớ để đọc nên đã dừng.');
  }
  if (error instanceof RangeError) {
    const nested = 'Bảng hoặc thẻ lồng nhau quá sâu, hoặc bảng quá lớn, nên không đọc được.';
    return refuse('too-large', nested);
  }
  return refuse('damaged', `Tệp bị hỏng, không đọc được (${messageOf(error).slice(0, 200)}).`);
}

/** Errors of a library's own class arrive from a thread as plain objects. */
function messageOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('message' in error)) return String(error);
  return String(error.message);
}
