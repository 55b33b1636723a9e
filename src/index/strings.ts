/** Many strings as UTF-8 end to end: no JavaScript object for each. */
export interface Strings {
  readonly bytes: Uint8Array;
  /** Where each starts in `bytes`, and one entry for the end. */
  readonly offsets: Uint32Array;
}

/** Strings added one after the other. */
export interface StringsBuilder {
  add(text: string): void;
  readonly count: number;
  strings(): Strings;
}

/** Collects strings in growing buffers. */
export function stringsBuilder(): StringsBuilder {
  const encoder = new TextEncoder();
  let bytes = new Uint8Array(1 << 16);
  let offsets = new Uint32Array(1 << 10);
  let count = 0;
  return {
    add: (text) => {
      const start = offsets[count] ?? 0;
      const most = start + text.length * 3;
      if (bytes.length < most) bytes = grown(bytes, new Uint8Array(Math.max(bytes.length * 2, most)));
      count += 1;
      if (offsets.length <= count) offsets = grown(offsets, new Uint32Array(offsets.length * 2));
      offsets[count] = start + encoder.encodeInto(text, bytes.subarray(start)).written;
    },
    get count() {
      return count;
    },
    strings: () => ({ bytes: bytes.slice(0, offsets[count]), offsets: offsets.slice(0, count + 1) }),
  };
}

/** One of the strings. */
export function stringAt({ bytes, offsets }: Strings, number: number): string {
  return DECODER.decode(bytes.subarray(offsets[number], offsets[number + 1]));
}

const DECODER = new TextDecoder();

function grown<T extends Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer>>(from: T, to: T): T {
  to.set(from);
  return to;
}
