import type { Database } from '../../store/postgres/database.ts';
import type { SqlValue } from '../../store/postgres/sql.ts';
import type { EntryFilter } from '../ports.ts';
import type { MetEntries } from './met-entries.ts';
import type { EntryPlaces } from './placed-documents.ts';
import type { SearchMeans } from './search-indexes.ts';

/** A generation as its searches work on it. */
export interface OpenedEntries {
  readonly database: Database;
  /** Number of the generation. */
  readonly generation: number;
  readonly embedder: { readonly id: number; readonly dimensions: number };
  /** Number of entries. */
  readonly size: number;
  readonly places: EntryPlaces;
  readonly means: SearchMeans;
  readonly limits: SearchLimits;
  /** Entries met in searches: the best of them are asked for next. */
  readonly met: MetEntries;
}

/** How much a search looks at. */
export interface SearchLimits {
  /** Up to so many entries under a filter are all ordered by the product of sparse vectors, without an index. */
  readonly words: number;
  /** Up to so many entries under a filter are all compared with the question's vector: under one a graph looks further. */
  readonly vectors: number;
  /**
   * Without pg_textsearch the entries that hold a rare term of the question are candidates, about so many. Of the best
   * fifty of 108,000 entries 4,000 candidates held 99.7 %, and all of the first ten; 2,000 held 92.8 %, 8,000 99.9 %
   * in twice the time.
   */
  readonly candidates: number;
}

export const SEARCH_LIMITS: SearchLimits = { words: 10_000, vectors: 20_000, candidates: 4_000 };

/** Which rows of `entries` a search looks at. */
export interface EntryScope {
  /** Joined to `FROM entries`, with its parameters from `$1`. */
  readonly join: string;
  readonly where: string;
  readonly parameters: readonly SqlValue[];
  /** How many entries that is. */
  readonly entries: number;
}

/** The rows a filter allows; null when it allows none. */
export function scopeOf(only: EntryFilter | null, { places, size, embedder }: OpenedEntries): EntryScope | null {
  const where = `entries.embedder = ${embedder.id}`;
  if (only === null) return size === 0 ? null : { join: '', where, parameters: [], entries: size };
  if ('ordinals' in only) {
    const placed = [...only.ordinals].map(places.placeOf).filter((place) => place !== null);
    if (placed.length === 0) return null;
    return {
      join: 'JOIN unnest($1::bigint[], $2::integer[], $3::text[]) AS wanted (document, place, province) USING (document, place, province)',
      where,
      parameters: [
        placed.map(({ document }) => document.key),
        placed.map(({ place }) => place),
        placed.map(({ document }) => document.province),
      ],
      entries: placed.length,
    };
  }
  const documents = places.documentsWith(only.documents);
  const entries = documents.reduce((sum, document) => sum + document.entries, 0);
  if (entries === 0) return null;
  return {
    join: '',
    where: `${where} AND entries.document = ANY($1::bigint[]) AND entries.province = ANY($2::text[])`,
    parameters: [documents.map(({ key }) => key), [...new Set(documents.map(({ province }) => province))]],
    entries,
  };
}
