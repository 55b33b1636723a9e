import { makeSearchIndexes } from '../../src/index/postgres/search-indexes.ts';
import { generationName } from '../../src/store/generation-name.ts';
import type { Database } from '../../src/store/postgres/database.ts';
import { WRITE_LOCK } from '../../src/store/postgres/migrate.ts';
import { KEPT_MINUTES } from '../../src/store/postgres/postgres-store.ts';
import { pruneGenerations, publishGeneration } from '../../src/store/postgres/publishing.ts';
import { publishedGeneration } from '../../src/store/postgres/reading.ts';
import type { Sql } from '../../src/store/postgres/sql.ts';
import { integerOf, jsonOf, type Row, textOf } from '../../src/store/row.ts';
import { duplicateOf } from '../why-no-document.ts';
import type { JobOutcome } from './jobs.ts';

/** Where a run stands that has no job left: `again` when it has got new ones. */
export type RunEnd = 'published' | 'again';

/** A run whose jobs have all ended. */
interface EndedRun {
  readonly id: number;
  readonly embedder: { readonly id: number; readonly dimensions: number };
  readonly replaces: boolean;
}

interface EndedJob {
  readonly ordinal: number;
  readonly outcome: JobOutcome;
  /** Key of the document it staged. */
  readonly document: number | null;
}

/**
 * Publishes every run that has no open job left, whichever process began it: so a run whose process died is published by
 * the next worker. Returns how each ended.
 */
export async function finishRuns(database: Database, embedder: number): Promise<readonly RunEnd[]> {
  const runs = await database.readPrimary((sql) =>
    sql.rows(
      `SELECT runs.id, runs.replaces, embedders.id AS embedder, dimensions
       FROM ingestion_runs AS runs JOIN embedders ON embedders.id = runs.embedder
       WHERE runs.ended_at IS NULL AND runs.embedder = $1
         AND NOT EXISTS (SELECT FROM ingestion_jobs WHERE run = runs.id AND ended_at IS NULL)
       ORDER BY runs.id`,
      [embedder],
    ),
  );
  const ends: RunEnd[] = [];
  for (const row of runs) {
    const run = {
      id: integerOf(row, 'id'),
      replaces: row.replaces === true,
      embedder: { id: integerOf(row, 'embedder'), dimensions: integerOf(row, 'dimensions') },
    };
    await makeSearchIndexes(database, { embedder: run.embedder });
    ends.push(await database.write((sql) => finishRun(sql, run)));
  }
  if (ends.includes('published')) await database.write((sql) => pruneGenerations(sql, KEPT_MINUTES));
  return ends;
}

/** Under the lock of publications, so that what is published does not change between looking and publishing. */
async function finishRun(sql: Sql, run: EndedRun): Promise<RunEnd> {
  await sql.rows('SELECT pg_advisory_xact_lock($1)', [WRITE_LOCK]);
  const [open] = await sql.rows('SELECT id FROM ingestion_runs WHERE id = $1 AND ended_at IS NULL FOR UPDATE', [
    run.id,
  ]);
  if (open === undefined) return 'published';
  const jobs = await endedJobs(sql, run.id);
  if (await openAgain(sql, run, jobs)) return 'again';
  const { chosen, named } = chooseDocuments(jobs, await currentRenewals(sql, jobs));
  for (const { ordinal, outcome } of jobs) {
    await sql.rows('UPDATE ingestion_jobs SET outcome = $3, bytes = NULL WHERE run = $1 AND ordinal = $2', [
      run.id,
      ordinal,
      JSON.stringify(reported(ordinal, outcome, jobs)),
    ]);
  }
  const before = await publishedGeneration(sql);
  const retire = run.replaces ? { allBut: named } : { ids: [] };
  const changes = chosen.length > 0 || (run.replaces && named.length > 0 && (await countPublished(sql)) > named.length);
  const name = changes ? generationName(new Date()) : (before?.name ?? null);
  if (changes && name !== null) {
    await publishGeneration(sql, { name, embedder: run.embedder.id, add: chosen, retire });
  }
  await sql.rows('DELETE FROM documents WHERE since IS NULL AND run = $1', [run.id]);
  await sql.rows('UPDATE ingestion_runs SET ended_at = now(), generation = $2 WHERE id = $1', [
    run.id,
    named.length === 0 ? null : name,
  ]);
  return 'published';
}

/**
 * What other runs published meanwhile may have undone what this one took for granted: a file that counted as unchanged
 * is read after all, and a document of another embedder is embedded anew. Returns whether there are jobs again.
 */
