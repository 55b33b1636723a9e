import type { Embedder } from '../../src/model/embedder.ts';
import { StaticEmbeddings } from '../../src/model/static-embeddings.ts';
import type { FileReading, IndexedEntries, IngestionWork } from './ingestion-work.ts';
import type { ThreadJob } from './jobs.ts';
import { ThreadDiedError, type ThreadPool, threadPool } from './thread-pool.ts';

/** Pieces that wait beside those being worked on, for each thread: none of them is ever idle. */
const AHEAD = 3;

/** A pool of the threads that do the work of an ingestion. */
export function ingestionThreads(threads: number): ThreadPool {
  return threadPool(new URL('./ingestion-thread.ts', import.meta.url), threads);
}

/**
 * The work done by several threads; what a provider embeds stays with `here`, since that is waiting and not work. A file
 * whose reading ends a thread is a failure like any other; anything else that ends one ends the run.
 */
export function workInThreads(pool: ThreadPool, embedder: Embedder, here: IngestionWork): IngestionWork {
  const run = <Result>(job: ThreadJob): Promise<Result> => pool.run<Result>(job);
  return {
    read: (path) => run<FileReading>({ kind: 'read', path }).catch(unreadable),
    index:
      embedder instanceof StaticEmbeddings
        ? (entries) => run<IndexedEntries>({ kind: 'index', entries }).catch(withRemedy)
        : (entries) => here.index(entries),
    nearest: (search) => run<Uint32Array<ArrayBuffer>>({ kind: 'nearest', ...search }).catch(withRemedy),
    width: pool.threads * AHEAD,
    close: async () => {
      await Promise.all([pool.close(), here.close()]);
    },
  };
}

function unreadable(error: unknown): FileReading {
  if (!(error instanceof ThreadDiedError)) throw error;
  return { kind: 'failure', reason: 'crashed', message: `${error.message} Tệp bị bỏ qua.` };
}

function withRemedy(error: unknown): never {
  if (!(error instanceof ThreadDiedError)) throw error;
  const remedy = 'Chỉ mục đang dùng giữ nguyên; hãy chạy lại với ít luồng hơn (--threads 1).';
  throw new ThreadDiedError(`${error.message} ${remedy}`, { cause: error });
}
