import { openModelAnswering } from './answering/llm/open-model-answering.ts';
import { createApp } from './app.ts';
import type { KeepAlive, WorkerBindings } from './edge/bindings.ts';
import { readBundledPrompt } from './edge/bundled-prompts.ts';
import { consoleLog } from './edge/console-log.ts';
import { d1OperationsBook } from './edge/d1-operations-book.ts';
import { platformRateLimit } from './edge/platform-rate-limit.ts';
import { readAssetFrom } from './edge/read-asset.ts';
import { reopening } from './edge/reopening.ts';
import type { Library } from './http/library.ts';
import { retriever } from './index/retriever.ts';
import { libraryOver } from './library-over.ts';
import type { ModelCall } from './model/model-call.ts';
import { openEmbedder } from './model/open-embedder.ts';
import { readSettings, type Settings } from './settings.ts';
import { openSnapshotIndex, openSnapshotModel, readSnapshotManifest } from './snapshot/open-snapshot.ts';
import type { ReadAsset } from './snapshot/read-parts.ts';
import { openSnapshotStore } from './snapshot/snapshot-store.ts';
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
  const log = consoleLog(settings.logLevel);
  const read = readAssetFrom(bindings.ASSETS, keepAlive);
  const openLibrary = reopening({
    open: () => openSnapshotLibrary(read, settings, { kernel, onCall: log.modelCall }),
    keepAlive,
    now: Date.now,
  });
  const { RATE_LIMIT: limit, OPERATIONS: database } = bindings;
  return createApp({
    settings,
    openLibrary,
    limit: limit === undefined || settings.rateLimitPerMinute === 0 ? (_, next) => next() : platformRateLimit(limit),
    log,
    now: Date.now,
    book: database === undefined ? null : d1OperationsBook(database, keepAlive, Date.now),
    machine: null,
  });
}

/** The library over the snapshot of the deployment; null when it was deployed without one. */
async function openSnapshotLibrary(
  read: ReadAsset,
  { model: settings }: Settings,
  { kernel, onCall }: { readonly kernel: WebAssembly.Module; readonly onCall: (call: ModelCall) => void },
): Promise<Library | null> {
  const manifest = await readSnapshotManifest(read);
  if (manifest === null) return null;
  const known = manifest.index.embedder;
  const embedder = await openEmbedder(settings, () => openSnapshotModel(read, manifest), { known, onCall });
  const index = await openSnapshotIndex(read, manifest, { embedder, kernel });
  const store = await openSnapshotStore(read, manifest);
  const model = await openModelAnswering(settings, readBundledPrompt, onCall);
  return libraryOver({ index, store }, { retrieve: retriever(embedder), model, onTrace: null, kept: KEPT });
}

/** Variables and secrets come among the bindings, as strings. */
function variablesOf(bindings: WorkerBindings): Readonly<Record<string, string>> {
  const strings = Object.entries(bindings).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return Object.fromEntries(strings);
}
