import { type Int8Kernel, int8Kernel } from './int8-kernel.ts';
import { type OrdinalRange, ordinalList, ordinalRanges } from './ordinals.ts';
import { ROWS_TOGETHER } from './sign-kernel.ts';

/** The signs of quantised vectors, an eighth of their size, by which those that can be near a question are told. */
export interface SignSketches {
  /** The rows of some ranges, given apart from one another, that may be among the `k` nearest. */
  likely(ranges: readonly OrdinalRange[], vector: Float32Array, k: number): Uint32Array;
}

/**
 * Rows left for each hit asked for, and at least. By the signs alone 1,200 rows hold all of the fifty nearest of 22,000
 * passages for nine questions in ten, and all but one or two for the others (`eval/bench-index.ts` has the recall).
 */
const LEFT = { perHit: 24, least: 1_200 };
/** Where more than a sixth are left, looking at signs spares too little; of few dimensions they say too little. */
const WORTH = { times: 6, dimensions: 256 };

const PAGE = 65_536;
/** Room for the tables of a question, and for the sums of some thousand blocks, before the signs. */
const TABLES = 0;
const SUMS = PAGE;
const BLOCKS_AT_ONCE = 1_024;
const SIGNS = SUMS + BLOCKS_AT_ONCE * ROWS_TOGETHER * 2;
/** The most four signs add: two of them make a byte, and all of them 16 bits. */
const MOST_ADDED = 127;
const MOST_SUM = 2 ** 16 - 1;
/** Dimensions in a byte, and in the four bits of a look-up. */
const BYTE = 8;
const NIBBLE = 4;

/** Int8 codes, row after row of `stride` bytes. */
interface CodedRows {
  readonly codes: Uint8Array<ArrayBuffer>;
  readonly stride: number;
  readonly count: number;
}

/**
 * Takes down the signs of rows. A row's signs times the question's numbers come close to the product of both, and sums
 * over them are looked up four signs at a time, sixteen rows at once (André, Kermarrec, Le Scouarnec: "Cache locality is
 * not enough: high-performance nearest neighbor search with product quantization fast scan", 2015).
 */
export function signSketches(given: CodedRows, compiled: WebAssembly.Module | null = null): SignSketches {
  const { stride, count } = given;
  if (stride < WORTH.dimensions || count <= WORTH.times * LEFT.least) return { likely: rowsOf };
  const bytes = stride / BYTE;
  const blocks = Math.ceil(count / ROWS_TOGETHER);
  const memory = new WebAssembly.Memory({ initial: Math.ceil((SIGNS + blocks * bytes * ROWS_TOGETHER) / PAGE) });
  writeSigns(new Uint8Array(memory.buffer, SIGNS), given);
  const tables = new Uint8Array(memory.buffer, TABLES, 2 * bytes * ROWS_TOGETHER);
  const reached = new Uint32Array(Math.min(MOST_SUM, 2 * bytes * MOST_ADDED) + 1);
  const sumsOf = sumsOver({ memory, kernel: int8Kernel(memory, compiled), bytes });

  return {
    likely: (ranges, vector, k) => {
      const most = Math.max(LEFT.least, LEFT.perHit * k);
      if (countOf(ranges) <= WORTH.times * most) return rowsOf(ranges);
      writeTables(tables, vector);
      return reaching(sumsOf(ranges), { most, ranges, reached });
    },
  };
}

function countOf(ranges: readonly OrdinalRange[]): number {
  return ranges.reduce((all, { start, end }) => all + end - start, 0);
}

/** All rows of the ranges, ascending. */
function rowsOf(ranges: readonly OrdinalRange[]): Uint32Array {
  return ordinalList(ordinalRanges(ranges));
}

/** The rows of the largest sums: `most`, and those that share the last one's. */
function reaching(
  sums: Uint16Array,
  {
    most,
    ranges,
    reached,
  }: { readonly most: number; readonly ranges: readonly OrdinalRange[]; readonly reached: Uint32Array },
): Uint32Array {
  const { least, count } = leastOf(sums, most, reached);
  const rows = new Uint32Array(count);
  let at = 0;
  let found = 0;
  for (const { start, end } of ranges) {
    const first = start - at;
    for (; at < end - first; at++) if ((sums[at] ?? 0) >= least) rows[found++] = first + at;
  }
  return rows;
}

