import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ingestIntoDatabase } from '../../ingest/database/ingest-into-database.ts';
import { embedderId } from '../../ingest/database/jobs.ts';
import { ingestCorpus } from '../../ingest/ingest-corpus.ts';
import { listSourceFiles, type SourceFiles } from '../../ingest/source-files.ts';
import type { Ask } from '../../src/answering/ask.ts';
import { dataFolder } from '../../src/data-folder.ts';
import { loadHnswlib } from '../../src/index/hnsw-vectors.ts';
import { SEARCH_LIMITS } from '../../src/index/postgres/entry-scope.ts';
import { openPostgresGeneration } from '../../src/index/postgres/published.ts';
import { makeSearchIndexes } from '../../src/index/postgres/search-indexes.ts';
import { openPublishedIndex } from '../../src/index/published.ts';
import type { PublishedGeneration } from '../../src/index/published-reader.ts';
import { retriever } from '../../src/index/retriever.ts';
import { libraryOver } from '../../src/library-over.ts';
import { openShippedModel } from '../../src/model/shipped-model.ts';
import { StaticEmbeddings } from '../../src/model/static-embeddings.ts';
import type { Database } from '../../src/store/postgres/database.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';

/** The same documents on two engines. */
export interface Engines {
  /** SQLite with the index in memory. */
  readonly files: Ask;
  readonly postgres: Ask;
  readonly close: () => Promise<void>;
}

export interface EnginesOptions {
  /** Searches PostgreSQL through its indexes however few the entries are, where it would look at every one. */
  readonly indexed: boolean;
}

/** Ingests the documents in some folders into files and into a database, and opens both. The database is replaced. */
export async function openEngines(
  folders: readonly string[],
  database: Database,
  { indexed }: EnginesOptions,
): Promise<Engines> {
  const dataDir = await mkdtemp(join(tmpdir(), 'hoi-dap-parity-'));
  const embedder = new StaticEmbeddings(await openShippedModel());
  const paths = await listSourceFiles(folders);
  const options = {
    ...{ dataDir, embedder, replace: true, reread: false },
    ...{ signal: new AbortController().signal, onStep: () => {} },
  };
  await ingestIntoDatabase(paths, { ...options, database });
  if (indexed) {
    const { dimensions } = embedder;
    const id = await embedderId(database, embedder);
    await makeSearchIndexes(database, { embedder: { id, dimensions }, scanBelow: 0 });
  }
  const limits = indexed ? { ...SEARCH_LIMITS, words: 0, vectors: 0 } : SEARCH_LIMITS;
  const files = await openFiles(paths, options);
  const asker = async (generation: PublishedGeneration) =>
    (await libraryOver(generation, { retrieve: retriever(embedder), model: null, onTrace: null })).ask;
  const [row] = await database.readPrimary((sql) =>
    sql.rows('SELECT name FROM generations ORDER BY number DESC LIMIT 1'),
  );
  return {
    files: await asker(files.generation),
    postgres: await asker(await openPostgresGeneration(database, String(row?.name), embedder, limits)),
    close: async () => {
      await files.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function openFiles(
  paths: SourceFiles,
  options: Omit<Parameters<typeof ingestCorpus>[1], 'store' | 'hnswlib'>,
): Promise<{ readonly generation: PublishedGeneration; readonly close: () => Promise<void> }> {
  const folder = dataFolder(options.dataDir);
  const hnswlib = await loadHnswlib(() => {});
  const store = openSqliteStore(folder.corpus);
  const { generation } = await ingestCorpus(paths, { ...options, store, hnswlib });
  if (generation === null) throw new Error('None of the files could be ingested.');
  const index = await openPublishedIndex(generation, { folder: folder.index, embedder: options.embedder, hnswlib });
  return { generation: { generation, store: store.at(generation), index }, close: () => store.close() };
}
