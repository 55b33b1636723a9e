import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { IngestedDocument } from '../src/document/ingested-document.ts';
import { entriesOf } from '../src/index/entry.ts';
import type { Hnswlib } from '../src/index/hnsw-vectors.ts';
import { openPublishedIndex } from '../src/index/published.ts';
import { UnusableIndexError } from '../src/index/unusable-index-error.ts';
import { writePublishedIndex } from '../src/index/write-published.ts';
import type { Embedder } from '../src/model/embedder.ts';
import type { DocumentStore, DocumentWriter } from '../src/store/document-store.ts';
import { generationName } from '../src/store/generation-name.ts';
import { embedEntries } from './embed.ts';
import { openEmbeddingCache } from './embedding-cache.ts';

/** Where a publication stands. `file`: one more index file is on the disk. */
export type PublishStep =
  | { readonly kind: 'embed'; readonly done: number; readonly total: number }
  | { readonly kind: 'index' }
  | { readonly kind: 'file'; readonly name: string }
  | { readonly kind: 'written' }
  | { readonly kind: 'committed' }
  | { readonly kind: 'pruned' };

export interface PublishOptions {
  readonly dataDir: string;
  readonly store: DocumentStore & DocumentWriter;
  readonly embedder: Embedder;
  readonly hnswlib: Hnswlib | null;
  readonly onStep?: (step: PublishStep) => void;
}

export interface Publication {
  readonly generation: string;
  readonly documents: number;
  readonly entries: number;
  /** False when everything was published already. */
  readonly changed: boolean;
}

/** The folder of the index files within a data folder. */
export function indexFolder(dataDir: string): string {
  return join(dataDir, 'index');
}

/**
 * Publishes the given documents, and of the published ones those in `keep`, as the next generation. To be run under
 * `withIngestionLock`.
 *
 * The index is written first, into a folder of its own; the commit of the store, which names that folder, is the one
 * moment at which the new generation begins; only then are older folders removed. A crash before the commit leaves the
 * former generation with its index, a crash after it leaves the new one: what else lies around goes with the next run.
 */
export async function publishCorpus(
  next: { readonly add: readonly IngestedDocument[]; readonly keep: readonly string[] },
  options: PublishOptions,
): Promise<Publication> {
  const { store, embedder, hnswlib, onStep = () => {} } = options;
  const folder = indexFolder(options.dataDir);
  const unchanged = await publishedAlready(next, options);
  if (unchanged !== null) return unchanged;

  const generation = generationName(new Date());
  const documents = await documentsOf(next, store);
  const entries = documents.flatMap(entriesOf);
  const vectors = await embedAll(entries, options);
  onStep({ kind: 'index' });
  const onFile = (name: string) => onStep({ kind: 'file', name });
  await writePublishedIndex({ folder, generation, embedder, entries, vectors, hnswlib, builtAt: new Date(), onFile });
  onStep({ kind: 'written' });
  await store.publish({ ...next, generation });
  onStep({ kind: 'committed' });
  await removeOthers(folder, generation);
  onStep({ kind: 'pruned' });
  return { generation, documents: documents.length, entries: entries.length, changed: true };
}

/** Nothing to add, nothing to leave out, and an index that opens: nothing to do. */
async function publishedAlready(
  next: { readonly add: readonly IngestedDocument[]; readonly keep: readonly string[] },
  { dataDir, store, embedder, hnswlib }: PublishOptions,
): Promise<Publication | null> {
  const generation = await store.generation();
  const published = (await store.documents()).length;
  if (generation === null || next.add.length > 0 || new Set(next.keep).size < published) return null;
  try {
    const { manifest } = await openPublishedIndex(generation, { folder: indexFolder(dataDir), embedder, hnswlib });
    return { generation, documents: published, entries: manifest.entries, changed: false };
  } catch (error) {
    if (error instanceof UnusableIndexError) return null;
    throw error;
  }
}

/** All documents of the next generation in the order of the store, so that the same documents make the same index. */
async function documentsOf(
  next: { readonly add: readonly IngestedDocument[]; readonly keep: readonly string[] },
  store: DocumentStore,
): Promise<IngestedDocument[]> {
  const added = new Set(next.add.map(({ document }) => document.id));
  const documents = [...next.add];
  for (const id of next.keep) {
    const kept = added.has(id) ? null : await store.document(id);
    if (kept !== null) documents.push(kept);
  }
  const place = ({ document }: IngestedDocument) => `${document.issuedOn ?? ''} ${document.id}`;
  return documents.sort((a, b) => (place(a) < place(b) ? -1 : 1));
}

async function embedAll(
  entries: Parameters<typeof embedEntries>[0],
  { dataDir, embedder, onStep = () => {} }: PublishOptions,
): Promise<Float32Array[]> {
  const cache = openEmbeddingCache(join(dataDir, 'embeddings.sqlite'));
  try {
    const onProgress = (done: number, total: number) => onStep({ kind: 'embed', done, total });
    return await embedEntries(entries, { embedder, cache, onProgress });
  } finally {
    cache.close();
  }
}

async function removeOthers(folder: string, generation: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name !== generation) await rm(join(folder, name), { recursive: true, force: true });
  }
}
