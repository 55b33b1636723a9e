import { SIGN_SUMS, type SignKernel } from './sign-kernel.ts';
import {
  ADD,
  AGAIN_IF,
  constant,
  get,
  LESS_UNSIGNED,
  load,
  loadBlock,
  loadWidened,
  loop,
  MUL,
  returnIfNone,
  SUB,
  set,
  simd,
  store,
  wasmModule,
  ZERO,
} from './wasm-assembly.ts';

/** Bytes of one block of a row: rows are padded to whole blocks. */
export const BLOCK = 16;

/** Dot products of int8 rows, and of their signs, that lie in the kernel's memory. */
export interface Int8Kernel extends SignKernel {
  /**
   * Writes, for every row number of the list, the dot product of that row with the query, which is int16: `count` int32
   * from `out` on. All arguments but `count` and `stride` are addresses; the query must be so small that no sum overflows.
   */
  dots(rows: number, list: number, count: number, stride: number, query: number, out: number): void;
}

/**
 * Compiles the kernel over a memory: eight products at a time (WebAssembly SIMD), twenty times what plain JavaScript does
 * with float32. It is assembled here instead of being shipped as a binary, so that what runs can be read. Where
 * nothing may be compiled while the program runs, at the edge, it comes compiled.
 */
export function int8Kernel(memory: WebAssembly.Memory, compiled: WebAssembly.Module | null): Int8Kernel {
  const module = compiled ?? new WebAssembly.Module(kernelBytes());
  const { dots, signSums } = new WebAssembly.Instance(module, { js: { memory } }).exports;
  if (!isFunction<Int8Kernel['dots']>(dots) || !isFunction<Int8Kernel['signSums']>(signSums)) {
    throw new TypeError('The int8 kernel lacks a function.');
  }
  return { dots, signSums };
}

function isFunction<T>(value: unknown): value is T {
  return typeof value === 'function';
}

/** Parameters and locals of `dots` by number. */
const L = { rows: 0, list: 1, count: 2, stride: 3, query: 4, out: 5, row: 6, end: 7, at: 8, sum: 9 };

/** Products of eight int16, added two by two. */
const DOT_16 = simd(0xba);
const ADD_32 = simd(0xae);
const lane = (number: number): number[] => [...simd(0x1b), number];

/** Half a block of the row, widened, times the query's half. */
const half = (number: 0 | 1): number[] => [
  ...[...get(L.row), ...loadWidened((BLOCK / 2) * number), ...get(L.at), ...loadBlock(BLOCK * number)],
  ...[...DOT_16, ...get(L.sum), ...ADD_32, ...set(L.sum)],
];

const eachBlock = [
  ...[...half(0), ...half(1)],
  ...[...get(L.at), ...constant(2 * BLOCK), ADD, ...set(L.at)],
  ...[...get(L.row), ...constant(BLOCK), ADD, ...set(L.row)],
  ...[...get(L.row), ...get(L.end), LESS_UNSIGNED, ...AGAIN_IF],
];

const eachRow = [
  ...[...get(L.rows), ...get(L.list), ...load, ...get(L.stride), MUL, ADD, ...set(L.row)],
  ...[...get(L.row), ...get(L.stride), ADD, ...set(L.end)],
  ...[...get(L.query), ...set(L.at), ...ZERO, ...set(L.sum)],
  ...loop(eachBlock),
  ...get(L.out),
  ...[0, 1, 2, 3].flatMap((number) => [...get(L.sum), ...lane(number), ...(number === 0 ? [] : [ADD])]),
  ...store,
  ...[...get(L.list), ...constant(4), ADD, ...set(L.list)],
  ...[...get(L.out), ...constant(4), ADD, ...set(L.out)],
  ...[...get(L.count), ...constant(1), SUB, ...set(L.count)],
  ...[...get(L.count), ...AGAIN_IF],
];

/** The kernel as a WebAssembly module. */
export function kernelBytes(): Uint8Array<ArrayBuffer> {
  const code = [...returnIfNone(L.count), ...loop(eachRow)];
  return wasmModule([{ name: 'dots', parameters: 6, wholeNumbers: 3, vectors: 1, code }, SIGN_SUMS]);
}
