import { ENTRIES_FORMAT } from '../../index/postgres/format.ts';
import { packTerms } from '../../index/postgres/statistics.ts';
import { unpublished } from '../invalid-publication.ts';
import { integerOf, textOf } from '../row.ts';
import { WRITE_LOCK } from './migrate.ts';
import type { Sql } from './sql.ts';

/** What the next generation is made of. */
export interface StagedGeneration {
  readonly name: string;
  /** What its entries are embedded with; null when it has none. */
  readonly embedder: number | null;
  /** Keys of staged documents that become visible. Published ones of the same id give way to them. */
  readonly add: readonly number[];
  /** Published documents that go, besides. */
  readonly retire: { readonly ids: readonly string[] } | { readonly allBut: readonly string[] };
}

export interface PublishedGenerationRow {
  readonly number: number;
  readonly documents: number;
  readonly entries: number;
}

/**
 * Makes the next generation visible. To be run in a transaction: its commit is the one moment at which the generation
 * begins. Everything large was written before; here documents are marked and the statistics of terms brought up to date.
 */
export async function publishGeneration(sql: Sql, next: StagedGeneration): Promise<PublishedGenerationRow> {
  await sql.rows('SELECT pg_advisory_xact_lock($1)', [WRITE_LOCK]);
  const [inserted] = await sql.rows(
    `INSERT INTO generations (name, format, embedder, entries, heading_syllables, body_syllables)
     VALUES ($1, $2, $3, 0, 0, 0) RETURNING number`,
    [next.name, ENTRIES_FORMAT, next.embedder],
  );
  const number = integerOf(inserted ?? {}, 'number');
  await retireDocuments(sql, number, next);
  await sql.rows('UPDATE documents SET since = $1::bigint, run = NULL WHERE key = ANY($2::bigint[])', [
    number,
    next.add,
  ]);
  const [totals] = await sql.rows(
    `UPDATE generations SET
       (entries, heading_syllables, body_syllables) = (
         SELECT coalesce(sum(entries), 0), coalesce(sum(heading_syllables), 0), coalesce(sum(body_syllables), 0)
         FROM documents WHERE since IS NOT NULL AND until IS NULL)
     WHERE number = $1
     RETURNING entries,
       (SELECT count(*)::integer FROM documents WHERE since IS NOT NULL AND until IS NULL) AS documents`,
    [number],
  );
  await countHolding(sql, number);
  await writeStatistics(sql, number);
  return { number, documents: integerOf(totals ?? {}, 'documents'), entries: integerOf(totals ?? {}, 'entries') };
}

/** Throws `InvalidPublicationError` unless all of these documents are published. */
export async function requirePublished(sql: Sql, ids: readonly string[]): Promise<void> {
  const rows = await sql.rows(
    `SELECT wanted FROM unnest($1::text[]) AS wanted
     WHERE NOT EXISTS (SELECT FROM documents WHERE id = wanted AND since IS NOT NULL AND until IS NULL)`,
    [ids],
  );
  if (rows.length > 0) throw unpublished(rows.map((row) => textOf(row, 'wanted')));
}

/**
 * Removes what no reader can be on any more: all but the published generation, the one before it, and those that were
 * replaced less than `minutes` ago.
 */
export async function pruneGenerations(sql: Sql, minutes: number): Promise<void> {
  await sql.rows('SELECT pg_advisory_xact_lock($1)', [WRITE_LOCK]);
  await sql.rows(
    `DELETE FROM generations WHERE number IN (
       SELECT number FROM (
         SELECT number,
           lead(published_at) OVER newer AS replaced_at,
           count(*) OVER (ORDER BY number DESC) AS place
         FROM generations WINDOW newer AS (ORDER BY number)) AS ranked
       WHERE place > 2 AND replaced_at <= now() - make_interval(mins => $1::integer))`,
    [minutes],
  );
  await sql.rows('DELETE FROM documents WHERE until <= (SELECT min(number) FROM generations)');
}

async function retireDocuments(sql: Sql, number: number, { add, retire }: StagedGeneration): Promise<void> {
  const others = 'ids' in retire ? 'id = ANY($3::text[])' : 'NOT id = ANY($3::text[])';
  await sql.rows(
    `UPDATE documents SET until = $1::bigint
     WHERE since IS NOT NULL AND until IS NULL
       AND (${others} OR id IN (SELECT id FROM documents WHERE key = ANY($2::bigint[])))`,
    [number, add, 'ids' in retire ? retire.ids : retire.allBut],
  );
}

/** How many entries hold each term changes by the documents that came and went. */
async function countHolding(sql: Sql, number: number): Promise<void> {
  await sql.rows(
    `UPDATE terms SET holding = terms.holding + changed.by
     FROM (
       SELECT term, sum(change)::integer AS by FROM (
         SELECT unnest(terms) AS term, unnest(holding) AS change FROM documents WHERE since = $1
         UNION ALL
         SELECT unnest(terms), -unnest(holding) FROM documents WHERE until = $1) AS changes
       GROUP BY term HAVING sum(change) <> 0) AS changed
     WHERE terms.id = changed.term`,
    [number],
  );
}

/** Bytes per row of the packed statistics: a value of PostgreSQL must fit in a gigabyte, and in a reader's memory. */
const PART = 4 * 1024 * 1024;

async function writeStatistics(sql: Sql, number: number): Promise<void> {
  const rows = await sql.rows('SELECT id, term, holding FROM terms WHERE holding > 0 ORDER BY id');
  const packed = packTerms(
    rows.map((row) => ({ id: integerOf(row, 'id'), term: textOf(row, 'term'), holding: integerOf(row, 'holding') })),
  );
  for (let start = 0; start < packed.length; start += PART) {
    const bytes = packed.subarray(start, start + PART);
    await sql.rows('INSERT INTO generation_statistics (generation, part, bytes) VALUES ($1, $2, $3)', [
      number,
      start / PART,
      bytes,
    ]);
  }
}
