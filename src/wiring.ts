import { openModelAnswering } from './answering/llm/open-model-answering.ts';
import { readPrompt } from './answering/llm/read-prompt.ts';
import type { Trace } from './answering/trace.ts';
import { dataFolder } from './data-folder.ts';
import type { Library, OpenLibrary } from './http/library.ts';
import { loadHnswlib } from './index/hnsw-vectors.ts';
import { publishedEmbedder } from './index/published-embedder.ts';
import { openPublishedReader, type PublishedGeneration, type PublishedReader } from './index/published-reader.ts';
import { retriever } from './index/retriever.ts';
import { libraryOver } from './library-over.ts';
import type { ModelCall } from './model/model-call.ts';
import { openEmbedder } from './model/open-embedder.ts';
import { openShippedModel } from './model/shipped-model.ts';
import type { Settings } from './settings.ts';
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

/** Connects the ports to the adapters of one machine. Files are opened with the first use. */
export function wire(settings: Settings, listeners: Partial<Listeners> = {}): Wiring {
  let opened: Promise<OpenedFiles> | null = null;
  const open = (): Promise<OpenedFiles> => {
    opened ??= openFiles(settings, { ...NOBODY, ...listeners });
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
      if (opened === null) return;
      const { reader, closeStore } = await opened;
      reader.close();
      await closeStore();
    },
  };
}

interface OpenedFiles {
  readonly reader: PublishedReader;
  readonly libraryOf: (generation: PublishedGeneration) => Promise<Library>;
  readonly closeStore: () => Promise<void>;
}

async function openFiles(settings: Settings, { log, onModelCall, onTrace }: Listeners): Promise<OpenedFiles> {
  const files = dataFolder(settings.dataDir);
  const [embedder, model, hnswlib] = await Promise.all([
    openEmbedder(settings.model, openShippedModel, {
      known: await publishedEmbedder(files.index),
      onCall: onModelCall,
    }),
    openModelAnswering(settings.model, readPrompt, onModelCall),
    loadHnswlib(log),
  ]);
  const retrieve = retriever(embedder);
  const store = openSqliteStore(files.corpus);
  const libraries = new WeakMap<PublishedGeneration, Promise<Library>>();
  return {
    reader: await openPublishedReader({ folder: files.index, embedder, hnswlib, store, log }),
    libraryOf: (generation) => {
      const known = libraries.get(generation);
      if (known !== undefined) return known;
      const made = libraryOver(generation, { retrieve, model, onTrace });
      libraries.set(generation, made);
      return made;
    },
    closeStore: () => store.close(),
  };
}
