import { floatKernel, STRIP } from './float-kernel.ts';

/** Float32 rows of one length, end to end in the arithmetic's memory. */
export interface Rows {
  readonly address: number;
  readonly values: Float32Array;
}

/** Arithmetic on rows; `list` names rows of a table, and weights and paces are asked for by place in the list. */
export interface RowArithmetic {
  /** Room for so many rows, all zero. Throws `RangeError` beyond the rows the memory was made for. */
  rows(count: number): Rows;
  /** Row `at` of `out` = Σ weight · row. */
  sum(table: Rows, list: Int32Array, weight: (place: number) => number, out: Rows, at: number): void;
  /** The same over all rows of the table, without those of negligible weight. */
  sumHeavy(table: Rows, weight: (row: number) => number, out: Rows, at: number): void;
  /** Adds pace · (row `at` of `values`) to every row of the list. */
  addTo(table: Rows, list: Int32Array, pace: (place: number) => number, values: Rows, at: number): void;
  /** out[i · n + j] = dot product of row i of `a` with row j of `b`; there are n of these, a multiple of four. */
  products(a: Rows, b: Rows, out: Float32Array): void;
}

const PAGE = 65_536;
const FLOAT = 4;
/** Room for a list and the weights of its rows, before the rows. */
const LONGEST_LIST = 8192;
const LIST = 0;
const WEIGHTS = LIST + FLOAT * LONGEST_LIST;
const ROWS = WEIGHTS + FLOAT * LONGEST_LIST;

/** Weights below this change nothing and are most of a trained batch. */
const NEGLIGIBLE = 1e-3;

/** Arithmetic with memory for so many rows. Dimensions are a multiple of sixteen, lists at most 8,192 long. */
export function rowArithmetic(dimensions: number, most: number): RowArithmetic {
  const bytes = dimensions * FLOAT;
  if (bytes % STRIP !== 0) throw new RangeError(`${dimensions} dimensions: give a multiple of ${STRIP / FLOAT}.`);
  const memory = new WebAssembly.Memory({ initial: Math.ceil((ROWS + most * bytes) / PAGE) });
  const { sumRows, addToRows, dotRows } = floatKernel(memory);
  const listed = new Int32Array(memory.buffer, LIST, LONGEST_LIST);
  const weights = new Float32Array(memory.buffer, WEIGHTS, LONGEST_LIST);
  let used = 0;

  const write = (list: Int32Array, weight: (place: number) => number): number => {
    if (list.length > LONGEST_LIST) throw new RangeError(`A list of ${list.length} rows: at most ${LONGEST_LIST}.`);
    listed.set(list);
    for (let i = 0; i < list.length; i++) weights[i] = weight(i);
    return list.length;
  };
  const sumWritten = (count: number, table: Rows, out: Rows, at: number): void => {
    out.values.fill(0, at * dimensions, (at + 1) * dimensions);
    sumRows(LIST, count, WEIGHTS, table.address, bytes, out.address + at * bytes);
  };
  return {
    rows: (count) => {
      if (used + count > most) throw new RangeError(`${used + count} rows: the memory was made for ${most}.`);
      const address = ROWS + used * bytes;
      used += count;
      return { address, values: new Float32Array(memory.buffer, address, count * dimensions) };
    },
    sum: (table, list, weight, out, at) => sumWritten(write(list, weight), table, out, at),
    sumHeavy: (table, weight, out, at) => {
      let count = 0;
      for (let row = 0; row < table.values.length / dimensions; row++) {
        const own = weight(row);
        if (Math.abs(own) < NEGLIGIBLE) continue;
        listed[count] = row;
        weights[count] = own;
        count++;
      }
      sumWritten(count, table, out, at);
    },
    addTo: (table, list, pace, values, at) =>
      addToRows(LIST, write(list, pace), WEIGHTS, table.address, bytes, values.address + at * bytes),
    products: (a, b, out) => {
      const [m, n] = [a.values.length / dimensions, b.values.length / dimensions];
      for (let i = 0; i < m; i++) {
        dotRows(a.address + i * bytes, n, b.address, bytes, WEIGHTS);
        out.set(weights.subarray(0, n), i * n);
      }
    },
  };
}
