import type { IndexEntry } from '../../src/index/entry.ts';
import type { NearestSearch } from '../../src/index/nearest-centroids.ts';

/** What a thread is told to do. */
export type ThreadJob =
  | { readonly kind: 'read'; readonly path: string }
  | { readonly kind: 'index'; readonly entries: readonly IndexEntry[] }
  | ({ readonly kind: 'nearest' } & NearestSearch);
