import { BLOCK, int8Kernel } from './int8-kernel.ts';

/** A vector as whole numbers −127 … 127 and what one of them stands for. */
export interface QuantisedVector {
  readonly values: Int8Array;
  readonly scale: number;
}

/** Int8 vectors end to end in memory of their own, multiplied by a query sixteen numbers at a time. */
export interface Int8Rows {
  readonly dimensions: number;
  /** Bytes from one row to the next: the dimensions, padded to whole blocks. */
  readonly stride: number;
  /** The bytes of the first `count` rows; grows the memory when they do not fit. A view: taken anew after growing. */
  bytes(count: number): Uint8Array<ArrayBuffer>;
  /** Tells, for every row of the list in its order, the row and its dot product with the query. */
  dots(list: Uint32Array, query: QuantisedVector, tell: (row: number, product: number) => void): void;
}

const PAGE = 65_536;
/** Rows multiplied in one call of the kernel. */
const CHUNK = 16_384;
/** Room for a query, a list of rows and their products before the rows. */
const QUERY = 65_536;
const LIST = QUERY;
const OUT = LIST + 4 * CHUNK;
const ROWS = OUT + 4 * CHUNK;

/** Rows of so many dimensions, none of them yet. Throws `RangeError` for more than the query's room holds. */
export function int8Rows(dimensions: number, compiled: WebAssembly.Module | null = null): Int8Rows {
  const stride = Math.ceil(Math.max(1, dimensions) / BLOCK) * BLOCK;
  if (stride > QUERY) throw new RangeError(`Vectơ có ${dimensions} chiều; nhiều nhất là ${QUERY}.`);
  const memory = new WebAssembly.Memory({ initial: Math.ceil(ROWS / PAGE) });
  const kernel = int8Kernel(memory, compiled);
  return {
    dimensions,
    stride,
    bytes: (count) => {
      const missing = ROWS + count * stride - memory.buffer.byteLength;
      if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
      return new Uint8Array(memory.buffer, ROWS, count * stride);
    },
    dots: (list, query, tell) => {
      new Int8Array(memory.buffer, 0, stride).fill(0).set(query.values);
      const numbers = new Uint32Array(memory.buffer, LIST, CHUNK);
      const products = new Int32Array(memory.buffer, OUT, CHUNK);
      for (let start = 0; start < list.length; start += CHUNK) {
        const some = list.subarray(start, start + CHUNK);
        numbers.set(some);
        kernel.dots(ROWS, LIST, some.length, stride, 0, OUT);
        for (let i = 0; i < some.length; i++) tell(some[i] ?? 0, products[i] ?? 0);
      }
    },
  };
}

/** The nearest whole numbers, the largest of the values at ±127; a vector of zeros has the scale 0. */
export function quantise(vector: Float32Array): QuantisedVector {
  let largest = 0;
  for (const value of vector) largest = Math.max(largest, Math.abs(value));
  const scale = largest / 127;
  const values = new Int8Array(vector.length);
  // A loop: `from` with a function goes through an iterator, which takes twenty times as long.
  if (scale !== 0) for (let i = 0; i < values.length; i++) values[i] = Math.round((vector[i] ?? 0) / scale);
  return { scale, values };
}
