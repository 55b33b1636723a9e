/** A file of ours cannot be read: it is cut, altered, or of another format. */
export class UnreadableFileError extends Error {
  override readonly name = 'UnreadableFileError';
}

export type Section = Uint8Array | Uint32Array | Float32Array;
export type Sections = Readonly<Record<string, Section>>;

type SectionType = 'u8' | 'u32' | 'f32';
interface SectionPlace {
  readonly type: SectionType;
  readonly offset: number;
  readonly length: number;
}

/** Every section starts on a multiple of this, so that a typed-array view can lie on it. */
const ALIGNMENT = 8;
const MAGIC = 0x48444958;

/**
 * Typed arrays in one buffer: magic number, length of the directory, directory (JSON: name → type, offset from the end
 * of the directory, length), then the arrays as they stand in memory, little-endian as on every machine Node and
 * Workers run on.
 */
export function packSections(sections: Sections): Uint8Array<ArrayBuffer> {
  const parts = sectionBytes(sections);
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** The same bytes in parts, none of them copied: what is too large for one buffer is written part by part. */
export function sectionBytes(sections: Sections): Uint8Array[] {
  const directory: Record<string, SectionPlace> = {};
  let offset = 0;
  for (const [name, array] of Object.entries(sections)) {
    directory[name] = { type: typeOf(array), offset, length: array.length };
    offset = aligned(offset + array.byteLength);
  }
  const text = new TextEncoder().encode(JSON.stringify(directory));
  const start = aligned(8 + text.length);
  const head = new Uint8Array(start);
  new Uint32Array(head.buffer, 0, 2).set([MAGIC, text.length]);
  head.set(text, 8);
  const arrays = Object.values(sections).flatMap((array) => [
    new Uint8Array(array.buffer, array.byteOffset, array.byteLength),
    new Uint8Array(aligned(array.byteLength) - array.byteLength),
  ]);
  return [head, ...arrays];
}

/** Views on the arrays of a packed buffer; nothing is copied unless the buffer itself lies unaligned in memory. */
export function unpackSections(packed: Uint8Array): SectionReader {
  const bytes = packed.byteOffset % ALIGNMENT === 0 ? packed : packed.slice();
  const directory = readDirectory(bytes);
  const start = aligned(8 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true));
  const find = (name: string, type: SectionType, width: number): { readonly at: number; readonly length: number } => {
    const place = directory[name];
    if (place?.type !== type) throw new UnreadableFileError(`Thiếu phần "${name}" trong tệp chỉ mục.`);
    const at = start + place.offset;
    if (at + place.length * width > bytes.byteLength) throw new UnreadableFileError('Tệp chỉ mục bị cắt cụt.');
    return { at: bytes.byteOffset + at, length: place.length };
  };
  return {
    u8: (name) => {
      const { at, length } = find(name, 'u8', 1);
      return new Uint8Array(bytes.buffer, at, length);
    },
    u32: (name) => {
      const { at, length } = find(name, 'u32', 4);
      return new Uint32Array(bytes.buffer, at, length);
    },
    f32: (name) => {
      const { at, length } = find(name, 'f32', 4);
      return new Float32Array(bytes.buffer, at, length);
    },
  };
}

/** The sections of a packed buffer by name and type; throws `UnreadableFileError` for one that is not there. */
export interface SectionReader {
  u8(name: string): Uint8Array;
  u32(name: string): Uint32Array;
  f32(name: string): Float32Array;
}

function readDirectory(bytes: Uint8Array): Readonly<Record<string, SectionPlace>> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < 8 || view.getUint32(0, true) !== MAGIC) {
    throw new UnreadableFileError('Tệp không phải là tệp chỉ mục.');
  }
  try {
    return JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + view.getUint32(4, true))));
  } catch (cause) {
    throw new UnreadableFileError('Mục lục của tệp chỉ mục không đọc được.', { cause });
  }
}

function typeOf(array: Section): SectionType {
  if (array instanceof Float32Array) return 'f32';
  return array instanceof Uint32Array ? 'u32' : 'u8';
}

function aligned(offset: number): number {
  return Math.ceil(offset / ALIGNMENT) * ALIGNMENT;
}
