import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readAssetsIn } from '../../ingest/deploy/assets-folder.ts';
import type { IngestedDocument } from '../../src/document/ingested-document.ts';
import { entriesOf } from '../../src/index/entry.ts';
import { entryTableBuilder } from '../../src/index/entry-table.ts';
import { unitVectors } from '../../src/index/exact-vectors.ts';
import { INDEX_FORMAT } from '../../src/index/fit.ts';
import { buildLexicalIndex } from '../../src/index/lexical.ts';
import type { SnapshotManifest } from '../../src/snapshot/format.ts';
import type { ReadAsset } from '../../src/snapshot/read-parts.ts';
import { writeSnapshot } from '../../src/snapshot/write-snapshot.ts';
import type { DocumentStore } from '../../src/store/document-store.ts';
import { testEmbedder } from './test-embedder.ts';

/** A folder that snapshots are written to and read from. */
export interface SnapshotFolder {
  readonly path: string;
  readonly read: ReadAsset;
  /** Writes a snapshot of what the store has published. */
  write(store: DocumentStore, options?: { readonly mostBytes?: number }): Promise<SnapshotManifest>;
  remove(): Promise<void>;
}

/** An empty folder of its own, with the test embedder as the model of the index. */
export async function snapshotFolder(): Promise<SnapshotFolder> {
  const path = await mkdtemp(join(tmpdir(), 'hoi-dap-snapshot-'));
  return {
    path,
    read: readAssetsIn(join(path, 'worker')),
    write: async (store, { mostBytes } = {}) =>
      writeSnapshot(await sourceOf(store), {
        folder: join(path, 'worker'),
        ...(mostBytes === undefined ? {} : { mostBytes }),
      }),
    remove: () => rm(path, { recursive: true }),
  };
}

/** The index that ingestion would have published for the documents of a store. */
async function sourceOf(store: DocumentStore) {
  const documents: IngestedDocument[] = [];
  for (const { id } of await store.documents()) {
    const document = await store.document(id);
    if (document !== null) documents.push(document);
  }
  const entries = documents.flatMap(entriesOf);
  const table = entryTableBuilder();
  for (const entry of entries) table.add(entry);
  const { model, dimensions } = testEmbedder;
  const vectors = entries.map(({ heading, body }) => testEmbedder.embed(`${heading} ${body}`));
  return {
    index: {
      format: INDEX_FORMAT,
      generation: (await store.generation()) ?? '',
      embedder: { model, dimensions },
      entries: entries.length,
      builtAt: '2026-11-23T00:00:00.000Z',
    },
    entries: table.pack(),
    lexical: buildLexicalIndex(entries).pack(),
    vectors: unitVectors(vectors, dimensions),
    embedding: null,
    store,
  };
}
