import type { Database } from '../../src/store/postgres/database.ts';
import type { Sql } from '../../src/store/postgres/sql.ts';
import { integerOf, type Row, textOf } from '../../src/store/row.ts';
import type { DocumentReport, FileFailure } from '../report.ts';

/** A file to be ingested, as every worker gets it: none needs the folder it came from. */
export interface JobFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What one run is to do. */
export interface RunRequest {
  readonly files: readonly JobFile[];
  /** Id of the embedder in the database. */
  readonly embedder: number;
  readonly replaces: boolean;
  readonly rereads: boolean;
}

/** A job a worker has taken: to read a file, or to embed a published document anew. */
export interface Job {
  readonly run: number;
  readonly ordinal: number;
  readonly worker: string;
  readonly task:
    | { readonly kind: 'file'; readonly file: JobFile }
    | { readonly kind: 'renew'; readonly documentId: string };
  /** How often it was taken before, by workers that did not come to its end. */
  readonly before: number;
  readonly rereads: boolean;
}

/** How a job ended. */
export type JobOutcome =
  | { readonly kind: 'document'; readonly report: DocumentReport; readonly digest: string }
  | { readonly kind: 'renewed'; readonly id: string; readonly digest: string }
  | { readonly kind: 'failure'; readonly failure: FileFailure };

/** Another worker has the job now: this one took longer than its lease without a sign of life. */
export class LeaseLostError extends Error {
  override readonly name = 'LeaseLostError';
}

/** The id of an embedder in the database. */
export async function embedderId(
  database: Database,
  { model, dimensions }: { readonly model: string; readonly dimensions: number },
): Promise<number> {
  return database.write(async (sql) => {
    await sql.rows(
      'INSERT INTO embedders (model, dimensions) VALUES ($1, $2) ON CONFLICT (model, dimensions) DO NOTHING',
      [model, dimensions],
    );
    const [row] = await sql.rows('SELECT id FROM embedders WHERE model = $1 AND dimensions = $2', [model, dimensions]);
    return integerOf(row ?? {}, 'id');
  });
}

/** Writes down a run with all its jobs, and returns its id. */
export async function beginRun(
  database: Database,
  { files, embedder, replaces, rereads }: RunRequest,
): Promise<number> {
  return database.write(async (sql) => {
    const [row] = await sql.rows(
      'INSERT INTO ingestion_runs (embedder, replaces, rereads) VALUES ($1, $2, $3) RETURNING id',
      [embedder, replaces, rereads],
    );
    const run = integerOf(row ?? {}, 'id');
    for (const [ordinal, { name, bytes }] of files.entries()) {
      await sql.rows(`INSERT INTO ingestion_jobs (run, ordinal, kind, name, bytes) VALUES ($1, $2, 'file', $3, $4)`, [
        run,
        ordinal,
        name,
        bytes,
      ]);
    }
    return run;
  });
}

/** Takes the next job nobody is at; null when there is none. A job whose worker gave no sign of life is taken again. */
export async function takeJob(
  database: Database,
  worker: string,
  { embedder, leaseSeconds }: { readonly embedder: number; readonly leaseSeconds: number },
): Promise<Job | null> {
  const [row] = await database.write((sql) =>
    sql.rows(
      `UPDATE ingestion_jobs AS taken
       SET worker = $1, leased_until = now() + make_interval(secs => $2::double precision), attempts = attempts + 1
       FROM (
         SELECT jobs.run, jobs.ordinal, runs.rereads
         FROM ingestion_jobs AS jobs JOIN ingestion_runs AS runs ON runs.id = jobs.run
         WHERE jobs.ended_at IS NULL AND runs.ended_at IS NULL AND runs.embedder = $3::integer
           AND (jobs.leased_until IS NULL OR jobs.leased_until < now())
         ORDER BY jobs.run, jobs.ordinal
         LIMIT 1 FOR UPDATE OF jobs SKIP LOCKED) AS free
       WHERE taken.run = free.run AND taken.ordinal = free.ordinal
       RETURNING taken.run, taken.ordinal, taken.kind, name, bytes, document_id, attempts, free.rereads`,
      [worker, leaseSeconds, embedder],
    ),
  );
  return row === undefined ? null : jobOf(row, worker);
}

/** Says that the worker is still at the job. */
export async function extendLease(database: Database, job: Job, leaseSeconds: number): Promise<void> {
  await database.write((sql) =>
    sql.rows(
      `UPDATE ingestion_jobs SET leased_until = now() + make_interval(secs => $4::double precision)
       WHERE run = $1 AND ordinal = $2 AND worker = $3 AND ended_at IS NULL`,
      [job.run, job.ordinal, job.worker, leaseSeconds],
    ),
  );
}

/** Gives a job back that was not done. */
export async function giveBack(database: Database, job: Job): Promise<void> {
  await database.write((sql) =>
    sql.rows(
      `UPDATE ingestion_jobs SET leased_until = NULL, worker = NULL, attempts = attempts - 1
       WHERE run = $1 AND ordinal = $2 AND worker = $3 AND ended_at IS NULL`,
      [job.run, job.ordinal, job.worker],
    ),
  );
}

/**
 * Writes down how a job ended, in the transaction that staged its document: both or neither. Throws `LeaseLostError`
 * when another worker has taken it meanwhile.
 */
export async function endJob(sql: Sql, job: Job, outcome: JobOutcome, document: number | null): Promise<void> {
  const rows = await sql.rows(
    `UPDATE ingestion_jobs SET outcome = $4, document = $5, ended_at = now()
     WHERE run = $1 AND ordinal = $2 AND worker = $3 AND ended_at IS NULL RETURNING ordinal`,
    [job.run, job.ordinal, job.worker, JSON.stringify(outcome), document],
  );
  if (rows.length === 0) throw new LeaseLostError(`Job ${job.run}/${job.ordinal} was taken by another worker.`);
}

/** Ends a run without a publication; what was staged for it goes. */
export async function abandonRun(database: Database, run: number): Promise<void> {
  await database.write(async (sql) => {
    await sql.rows('UPDATE ingestion_runs SET ended_at = now() WHERE id = $1 AND ended_at IS NULL', [run]);
    await sql.rows('DELETE FROM documents WHERE since IS NULL AND run = $1', [run]);
    await sql.rows('DELETE FROM ingestion_jobs WHERE run = $1', [run]);
  });
}

/** How far a run is. */
export async function progressOf(
  sql: Sql,
  run: number,
): Promise<{ readonly done: number; readonly total: number; readonly ended: boolean }> {
  const [row = {}] = await sql.rows(
    `SELECT count(*)::integer AS total, count(ended_at)::integer AS done,
       (SELECT ended_at IS NOT NULL FROM ingestion_runs WHERE id = $1) AS ended
     FROM ingestion_jobs WHERE run = $1`,
    [run],
  );
  return { done: integerOf(row, 'done'), total: integerOf(row, 'total'), ended: row.ended === true };
}

function jobOf(row: Row, worker: string): Job {
  const bytes = row.bytes instanceof Uint8Array ? row.bytes : new Uint8Array();
  return {
    run: integerOf(row, 'run'),
    ordinal: integerOf(row, 'ordinal'),
    worker,
    task:
      row.kind === 'renew'
        ? { kind: 'renew', documentId: textOf(row, 'document_id') }
        : { kind: 'file', file: { name: textOf(row, 'name'), bytes } },
    before: integerOf(row, 'attempts') - 1,
    rereads: row.rereads === true,
  };
}
