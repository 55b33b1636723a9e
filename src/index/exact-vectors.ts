import type { OrdinalVectorIndex } from './in-process.ts';
import { topHits } from './top-hits.ts';

/** Vectors of unit length end to end, by ordinal; a vector of zeros stays as it is and is like nothing. */
export interface UnitVectors {
  readonly dimensions: number;
  readonly values: Float32Array;
}

/** Brings vectors to unit length, so that cosine similarity is a dot product. */
export function unitVectors(vectors: readonly Float32Array[], dimensions: number): UnitVectors {
  const values = new Float32Array(vectors.length * dimensions);
  for (const [ordinal, vector] of vectors.entries()) values.set(unit(vector, dimensions), ordinal * dimensions);
  return { dimensions, values };
}

/** One vector at unit length. Throws when it has not the dimensions of the index. */
export function unit(vector: Float32Array, dimensions: number): Float32Array {
  if (vector.length !== dimensions) {
    throw new RangeError(`Vectơ có ${vector.length} chiều, chỉ mục có ${dimensions} chiều.`);
  }
  let squares = 0;
  for (const value of vector) squares += value * value;
  if (squares === 0) return vector;
  const length = Math.sqrt(squares);
  const values = new Float32Array(dimensions);
  for (let d = 0; d < dimensions; d++) values[d] = (vector[d] ?? 0) / length;
  return values;
}

/** Cosine similarity with every vector (or every one allowed) as it is: the measure of every other index. */
export function exactVectorIndex(vectors: UnitVectors): OrdinalVectorIndex {
  const { dimensions, values } = vectors;
  const size = dimensions === 0 ? 0 : values.length / dimensions;
  return {
    size,
    dimensions,
    search: async (vector, { k, only }) => {
      const wanted = unit(vector, dimensions);
      const best = topHits(k);
      if (only === null) {
        for (let ordinal = 0; ordinal < size; ordinal++) best.offer(ordinal, similarity(vectors, ordinal, wanted));
      } else {
        for (const ordinal of only) best.offer(ordinal, similarity(vectors, ordinal, wanted));
      }
      return best.sorted();
    },
  };
}

/** Dot product with the vector of one entry, four sums at a time: the sums need not wait for one another. */
export function similarity({ dimensions, values }: UnitVectors, ordinal: number, wanted: Float32Array): number {
  const start = ordinal * dimensions;
  const even = dimensions - (dimensions % 4);
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let i = 0; i < even; i += 4) {
    a += (values[start + i] ?? 0) * (wanted[i] ?? 0);
    b += (values[start + i + 1] ?? 0) * (wanted[i + 1] ?? 0);
    c += (values[start + i + 2] ?? 0) * (wanted[i + 2] ?? 0);
    d += (values[start + i + 3] ?? 0) * (wanted[i + 3] ?? 0);
  }
  for (let i = even; i < dimensions; i++) a += (values[start + i] ?? 0) * (wanted[i] ?? 0);
  return a + b + c + d;
}
