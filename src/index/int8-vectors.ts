import { type UnitVectors, unit } from './exact-vectors.ts';
import type { OrdinalVectorIndex } from './in-process.ts';
import { type Int8Rows, int8Rows, quantise } from './int8-rows.ts';
import { topHits } from './top-hits.ts';

/** Unit vectors at a quarter of their size: the values of a vector are its scale times its codes. */
export interface CodedVectors {
  readonly dimensions: number;
  /** −127 … 127, vector after vector, by ordinal. */
  readonly codes: Int8Array;
  /** One per vector; 0 for a vector of zeros. */
  readonly scales: Float32Array;
}

/** How many candidates of the scan per wanted hit are scored again. */
const RESCORED = 4;

/** Codes each vector by its largest value, so that nothing is cut off. */
export function codeVectors({ dimensions, values }: UnitVectors): CodedVectors {
  const size = dimensions === 0 ? 0 : values.length / dimensions;
  const codes = new Int8Array(values.length);
  const scales = new Float32Array(size);
  for (let ordinal = 0; ordinal < size; ordinal++) {
    const start = ordinal * dimensions;
    const coded = quantise(values.subarray(start, start + dimensions));
    codes.set(coded.values, start);
    scales[ordinal] = coded.scale;
  }
  return { dimensions, codes, scales };
}

/**
 * Cosine similarity with every vector in two passes: all of them in whole numbers, the question coded as well; then the
 * best by far more than are wanted once more with the question as it is. A quarter of the memory of an exact scan, and
 * none of an addon; `kernel` is the compiled one of `int8-kernel.ts` where none may be compiled.
 */
export function int8VectorIndex(vectors: CodedVectors, kernel: WebAssembly.Module | null = null): OrdinalVectorIndex {
  const { dimensions, scales } = vectors;
  const size = scales.length;
  const rows = int8Rows(dimensions, kernel);
  const codes = copied(vectors, rows);
  const everything = Uint32Array.from({ length: size }, (_, ordinal) => ordinal);

  const similarity = (ordinal: number, wanted: Float32Array): number => {
    const start = ordinal * rows.stride;
    let sum = 0;
    for (let i = 0; i < dimensions; i++) sum += (codes[start + i] ?? 0) * (wanted[i] ?? 0);
    return sum * (scales[ordinal] ?? 0);
  };

  return {
    size,
    dimensions,
    search: async (vector, { k, only }) => {
      const wanted = unit(vector, dimensions);
      const near = topHits(k * RESCORED);
      rows.dots(only === null ? everything : Uint32Array.from(only), quantise(wanted), (ordinal, product) =>
        near.offer(ordinal, product * (scales[ordinal] ?? 0)),
      );
      const best = topHits(k);
      for (const { ordinal } of near.sorted()) best.offer(ordinal, similarity(ordinal, wanted));
      return best.sorted();
    },
  };
}

/** The codes where the kernel reads them, each row padded to whole blocks. */
function copied({ dimensions, codes, scales }: CodedVectors, rows: Int8Rows): Int8Array {
  const bytes = rows.bytes(scales.length);
  const values = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let ordinal = 0; ordinal < scales.length; ordinal++) {
    const start = ordinal * dimensions;
    values.set(codes.subarray(start, start + dimensions), ordinal * rows.stride);
  }
  return values;
}