async function openAgain(sql: Sql, run: EndedRun, jobs: readonly EndedJob[]): Promise<boolean> {
  const unchanged = jobs.flatMap(({ outcome }) =>
    outcome.kind === 'document' && outcome.report.status === 'unchanged' ? [outcome.digest] : [],
  );
  const gone = await sql.rows(
    `SELECT wanted FROM unnest($1::text[]) AS wanted WHERE NOT EXISTS (
       SELECT FROM documents
       WHERE digest = wanted AND embedder = $2 AND since IS NOT NULL AND until IS NULL)`,
    [unchanged, run.embedder.id],
  );
  const digests = new Set(gone.map((row) => textOf(row, 'wanted')));
  const toRead = jobs.filter(({ outcome }) => outcome.kind === 'document' && digests.has(outcome.digest));
  await sql.rows(
    `UPDATE ingestion_jobs SET ended_at = NULL, outcome = NULL, leased_until = NULL, attempts = 0
     WHERE run = $1 AND ordinal = ANY($2::integer[])`,
    [run.id, toRead.map(({ ordinal }) => ordinal)],
  );
  const renewed = run.replaces ? [] : await addRenewals(sql, run, jobs);
  return toRead.length > 0 || renewed.length > 0;
}

/** Published documents of another embedder that no job of the run gives in its own. */
async function addRenewals(sql: Sql, { id, embedder }: EndedRun, jobs: readonly EndedJob[]): Promise<readonly Row[]> {
  const given = jobs.flatMap(({ outcome }) => {
    if (outcome.kind === 'document') return [outcome.report.id];
    return [];
  });
  const renewals = jobs.flatMap(({ outcome }) => (outcome.kind === 'renewed' ? [outcome] : []));
  return sql.rows(
    `INSERT INTO ingestion_jobs (run, ordinal, kind, name, document_id)
     SELECT $1::bigint, (SELECT coalesce(max(ordinal), -1) FROM ingestion_jobs WHERE run = $1::bigint) + row_number() OVER (),
       'renew', id, id
     FROM documents
     WHERE since IS NOT NULL AND until IS NULL AND embedder IS DISTINCT FROM $2::integer
       AND NOT id = ANY($3::text[])
       AND NOT EXISTS (SELECT FROM unnest($4::text[], $5::text[]) AS renewal (id, digest)
         WHERE renewal.id = documents.id AND renewal.digest = documents.digest)
     RETURNING ordinal`,
    [id, embedder.id, given, renewals.map((renewal) => renewal.id), renewals.map(({ digest }) => digest)],
  );
}

/** The renewals whose document is still the one that was embedded anew. */
async function currentRenewals(sql: Sql, jobs: readonly EndedJob[]): Promise<ReadonlySet<JobOutcome>> {
  const renewals = jobs.flatMap(({ outcome }) => (outcome.kind === 'renewed' ? [outcome] : []));
  const rows = await sql.rows(
    `SELECT documents.id, documents.digest
     FROM unnest($1::text[], $2::text[]) AS renewal (id, digest) JOIN documents USING (id, digest)
     WHERE since IS NOT NULL AND until IS NULL`,
    [renewals.map(({ id }) => id), renewals.map(({ digest }) => digest)],
  );
  const current = new Map(rows.map((row) => [textOf(row, 'id'), textOf(row, 'digest')]));
  return new Set(renewals.filter(({ id, digest }) => current.get(id) === digest));
}

/** The documents that are published, the first of those with one id; and the ids the run names. */
function chooseDocuments(
  jobs: readonly EndedJob[],
  renewals: ReadonlySet<JobOutcome>,
): { readonly chosen: number[]; readonly named: string[] } {
  const chosen = new Map<string, number | null>();
  for (const { outcome, document } of jobs) {
    if (outcome.kind === 'failure' || (outcome.kind === 'renewed' && !renewals.has(outcome))) continue;
    const id = outcome.kind === 'document' ? outcome.report.id : outcome.id;
    if (!chosen.has(id)) chosen.set(id, document);
  }
  return { chosen: [...chosen.values()].filter((key) => key !== null), named: [...chosen.keys()] };
}

/** The outcome as it is reported: of two files of one document the second failed. */
function reported(ordinal: number, outcome: JobOutcome, jobs: readonly EndedJob[]): JobOutcome {
  if (outcome.kind !== 'document') return outcome;
  const { file, id } = outcome.report;
  const first = jobs.find((job) => job.outcome.kind === 'document' && job.outcome.report.id === id);
  if (first === undefined || first.ordinal === ordinal || first.outcome.kind !== 'document') return outcome;
  return { kind: 'failure', failure: { file, ...duplicateOf(first.outcome.report.file) } };
}

async function endedJobs(sql: Sql, run: number): Promise<EndedJob[]> {
  const rows = await sql.rows('SELECT ordinal, outcome, document FROM ingestion_jobs WHERE run = $1 ORDER BY ordinal', [
    run,
  ]);
  return rows.map((row) => ({
    ordinal: integerOf(row, 'ordinal'),
    outcome: jsonOf<JobOutcome>(row, 'outcome'),
    document: row.document === null ? null : integerOf(row, 'document'),
  }));
}

/** How many documents are published. */
export async function countPublished(sql: Sql): Promise<number> {
  const [row] = await sql.rows(
    'SELECT count(*)::integer AS documents FROM documents WHERE since IS NOT NULL AND until IS NULL',
  );
  return integerOf(row ?? {}, 'documents');
}
