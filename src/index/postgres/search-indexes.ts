import type { Database } from '../../store/postgres/database.ts';
import { codeOf } from '../../store/postgres/faults.ts';
import type { Sql } from '../../store/postgres/sql.ts';
import { integerOf } from '../../store/row.ts';
import { SEARCH_INDEXES } from './format.ts';

/** Which indexes the entries are searched by. */
export interface SearchMeans {
  /** How candidates for BM25 are found. */
  readonly candidates: 'bm25' | 'words' | 'all';
  /** Is there a graph over the embeddings, or are they scanned? */
  readonly graph: boolean;
}

export interface SearchIndexOptions {
  readonly embedder: { readonly id: number; readonly dimensions: number };
  /** Fewer entries than this are scanned as fast as a graph is searched. */
  readonly scanBelow?: number;
}

/**
 * HNSW as pgvector advises for high recall; see `HNSW` for the same graph in memory. How carefully it is built decides
 * what can be found in it: where 128 candidates were looked at, some entries are on no way however far a search goes.
 */
const GRAPH = { m: 24, efConstruction: 256 } as const;

/** pgvector makes graphs of halfvec up to this many dimensions. */
const MOST_DIMENSIONS = 4_000;

/**
 * Makes the indexes that are missing, once there are entries enough: with pg_textsearch where the server has it, else
 * GIN. Readers go on meanwhile; ingestions wait.
 */
export async function makeSearchIndexes(database: Database, options: SearchIndexOptions): Promise<void> {
  const { embedder, scanBelow = 5_000 } = options;
  const entries = await database.readPrimary(countEntries);
  if (entries < scanBelow) return;
  const means = await database.readPrimary((sql) => searchMeans(sql, embedder.id));
  if (means.candidates === 'all') await makeCandidateIndex(database);
  if (!means.graph && embedder.dimensions <= MOST_DIMENSIONS) {
    const { id, dimensions } = embedder;
    await database.write(async (sql) => {
      // In the middle of loading the table has no statistics, and the memory set for everyday work is little for a graph.
      await sql.rows(
        "SELECT set_config('maintenance_work_mem', greatest(pg_size_bytes(current_setting('maintenance_work_mem')), 536870912)::text || 'B', true)",
      );
      await sql.rows(
        `CREATE INDEX IF NOT EXISTS ${SEARCH_INDEXES.graph(id)} ON entries
         USING hnsw ((embedding::halfvec(${dimensions})) halfvec_ip_ops)
         WITH (m = ${GRAPH.m}, ef_construction = ${GRAPH.efConstruction}) WHERE embedder = ${id}`,
      );
    });
  }
  await database.write((sql) => sql.rows('ANALYZE entries, documents'));
}

/** Which indexes there are. */
export async function searchMeans(sql: Sql, embedder: number): Promise<SearchMeans> {
  const [row] = await sql.rows(
    `SELECT to_regclass($1) IS NOT NULL AS bm25, to_regclass($2) IS NOT NULL AS words, to_regclass($3) IS NOT NULL AS graph`,
    [SEARCH_INDEXES.bm25, SEARCH_INDEXES.words, SEARCH_INDEXES.graph(embedder)],
  );
  const words = row?.words === true ? 'words' : 'all';
  return { candidates: row?.bm25 === true ? 'bm25' : words, graph: row?.graph === true };
}

async function countEntries(sql: Sql): Promise<number> {
  const [row] = await sql.rows('SELECT coalesce(sum(entries), 0)::integer AS entries FROM documents');
  return integerOf(row ?? {}, 'entries');
}

async function makeCandidateIndex(database: Database): Promise<void> {
  if (await hasTextSearch(database)) {
    await database.write((sql) =>
      sql.rows(
        `CREATE INDEX IF NOT EXISTS ${SEARCH_INDEXES.bm25} ON entries USING bm25 (codes) WITH (text_config = 'simple')`,
      ),
    );
    return;
  }
  await database.write((sql) =>
    sql.rows(`CREATE INDEX IF NOT EXISTS ${SEARCH_INDEXES.words} ON entries USING gin (to_tsvector('simple', codes))`),
  );
}

/** Codes of a server that has not got an extension, will not load it now, or will not let us. */
const REFUSALS: ReadonlySet<string> = new Set(['0A000', '58P01', '42501', '55000', 'XX000', 'F0000', '42704']);

async function hasTextSearch(database: Database): Promise<boolean> {
  try {
    await database.write((sql) => sql.rows('CREATE EXTENSION IF NOT EXISTS pg_textsearch'));
    return true;
  } catch (error) {
    if (REFUSALS.has(codeOf(error) ?? '')) return false;
    throw error;
  }
}
