import {
  ADD,
  AGAIN_IF,
  constant,
  get,
  LESS_UNSIGNED,
  load,
  loadBlock,
  loop,
  MUL,
  returnIfNone,
  SUB,
  set,
  simd,
  storeBlock,
  wasmModule,
  ZERO,
} from '../../src/index/wasm-assembly.ts';

/** Bytes of a strip: rows are whole strips long, sixteen float32 each. */
export const STRIP = 64;

/** Arithmetic on float32 rows in one memory. Arguments are addresses, but for `count` and `bytes` (of a row). */
export interface FloatKernel {
  /** out = Σ weight · row, over the rows of the table whose numbers are in the list. */
  sumRows(list: number, count: number, weights: number, table: number, bytes: number, out: number): void;
  /** row = row + pace · values, for each row in the list. */
  addToRows(list: number, count: number, paces: number, table: number, bytes: number, values: number): void;
  /** The dot products of one row with `count` rows that lie end to end; `count` is a multiple of four. */
  dotRows(row: number, count: number, rows: number, bytes: number, out: number): void;
}

/**
 * Compiles the kernel over a memory. Four numbers at a time (WebAssembly SIMD), rounded after every step alike on every
 * machine, so that the same seed gives the same weights; some five times what plain JavaScript does.
 */
export function floatKernel(memory: WebAssembly.Memory): FloatKernel {
  const module = new WebAssembly.Module(wasmModule([SUM_ROWS, ADD_TO_ROWS, DOT_ROWS]));
  const { sumRows, addToRows, dotRows } = new WebAssembly.Instance(module, { js: { memory } }).exports;
  if (!isFunction(sumRows) || !isFunction(addToRows) || !isFunction(dotRows)) {
    throw new TypeError('The float kernel lacks a function.');
  }
  return { sumRows, addToRows, dotRows };
}

function isFunction(value: unknown): value is (...addresses: number[]) => void {
  return typeof value === 'function';
}

const ADD_FLOATS = simd(0xe4);
const MULTIPLY = simd(0xe6);
const LOAD_FOUR_ALIKE = [...simd(0x09), 2, 0];
const lane = (number: number): number[] => [...simd(0x1f), number];
const ADD_ONE_FLOAT = 0x92;
const storeFloat = (offset: number): number[] => [0x38, 2, offset];
const advance = (local: number, by: number): number[] => [...get(local), ...constant(by), ADD, ...set(local)];
/** LEB128 would need a second byte from 64 on. */
const advanceStrip = (local: number): number[] => [...advance(local, 32), ...advance(local, 32)];
const FOUR = [0, 1, 2, 3];

/** Parameters and locals of `sumRows` and `addToRows`, by number; `vectors` is out or values. */
const R = {
  ...{ list: 0, count: 1, weights: 2, table: 3, bytes: 4, vector: 5 },
  ...{ strip: 6, at: 7, weight: 8, end: 9, row: 10, same: 11, first: 12 },
};
const ROW_LOCALS = { parameters: 6, wholeNumbers: 5, vectors: 5 };

/** For every strip of a row: what comes before, then each row of the list, then what comes after. */
const eachStrip = (before: readonly number[], eachRow: readonly number[], after: readonly number[]): number[] => [
  ...returnIfNone(R.count),
  ...[...get(R.list), ...get(R.count), ...constant(4), MUL, ADD, ...set(R.end)],
  ...loop([
    ...before,
    ...[...get(R.list), ...set(R.at), ...get(R.weights), ...set(R.weight)],
    ...loop([
      ...[...get(R.table), ...get(R.at), ...load, ...get(R.bytes), MUL, ADD, ...get(R.strip), ADD, ...set(R.row)],
      ...[...get(R.weight), ...LOAD_FOUR_ALIKE, ...set(R.same)],
      ...eachRow,
      ...[...advance(R.at, 4), ...advance(R.weight, 4)],
      ...[...get(R.at), ...get(R.end), LESS_UNSIGNED, ...AGAIN_IF],
    ]),
    ...after,
    ...advanceStrip(R.strip),
    ...[...get(R.strip), ...get(R.bytes), LESS_UNSIGNED, ...AGAIN_IF],
  ]),
];

const vectorStrip = [...get(R.vector), ...get(R.strip), ADD];
const weighed = (part: number): number[] => [...get(R.same), ...MULTIPLY, ...get(R.first + part), ...ADD_FLOATS];

const SUM_ROWS = {
  name: 'sumRows',
  ...ROW_LOCALS,
  code: eachStrip(
    FOUR.flatMap((part) => [...ZERO, ...set(R.first + part)]),
    FOUR.flatMap((part) => [...get(R.row), ...loadBlock(part * 16), ...weighed(part), ...set(R.first + part)]),
    FOUR.flatMap((part) => [...vectorStrip, ...get(R.first + part), ...storeBlock(part * 16)]),
  ),
};

const ADD_TO_ROWS = {
  name: 'addToRows',
  ...ROW_LOCALS,
  code: eachStrip(
    FOUR.flatMap((part) => [...vectorStrip, ...loadBlock(part * 16), ...set(R.first + part)]),
    FOUR.flatMap((part) => [
      ...get(R.row),
      ...[...get(R.first + part), ...get(R.same), ...MULTIPLY],
      ...[...get(R.row), ...loadBlock(part * 16), ...ADD_FLOATS, ...storeBlock(part * 16)],
    ]),
    [],
  ),
};

/** Parameters and locals of `dotRows`, by number. */
const D = { row: 0, count: 1, rows: 2, bytes: 3, out: 4, at: 5, end: 6, other: 7, value: 11, sum: 12 };

const DOT_ROWS = {
  name: 'dotRows',
  ...{ parameters: 5, wholeNumbers: 6, vectors: 5 },
  code: [
    ...returnIfNone(D.count),
    ...[...get(D.row), ...get(D.bytes), ADD, ...set(D.end)],
    ...loop([
      ...FOUR.flatMap((part) => [
        ...[...get(D.rows), ...set(D.other + part), ...ZERO, ...set(D.sum + part)],
        ...[...get(D.rows), ...get(D.bytes), ADD, ...set(D.rows)],
      ]),
      ...[...get(D.row), ...set(D.at)],
      ...loop([
        ...[...get(D.at), ...loadBlock(), ...set(D.value)],
        ...FOUR.flatMap((part) => [
          ...[...get(D.other + part), ...loadBlock(), ...get(D.value), ...MULTIPLY],
          ...[...get(D.sum + part), ...ADD_FLOATS, ...set(D.sum + part)],
          ...advance(D.other + part, 16),
        ]),
        ...advance(D.at, 16),
        ...[...get(D.at), ...get(D.end), LESS_UNSIGNED, ...AGAIN_IF],
      ]),
      ...FOUR.flatMap((part) => [
        ...get(D.out),
        ...FOUR.flatMap((i) => [...get(D.sum + part), ...lane(i), ...(i === 0 ? [] : [ADD_ONE_FLOAT])]),
        ...storeFloat(part * 4),
      ]),
      ...advance(D.out, 16),
      ...[...get(D.count), ...constant(4), SUB, ...set(D.count)],
      ...[...get(D.count), ...AGAIN_IF],
    ]),
  ],
};
