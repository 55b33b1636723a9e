import { type UnitVectors, unit } from './exact-vectors.ts';
import type { OrdinalVectorIndex } from './in-process.ts';
import { type Int8Rows, int8Rows, quantise, quantiseQuery } from './int8-rows.ts';
import { nearestRows } from './nearest-rows.ts';
import { ordinalList } from './ordinals.ts';
import { signSketches } from './sign-sketches.ts';

/** Unit vectors at a quarter of their size: the values of a vector are its scale times its codes. */
export interface CodedVectors {
  readonly dimensions: number;
  /** −127 … 127, vector after vector, by ordinal. */
  readonly codes: Int8Array;
  /** One per vector; 0 for a vector of zeros. */
  readonly scales: Float32Array;
}

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
 * Cosine similarity with every vector whose signs fit the question, or with every one allowed: the vectors in whole
 * numbers, the question in much finer ones. A quarter of the memory and a tenth of the time of a scan in floats, and none of an addon; `kernel` is the
 * compiled one of `int8-kernel.ts` where none may be compiled.
 */
export function int8VectorIndex(vectors: CodedVectors, kernel: WebAssembly.Module | null = null): OrdinalVectorIndex {
  const { dimensions, scales } = vectors;
  const size = scales.length;
  const rows = codedRows(vectors, kernel);
  const sketches = signSketches({ codes: rows.bytes(size), stride: rows.stride, count: size }, kernel);
  return {
    size,
    dimensions,
    search: async (vector, { k, only }) => {
      const wanted = unit(vector, dimensions);
      const list = only === null ? sketches.likely([{ start: 0, end: size }], wanted, k) : ordinalList(only);
      return nearestRows({ rows, scales }, { list, query: quantiseQuery(wanted), k });
    },
  };
}

/** The codes where the kernel reads them, each row padded to whole blocks. */
function codedRows({ dimensions, codes, scales }: CodedVectors, kernel: WebAssembly.Module | null): Int8Rows {
  const rows = int8Rows(dimensions, kernel);
  const bytes = rows.bytes(scales.length);
  const values = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let ordinal = 0; ordinal < scales.length; ordinal++) {
    const start = ordinal * dimensions;
    values.set(codes.subarray(start, start + dimensions), ordinal * rows.stride);
  }
  return rows;
}
