import type { Library, OpenLibrary } from './http/library.ts';

export interface FollowingOptions {
  /** Says which generation is published; null for none. */
  readonly generation: () => Promise<string | null>;
  readonly open: (generation: string) => Promise<Library>;
  readonly now: () => number;
  /** Told what went wrong while an older generation goes on serving. */
  readonly onFault: (error: unknown) => void;
  /** Lets a look go on that several requests wait for, when the one that began it is over. */
  readonly keepAlive: (work: Promise<unknown>) => void;
  /** Milliseconds for which what a look found, or that it failed, stands. */
  readonly every?: number;
}

/**
 * The library of the published generation, for runtimes that have no timers between requests: a request that comes when
 * the last look is some seconds old looks for a newer one, and those that come meanwhile wait for the same look. When
 * that fails the present library serves on; without one the error is thrown.
 */
export function followingLibrary(options: FollowingOptions): OpenLibrary {
  const { generation, open, now, onFault, keepAlive, every = 5_000 } = options;
  let current: { readonly generation: string; readonly library: Library } | null = null;
  let looking: Promise<Library | null> | null = null;
  let endedAt: number | null = null;

  const look = async (): Promise<Library | null> => {
    try {
      const published = await generation();
      if (published !== null && published !== current?.generation) {
        current = { generation: published, library: await open(published) };
      }
    } catch (error) {
      if (current === null) throw error;
      onFault(error);
    } finally {
      endedAt = now();
    }
    return current?.library ?? null;
  };
  return () => {
    if (looking === null || (endedAt !== null && now() - endedAt >= every)) {
      endedAt = null;
      looking = look();
      keepAlive(looking.catch(() => {}));
    }
    return looking;
  };
}
