import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { IngestedDocument } from '../src/document/ingested-document.ts';
import type { PolicyDocument } from '../src/document/policy-document.ts';
import { type DocumentSpool, openDocumentSpool } from './document-spool.ts';
import { withIngestionLock } from './lock.ts';
import { type PublishOptions, type PublishStep, publishCorpus } from './publish.ts';
import { isReadByThese } from './reader-version.ts';
import { type DocumentReport, type FileFailure, type IngestionReport, reportOf, unchanged } from './report.ts';
import { missingFiles, type SourceFiles } from './source-files.ts';
import { inOrder } from './threads/in-order.ts';
import type { FileReading, IngestionWork } from './threads/ingestion-work.ts';
import { usingWork } from './threads/open-work.ts';
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
    return await usingWork(options, (work) => ingestSpooled(paths, { ...options, work }, spool));
  } finally {
    spool.close();
  }
}

type WorkingOptions = CorpusOptions & { readonly work: IngestionWork };

async function ingestSpooled(
  paths: SourceFiles,
  options: WorkingOptions,
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
  options: WorkingOptions,
  spool: DocumentSpool,
): Promise<ReadFiles> {
  const digests = await options.store.publishedDigests();
  const published = new Map((await options.store.documents()).map((document) => [document.id, document]));
  const added = new Map<string, IngestedDocument>();
  const documents: DocumentReport[] = [];
  const failures = missingFiles({ missing });
  const read = async (path: string): Promise<ReadFile> => {
    const file = basename(path);
    const known = options.reread || digests.size === 0 ? undefined : published.get(await publishedId(path, digests));
    if (known !== undefined && isReadByThese(known)) return { file, kind: 'unchanged', known };
    return { file, ...(await options.work.read(path)) };
  };
  const show = (done: number) => {
    stopIfAborted(options.signal);
    options.onStep({ kind: 'read', done, total: files.length, file: basename(files[done] ?? '') });
  };
  let done = 0;
  show(done);
  for await (const reading of inOrder(files, options.work.width, read)) {
    const { file } = reading;
    if (reading.kind === 'unchanged') documents.push(unchanged(file, reading.known));
    else if (reading.kind === 'failure') failures.push({ file, reason: reading.reason, message: reading.message });
    else {
      const { document, packed } = reading;
      const failure = whyUnusable(document, added);
      if (failure !== null) failures.push({ file, ...failure });
      else {
        added.set(document.id, spool.putAside(document, packed));
        documents.push(reportOf(file, reading, published.has(document.id)));
      }
    }
    done += 1;
    show(done);
  }
  return { added: [...added.values()], documents, failures };
}

/** What became of one file: read now, or published before. */
type ReadFile = { readonly file: string } & (
  | FileReading
  | { readonly kind: 'unchanged'; readonly known: PolicyDocument }
);

/** The id of the document published from these bytes; empty for none, and for what cannot be read: the reader says why. */
async function publishedId(path: string, digests: ReadonlyMap<string, string>): Promise<string> {
  const bytes = await readFile(path).catch(() => null);
  return bytes === null ? '' : (digests.get(createHash('sha256').update(bytes).digest('hex')) ?? '');
}

/** Why a text that was read cannot be added beside those already read; null when it can. */
function whyUnusable(
  document: PolicyDocument,
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
