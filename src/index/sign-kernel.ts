import {
  ADD,
  AGAIN_IF,
  constant,
  get,
  loadBlock,
  loop,
  returnIfNone,
  SUB,
  set,
  simd,
  storeBlock,
  type WasmFunction,
  ZERO,
} from './wasm-assembly.ts';

/** Rows whose signs lie side by side: as many as a vector has bytes. */
export const ROWS_TOGETHER = 16;

/** Sums over the signs of rows, sixteen rows at a time. */
export interface SignKernel {
  /**
   * Writes for every row of `blocks` blocks a sum of 16 bits from `out` on. A block is `bytes` times sixteen bytes: the
   * first eight signs of each of its rows, then the next eight. `tables` has, for every four signs, what each of their
   * sixteen combinations adds, 0 … 127. All arguments but `blocks` and `bytes` are addresses.
   */
  signSums(rows: number, blocks: number, bytes: number, tables: number, out: number): void;
}

/** Parameters and locals by number: whole numbers, then vectors. */
const L = { rows: 0, blocks: 1, bytes: 2, tables: 3, out: 4, left: 5, at: 6, signs: 7, added: 8, even: 9, odd: 10 };

const AND = simd(0x4e);
const LOOK_UP = simd(0x0e);
const ADD_8 = simd(0x6e);
const ADD_16 = simd(0x8e);
const shiftRight8 = (bits: number): number[] => [...constant(bits), ...simd(0x6d)];
const shiftRight16 = (bits: number): number[] => [...constant(bits), ...simd(0x8d)];
const everyByte = (...bytes: readonly number[]): number[] => [
  ...simd(0x0c),
  ...Array.from({ length: 16 }, (_, i) => bytes[i % bytes.length] ?? 0),
];
/** The first or last eight lanes of two vectors of 16 bits, in turn. */
const interleave = (from: 0 | 4): number[] => [
  ...simd(0x0d),
  ...[0, 1, 2, 3].flatMap((i) => [2 * (from + i), 2 * (from + i) + 1, 16 + 2 * (from + i), 17 + 2 * (from + i)]),
];

/** Two look-ups, each at most 127, make a byte; bytes are added up as those of even and of odd rows. */
const eachByte = [
  ...[...get(L.rows), ...loadBlock(), ...set(L.signs)],
  ...[...get(L.at), ...loadBlock(), ...get(L.signs), ...everyByte(0x0f), ...AND, ...LOOK_UP],
  ...[...get(L.at), ...loadBlock(16), ...get(L.signs), ...shiftRight8(4), ...LOOK_UP],
  ...[...ADD_8, ...set(L.added)],
  ...[...get(L.even), ...get(L.added), ...everyByte(0xff, 0), ...AND, ...ADD_16, ...set(L.even)],
  ...[...get(L.odd), ...get(L.added), ...shiftRight16(8), ...ADD_16, ...set(L.odd)],
  ...[...get(L.rows), ...constant(16), ADD, ...set(L.rows)],
  ...[...get(L.at), ...constant(32), ADD, ...set(L.at)],
  ...[...get(L.left), ...constant(1), SUB, ...set(L.left)],
  ...[...get(L.left), ...AGAIN_IF],
];

const eachBlock = [
  ...[...get(L.tables), ...set(L.at), ...get(L.bytes), ...set(L.left)],
  ...[...ZERO, ...set(L.even), ...ZERO, ...set(L.odd)],
  ...loop(eachByte),
  ...[...get(L.out), ...get(L.even), ...get(L.odd), ...interleave(0), ...storeBlock()],
  ...[...get(L.out), ...get(L.even), ...get(L.odd), ...interleave(4), ...storeBlock(16)],
  ...[...get(L.out), ...constant(32), ADD, ...set(L.out)],
  ...[...get(L.blocks), ...constant(1), SUB, ...set(L.blocks)],
  ...[...get(L.blocks), ...AGAIN_IF],
];

/** `signSums` as WebAssembly: looks up sixteen rows with one instruction. */
export const SIGN_SUMS: WasmFunction = {
  name: 'signSums',
  parameters: 5,
  wholeNumbers: 2,
  vectors: 4,
  code: [...returnIfNone(L.blocks), ...loop(eachBlock)],
};
