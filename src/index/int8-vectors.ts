import { type UnitVectors, unit } from './exact-vectors.ts';
import type { OrdinalVectorIndex } from './in-process.ts';
import type { Hit } from './ports.ts';
import { topHits } from './top-hits.ts';

/** Unit vectors at a quarter of their size: the values of a vector are its scale times its codes. */
export interface CodedVectors {
  readonly dimensions: number;
  /** −127 … 127, vector after vector, by ordinal. */
  readonly codes: Int8Array;
  /** One per vector; 0 for a vector of zeros. */
  readonly scales: Float32Array;
}

const MOST = 127;

/** How many candidates of the scan per wanted hit are scored again. */
const RESCORED = 4;

/** Codes each vector by its largest value, so that nothing is cut off. */
export function codeVectors({ dimensions, values }: UnitVectors): CodedVectors {
  const size = dimensions === 0 ? 0 : values.length / dimensions;
  const codes = new Int8Array(values.length);
  const scales = new Float32Array(size);
  for (let ordinal = 0; ordinal < size; ordinal++) {
    const start = ordinal * dimensions;
    scales[ordinal] = code(values.subarray(start, start + dimensions), codes.subarray(start, start + dimensions));
  }
  return { dimensions, codes, scales };
}

/** Writes the codes of one vector and returns their scale. */
function code(vector: Float32Array, codes: Int8Array): number {
  const scale = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / MOST;
  if (scale > 0) for (let i = 0; i < vector.length; i++) codes[i] = Math.round((vector[i] ?? 0) / scale);
  return scale;
}

/**
 * Cosine similarity with every vector in two passes: all of them in whole numbers, the question coded as well; then the
 * best by far more than are wanted once more with the question as it is. Needs no addon, and a quarter of the memory
 * of an exact scan.
 */
export function int8VectorIndex({ dimensions, codes, scales }: CodedVectors): OrdinalVectorIndex {
  const size = scales.length;
  const asked = new Int8Array(dimensions);

  const similarity = (ordinal: number, wanted: Float32Array): number => {
    const start = ordinal * dimensions;
    let sum = 0;
    for (let i = 0; i < dimensions; i++) sum += (codes[start + i] ?? 0) * (wanted[i] ?? 0);
    return sum * (scales[ordinal] ?? 0);
  };

  const scan = (ordinals: Iterable<number> | null, k: number): readonly Hit[] => {
    const best = topHits(k);
    const offer = (ordinal: number) => {
      const start = ordinal * dimensions;
      let sum = 0;
      for (let i = 0; i < dimensions; i++) sum = (sum + (codes[start + i] ?? 0) * (asked[i] ?? 0)) | 0;
      best.offer(ordinal, sum * (scales[ordinal] ?? 0));
    };
    if (ordinals === null) for (let ordinal = 0; ordinal < size; ordinal++) offer(ordinal);
    else for (const ordinal of ordinals) offer(ordinal);
    return best.sorted();
  };

  return {
    size,
    dimensions,
    search: async (vector, { k, only }) => {
      const wanted = unit(vector, dimensions);
      code(wanted, asked);
      const best = topHits(k);
      for (const { ordinal } of scan(only, k * RESCORED)) best.offer(ordinal, similarity(ordinal, wanted));
      return best.sorted();
    },
  };
}
