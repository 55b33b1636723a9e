import { dataFolder } from '../../src/data-folder.ts';
import { loadHnswlib } from '../../src/index/hnsw-vectors.ts';
import { openPublishedIndex } from '../../src/index/published.ts';
import type { Embedder } from '../../src/model/embedder.ts';
import type { Settings } from '../../src/settings.ts';
import { openConfiguredDatabase, openPostgresCorpus } from '../../src/store/postgres/open-postgres-corpus.ts';
import { megabytesOf } from './ingest-run.ts';
import type { SearchedIndex } from './vector-recall.ts';

/** Megabytes of a corpus on disk. */
export interface Disk {
  /** Documents, passages and records. */
  readonly store: number;
  /** What is searched. */
  readonly index: number;
}

/** What a corpus takes on disk: files, or tables with their indexes. */
export async function diskOf({ dataDir, database: settings }: Settings): Promise<Disk> {
  if (settings === null) {
    const { corpus, index } = dataFolder(dataDir);
    return { store: megabytesOf(corpus), index: megabytesOf(index) };
  }
  const database = openConfiguredDatabase(settings);
  try {
    const [row] = await database.readPrimary((sql) =>
      sql.rows(`
        SELECT coalesce(sum(bytes) FILTER (WHERE searched), 0)::float8 AS index, coalesce(sum(bytes) FILTER (WHERE NOT searched), 0)::float8 AS store
        FROM (
          SELECT pg_total_relation_size(oid) AS bytes, relname ~ '^(entries|terms|generation_statistics)' AS searched
          FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace) AS tables`),
    );
    return { store: Number(row?.store) / 2 ** 20, index: Number(row?.index) / 2 ** 20 };
  } finally {
    await database.close();
  }
}

/** Works on the index of a generation, opened apart from the service's. */
export async function withIndex<T>(
  { dataDir, database }: Settings,
  generation: string,
  embedder: Embedder,
  work: (index: SearchedIndex) => Promise<T>,
): Promise<T> {
  if (database === null) {
    const folder = dataFolder(dataDir).index;
    return work(await openPublishedIndex(generation, { folder, embedder, hnswlib: await loadHnswlib(console.error) }));
  }
  const corpus = await openPostgresCorpus(database);
  try {
    return await work((await corpus.open(generation, embedder)).index);
  } finally {
    await corpus.store.close();
  }
}
