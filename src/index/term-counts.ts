import { tokenise } from '../vietnamese/tokens.ts';
import type { IndexEntry } from './entry.ts';
import { type Column, column16, column32 } from './growing.ts';

/** One row per entry and term: how often the term stands in each field of the entry. */
export interface TermCounts {
  readonly entries: number;
  /** All syllables, then all bigrams, each in the order of their first appearance. */
  readonly terms: readonly string[];
  readonly syllables: number;
  /** Rows, by entry: parallel arrays. */
  readonly rowTerm: Uint32Array;
  readonly rowEntry: Uint32Array;
  readonly rowHeading: Uint16Array;
  readonly rowBody: Uint16Array;
  /** Syllables per field and entry. */
  readonly headingLengths: Uint32Array;
  readonly bodyLengths: Uint32Array;
}

/** Counts entry by entry, so that the words of a large corpus are never all in memory. */
export interface TermCounter {
  add(entry: EntryWords): void;
  /** Ends the counting: what it returns lies where the counting was done. */
  counts(): TermCounts;
}

type EntryWords = Pick<IndexEntry, 'heading' | 'body'>;

/** Two syllable numbers in one: 2^26 syllables are more than any corpus holds. */
const PAIR = 2 ** 26;

/** Bigrams are marked until the number of syllables is known. */
const BIGRAM = 2 ** 31;

/** Counts syllables and syllable bigrams of both fields of the entries added. */
export function termCounter(): TermCounter {
  const syllables = new Map<string, number>();
  const pairs = new Map<number, number>();
  const [rowTerm, rowEntry, rowHeading, rowBody] = [column32(), column32(), column16(), column16()];
  const [headingLengths, bodyLengths] = [column32(), column32()];
  /** The last row of each syllable and of each bigram: the row to count on while the entry is the same. */
  const lastSyllableRow: number[] = [];
  const lastPairRow: number[] = [];

  const count = (
    lastRow: number[],
    { index, term, entry }: { readonly index: number; readonly term: number; readonly entry: number },
    counts: Column<Uint16Array>,
  ): void => {
    const last = lastRow[index];
    if (last !== undefined && rowEntry.at(last) === entry) {
      counts.set(last, counts.at(last) + 1);
      return;
    }
    lastRow[index] = rowTerm.length;
    rowTerm.add(term);
    rowEntry.add(entry);
    rowHeading.add(0);
    rowBody.add(0);
    counts.set(rowTerm.length - 1, 1);
  };
  const countField = (text: string, entry: number, counts: Column<Uint16Array>): number => {
    const tokens = tokenise(text);
    let before = -1;
    for (const { term } of tokens) {
      const syllable = numbered(syllables, term);
      count(lastSyllableRow, { index: syllable, term: syllable, entry }, counts);
      if (before !== -1) {
        const pair = numbered(pairs, before * PAIR + syllable);
        count(lastPairRow, { index: pair, term: BIGRAM + pair, entry }, counts);
      }
      before = syllable;
    }
    return tokens.length;
  };

  return {
    add: ({ heading, body }) => {
      const entry = headingLengths.length;
      headingLengths.add(countField(heading, entry, rowHeading));
      bodyLengths.add(countField(body, entry, rowBody));
    },
    counts: () => {
      const spelled = [...syllables.keys()];
      const terms = spelled.slice();
      for (const pair of pairs.keys()) terms.push(`${spelled[Math.floor(pair / PAIR)]}_${spelled[pair % PAIR]}`);
      const numbers = rowTerm.values();
      for (const [row, term] of numbers.entries()) if (term >= BIGRAM) numbers[row] = term - BIGRAM + spelled.length;
      return {
        entries: headingLengths.length,
        terms,
        syllables: spelled.length,
        rowTerm: numbers,
        rowEntry: rowEntry.values(),
        rowHeading: rowHeading.values(),
        rowBody: rowBody.values(),
        headingLengths: headingLengths.values(),
        bodyLengths: bodyLengths.values(),
      };
    },
  };
}

/** Counts the terms of entries at hand. */
export function countTerms(entries: Iterable<EntryWords>): TermCounts {
  const counter = termCounter();
  for (const entry of entries) counter.add(entry);
  return counter.counts();
}

function numbered<T>(numbers: Map<T, number>, key: T): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, numbers.size);
  return numbers.size - 1;
}
