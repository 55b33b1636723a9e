import { type Int8Rows, int8Rows } from './int8-rows.ts';

/** Rows and centroids end to end, as bytes of int8 rows of so many dimensions. */
export interface NearestSearch {
  readonly rows: Uint8Array;
  readonly centroids: Uint8Array;
  readonly dimensions: number;
}

/** Finds, for each row, the centroid nearest to it. */
export type FindNearest = (search: NearestSearch) => Promise<Uint32Array<ArrayBuffer>>;

/**
 * The search in this thread. Centroids are as long as their largest value allows, so lengths are taken out; of two that
 * are as near the first is taken.
 */
export function nearestCentroids(): FindNearest {
  let memory: Int8Rows | null = null;
  return async ({ rows, centroids: given, dimensions }) => {
    if (memory?.dimensions !== dimensions) memory = int8Rows(dimensions);
    const { stride } = memory;
    const count = given.length / stride;
    const bytes = memory.bytes(count);
    bytes.set(given);
    const all = Uint32Array.from({ length: count }, (_, centroid) => centroid);
    const shares = Float64Array.from(all, (centroid) => 1 / (lengthOf(int8At(bytes, centroid * stride, stride)) || 1));
    const found = new Uint32Array(rows.length / stride);
    const values = new Int16Array(dimensions);
    for (let row = 0; row < found.length; row++) {
      let best = 0;
      let most = Number.NEGATIVE_INFINITY;
      values.set(int8At(rows, row * stride, dimensions));
      memory.dots(all, { values, scale: 1 }, (some, products) => {
        for (let i = 0; i < some.length; i++) {
          const likeness = (products[i] ?? 0) * (shares[some[i] ?? 0] ?? 0);
          if (likeness <= most) continue;
          most = likeness;
          best = some[i] ?? 0;
        }
      });
      found[row] = best;
    }
    return found;
  };
}

function int8At({ buffer, byteOffset }: Uint8Array, start: number, length: number): Int8Array {
  return new Int8Array(buffer, byteOffset + start, length);
}

/** The length of a vector of whole numbers. */
export function lengthOf(codes: Int8Array): number {
  let squares = 0;
  for (const value of codes) squares += value * value;
  return Math.sqrt(squares);
}
