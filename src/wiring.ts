import { openModelAnswering } from './answering/llm/open-model-answering.ts';
import { readPrompt } from './answering/llm/read-prompt.ts';
import type { Trace } from './answering/trace.ts';
import { dataFolder } from './data-folder.ts';
import type { Library, OpenLibrary } from './http/library.ts';
import { loadHnswlib } from './index/hnsw-vectors.ts';
import { openPublishedIndex } from './index/published.ts';
import { publishedEmbedder } from './index/published-embedder.ts';
import { openPublishedReader, type PublishedGeneration, type PublishedReader } from './index/published-reader.ts';
import { retriever } from './index/retriever.ts';
import { libraryOver } from './library-over.ts';
import type { Embedder } from './model/embedder.ts';
import type { ModelCall } from './model/model-call.ts';
import { openEmbedder } from './model/open-embedder.ts';
import { openShippedModel } from './model/shipped-model.ts';
import type { DatabaseSettings, Settings } from './settings.ts';
import type { GenerationStore } from './store/document-store.ts';
import { openSqliteStore } from './store/sqlite/sqlite-store.ts';

/** What the programs of the project share: the published library, opened with the adapters the settings ask for. */
export interface Wiring {
  /** Throws `UnusableDatabaseError` or `UnusableIndexError`, a sentence with the remedy, when the files cannot serve. */
  readonly openLibrary: OpenLibrary;
  /** Looks for a newer generation now, as it does every second by itself. */
  readonly refresh: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Who is told what goes on inside. */
export interface Listeners {
  readonly log: (line: string) => void;
  readonly onModelCall: (call: ModelCall) => void;
  /** How each answer came about; null when nobody asks. */
  readonly onTrace: ((trace: Trace) => void) | null;
}

const NOBODY: Listeners = { log: () => {}, onModelCall: () => {}, onTrace: null };

/** How long an opening that failed stands before it is tried again, in milliseconds. */
const RETRY_AFTER = 2_000;

/** Connects the ports to the adapters the settings ask for. Files, or the database, are opened with the first use. */
export function wire(settings: Settings, listeners: Partial<Listeners> = {}): Wiring {
  let opened: Promise<OpenedCorpus> | null = null;
  const open = (): Promise<OpenedCorpus> => {
    if (opened === null) {
      opened = openCorpus(settings, { ...NOBODY, ...listeners });
      opened.catch(() => {
        setTimeout(() => {
          opened = null;
        }, RETRY_AFTER).unref();
      });
    }
    return opened;
  };
  return {
    openLibrary: async () => {
      const { reader, libraryOf } = await open();
      if (reader.current() === null) await reader.refresh();
      const generation = reader.current();
      return generation === null ? null : libraryOf(generation);
    },
    refresh: async () => (await open()).reader.refresh(),
    close: async () => {
      const corpus = await opened?.catch(() => null);
      corpus?.reader.close();
      await corpus?.close();
    },
  };
}

interface OpenedCorpus {
  readonly reader: PublishedReader;
  readonly libraryOf: (generation: PublishedGeneration) => Promise<Library>;
  readonly close: () => Promise<void>;
}

async function openCorpus(settings: Settings, listeners: Listeners): Promise<OpenedCorpus> {
  const { onModelCall, onTrace, log } = listeners;
  const source = settings.database === null ? await openFiles(settings, log) : await openTables(settings.database, log);
  try {
    const [embedder, model] = await Promise.all([
      openEmbedder(settings.model, openShippedModel, { known: source.embedder, onCall: onModelCall }),
      openModelAnswering(settings.model, readPrompt, onModelCall),
    ]);
    const retrieve = retriever(embedder);
    const libraries = new WeakMap<PublishedGeneration, Promise<Library>>();
    return {
      reader: await openPublishedReader({
        store: source.store,
        open: (generation) => source.open(generation, embedder),
        log,
      }),
      libraryOf: (generation) => {
        const known = libraries.get(generation);
        if (known !== undefined) return known;
        const made = libraryOver(generation, { retrieve, model, onTrace });
        libraries.set(generation, made);
        return made;
      },
      close: () => source.store.close(),
    };
  } catch (error) {
    await source.store.close();
    throw error;
  }
}

/** Where generations come from. */
interface CorpusSource {
  readonly store: GenerationStore;
  /** What the published generation is embedded with; null when there is none. */
  readonly embedder: Pick<Embedder, 'model' | 'dimensions'> | null;
  readonly open: (generation: string, embedder: Embedder) => Promise<PublishedGeneration>;
}

/** Generations in the data folder. */
async function openFiles({ dataDir }: Settings, log: Listeners['log']): Promise<CorpusSource> {
  const files = dataFolder(dataDir);
  const hnswlib = await loadHnswlib(log);
  const store = openSqliteStore(files.corpus);
  return {
    store,
    embedder: await publishedEmbedder(files.index),
    open: async (generation, embedder) => {
      const index = await openPublishedIndex(generation, { folder: files.index, embedder, hnswlib });
      return { generation, store: store.at(generation), index };
    },
  };
}

/** Generations in PostgreSQL; its driver is loaded only here. */
async function openTables(settings: DatabaseSettings, log: Listeners['log']): Promise<CorpusSource> {
  const { openPostgresCorpus } = await import('./store/postgres/open-postgres-corpus.ts');
  return openPostgresCorpus(settings, log);
}
