import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';

/** Each thread takes some hundred megabytes, and beyond this the thread that writes is what they wait for. */
const MOST = 8;
/** Below so many bytes of documents, some ten seconds of work, threads take longer to start than they save. */
const WORTHWHILE_BYTES = 2_000_000;

/** The number given cannot be one of threads. */
export class ThreadCountError extends Error {
  override readonly name = 'ThreadCountError';
}

/** The number of threads asked for on the command line; null when none is. Throws `ThreadCountError`. */
export function readThreadCount(given: string | undefined): number | null {
  if (given === undefined) return null;
  const threads = Number(given);
  if (Number.isInteger(threads) && threads >= 1 && threads <= 64) return threads;
  throw new ThreadCountError(`--threads ${given} không dùng được; hãy nêu một số nguyên từ 1 đến 64.`);
}

/** As many threads as there are processors, and one for work that is done in seconds; `paths` are what is to be read. */
export async function usualThreadCount(paths: readonly string[]): Promise<number> {
  const sizes = await Promise.all(paths.map((path) => stat(path).catch(() => null)));
  const bytes = sizes.reduce((sum, found) => sum + (found?.size ?? 0), 0);
  return bytes < WORTHWHILE_BYTES ? 1 : Math.min(MOST, availableParallelism());
}
