import type { Library, OpenLibrary } from './http/library.ts';

export interface FollowingOptions {
  /** Says which generation is published; null for none. */
  readonly generation: () => Promise<string | null>;
  readonly open: (generation: string) => Promise<Library>;
  readonly now: () => number;
  /** Told what went wrong while an older generation goes on serving. */
  readonly onFault: (error: unknown) => void;
  /** Milliseconds between two looks for a newer generation. */
  readonly every?: number;
}

/**
 * The library of the published generation, for runtimes that have no timers between requests: a request that comes when
 * the last look is some seconds old looks for a newer one. When that fails the present one serves on; without one the
 * error is thrown.
 *
 * @example
 * const corpus = await postgresCorpus(openDatabase({ primary: hyperdriveServer(env.HYPERDRIVE.connectionString) }));
 * followingLibrary({
 *   generation: () => corpus.store.generation(),
 *   open: async (name) => libraryOver(await corpus.open(name, embedder), parts),
 *   now: Date.now, onFault: log.fault,
 * });
 */
export function followingLibrary({ generation, open, now, onFault, every = 5_000 }: FollowingOptions): OpenLibrary {
  let current: { readonly generation: string; readonly library: Library } | null = null;
  let lookedAt = Number.NEGATIVE_INFINITY;
  return async () => {
    if (now() - lookedAt < every && current !== null) return current.library;
    lookedAt = now();
    try {
      const published = await generation();
      if (published !== null && published !== current?.generation) {
        current = { generation: published, library: await open(published) };
      }
    } catch (error) {
      if (current === null) throw error;
      onFault(error);
    }
    return current?.library ?? null;
  };
}
