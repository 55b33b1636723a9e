import { BM25, fieldFrequency, impact, inverseFrequency } from './bm25.ts';
import type { TermCounts, TermRows } from './term-counts.ts';
import { buildTermTable, type TermTable } from './term-table.ts';

/** The lexical index as data: for every term the entries that hold it and what it adds to their score. */
export interface Postings {
  /** Number of entries. */
  readonly size: number;
  /** Syllables first, then bigrams. */
  readonly terms: TermTable;
  readonly syllables: number;
  /** Term number → where its postings start, and one entry for the end. */
  readonly starts: Uint32Array;
  /** Entries, ascending within a term. */
  readonly ordinals: Uint32Array;
  readonly impacts: Float32Array;
}

/** Works out the impacts of counted terms. */
export function buildPostings(counts: TermCounts): Postings {
  const { parts, entries: size } = counts;
  const starts = startsOf(parts, counts.terms.length);
  const next = starts.slice();
  const all = starts.at(-1) ?? 0;
  const ordinals = new Uint32Array(all);
  const impacts = new Float32Array(all);
  const rarity = Float64Array.from(counts.terms, (_, term) =>
    inverseFrequency(size, (starts[term + 1] ?? 0) - (starts[term] ?? 0)),
  );
  const heading = relativeLengths(counts.headingLengths);
  const body = relativeLengths(counts.bodyLengths);

  // Rows come by entry, so within a term the postings come out in ascending order.
  let entry = 0;
  for (const rows of parts) {
    let row = 0;
    for (const end of rows.ends) {
      for (; row < end; row++) {
        const term = rows.terms[row] ?? 0;
        const frequency =
          fieldFrequency(BM25.heading, rows.heading[row] ?? 0, heading[entry] ?? 0) +
          fieldFrequency(BM25.body, rows.body[row] ?? 0, body[entry] ?? 0);
        const place = next[term] ?? 0;
        next[term] = place + 1;
        ordinals[place] = entry;
        impacts[place] = impact(rarity[term] ?? 0, frequency);
      }
      entry += 1;
    }
  }
  const terms = buildTermTable(counts.terms);
  return { size, terms, syllables: counts.syllables, starts, ordinals, impacts };
}

function startsOf(parts: readonly TermRows[], terms: number): Uint32Array {
  const starts = new Uint32Array(terms + 1);
  for (const rows of parts) for (const term of rows.terms) starts[term + 1] = (starts[term + 1] ?? 0) + 1;
  for (let term = 0; term < terms; term++) starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
  return starts;
}

/** Lengths as multiples of the average one; a field that is always empty has no average and no terms. */
function relativeLengths(lengths: Uint32Array): Float64Array {
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  return Float64Array.from(lengths, (length) => (average === 0 ? 0 : length / average));
}
