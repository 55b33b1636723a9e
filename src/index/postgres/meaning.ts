import { vectorText } from '../../store/postgres/vector-text.ts';
import type { Row } from '../../store/row.ts';
import { unit } from '../exact-vectors.ts';
import type { SearchOptions } from '../ports.ts';
import type { EntryScope, OpenedEntries } from './entry-scope.ts';
import type { Bind, RowPlan } from './found-rows.ts';

/** For each hit so many rows are read of all entries: some may belong to documents that the generation does not hold. */
const ROWS_PER_HIT = 1.25;

/** How many rows are read for so many hits. */
export function rowsFor({ k, only }: SearchOptions): number {
  return only === null ? Math.ceil(k * ROWS_PER_HIT) : k;
}

export interface MeaningOptions {
  readonly vector: Float32Array;
  readonly only: SearchOptions['only'];
  readonly columns: readonly string[];
}

/** Finds the entries most like the question: by the graph, or one by one where a filter leaves little. */
export function byMeaning(
  { embedder: { dimensions }, means, limits }: OpenedEntries,
  { vector, only, columns }: MeaningOptions,
): (scope: EntryScope, bind: Bind) => RowPlan {
  return ({ entries }, bind) => {
    const wanted = `${bind(vectorText(unit(vector, dimensions)))}::halfvec(${dimensions})`;
    const inGraph = means.graph && (only === null || entries > limits.vectors);
    // The graph is over the expression with the cast: without it the server has to scan.
    const distance = inGraph ? `embedding::halfvec(${dimensions}) <#> ${wanted}` : `embedding <#> ${wanted}`;
    return {
      columns: [...columns, `-(${distance}) AS similarity`],
      // A scan orders what is alike too; the graph gives it as it comes.
      order: inGraph ? distance : `${distance}, document, place`,
    };
  };
}

/** The similarity to a vector as a column of rows that are found by something else. */
export function similarityTo(vector: Float32Array, dimensions: number, bind: Bind): string {
  return `-(embedding <#> ${bind(vectorText(unit(vector, dimensions)))}::halfvec(${dimensions})) AS similarity`;
}

/** The similarity that a row holds. */
export function similarityOf(row: Row): number {
  return Number(row.similarity);
}
