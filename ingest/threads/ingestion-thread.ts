import { parentPort, type Transferable } from 'node:worker_threads';
import { nearestCentroids } from '../../src/index/nearest-centroids.ts';
import { openShippedModel } from '../../src/model/shipped-model.ts';
import { StaticEmbeddings } from '../../src/model/static-embeddings.ts';
import { type FileReading, type IndexedEntries, indexEntries, readFully } from './ingestion-work.ts';
import type { ThreadJob } from './jobs.ts';

/** The thread behind `workInThreads`: one job in, one result out; what it throws ends it and is reported by the pool. */
const findNearest = nearestCentroids();
/** Opened with the first entries: a thread that only reads needs no model. */
let embedder: StaticEmbeddings | null = null;

const port = parentPort;
port?.on('message', async (job: ThreadJob) => {
  const result = await resultOf(job);
  port.postMessage(result, buffersOf(result));
});

type ThreadResult = FileReading | IndexedEntries | Uint32Array<ArrayBuffer>;

async function resultOf(job: ThreadJob): Promise<ThreadResult> {
  if (job.kind === 'read') return readFully(job.path);
  if (job.kind === 'nearest') return findNearest(job);
  embedder ??= new StaticEmbeddings(await openShippedModel());
  return indexEntries(job.entries, embedder);
}

/** What is handed over instead of being copied. */
function buffersOf(result: ThreadResult): Transferable[] {
  if (result instanceof Uint32Array) return [result.buffer];
  if ('vectors' in result) return [result.vectors.buffer];
  return result.kind === 'document' ? [result.packed.buffer] : [];
}
