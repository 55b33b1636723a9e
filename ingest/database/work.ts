import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { IngestedDocument } from '../../src/document/ingested-document.ts';
import type { PolicyDocument } from '../../src/document/policy-document.ts';
import { entriesOf } from '../../src/index/entry.ts';
import type { Embedder } from '../../src/model/embedder.ts';
import type { Database } from '../../src/store/postgres/database.ts';
import { publishedGeneration, readWholeDocuments, VISIBLE } from '../../src/store/postgres/reading.ts';
import { registerTerms, stageDocument } from '../../src/store/postgres/staging.ts';
import { jsonOf } from '../../src/store/row.ts';
import { embedEntries } from '../embed.ts';
import type { EmbeddingCache } from '../embedding-cache.ts';
import { ingestFile } from '../pipeline.ts';
import { isReadByThese } from '../reader-version.ts';
import { countsOf, type FileFailure, reportOf, unchanged } from '../report.ts';
import { whyNoDocument } from '../why-no-document.ts';
import { endJob, type Job, type JobFile, type JobOutcome } from './jobs.ts';

/** What a worker works with. */
export interface WorkContext {
  readonly database: Database;
  readonly embedder: Embedder;
  /** Its id in the database. */
  readonly embedderId: number;
  readonly cache: EmbeddingCache;
}

/** A file that workers did not survive so often is given up. */
const MOST_ATTEMPTS = 3;

/** Does one job to its end: nothing of it is written, or its document and how it ended. */
export async function doJob(job: Job, context: WorkContext): Promise<void> {
  if (job.task.kind === 'renew') return renew(job, job.task.documentId, context);
  const { file } = job.task;
  const fail = (failure: Omit<FileFailure, 'file'>) =>
    end(job, { kind: 'failure', failure: { file: file.name, ...failure } }, context);
  if (job.before >= MOST_ATTEMPTS) {
    return fail({
      reason: 'crashed',
      message: `Đọc tệp này làm chương trình dừng ${MOST_ATTEMPTS} lần; tệp bị bỏ qua.`,
    });
  }
  const digest = createHash('sha256').update(file.bytes).digest('hex');
  const known = await publishedWith(digest, context);
  if (known !== null && isReadByThese(known) && !job.rereads) {
    return end(job, { kind: 'document', report: unchanged(file.name, known), digest }, context);
  }
  const outcome = await ingestBytes(file);
  if (outcome.kind === 'failure') return fail({ reason: outcome.reason, message: outcome.message });
  const { ingested } = outcome;
  const why = whyNoDocument(ingested.document);
  if (why !== null) return fail(why);
  const read = { document: ingested.document, counts: countsOf(ingested) };
  const report = reportOf(file.name, read, await isPublished(ingested.document.id, context.database));
  await stage(job, ingested, { kind: 'document', report, digest }, context);
}

/** Embeds a published document anew, for an embedder other than the one it was ingested with. */
async function renew(job: Job, id: string, context: WorkContext): Promise<void> {
  const ingested = await context.database.readPrimary(async (sql) => {
    const generation = await publishedGeneration(sql);
    if (generation === null) return null;
    return (await readWholeDocuments(sql, generation.number, [id])).get(id) ?? null;
  });
  if (ingested === null) return end(job, { kind: 'renewed', id, digest: '' }, context);
  await stage(job, ingested, { kind: 'renewed', id, digest: ingested.source.digest }, context);
}

async function stage(job: Job, ingested: IngestedDocument, outcome: JobOutcome, context: WorkContext): Promise<void> {
  const { database, embedder, cache } = context;
  const entries = entriesOf(ingested);
  const vectors = await embedEntries(entries, { embedder, cache });
  const termIds = await registerTerms(database, entries);
  await database.write(async (sql) => {
    const options = { embedder: context.embedderId, run: job.run, termIds };
    const key = await stageDocument(sql, { ingested, entries, vectors }, options);
    await endJob(sql, job, outcome, key);
  });
}

async function end(job: Job, outcome: JobOutcome, { database }: WorkContext): Promise<void> {
  await database.write((sql) => endJob(sql, job, outcome, null));
}

/** Readers take a path, and the name of the file says what it may be. */
async function ingestBytes({ name, bytes }: JobFile): ReturnType<typeof ingestFile> {
  const folder = await mkdtemp(join(tmpdir(), 'hoi-dap-ingest-'));
  try {
    const path = join(folder, basename(name));
    await writeFile(path, bytes);
    return await ingestFile(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The published document that was read from the same bytes and embedded with the same embedder. */
async function publishedWith(digest: string, { database, embedderId }: WorkContext): Promise<PolicyDocument | null> {
  return database.readPrimary(async (sql) => {
    const generation = await publishedGeneration(sql);
    if (generation === null) return null;
    const [row] = await sql.rows(`SELECT metadata FROM documents WHERE ${VISIBLE} AND digest = $2 AND embedder = $3`, [
      generation.number,
      digest,
      embedderId,
    ]);
    return row === undefined ? null : jsonOf<PolicyDocument>(row, 'metadata');
  });
}

async function isPublished(id: string, database: Database): Promise<boolean> {
  const rows = await database.readPrimary((sql) =>
    sql.rows('SELECT FROM documents WHERE id = $1 AND since IS NOT NULL AND until IS NULL', [id]),
  );
  return rows.length > 0;
}
