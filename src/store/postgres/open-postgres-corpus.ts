import { openPostgresGeneration, publishedEmbedderIn } from '../../index/postgres/published.ts';
import type { PublishedGeneration } from '../../index/published-reader.ts';
import type { Embedder } from '../../model/embedder.ts';
import type { DatabaseSettings } from '../../settings.ts';
import { type Database, openDatabase } from './database.ts';
import { requireMigrated } from './migrate.ts';
import { hyperdriveServer, pgServer } from './pg-server.ts';
import { type PostgresStore, postgresStore } from './postgres-store.ts';

/** Generations in PostgreSQL, for reading. */
export interface PostgresCorpus {
  readonly store: PostgresStore;
  /** What the published generation is embedded with; null when there is none. */
  readonly embedder: Pick<Embedder, 'model' | 'dimensions'> | null;
  /** Opens a generation, store and index. Throws `UnusableIndexError` for one of another embedder or format. */
  readonly open: (generation: string, embedder: Embedder) => Promise<PublishedGeneration>;
}

/** The database of the settings; nothing is connected before the first statement. */
export function openConfiguredDatabase(
  { url, replicaUrls, connections, statementTimeout }: DatabaseSettings,
  onReplicaFault: (sentence: string) => void = () => {},
): Database {
  const server = (address: string) => pgServer(address, { connections });
  return openDatabase({ primary: server(url), replicas: replicaUrls.map(server), statementTimeout, onReplicaFault });
}

/**
 * Opens the corpus that the settings name. Throws `DatabaseUnavailableError` when the database does not answer and
 * `UnusableDatabaseError` for one of a newer version; one without tables yet is a corpus without generations. `log` is
 * told of replicas that fail.
 */
export async function openPostgresCorpus(
  settings: DatabaseSettings,
  log: (line: string) => void = () => {},
): Promise<PostgresCorpus> {
  return postgresCorpus(openConfiguredDatabase(settings, log));
}

/** The corpus behind the connection string of a Hyperdrive binding, for Workers; throws what `openPostgresCorpus` throws. */
export async function openHyperdriveCorpus(connectionString: string): Promise<PostgresCorpus> {
  return postgresCorpus(openDatabase({ primary: hyperdriveServer(connectionString) }));
}

/** The corpus in a database that is open already; closed with it when it cannot be used. */
async function postgresCorpus(database: Database): Promise<PostgresCorpus> {
  try {
    const state = await requireMigrated(database);
    return {
      store: postgresStore(database),
      embedder: state === 'empty' ? null : await publishedEmbedderIn(database),
      open: (generation, embedder) => openPostgresGeneration(database, generation, embedder),
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}
