/**
 * Strings → numbers without a JavaScript object per string: the strings as UTF-8 end to end, and an open-addressing
 * hash table (FNV-1a, linear probing, at most half full) whose slots hold number + 1. It lies in three typed arrays, so
 * it is read from a file as it stands; a Map of the million bigrams of a large corpus would cost 100 MB and a second.
 */
export interface TermTable {
  readonly bytes: Uint8Array;
  /** Where each term starts in `bytes`, and one entry for the end. */
  readonly offsets: Uint32Array;
  readonly slots: Uint32Array;
}

/** Numbers the terms in the given order. The terms must differ from one another. */
export function buildTermTable(terms: readonly string[]): TermTable {
  const encoder = new TextEncoder();
  const offsets = new Uint32Array(terms.length + 1);
  let bytes = new Uint8Array(1024);
  let end = 0;
  for (const [i, term] of terms.entries()) {
    if (bytes.length < end + term.length * 3) bytes = grown(bytes, end + term.length * 3);
    end += encoder.encodeInto(term, bytes.subarray(end)).written;
    offsets[i + 1] = end;
  }
  const slots = new Uint32Array(2 ** Math.ceil(Math.log2(Math.max(2, terms.length * 2))));
  const mask = slots.length - 1;
  for (let i = 0; i < terms.length; i++) {
    let slot = hash(bytes, offsets[i] ?? 0, offsets[i + 1] ?? 0) & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = i + 1;
  }
  return { bytes: bytes.slice(0, end), offsets, slots };
}

/** The number of a term, or -1. */
export function termNumber(table: TermTable, term: string): number {
  const length = spell(term);
  const mask = table.slots.length - 1;
  let slot = hash(wanted, 0, length) & mask;
  for (;;) {
    const number = (table.slots[slot] ?? 0) - 1;
    if (number === -1 || spells(table, number, length)) return number;
    slot = (slot + 1) & mask;
  }
}

/** The UTF-8 of the term looked up last; a lookup never waits, so none meets another's. */
let wanted = new Uint8Array(256);
const encoder = new TextEncoder();

/** Writes a term to `wanted` and says how long it is. Folded terms are ASCII, where writing beats calling the encoder. */
function spell(term: string): number {
  if (wanted.length < term.length * 3) wanted = new Uint8Array(term.length * 3);
  for (let i = 0; i < term.length; i++) {
    const code = term.charCodeAt(i);
    if (code > 0x7f) return encoder.encodeInto(term, wanted).written;
    wanted[i] = code;
  }
  return term.length;
}

/** The term of a number. */
export function termAt(table: TermTable, number: number): string {
  return new TextDecoder().decode(table.bytes.subarray(table.offsets[number], table.offsets[number + 1]));
}

function spells({ bytes, offsets }: TermTable, number: number, length: number): boolean {
  const start = offsets[number] ?? 0;
  if ((offsets[number + 1] ?? 0) - start !== length) return false;
  for (let i = 0; i < length; i++) if (bytes[start + i] !== wanted[i]) return false;
  return true;
}

function hash(bytes: Uint8Array, start: number, end: number): number {
  let value = 0x811c9dc5;
  for (let i = start; i < end; i++) value = Math.imul(value ^ (bytes[i] ?? 0), 0x01000193);
  // The low bits of FNV-1a alone cluster on short strings.
  return (value ^ (value >>> 15)) >>> 0;
}

function grown(bytes: Uint8Array, atLeast: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(bytes.length * 2, atLeast));
  larger.set(bytes);
  return larger;
}
