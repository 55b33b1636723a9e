import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { IngestedDocument } from '../src/document/ingested-document.ts';
import type { PolicyDocument } from '../src/document/policy-document.ts';
import { entriesOf, type IndexEntry } from '../src/index/entry.ts';
import type { Hnswlib } from '../src/index/hnsw-vectors.ts';
import { openPublishedIndex } from '../src/index/published.ts';
import { UnusableIndexError } from '../src/index/unusable-index-error.ts';
import { type IndexedPart, writePublishedIndex } from '../src/index/write-published.ts';
import type { Embedder } from '../src/model/embedder.ts';
import type { DocumentStore, DocumentWriter } from '../src/store/document-store.ts';
import { generationName } from '../src/store/generation-name.ts';
import { inOrder } from './threads/in-order.ts';
import type { IngestionWork } from './threads/ingestion-work.ts';
import { usingWork } from './threads/open-work.ts';

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
  /** Who counts, embeds and clusters; this thread when absent. */
  readonly work?: IngestionWork;
  readonly onStep?: (step: PublishStep) => void;
}

export interface Publication {
  readonly generation: string;
  readonly documents: number;
  readonly entries: number;
  /** False when everything was published already. */
  readonly changed: boolean;
}

/** What the next generation is made of: documents that were read, and ids of published ones. */
interface NextDocuments {
  readonly add: readonly IngestedDocument[];
  readonly keep: readonly string[];
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
export async function publishCorpus(next: NextDocuments, options: PublishOptions): Promise<Publication> {
  return (
    (await publishedAlready(next, options)) ?? usingWork(options, (work) => publishNext(next, { ...options, work }))
  );
}

type WorkingOptions = PublishOptions & { readonly work: IngestionWork };

async function publishNext(next: NextDocuments, options: WorkingOptions): Promise<Publication> {
  const { store, embedder, hnswlib, work, onStep = () => {} } = options;
  const folder = indexFolder(options.dataDir);
  const generation = generationName(new Date());
  const documents = await placesOf(next, store);
  const onFile = (name: string) => onStep({ kind: 'file', name });
  const parts = partsOf(documents, options);
  const { entries } = await writePublishedIndex({
    folder,
    generation,
    embedder,
    parts,
    hnswlib,
    findNearest: work.nearest,
    builtAt: new Date(),
    onFile,
  });
  onStep({ kind: 'written' });
  await store.publish({ ...next, generation });
  onStep({ kind: 'committed' });
  await removeOthers(folder, generation);
  onStep({ kind: 'pruned' });
  return { generation, documents: documents.length, entries, changed: true };
}

/** Nothing to add, nothing to leave out, and an index that opens: nothing to do. */
async function publishedAlready(
  next: NextDocuments,
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

/** A document of the next generation: its place in the order, and where it is had from. */
interface PlacedDocument {
  readonly place: string;
  readonly load: () => Promise<IngestedDocument | null>;
}

/** All documents of the next generation in the order of the store, so that the same documents make the same index. */
async function placesOf(next: NextDocuments, store: DocumentStore): Promise<readonly PlacedDocument[]> {
  const added = new Set(next.add.map(({ document }) => document.id));
  const kept = new Set(next.keep.filter((id) => !added.has(id)));
  const placeOf = ({ issuedOn, id }: PolicyDocument) => `${issuedOn ?? ''} ${id}`;
  return [
    ...next.add.map((ingested) => ({ place: placeOf(ingested.document), load: async () => ingested })),
    ...(await store.documents())
      .filter(({ id }) => kept.has(id))
      .map((document) => ({ place: placeOf(document), load: () => store.document(document.id) })),
  ].sort((a, b) => (a.place < b.place ? -1 : 1));
}

/** Entries that are counted and embedded together. */
const PART = 2_048;

/** The entries of the documents, counted and with their vectors, a part at a time. */
async function* partsOf(documents: readonly PlacedDocument[], options: WorkingOptions): AsyncGenerator<IndexedPart> {
  const { work, onStep = () => {} } = options;
  yield* inOrder(entriesInParts(documents, options), work.width, async (entries) => ({
    entries: entries.map(({ id, kind, documentId }) => ({ id, kind, documentId })),
    ...(await work.index(entries)),
  }));
  onStep({ kind: 'index' });
}

async function* entriesInParts(
  documents: readonly PlacedDocument[],
  { onStep = () => {} }: PublishOptions,
): AsyncGenerator<readonly IndexEntry[]> {
  let entries: IndexEntry[] = [];
  for (const [done, { load }] of documents.entries()) {
    onStep({ kind: 'embed', done, total: documents.length });
    const ingested = await load();
    if (ingested !== null) entries.push(...entriesOf(ingested));
    if (entries.length < PART) continue;
    yield entries;
    entries = [];
  }
  yield entries;
}

async function removeOthers(folder: string, generation: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name !== generation) await rm(join(folder, name), { recursive: true, force: true });
  }
}
