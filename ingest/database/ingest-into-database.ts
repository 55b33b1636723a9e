import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Embedder } from '../../src/model/embedder.ts';
import type { Database } from '../../src/store/postgres/database.ts';
import { migrate } from '../../src/store/postgres/migrate.ts';
import { jsonOf, textOf } from '../../src/store/row.ts';
import { openEmbeddingCache } from '../embedding-cache.ts';
import { type IngestionStep, IngestionStoppedError } from '../ingest-corpus.ts';
import { ingestFile } from '../pipeline.ts';
import type { FileFailure, IngestionReport } from '../report.ts';
import { missingFiles, type SourceFiles } from '../source-files.ts';
import { countPublished, finishRuns } from './finish-run.ts';
import {
  abandonRun,
  beginRun,
  embedderId,
  extendLease,
  giveBack,
  type JobFile,
  type JobOutcome,
  LeaseLostError,
  progressOf,
  takeJob,
} from './jobs.ts';
import { doJob, type WorkContext } from './work.ts';

export interface DatabaseIngestionOptions {
  readonly database: Database;
  readonly embedder: Embedder;
  /** Holds the cache of embeddings of this machine. */
  readonly dataDir: string;
  /** The given files become the whole corpus. */
  readonly replace: boolean;
  readonly reread: boolean;
  readonly signal: AbortSignal;
  readonly onStep: (step: IngestionStep) => void;
  /** Names this process among the workers. */
  readonly worker?: string;
  /** Seconds after which a job is taken from a worker that gave no sign of life. */
  readonly leaseSeconds?: number;
}

const LEASE_SECONDS = 60;
/** Milliseconds between two looks when all jobs left are with other workers. */
const PAUSE = 500;

/**
 * Writes the files down as the jobs of a run and works on them, together with every other worker on this database, until
 * the run is published. The process that began it may die: the others go on, and the last one publishes. Throws
 * `IngestionStoppedError` when the signal aborts before that.
 */
export async function ingestIntoDatabase(
  paths: SourceFiles,
  options: DatabaseIngestionOptions,
): Promise<IngestionReport> {
  const started = performance.now();
  const { database, embedder, replace, reread, signal } = options;
  await migrate(database);
  const id = await embedderId(database, embedder);
  const { files, failures } = await readBytes(paths);
  const run = await beginRun(database, { files, embedder: id, replaces: replace, rereads: reread });
  try {
    await work(options, id, async () => (await database.readPrimary((sql) => progressOf(sql, run))).ended, run);
  } catch (error) {
    if (signal.aborted) await abandonRun(database, run);
    throw error;
  }
  const report = await reportOfRun(database, run);
  return { ...report, failures: [...failures, ...report.failures], seconds: (performance.now() - started) / 1000 };
}

/** Works on the runs of other processes until none has a job that is free, and publishes those that are complete. */
export async function workOnRuns(options: DatabaseIngestionOptions): Promise<IngestionReport> {
  const started = performance.now();
  const { database } = options;
  await migrate(database);
  const id = await embedderId(database, options.embedder);
  await work(options, id, async () => true, null);
  const [published] = await database.readPrimary((sql) =>
    sql.rows('SELECT name FROM generations ORDER BY number DESC LIMIT 1'),
  );
  const total = await database.readPrimary(countPublished);
  const generation = published === undefined ? null : textOf(published, 'name');
  return { documents: [], failures: [], generation, total, seconds: (performance.now() - started) / 1000 };
}

/** Takes job after job; when none is free, publishes what is complete and asks whether that was all. */
async function work(
  options: DatabaseIngestionOptions,
  embedder: number,
  isDone: () => Promise<boolean>,
  run: number | null,
): Promise<void> {
  const { database, signal, worker = `${process.pid}-${Date.now()}`, leaseSeconds = LEASE_SECONDS } = options;
  const cache = openEmbeddingCache(join(options.dataDir, 'embeddings.sqlite'));
  const context: WorkContext = { database, embedder: options.embedder, embedderId: embedder, cache };
  try {
    for (;;) {
      if (signal.aborted) throw new IngestionStoppedError('Đã dừng theo yêu cầu. Chỉ mục đang dùng giữ nguyên.');
      const job = await takeJob(database, worker, { embedder, leaseSeconds });
      if (job !== null) {
        if (run !== null) await tell(options, run, job.task.kind === 'file' ? job.task.file.name : job.task.documentId);
        const beat = setInterval(
          () => void extendLease(database, job, leaseSeconds).catch(() => {}),
          leaseSeconds * 300,
        );
        try {
          await doJob(job, context);
        } catch (error) {
          // Another worker has it, and its result counts.
          if (error instanceof LeaseLostError) continue;
          await giveBack(database, job).catch(() => {});
          throw error;
        } finally {
          clearInterval(beat);
        }
        continue;
      }
      options.onStep({ kind: 'index' });
      const ends = await finishRuns(database, embedder);
      if (ends.includes('again')) continue;
      if (await isDone()) return;
      if (ends.length === 0) await pause(PAUSE);
    }
  } finally {
    cache.close();
  }
}

async function tell({ database, onStep }: DatabaseIngestionOptions, run: number, file: string): Promise<void> {
  const { done, total } = await database.readPrimary((sql) => progressOf(sql, run));
  onStep({ kind: 'read', done, total, file });
}

async function readBytes(paths: SourceFiles): Promise<{ readonly files: JobFile[]; readonly failures: FileFailure[] }> {
  const files: JobFile[] = [];
  const failures = missingFiles(paths);
  for (const path of paths.files) {
    try {
      files.push({ name: basename(path), bytes: await readFile(path) });
    } catch {
      // The reader knows how to say why.
      const outcome = await ingestFile(path);
      if (outcome.kind === 'failure') {
        const { reason, message } = outcome;
        failures.push({ file: basename(path), reason, message });
      }
    }
  }
  return { files, failures };
}

/** The report of a run that has ended. */
async function reportOfRun(database: Database, run: number): Promise<IngestionReport> {
  return database.readPrimary(async (sql) => {
    const [row = {}] = await sql.rows('SELECT generation FROM ingestion_runs WHERE id = $1', [run]);
    const outcomes = (await sql.rows('SELECT outcome FROM ingestion_jobs WHERE run = $1 ORDER BY ordinal', [run])).map(
      (job) => jsonOf<JobOutcome>(job, 'outcome'),
    );
    return {
      documents: outcomes.flatMap((outcome) => (outcome.kind === 'document' ? [outcome.report] : [])),
      failures: outcomes.flatMap((outcome) => (outcome.kind === 'failure' ? [outcome.failure] : [])),
      generation: typeof row.generation === 'string' ? row.generation : null,
      total: await countPublished(sql),
      seconds: 0,
    };
  });
}
