import { tokenise } from '../vietnamese/tokens.ts';
import type { StaticModel } from './static-model.ts';

/**
 * The vector of a text: the sum of the vectors of its distinct syllables and bigrams, scaled to length 1. Each counts
 * once: how often a word stands in a text is what BM25 already knows. Unknown tokens are left out; a text without any
 * known token has the zero vector.
 */
export function embedText(model: StaticModel, text: string): Float32Array {
  const { scales, vectors } = model;
  const { dimensions } = model.header;
  const sum = new Float32Array(dimensions);
  for (const row of rowsOf(model.vocabulary, text)) {
    const scale = scales[row] ?? 0;
    const start = row * dimensions;
    for (let d = 0; d < dimensions; d++) sum[d] = (sum[d] ?? 0) + scale * (vectors[start + d] ?? 0);
  }
  return unit(sum);
}

/** The rows of a text's tokens, in order of first appearance. */
function rowsOf(vocabulary: ReadonlyMap<string, number>, text: string): Set<number> {
  const rows = new Set<number>();
  const add = (row: number | undefined) => {
    if (row !== undefined) rows.add(row);
  };
  let previous: string | null = null;
  for (const { term } of tokenise(text)) {
    add(vocabulary.get(term));
    if (previous !== null) add(vocabulary.get(`${previous}_${term}`));
    previous = term;
  }
  return rows;
}

function unit(vector: Float32Array): Float32Array {
  let squares = 0;
  for (const value of vector) squares += value * value;
  if (squares === 0) return vector;
  const scale = 1 / Math.sqrt(squares);
  for (let d = 0; d < vector.length; d++) vector[d] = (vector[d] ?? 0) * scale;
  return vector;
}
