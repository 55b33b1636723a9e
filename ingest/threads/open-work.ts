import { join } from 'node:path';
import type { Embedder } from '../../src/model/embedder.ts';
import { openEmbeddingCache } from '../embedding-cache.ts';
import { type IngestionWork, workHere } from './ingestion-work.ts';
import { ingestionThreads, workInThreads } from './work-in-threads.ts';

export interface WorkOptions {
  readonly embedder: Embedder;
  /** Holds the cache of what a provider embedded. */
  readonly dataDir: string;
}

/** Work in so many threads, or in this one when that is all there are; threads start when there is something to do. */
export function openWork(threads: number, { embedder, dataDir }: WorkOptions): IngestionWork {
  const here = workHere(embedder, () => openEmbeddingCache(join(dataDir, 'embeddings.sqlite')));
  return threads === 1 ? here : workInThreads(ingestionThreads(threads), embedder, here);
}

/** Uses the work that is given, or work in this thread that is closed afterwards. */
export async function usingWork<T>(
  { work, ...options }: WorkOptions & { readonly work?: IngestionWork },
  use: (work: IngestionWork) => Promise<T>,
): Promise<T> {
  if (work !== undefined) return use(work);
  const own = openWork(1, options);
  try {
    return await use(own);
  } finally {
    await own.close();
  }
}
