import { unit } from './exact-vectors.ts';
import { type Int8Rows, int8Rows, quantise } from './int8-rows.ts';

/** The vectors of a corpus: as they came while they are few, quantised at unit length when they are many. */
export type CollectedVectors =
  | { readonly kind: 'few'; readonly vectors: readonly Float32Array[] }
  | { readonly kind: 'many'; readonly rows: Int8Rows; readonly count: number };

/** Vectors added in the order of their ordinals. */
export interface VectorCollector {
  add(vector: Float32Array): void;
  collected(): CollectedVectors;
}

/** Collects vectors; from `many` of them on only a quarter of their bytes is kept. */
export function vectorCollector(dimensions: number, many: number): VectorCollector {
  const rows = int8Rows(dimensions);
  let few: Float32Array[] = [];
  let count = 0;
  const quantised = (vector: Float32Array, row: number): void => {
    const bytes = rows.bytes(row + 1);
    bytes.set(new Uint8Array(quantise(unit(vector, dimensions)).values.buffer), row * rows.stride);
  };
  return {
    add: (vector) => {
      if (count >= many) quantised(vector, count);
      else few.push(vector);
      count += 1;
      if (count !== many) return;
      for (const [row, early] of few.entries()) quantised(early, row);
      few = [];
    },
    collected: () => (count < many ? { kind: 'few', vectors: few } : { kind: 'many', rows, count }),
  };
}
