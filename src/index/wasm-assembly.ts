/** A function of a WebAssembly module: its parameters are addresses and counts (i32), and it returns nothing. */
export interface WasmFunction {
  readonly name: string;
  readonly parameters: number;
  /** Further locals, numbered after the parameters: first whole numbers, then vectors of 128 bits. */
  readonly wholeNumbers: number;
  readonly vectors: number;
  readonly code: readonly number[];
}

const I32 = 0x7f;
const V128 = 0x7b;

export const get = (local: number): number[] => [0x20, local];
export const set = (local: number): number[] => [0x21, local];
export const constant = (value: number): number[] => [0x41, value];
export const ADD = 0x6a;
export const SUB = 0x6b;
export const MUL = 0x6c;
export const LESS_UNSIGNED = 0x49;
export const load = [0x28, 2, 0];
export const store = [0x36, 2, 0];
export const simd = (code: number): number[] => (code < 0x80 ? [0xfd, code] : [0xfd, (code & 0x7f) | 0x80, code >> 7]);
/** 16 bytes from the address on the stack and so many bytes behind it (less than 128). */
export const loadBlock = (offset = 0): number[] => [...simd(0x00), 0, offset];
/** Stores 16 bytes at the address below them on the stack and so many bytes behind it (less than 128). */
export const storeBlock = (offset = 0): number[] => [...simd(0x0b), 0, offset];
/** 8 bytes from the address on the stack and so many bytes behind it, each widened to 16 bits with its sign. */
export const loadWidened = (offset = 0): number[] => [...simd(0x01), 0, offset];
export const ZERO = [...simd(0x0c), ...new Array<number>(16).fill(0)];
export const loop = (body: readonly number[]): number[] => [0x03, 0x40, ...body, 0x0b];
export const AGAIN_IF = [0x0d, 0];
const RETURN_IF_ZERO = [0x45, 0x04, 0x40, 0x0f, 0x0b];

/** Leaves the function when a count is 0, since its loops look at their end only after the first round. */
export const returnIfNone = (count: number): number[] => [...get(count), ...RETURN_IF_ZERO];

/** A module of functions over a memory that is imported as `js.memory`. */
export function wasmModule(functions: readonly WasmFunction[]): Uint8Array<ArrayBuffer> {
  const types = functions.flatMap(({ parameters }) => [
    0x60,
    parameters,
    ...new Array<number>(parameters).fill(I32),
    0,
  ]);
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [functions.length, ...types]),
    // At least one page, at most as many as there can be.
    ...section(2, [1, ...name('js'), ...name('memory'), 0x02, 0x00, 1]),
    ...section(3, [functions.length, ...functions.keys()]),
    ...section(7, [functions.length, ...functions.flatMap((each, i) => [...name(each.name), 0x00, i])]),
    ...section(10, [functions.length, ...functions.flatMap(body)]),
  ]);
}

function body({ wholeNumbers, vectors, code }: WasmFunction): number[] {
  return sized([2, wholeNumbers, I32, vectors, V128, ...code, 0x0b]);
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
