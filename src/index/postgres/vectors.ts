import { vectorText } from '../../store/postgres/vector-text.ts';
import { unit } from '../exact-vectors.ts';
import type { VectorIndex } from '../ports.ts';
import { type OpenedEntries, scopeOf, visibleIn, visibleRows } from './entry-rows.ts';

/** For each hit asked for so many rows are read: some may belong to documents that the generation does not hold. */
const ROWS_PER_HIT = 3;

/**
 * Cosine similarity by pgvector: by its graph over half-precision vectors, exactly where a filter leaves little or there
 * is no graph yet. A half has three significant digits, so scores differ from those in memory in the fourth.
 */
export function postgresVectors(entries: OpenedEntries): VectorIndex {
  const { size, embedder, means, limits, database, generation } = entries;
  const { dimensions } = embedder;
  return {
    size,
    dimensions,
    search: async (vector, { k, only, signal }) => {
      const wanted = vectorText(unit(vector, dimensions));
      const scope = k <= 0 ? null : scopeOf(only, entries);
      if (scope === null) return [];
      const type = `halfvec(${dimensions})`;
      const place = `$${scope.parameters.length + 1}::${type}`;
      const inGraph = means.graph && (only === null || scope.entries > limits.vectors);
      // The graph is over the expression with the cast: without it the server has to scan.
      const distance = inGraph ? `embedding::${type} <#> ${place}` : `embedding <#> ${place}`;
      // A scan orders what is alike too; the graph gives it as it comes.
      const order = inGraph ? distance : `${distance}, document, place`;
      const depth = only === null ? k * ROWS_PER_HIT : k;
      const read = async (where: string, limit: number) => {
        const text = `
          SELECT document, place, id, kind, -(${distance}) AS similarity FROM entries ${scope.join}
          WHERE ${where} ORDER BY ${order} LIMIT ${limit}`;
        const rows = await database.read((sql) => sql.rows(text, [...scope.parameters, wanted]), {
          generation,
          signal,
        });
        return { rows, visible: visibleRows(rows, entries) };
      };
      const found = await read(scope.where, depth);
      const crowded = found.rows.length === depth && found.visible.length < Math.min(k, scope.entries);
      const { visible } = crowded ? await read(`${scope.where} AND ${visibleIn(generation)}`, k) : found;
      return visible
        .map(([ordinal, row]) => ({ ordinal, score: Number(row.similarity) }))
        .sort((a, b) => b.score - a.score || a.ordinal - b.ordinal)
        .slice(0, k);
    },
  };
}
