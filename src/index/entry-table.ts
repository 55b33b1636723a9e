import type { EntryKind, IndexEntry } from './entry.ts';
import type { OrdinalRange } from './ordinals.ts';
import { type Strings, stringAt, stringsBuilder } from './strings.ts';
import { packSections, UnreadableFileError, unpackSections } from './typed-sections.ts';

/** What is known of an entry without its words. */
export type EntryName = Pick<IndexEntry, 'id' | 'kind' | 'documentId'>;

/** The entries of an index by ordinal, in typed arrays: a million of them are a few buffers and not a million objects. */
export interface EntryTable {
  readonly size: number;
  /** Null beyond the last one. */
  at(ordinal: number): EntryName | null;
  /** Where the entries of a document stand; empty for one the index does not have. */
  placesOf(documentId: string): readonly OrdinalRange[];
}

/** Entries added in the order of their ordinals. */
export interface EntryTableBuilder {
  add(entry: EntryName): void;
  readonly size: number;
  /** One buffer that `openEntryTable` reads in place. */
  pack(): Uint8Array<ArrayBuffer>;
}

const KINDS: readonly EntryKind[] = ['passage', 'target', 'assignment', 'entitlement'];

/** Collects entries; those of a document that follow one another become one run. */
export function entryTableBuilder(): EntryTableBuilder {
  const ids = stringsBuilder();
  const documents = stringsBuilder();
  const kinds: number[] = [];
  const runs: number[] = [];
  let last: string | null = null;
  return {
    add: ({ id, kind, documentId }) => {
      if (documentId !== last) {
        documents.add(documentId);
        runs.push(ids.count);
        last = documentId;
      }
      ids.add(id);
      kinds.push(KINDS.indexOf(kind));
    },
    get size() {
      return ids.count;
    },
    pack: () => {
      const [names, owners] = [ids.strings(), documents.strings()];
      return packSections({
        kinds: Uint8Array.from(kinds),
        runs: Uint32Array.from([...runs, ids.count]),
        idBytes: names.bytes,
        idOffsets: names.offsets,
        documentBytes: owners.bytes,
        documentOffsets: owners.offsets,
      });
    },
  };
}

/** A table of entries at hand. */
export function entryTableOf(entries: Iterable<EntryName>): EntryTable {
  const builder = entryTableBuilder();
  for (const entry of entries) builder.add(entry);
  return openEntryTable(builder.pack());
}

/** Opens a packed table without copying it. Throws `UnreadableFileError` for anything else. */
export function openEntryTable(packed: Uint8Array): EntryTable {
  const sections = unpackSections(packed);
  const kinds = sections.u8('kinds');
  const runs = sections.u32('runs');
  const ids: Strings = { bytes: sections.u8('idBytes'), offsets: sections.u32('idOffsets') };
  const documents: Strings = { bytes: sections.u8('documentBytes'), offsets: sections.u32('documentOffsets') };
  if (ids.offsets.length !== kinds.length + 1 || documents.offsets.length !== runs.length) {
    throw new UnreadableFileError('Bảng mục của chỉ mục không khớp.');
  }
  const places = placesByDocument(documents, runs);
  /** By run, read when first asked for: the hits of a question are of a few documents. */
  const names = new Map<number, string>();
  const documentOf = (ordinal: number): string => {
    const run = runOf(runs, ordinal);
    const name = names.get(run) ?? stringAt(documents, run);
    names.set(run, name);
    return name;
  };
  return {
    size: kinds.length,
    at: (ordinal) => {
      const kind = KINDS[kinds[ordinal] ?? KINDS.length];
      if (kind === undefined) return null;
      return { id: stringAt(ids, ordinal), kind, documentId: documentOf(ordinal) };
    },
    placesOf: (documentId) => places.get(documentId) ?? [],
  };
}

function placesByDocument(documents: Strings, runs: Uint32Array): ReadonlyMap<string, readonly OrdinalRange[]> {
  const places = new Map<string, OrdinalRange[]>();
  for (let run = 0; run + 1 < runs.length; run++) {
    const document = stringAt(documents, run);
    const place = { start: runs[run] ?? 0, end: runs[run + 1] ?? 0 };
    const known = places.get(document);
    if (known === undefined) places.set(document, [place]);
    else known.push(place);
  }
  return places;
}

/** The run an entry stands in: the last one that starts no later. */
function runOf(runs: Uint32Array, ordinal: number): number {
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((runs[middle] ?? 0) <= ordinal) low = middle;
    else high = middle - 1;
  }
  return low;
}
