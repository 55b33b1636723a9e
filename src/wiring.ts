import { remembering } from './answering/answer-cache.ts';
import type { ModelAnswering } from './answering/llm/model-answering.ts';
import { openModelAnswering } from './answering/llm/open-model-answering.ts';
import { createAsk } from './answering/pipeline.ts';
import type { Trace } from './answering/trace.ts';
import { dataFolder } from './data-folder.ts';
import { todayInVietnam } from './http/calendar/due-dates.ts';
import type { Library, OpenLibrary, Search } from './http/library.ts';
import { loadHnswlib } from './index/hnsw-vectors.ts';
import { publishedEmbedder } from './index/published-embedder.ts';
import { openPublishedReader, type PublishedGeneration, type PublishedReader } from './index/published-reader.ts';
import { questionTermsWithMeanings } from './index/question-terms.ts';
import { type Retrieve, retriever } from './index/retriever.ts';
import type { ModelCall } from './model/model-call.ts';
import { openEmbedder } from './model/open-embedder.ts';
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
    openEmbedder(settings.model, { known: await publishedEmbedder(files.index), onCall: onModelCall }),
    openModelAnswering(settings.model, onModelCall),
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

async function libraryOver(
  { index, store }: PublishedGeneration,
  {
    retrieve,
    model,
    onTrace,
  }: {
    readonly retrieve: Retrieve;
    readonly model: ModelAnswering | null;
    readonly onTrace: Listeners['onTrace'];
  },
): Promise<Library> {
  const corpus = {
    index,
    documents: await store.documents(),
    document: async (id: string) => {
      const document = await store.document(id);
      if (document === null) throw new Error(`Document "${id}" is in the index but not in the store.`);
      return document;
    },
  };
  const search: Search = async (query, k, signal) => {
    const terms = questionTermsWithMeanings(query);
    const candidates = await retrieve(index, { terms, text: query, only: null, k, signal });
    return candidates.map(({ entry, score, parts }) => ({ ...entry, score, parts }));
  };
  const today = () => todayInVietnam(Date.now());
  const ask = createAsk({ corpus, retrieve, today, model, ...(onTrace === null ? {} : { trace: onTrace }) });
  // With a model, an extractive answer may stand in for one that failed, and must not be kept.
  return { manifest: index.manifest, store, ask: model === null ? remembering(ask, today) : ask, search };
}
