import { bestFirst } from '../best-first.ts';
import type { VectorIndex } from '../ports.ts';
import type { OpenedEntries } from './entry-scope.ts';
import { findRows } from './found-rows.ts';
import { byMeaning, rowsFor, similarityOf } from './meaning.ts';

/**
 * Cosine similarity by pgvector: by its graph over half-precision vectors, exactly where a filter leaves little or there
 * is no graph yet. A half has three significant digits, so scores differ from those in memory in the fourth.
 */
export function postgresVectors(entries: OpenedEntries): VectorIndex {
  const { size, embedder } = entries;
  return {
    size,
    dimensions: embedder.dimensions,
    search: async (vector, options) => {
      const plan = byMeaning(entries, { vector, only: options.only, columns: [] });
      const rows = await findRows(entries, plan, { ...options, depth: rowsFor(options) });
      return rows
        .map(({ ordinal, row }) => ({ ordinal, score: similarityOf(row) }))
        .sort(bestFirst)
        .slice(0, options.k);
    },
  };
}
