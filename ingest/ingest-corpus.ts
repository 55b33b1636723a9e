import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { IngestedDocument } from '../src/document/ingested-document.ts';
import { type DocumentSpool, openDocumentSpool } from './document-spool.ts';
import { withIngestionLock } from './lock.ts';
import { ingestFile } from './pipeline.ts';
import { type PublishOptions, type PublishStep, publishCorpus } from './publish.ts';
import { type DocumentReport, type FileFailure, type IngestionReport, reportOf, unchanged } from './report.ts';
import { missingFiles, type SourceFiles } from './source-files.ts';
import { duplicateOf, whyNoDocument } from './why-no-document.ts';

/** Where a run stands. */
export type IngestionStep =
  | { readonly kind: 'read'; readonly done: number; readonly total: number; readonly file: string }
  | PublishStep;

export interface CorpusOptions extends Omit<PublishOptions, 'onStep'> {
  /** The given files become the whole corpus. */
  readonly replace: boolean;
  /** Files published before are read again although their bytes are the same. */
  readonly reread: boolean;
  readonly signal: AbortSignal;
  readonly onStep: (step: IngestionStep) => void;
}

/** The run was stopped before anything was published. */
export class IngestionStoppedError extends Error {
  override readonly name = 'IngestionStoppedError';
}

/**
 * Reads the files and publishes what they hold. Files that give no document are reported and leave the others alone;
 * when none gives one, the published index stays as it is. Throws `IngestionBusyError` beside another run and
 * `IngestionStoppedError` when the signal aborts before the new generation is committed.
 */
export async function ingestCorpus(paths: SourceFiles, options: CorpusOptions): Promise<IngestionReport> {
  return withIngestionLock(options.dataDir, () => ingestLocked(paths, options));
}

async function ingestLocked(paths: SourceFiles, options: CorpusOptions): Promise<IngestionReport> {
  const spool = openDocumentSpool(join(options.dataDir, 'ingest.spool'));
  try {
    return await ingestSpooled(paths, options, spool);
  } finally {
    spool.close();
  }
}

async function ingestSpooled(
  paths: SourceFiles,
  options: CorpusOptions,
  spool: DocumentSpool,
): Promise<IngestionReport> {
  const started = performance.now();
  const read = await readFiles(paths, options, spool);
  const seconds = () => (performance.now() - started) / 1000;
  const { documents, failures } = read;
  if (documents.length === 0) return { documents, failures, generation: null, total: 0, seconds: seconds() };
  const keep = await idsToKeep(documents, options);
  const onStep = (step: PublishStep) => {
    if (step.kind !== 'committed' && step.kind !== 'pruned') stopIfAborted(options.signal);
    options.onStep(step);
  };
  stopIfAborted(options.signal);
  const published = await publishCorpus({ add: read.added, keep }, { ...options, onStep });
  return { documents, failures, generation: published.generation, total: published.documents, seconds: seconds() };
}

interface ReadFiles {
  readonly added: readonly IngestedDocument[];
  readonly documents: readonly DocumentReport[];
  readonly failures: readonly FileFailure[];
}

async function readFiles(
  { files, missing }: SourceFiles,
  options: CorpusOptions,
  spool: DocumentSpool,
): Promise<ReadFiles> {
  const digests = await options.store.publishedDigests();
  const published = new Map((await options.store.documents()).map((document) => [document.id, document]));
  const added = new Map<string, IngestedDocument>();
  const documents: DocumentReport[] = [];
  const failures = missingFiles({ missing });
  for (const [done, path] of files.entries()) {
    stopIfAborted(options.signal);
    const file = basename(path);
    options.onStep({ kind: 'read', done, total: files.length, file });
    const known = options.reread ? undefined : published.get(digests.get(await digestOf(path)) ?? '');
    if (known !== undefined) {
      documents.push(unchanged(file, known));
      continue;
    }
    const outcome = await ingestFile(path);
    if (outcome.kind === 'failure') failures.push({ file, reason: outcome.reason, message: outcome.message });
    else {
      const { ingested } = outcome;
      const failure = whyUnusable(ingested, added);
      if (failure !== null) failures.push({ file, ...failure });
      else {
        added.set(ingested.document.id, spool.putAside(ingested));
        documents.push(reportOf(file, ingested, published.has(ingested.document.id)));
      }
    }
  }
  options.onStep({ kind: 'read', done: files.length, total: files.length, file: '' });
  return { added: [...added.values()], documents, failures };
}

/** Null for what cannot be read: the reader then says why. */
async function digestOf(path: string): Promise<string> {
  const bytes = await readFile(path).catch(() => null);
  return bytes === null ? '' : createHash('sha256').update(bytes).digest('hex');
}

/** Why a text that was read cannot be added beside those already read; null when it can. */
function whyUnusable(
  { document }: IngestedDocument,
  added: ReadonlyMap<string, IngestedDocument>,
): Omit<FileFailure, 'file'> | null {
  const twin = added.get(document.id);
  return whyNoDocument(document) ?? (twin === undefined ? null : duplicateOf(twin.document.source.file));
}

/** Published documents that stay: all but those read anew; with `replace`, only the unchanged ones among the files. */
async function idsToKeep(documents: readonly DocumentReport[], { store, replace }: CorpusOptions): Promise<string[]> {
  const renewed = new Set(documents.filter(({ status }) => status !== 'unchanged').map(({ id }) => id));
  const named = new Set(documents.map(({ id }) => id));
  const ids = (await store.documents()).map(({ id }) => id);
  return ids.filter((id) => !renewed.has(id) && (!replace || named.has(id)));
}

function stopIfAborted(signal: AbortSignal): void {
  if (signal.aborted) throw new IngestionStoppedError('Đã dừng theo yêu cầu. Chỉ mục đang dùng giữ nguyên.');
}
