import { tokenise } from '../vietnamese/tokens.ts';
import type { StaticModel } from './static-model.ts';

/**
 * The vector of a text: Σ (1 + ln tf) · vector(token) over its syllables and bigrams, scaled to length 1.
 * Unknown tokens are left out; a text without any known token has the zero vector.
 */
export function embedText(model: StaticModel, text: string): Float32Array {
  const { scales, vectors } = model;
  const { dimensions } = model.header;
  const sum = new Float32Array(dimensions);
  for (const [row, count] of countRows(model.vocabulary, text)) {
    const weight = (1 + Math.log(count)) * (scales[row] ?? 0);
    const start = row * dimensions;
    for (let d = 0; d < dimensions; d++) sum[d] = (sum[d] ?? 0) + weight * (vectors[start + d] ?? 0);
  }
  return unit(sum);
}

/** Row → how often its token stands in the text, in order of first appearance. */
function countRows(vocabulary: ReadonlyMap<string, number>, text: string): Map<number, number> {
  const counts = new Map<number, number>();
  const count = (row: number | undefined) => {
    if (row !== undefined) counts.set(row, (counts.get(row) ?? 0) + 1);
  };
  let previous: string | null = null;
  for (const { term } of tokenise(text)) {
    count(vocabulary.get(term));
    if (previous !== null) count(vocabulary.get(`${previous}_${term}`));
    previous = term;
  }
  return counts;
}

function unit(vector: Float32Array): Float32Array {
  let squares = 0;
  for (const value of vector) squares += value * value;
  if (squares === 0) return vector;
  const scale = 1 / Math.sqrt(squares);
  for (let d = 0; d < vector.length; d++) vector[d] = (vector[d] ?? 0) * scale;
  return vector;
}
