import { BM25, fieldFrequency } from '../bm25.ts';
import type { IndexEntry } from '../entry.ts';
import { countTerms } from '../term-counts.ts';

/** How often the terms of one entry stand in its two fields. */
export interface EntryCounts {
  readonly headingLength: number;
  readonly bodyLength: number;
  /** By term number of `CountedEntries.terms`. */
  readonly terms: readonly { readonly term: number; readonly heading: number; readonly body: number }[];
}

/** The entries of a document, counted; the same counts as the index in memory is built from. */
export interface CountedEntries {
  readonly terms: readonly string[];
  readonly entries: readonly EntryCounts[];
}

/** Counts the terms of some entries. */
export function countEntries(entries: readonly Pick<IndexEntry, 'heading' | 'body'>[]): CountedEntries {
  const { terms, parts, headingLengths, bodyLengths } = countTerms(entries);
  const counted = parts.flatMap((rows) =>
    Array.from(rows.ends, (end, entry) => {
      const start = rows.ends[entry - 1] ?? 0;
      return Array.from(rows.terms.subarray(start, end), (term, i) => ({
        term,
        heading: rows.heading[start + i] ?? 0,
        body: rows.body[start + i] ?? 0,
      }));
    }),
  );
  return {
    terms,
    entries: counted.map((ofEntry, entry) => ({
      headingLength: headingLengths[entry] ?? 0,
      bodyLength: bodyLengths[entry] ?? 0,
      terms: ofEntry,
    })),
  };
}

/** A term that stands more often in one field counts as standing so often: BM25 is flat long before. */
const MOST = 255;

/**
 * Counts as they are stored: all term ids ascending (32 bits each, little-endian), then how often each stands in the
 * heading and in the body (8 bits each).
 */
export function packCounts({ terms }: EntryCounts, ids: readonly number[]): Uint8Array {
  const sorted = terms
    .map(({ term, heading, body }) => ({ id: ids[term] ?? 0, heading, body }))
    .sort((a, b) => a.id - b.id);
  const packed = new Uint8Array(sorted.length * 6);
  const view = new DataView(packed.buffer);
  for (const [i, { id, heading, body }] of sorted.entries()) {
    view.setUint32(i * 4, id, true);
    packed[sorted.length * 4 + i] = Math.min(heading, MOST);
    packed[sorted.length * 5 + i] = Math.min(body, MOST);
  }
  return packed;
}

/** How often a term stands in the two fields of an entry. */
export interface TermCount {
  readonly heading: number;
  readonly body: number;
}

/** Reads packed counts: how often a term stands in the entry, null for one that does not. */
export function countsReader(packed: Uint8Array): (id: number) => TermCount | null {
  const size = packed.length / 6;
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  return (id) => {
    let low = 0;
    let high = size;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (view.getUint32(middle * 4, true) < id) low = middle + 1;
      else high = middle;
    }
    if (low === size || view.getUint32(low * 4, true) !== id) return null;
    return { heading: packed[size * 4 + low] ?? 0, body: packed[size * 5 + low] ?? 0 };
  };
}

/** Average lengths that the order of candidates takes for granted, about those of the seeds; the scores take the real ones. */
const FIXED_AVERAGE = { heading: 60, body: 30 };

/**
 * What each term adds to an entry's score but for its rarity, lengths against the fixed averages, as a sparse vector in
 * pgvector's notation: its product with the rarities of a question's terms is nearly their BM25.
 */
export function impactsOf({ terms, headingLength, bodyLength }: EntryCounts, ids: readonly number[]): string {
  const impacts = terms.map(({ term, heading, body }) => {
    const frequency =
      fieldFrequency(BM25.heading, heading, headingLength / FIXED_AVERAGE.heading) +
      fieldFrequency(BM25.body, body, bodyLength / FIXED_AVERAGE.body);
    return { id: ids[term] ?? 0, impact: (frequency * (BM25.k1 + 1)) / (BM25.k1 + frequency) };
  });
  return sparse(impacts.map(({ id, impact }) => [id, impact]));
}

/** The most terms pgvector can number. */
const TERM_IDS = 1_000_000_000;

/** A sparse vector in pgvector's notation. */
export function sparse(values: readonly (readonly [id: number, value: number])[]): string {
  const sorted = [...values].sort(([a], [b]) => a - b);
  return `{${sorted.map(([id, value]) => `${id}:${value.toFixed(4)}`).join(',')}}/${TERM_IDS}`;
}

/** The word a term is found by in a text index: letters and digits alone, as no text search configuration splits. */
export function codeOf(id: number): string {
  return `t${id.toString(36)}`;
}

/** The terms of an entry as codes, each once for every time it occurs. */
export function codesOf({ terms }: EntryCounts, ids: readonly number[]): string {
  return terms.map(({ term, heading, body }) => `${codeOf(ids[term] ?? 0)} `.repeat(heading + body)).join('');
}
