import type { DocumentStore, GenerationStore } from '../store/document-store.ts';
import type { PublishedIndex } from './ports.ts';

/** One generation, documents and index together: what a question is answered from, from beginning to end. */
export interface PublishedGeneration {
  readonly generation: string;
  readonly store: DocumentStore;
  readonly index: PublishedIndex;
}

/** Holds the newest generation open. */
export interface PublishedReader {
  /** The generation to answer from; null while none is published. Costs nothing. */
  current(): PublishedGeneration | null;
  /** Looks for a newer generation now; the reader does so by itself every second. */
  refresh(): Promise<void>;
  close(): void;
}

export interface ReaderOptions {
  /** Says which generation is published. */
  readonly store: Pick<GenerationStore, 'generation'>;
  /** Opens a generation. Throws `UnusableIndexError` for one that cannot serve. */
  readonly open: (generation: string) => Promise<PublishedGeneration>;
  readonly log: (line: string) => void;
  /** Time between two looks for a newer generation, in milliseconds. */
  readonly interval?: number;
}

/**
 * Opens the published generation and follows later ones without a restart: the next one is opened beside the present
 * one and takes its place only when it is whole; questions under way finish on the one they began with.
 * Throws what `open` throws for the first generation; when a later one cannot be opened, or the store does not answer, it
 * says so once and goes on with the present one.
 */
export async function openPublishedReader(options: ReaderOptions): Promise<PublishedReader> {
  const { store, log, interval = 1_000 } = options;
  let current = await openNewest(options, null);
  let refused: string | null = null;
  let said: string | null = null;
  let refreshing: Promise<void> | null = null;

  const look = async (): Promise<void> => {
    const generation = await store.generation();
    said = null;
    if (generation === (current?.generation ?? null) || generation === refused) return;
    try {
      current = await openNewest(options, current);
      refused = null;
    } catch (error) {
      refused = generation;
      log(error instanceof Error ? error.message : String(error));
    }
  };
  const say = (error: unknown): void => {
    const message = error instanceof Error ? error.message : String(error);
    if (message !== said) log(message);
    said = message;
  };
  const refresh = (): Promise<void> => {
    refreshing ??= look().finally(() => {
      refreshing = null;
    });
    return refreshing;
  };
  const timer = setInterval(() => {
    refresh().catch(say);
  }, interval);
  timer.unref();
  return { current: () => current, refresh, close: () => clearInterval(timer) };
}

/** A generation may be replaced, and its folder removed, while it is being opened: then the one after it is opened. */
async function openNewest(
  options: ReaderOptions,
  present: PublishedGeneration | null,
): Promise<PublishedGeneration | null> {
  const generation = await options.store.generation();
  if (generation === null) return null;
  if (generation === present?.generation) return present;
  try {
    return await options.open(generation);
  } catch (error) {
    if ((await options.store.generation()) === generation) throw error;
    return openNewest(options, present);
  }
}
