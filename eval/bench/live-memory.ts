import { readAssetsIn } from '../../ingest/deploy/assets-folder.ts';
import { retriever } from '../../src/index/retriever.ts';
import { libraryOver } from '../../src/library-over.ts';
import { StaticEmbeddings } from '../../src/model/static-embeddings.ts';
import { openSnapshotIndex, openSnapshotModel, readSnapshotManifest } from '../../src/snapshot/open-snapshot.ts';
import { openSnapshotStore } from '../../src/snapshot/snapshot-store.ts';
import { KEPT } from '../../src/worker-memory.ts';
import { askOnce } from '../in-process-asker.ts';
import { benchQuestions } from './questions.ts';

/**
 * A program of its own, run with `--expose-gc`: opens the snapshot in a folder as the worker does, asks the questions and
 * prints the megabytes that live afterwards, beyond those of the program itself. The runtime of the platform tells only
 * what is taken, garbage included.
 */
const [, , folder = ''] = process.argv;
const before = live();
const read = readAssetsIn(folder);
const manifest = await readSnapshotManifest(read);
if (manifest === null) throw new Error(`There is no snapshot in ${folder}.`);
const embedder = new StaticEmbeddings(await openSnapshotModel(read, manifest));
const index = await openSnapshotIndex(read, manifest, { embedder });
const store = await openSnapshotStore(read, manifest);
const { ask } = await libraryOver(
  { index, store },
  { retrieve: retriever(embedder), model: null, onTrace: null, kept: KEPT },
);
for (const { question, history } of await benchQuestions())
  await askOnce(ask, { question, history, asOf: '2026-11-23' });
await store.listTargets({ province: null, year: null, group: null, q: null }, { limit: 50, cursor: null });
await store.listAssignments({ province: null, agency: null, role: null, q: null }, { limit: 50, cursor: null });
console.log(String(live() - before));

function live(): number {
  if (globalThis.gc === undefined) throw new Error('Run with --expose-gc.');
  globalThis.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}
