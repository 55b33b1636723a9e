import { BLOCK, int8Kernel } from './int8-kernel.ts';

/** A vector as whole numbers −127 … 127 and what one of them stands for. */
export interface QuantisedVector {
  readonly values: Int8Array;
  readonly scale: number;
}

/** A question's vector in finer steps than the rows', so that what is lost is lost in the rows alone. */
export interface QuantisedQuery {
  readonly values: Int16Array;
  readonly scale: number;
}

/** Int8 vectors end to end in memory of their own, multiplied by a query eight numbers at a time. */
export interface Int8Rows {
  readonly dimensions: number;
  /** Bytes from one row to the next: the dimensions, padded to whole blocks. */
  readonly stride: number;
  /** The bytes of the first `count` rows; grows the memory when they do not fit. A view: taken anew after growing. */
  bytes(count: number): Uint8Array<ArrayBuffer>;
  /** Tells the rows of the list, some thousands at a time, with their dot products with the query. */
  dots(list: Uint32Array, query: QuantisedQuery, tell: (some: Uint32Array, products: Int32Array) => void): void;
}

const PAGE = 65_536;
/** As far as addresses of 32 bits go. */
const MOST_PAGES = 65_536;
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
  if (2 * stride > QUERY) throw new RangeError(`Vectơ có ${dimensions} chiều; nhiều nhất là ${QUERY / 2}.`);
  const memory = new WebAssembly.Memory({ initial: Math.ceil(ROWS / PAGE) });
  const kernel = int8Kernel(memory, compiled);
  return {
    dimensions,
    stride,
    bytes: (count) => {
      const pages = memory.buffer.byteLength / PAGE;
      const missing = Math.ceil((ROWS + count * stride) / PAGE) - pages;
      // Doubled, so that a million rows added one by one make it grow ten times: each time counts as a new buffer, and
      // collecting garbage for every few rows took most of the time of a large corpus. Room not used takes no memory.
      if (missing > 0) memory.grow(Math.max(missing, Math.min(pages, MOST_PAGES - pages)));
      return new Uint8Array(memory.buffer, ROWS, count * stride);
    },
    dots: (list, query, tell) => {
      new Int16Array(memory.buffer, 0, stride).fill(0).set(query.values);
      const numbers = new Uint32Array(memory.buffer, LIST, CHUNK);
      const products = new Int32Array(memory.buffer, OUT, CHUNK);
      for (let start = 0; start < list.length; start += CHUNK) {
        const some = list.subarray(start, start + CHUNK);
        numbers.set(some);
        kernel.dots(ROWS, LIST, some.length, stride, 0, OUT);
        tell(some, products);
      }
    },
  };
}

/** The nearest whole numbers, the largest of the values at ±127; a vector of zeros has the scale 0. */
export function quantise(vector: Float32Array): QuantisedVector {
  const values = new Int8Array(vector.length);
  return { values, scale: writeRounded(vector, 127, values) };
}

/** The same in up to 13 bits: fewer for vectors so long that a product with a row could overflow 32. */
export function quantiseQuery(vector: Float32Array): QuantisedQuery {
  const values = new Int16Array(vector.length);
  const most = Math.min(4095, Math.floor((2 ** 31 - 1) / (127 * Math.max(1, vector.length))));
  return { values, scale: writeRounded(vector, most, values) };
}

/** Writes the values in steps of which the largest value is `most`; the size of a step. A loop, since `from` takes 60 µs. */
function writeRounded(vector: Float32Array, most: number, rounded: Int8Array | Int16Array): number {
  let largest = 0;
  for (const value of vector) largest = Math.max(largest, Math.abs(value));
  const scale = largest / most;
  if (scale > 0) for (let d = 0; d < vector.length; d++) rounded[d] = Math.round((vector[d] ?? 0) / scale);
  return scale;
}
