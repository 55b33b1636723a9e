/** Bytes of one block of a row: rows are padded to whole blocks. */
export const BLOCK = 16;

/** Dot products of int8 rows that lie in the kernel's memory. */
export interface Int8Kernel {
  /**
   * Writes, for every row number of the list, the dot product of that row with the query: `count` int32 from `out` on.
   * All arguments but `count` and `stride` are addresses; values of −128 must not occur, or sums overflow.
   */
  dots(rows: number, list: number, count: number, stride: number, query: number, out: number): void;
}

/**
 * Compiles the kernel over a memory: sixteen products at a time (WebAssembly SIMD), some ten times what plain JavaScript
 * does with float32. It is assembled here instead of being shipped as a binary, so that what runs can be read. Where
 * nothing may be compiled while the program runs, at the edge, it comes compiled.
 */
export function int8Kernel(memory: WebAssembly.Memory, compiled: WebAssembly.Module | null): Int8Kernel {
  const module = compiled ?? new WebAssembly.Module(kernelBytes());
  const { exports } = new WebAssembly.Instance(module, { js: { memory } });
  const { dots } = exports;
  if (!isKernelFunction(dots)) throw new TypeError('The int8 kernel exports no function.');
  return { dots };
}

function isKernelFunction(value: unknown): value is Int8Kernel['dots'] {
  return typeof value === 'function';
}

const I32 = 0x7f;
const V128 = 0x7b;

/** Parameters and locals of `dots` by number. */
const L = { rows: 0, list: 1, count: 2, stride: 3, query: 4, out: 5, row: 6, end: 7, at: 8, sum: 9, a: 10, b: 11 };

const get = (local: number): number[] => [0x20, local];
const set = (local: number): number[] => [0x21, local];
const constant = (value: number): number[] => [0x41, value];
const ADD = 0x6a;
const SUB = 0x6b;
const MUL = 0x6c;
const LESS_UNSIGNED = 0x49;
const load = [0x28, 2, 0];
const store = [0x36, 2, 0];
const simd = (code: number): number[] => (code < 0x80 ? [0xfd, code] : [0xfd, (code & 0x7f) | 0x80, code >> 7]);
const loadBlock = [...simd(0x00), 0, 0];
const MULTIPLY_LOW = simd(0x9c);
const MULTIPLY_HIGH = simd(0x9d);
const ADD_16 = simd(0x8e);
const ADD_PAIRS = simd(0x7e);
const ADD_32 = simd(0xae);
const ZERO = [...simd(0x0c), ...new Array<number>(16).fill(0)];
const lane = (number: number): number[] => [...simd(0x1b), number];
const loop = (body: number[]): number[] => [0x03, 0x40, ...body, 0x0b];
const AGAIN_IF = [0x0d, 0];
const RETURN_IF = [0x04, 0x40, 0x0f, 0x0b];

/** Products of two int8 fit int16, and so does the sum of two of them; from there on sums are int32. */
const eachBlock = [
  ...[...get(L.row), ...loadBlock, ...set(L.a), ...get(L.at), ...loadBlock, ...set(L.b)],
  ...get(L.sum),
  ...[...get(L.a), ...get(L.b), ...MULTIPLY_LOW],
  ...[...get(L.a), ...get(L.b), ...MULTIPLY_HIGH],
  ...[...ADD_16, ...ADD_PAIRS, ...ADD_32, ...set(L.sum)],
  ...[...get(L.at), ...constant(BLOCK), ADD, ...set(L.at)],
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
  const locals = [2, 3, I32, 3, V128];
  const code = [...locals, ...get(L.count), 0x45, ...RETURN_IF, ...loop(eachRow), 0x0b];
  const parameters = new Array<number>(6).fill(I32);
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, parameters.length, ...parameters, 0]),
    // At least one page, at most as many as there can be.
    ...section(2, [1, ...name('js'), ...name('memory'), 0x02, 0x00, 1]),
    ...section(3, [1, 0]),
    ...section(7, [1, ...name('dots'), 0x00, 0]),
    ...section(10, [1, ...sized(code)]),
  ]);
}

function section(id: number, content: readonly number[]): number[] {
  return [id, ...sized(content)];
}

/** Content after its length, in seven bits a byte. */
function sized(content: readonly number[]): number[] {
  const length: number[] = [];
  for (let rest = content.length; ; rest >>= 7) {
    length.push(rest > 0x7f ? (rest & 0x7f) | 0x80 : rest);
    if (rest <= 0x7f) return [...length, ...content];
  }
}

function name(text: string): number[] {
  return sized([...new TextEncoder().encode(text)]);
}
