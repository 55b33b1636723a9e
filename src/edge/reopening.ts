import type { Library, OpenLibrary } from '../http/library.ts';
import type { KeepAlive } from './bindings.ts';

export interface ReopeningOptions {
  readonly open: () => Promise<Library | null>;
  readonly keepAlive: KeepAlive;
  readonly now: () => number;
}

/** How long a failure stands before it is tried again, in milliseconds: opening reads megabytes. */
const RETRY_MS = 5_000;

/**
 * Opens the library with the first request that needs it, once per isolate; all requests that come meanwhile wait for
 * the same opening. A failure, or finding none, is tried again after a few seconds.
 */
export function reopening({ open, keepAlive, now }: ReopeningOptions): OpenLibrary {
  let opened: Promise<Library | null> | null = null;
  let failedAt: number | null = null;
  return () => {
    if (failedAt !== null && now() - failedAt >= RETRY_MS) {
      opened = null;
      failedAt = null;
    }
    if (opened === null) {
      opened = open();
      const settled = opened.then(
        (library) => {
          if (library === null) failedAt = now();
        },
        () => {
          failedAt = now();
        },
      );
      keepAlive(settled);
    }
    return opened;
  };
}