/** Sixteen rows side by side: byte b of row r stands at 16 · b + r of its block. */
function writeSigns(signs: Uint8Array<ArrayBuffer>, { codes, stride, count }: CodedRows): void {
  const words = new Uint32Array(codes.buffer, codes.byteOffset, (count * stride) / 4);
  const bytes = stride / BYTE;
  let word = 0;
  for (let row = 0; row < count; row++) {
    const inBlock = row % ROWS_TOGETHER;
    let at = (row - inBlock) * bytes + inBlock;
    for (let byte = 0; byte < bytes; byte++) {
      signs[at] = signsOf(words[word] ?? 0) | (signsOf(words[word + 1] ?? 0) << NIBBLE);
      word += 2;
      at += ROWS_TOGETHER;
    }
  }
}

/** The signs of four numbers of a byte each, the first one's lowest: a product that brings them together. */
function signsOf(word: number): number {
  return Math.imul((word >>> 7) & 0x01010101, 0x10204080) >>> 28;
}

/** What every combination of four signs adds to the product, from 0 on, in whole steps of one size. */
function writeTables(tables: Uint8Array, vector: Float32Array): void {
  const nibbles = tables.length / 16;
  const reach = (nibble: number) => {
    let sum = 0;
    for (let i = 0; i < NIBBLE; i++) sum += Math.abs(vector[NIBBLE * nibble + i] ?? 0);
    return sum;
  };
  let widest = 0;
  for (let nibble = 0; nibble < nibbles; nibble++) widest = Math.max(widest, reach(nibble));
  const step = widest === 0 ? 0 : Math.min(MOST_ADDED, Math.floor(MOST_SUM / nibbles)) / widest;
  const added = new Float64Array(16);
  for (let nibble = 0; nibble < nibbles; nibble++) {
    // Sign after sign: what the combinations of the first ones add is what those with one sign more begin with.
    for (let i = 0; i < NIBBLE; i++) {
      const value = vector[NIBBLE * nibble + i] ?? 0;
      const [whenPositive, whenNegative] = value < 0 ? [0, -value] : [value, 0];
      for (let combination = 0; combination < 1 << i; combination++) {
        const before = i === 0 ? 0 : (added[combination] ?? 0);
        added[combination] = before + whenPositive;
        added[combination + (1 << i)] = before + whenNegative;
      }
    }
    for (let combination = 0; combination < 16; combination++) {
      tables[16 * nibble + combination] = Math.floor((added[combination] ?? 0) * step);
    }
  }
}

/** The sums of the rows of some ranges, in their order; good until the next ones. */
function sumsOver({
  memory,
  kernel,
  bytes,
}: {
  readonly memory: WebAssembly.Memory;
  readonly kernel: Int8Kernel;
  readonly bytes: number;
}): (ranges: readonly OrdinalRange[]) => Uint16Array {
  let found = new Uint16Array();
  const sums = new Uint16Array(memory.buffer, SUMS, BLOCKS_AT_ONCE * ROWS_TOGETHER);
  return (ranges) => {
    const count = countOf(ranges);
    if (found.length < count) found = new Uint16Array(count);
    let at = 0;
    for (const { start, end } of ranges) {
      for (let row = start; row < end; ) {
        const block = Math.floor(row / ROWS_TOGETHER);
        const first = block * ROWS_TOGETHER;
        const blocks = Math.min(BLOCKS_AT_ONCE, Math.ceil((end - first) / ROWS_TOGETHER));
        kernel.signSums(SIGNS + block * bytes * ROWS_TOGETHER, blocks, bytes, TABLES, SUMS);
        const next = Math.min(end, first + blocks * ROWS_TOGETHER);
        found.set(sums.subarray(row - first, next - first), at);
        at += next - row;
        row = next;
      }
    }
    return found.subarray(0, count);
  };
}

/** The sum that `most` of them reach, and how many do; `reached` is room to count the rows of each sum in. */
function leastOf(
  sums: Uint16Array,
  most: number,
  reached: Uint32Array,
): { readonly least: number; readonly count: number } {
  reached.fill(0);
  for (let i = 0; i < sums.length; i++) {
    const sum = sums[i] ?? 0;
    reached[sum] = (reached[sum] ?? 0) + 1;
  }
  let count = 0;
  let least = reached.length;
  while (least > 0 && count < most) {
    least -= 1;
    count += reached[least] ?? 0;
  }
  return { least, count };
}
