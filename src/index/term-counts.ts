import { tokenise } from '../vietnamese/tokens.ts';
import type { IndexEntry } from './entry.ts';

/** One row per entry and term: how often the term stands in each field of the entry. */
export interface TermCounts {
  /** All syllables, then all bigrams, each in the order of their first appearance. */
  readonly terms: readonly string[];
  readonly syllables: number;
  /** Rows, by entry: parallel arrays. */
  readonly rowTerm: readonly number[];
  readonly rowEntry: readonly number[];
  readonly rowHeading: readonly number[];
  readonly rowBody: readonly number[];
  /** Syllables per field and entry. */
  readonly headingLengths: Uint32Array;
  readonly bodyLengths: Uint32Array;
}

/** Two syllable numbers in one: 2^26 syllables are more than any corpus holds. */
const PAIR = 2 ** 26;

/** Counts syllables and syllable bigrams of both fields of all entries. */
export function countTerms(entries: readonly Pick<IndexEntry, 'heading' | 'body'>[]): TermCounts {
  const syllables = new Map<string, number>();
  const pairs = new Map<number, number>();
  const rowTerm: number[] = [];
  const rowEntry: number[] = [];
  const rowHeading: number[] = [];
  const rowBody: number[] = [];
  const headingLengths = new Uint32Array(entries.length);
  const bodyLengths = new Uint32Array(entries.length);
  /** The last row of each syllable and of each bigram: the row to count on while the entry is the same. */
  const lastSyllableRow: number[] = [];
  const lastPairRow: number[] = [];

  const countField = (text: string, entry: number, counts: number[]): number => {
    const tokens = tokenise(text);
    let before = -1;
    for (const { term } of tokens) {
      const syllable = numbered(syllables, term);
      count(lastSyllableRow, syllable, syllable, entry, counts);
      // Bigrams are negative until the number of syllables is known.
      if (before !== -1) {
        const pair = numbered(pairs, before * PAIR + syllable);
        count(lastPairRow, pair, -1 - pair, entry, counts);
      }
      before = syllable;
    }
    return tokens.length;
  };
  const count = (lastRow: number[], index: number, term: number, entry: number, counts: number[]): void => {
    const last = lastRow[index];
    if (last !== undefined && rowEntry[last] === entry) {
      counts[last] = (counts[last] ?? 0) + 1;
      return;
    }
    const row = rowTerm.length;
    rowTerm.push(term);
    rowEntry.push(entry);
    rowHeading.push(0);
    rowBody.push(0);
    counts[row] = 1;
    lastRow[index] = row;
  };

  for (const [entry, { heading, body }] of entries.entries()) {
    headingLengths[entry] = countField(heading, entry, rowHeading);
    bodyLengths[entry] = countField(body, entry, rowBody);
  }

  const spelled = [...syllables.keys()];
  const terms = [...spelled];
  for (const pair of pairs.keys()) terms.push(`${spelled[Math.floor(pair / PAIR)]}_${spelled[pair % PAIR]}`);
  return {
    terms,
    syllables: spelled.length,
    rowTerm: rowTerm.map((term) => (term < 0 ? spelled.length - 1 - term : term)),
    rowEntry,
    rowHeading,
    rowBody,
    headingLengths,
    bodyLengths,
  };
}

function numbered<T>(numbers: Map<T, number>, key: T): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, numbers.size);
  return numbers.size - 1;
}
