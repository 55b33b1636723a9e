import { openModelAnswering } from './answering/llm/open-model-answering.ts';
import { createApp } from './app.ts';
import type { HyperdriveBinding, KeepAlive, WorkerBindings } from './edge/bindings.ts';
import { readBundledPrompt } from './edge/bundled-prompts.ts';
import { type ConsoleLog, consoleLog } from './edge/console-log.ts';
import { d1OperationsBook } from './edge/d1-operations-book.ts';
import { openModelAsset } from './edge/model-asset.ts';
import { platformRateLimit } from './edge/platform-rate-limit.ts';
import { readAssetFrom } from './edge/read-asset.ts';
import { reopening } from './edge/reopening.ts';
import { followingLibrary } from './following-library.ts';
import type { Library, OpenLibrary } from './http/library.ts';
import { retriever } from './index/retriever.ts';
import { libraryOver } from './library-over.ts';
import { openEmbedder } from './model/open-embedder.ts';
import { readSettings, type Settings } from './settings.ts';
import { openSnapshotIndex, openSnapshotModel, readSnapshotManifest } from './snapshot/open-snapshot.ts';
import type { ReadAsset } from './snapshot/read-parts.ts';
import { openSnapshotStore } from './snapshot/snapshot-store.ts';
import type { PostgresCorpus } from './store/postgres/open-postgres-corpus.ts';
import { KEPT } from './worker-memory.ts';

/** What only the entry can get from the platform. */
export interface WorkerRuntime {
  readonly keepAlive: KeepAlive;
  /** The kernel of `int8-kernel.ts`: the platform compiles nothing while a program runs. */
  readonly kernel: WebAssembly.Module;
}

/**
 * The application at the edge, connected to what the platform binds: this file is for Workers what `wiring.ts` and
 * `serve.ts` are for Node. Throws `SettingsError` for a variable that cannot be used.
 */
export function workerApp(bindings: WorkerBindings, { keepAlive, kernel }: WorkerRuntime) {
  const settings = readSettings(variablesOf(bindings), '/');
  const log = consoleLog(settings.logLevel, keepAlive);
  const parts = { settings: settings.model, read: readAssetFrom(bindings.ASSETS, keepAlive), log };
  const { RATE_LIMIT: limit, OPERATIONS: database, HYPERDRIVE: hyperdrive } = bindings;
  return createApp({
    settings,
    openLibrary:
      hyperdrive === undefined
        ? reopening({ open: () => openSnapshotLibrary(parts, kernel), keepAlive, now: Date.now })
        : databaseLibrary(parts, hyperdrive, keepAlive),
    limit: limit === undefined || settings.rateLimitPerMinute === 0 ? (_, next) => next() : platformRateLimit(limit),
    log,
    now: Date.now,
    book: database === undefined ? null : d1OperationsBook(database, keepAlive, Date.now),
    machine: null,
  });
}

/** What a library is made with, wherever its documents are. */
interface LibraryParts {
  readonly settings: Settings['model'];
  readonly read: ReadAsset;
  readonly log: ConsoleLog;
}

/** The library over the snapshot of the deployment; null when it was deployed without one. */
async function openSnapshotLibrary(
  { settings, read, log }: LibraryParts,
  kernel: WebAssembly.Module,
): Promise<Library | null> {
  const manifest = await readSnapshotManifest(read);
  if (manifest === null) return null;
  const options = { known: manifest.index.embedder, onCall: log.modelCall };
  const embedder = await openEmbedder(settings, () => openSnapshotModel(read, manifest), options);
  const index = await openSnapshotIndex(read, manifest, { embedder, kernel });
  const store = await openSnapshotStore(read, manifest);
  const model = await openModelAnswering(settings, readBundledPrompt, log.modelCall);
  return libraryOver({ index, store }, { retrieve: retriever(embedder), model, onTrace: null, kept: KEPT });
}

/** The library over PostgreSQL. Its driver is a module of its own, which isolates over a snapshot never read. */
function databaseLibrary(
  { settings, read, log }: LibraryParts,
  { connectionString }: HyperdriveBinding,
  keepAlive: KeepAlive,
): OpenLibrary {
  let opened: PostgresCorpus | null = null;
  const openCorpus = async (): Promise<PostgresCorpus> => {
    const { openHyperdriveCorpus } = await import('./store/postgres/open-postgres-corpus.ts');
    opened ??= await openHyperdriveCorpus(connectionString);
    return opened;
  };
  return followingLibrary({
    generation: async () => (await openCorpus()).store.generation(),
    open: async (generation) => {
      const corpus = await openCorpus();
      const options = { known: corpus.embedder, onCall: log.modelCall };
      const embedder = await openEmbedder(settings, () => openModelAsset(read), options);
      const model = await openModelAnswering(settings, readBundledPrompt, log.modelCall);
      const published = await corpus.open(generation, embedder);
      return libraryOver(published, { retrieve: retriever(embedder), model, onTrace: null, kept: KEPT });
    },
    now: Date.now,
    onFault: (error) => log.fault(error, null),
    keepAlive,
  });
}

/** Variables and secrets come among the bindings, as strings. */
function variablesOf(bindings: WorkerBindings): Readonly<Record<string, string>> {
  const strings = Object.entries(bindings).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return Object.fromEntries(strings);
}
