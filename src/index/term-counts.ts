import { tokenise } from '../vietnamese/tokens.ts';
import type { IndexEntry } from './entry.ts';
import { type Column, column16, column32 } from './growing.ts';

type EntryWords = Pick<IndexEntry, 'heading' | 'body'>;

/** The folded syllables of an entry's fields, in order. */
export interface EntryTerms {
  readonly heading: readonly string[];
  readonly body: readonly string[];
}

/** One row per entry and term, by entry: how often the term stands in each field of the entry. Parallel arrays. */
export interface TermRows {
  /** Where the rows of each entry end; those of the first begin at 0. */
  readonly ends: Uint32Array;
  readonly terms: Uint32Array;
  readonly heading: Uint16Array;
  readonly body: Uint16Array;
}

/** Syllables per field and entry. */
interface FieldLengths {
  readonly headingLengths: Uint32Array;
  readonly bodyLengths: Uint32Array;
}

/** Some entries counted by themselves, wherever that was done: terms have numbers of their own. */
export interface CountedPart extends FieldLengths {
  /** In the order of their first appearance; a syllable's number is its place. */
  readonly syllables: readonly string[];
  /** Bigrams likewise, two syllable numbers each. */
  readonly pairs: Uint32Array;
  /** A term is a syllable's number, or `BIGRAM` and a bigram's. */
  readonly rows: TermRows;
}

/** All entries counted: terms have the numbers they have in the index. */
export interface TermCounts extends FieldLengths {
  readonly entries: number;
  /** All syllables, then all bigrams, each in the order of their first appearance. */
  readonly terms: readonly string[];
  readonly syllables: number;
  /** The rows of entries that follow one another. */
  readonly parts: readonly TermRows[];
}

/** Joins counted parts, so that neither the words of a large corpus nor an object for each are ever in memory. */
export interface TermCounter {
  /** The part's rows are taken over: they get the numbers of the index. */
  add(part: CountedPart): void;
  counts(): TermCounts;
}

/** Two syllable numbers in one: 2^26 syllables are more than any corpus holds. */
const PAIR = 2 ** 26;

/** Bigrams are marked until the number of syllables is known. */
const BIGRAM = 2 ** 31;

/** Takes entries to pieces. Those that follow one another mostly stand under the same headings, which is done once. */
export function entryTerms(entries: Iterable<EntryWords>): EntryTerms[] {
  let last: { readonly text: string; readonly terms: readonly string[] } = { text: '', terms: [] };
  return Array.from(entries, ({ heading, body }) => {
    if (heading !== last.text) last = { text: heading, terms: termsOf(heading) };
    return { heading: last.terms, body: termsOf(body) };
  });
}

function termsOf(text: string): readonly string[] {
  return tokenise(text).map(({ term }) => term);
}

/** Counts syllables and syllable bigrams of both fields of some entries. */
export function countPart(entries: Iterable<EntryTerms>): CountedPart {
  const syllables = new Map<string, number>();
  const pairs = new Map<number, number>();
  const pairSyllables = column32();
  const [terms, ends, heading, body] = [column32(), column32(), column16(), column16()];
  const [headingLengths, bodyLengths] = [column32(), column32()];
  /** The last row of each syllable and of each bigram: the row to count on while it is the entry's own. */
  const syllableRows: number[] = [];
  const pairRows: number[] = [];
  let first = 0;

  const count = (
    rows: number[],
    { index, term }: { readonly index: number; readonly term: number },
    counts: Column<Uint16Array>,
  ): void => {
    const last = rows[index] ?? -1;
    if (last >= first) {
      counts.set(last, counts.at(last) + 1);
      return;
    }
    rows[index] = terms.length;
    terms.add(term);
    heading.add(0);
    body.add(0);
    counts.set(terms.length - 1, 1);
  };
  const numberedPair = (before: number, syllable: number): number => {
    const known = pairs.get(before * PAIR + syllable);
    if (known !== undefined) return known;
    pairs.set(before * PAIR + syllable, pairs.size);
    pairSyllables.add(before);
    pairSyllables.add(syllable);
    return pairs.size - 1;
  };
  const countField = (field: readonly string[], counts: Column<Uint16Array>): number => {
    let before = -1;
    for (const term of field) {
      const syllable = numbered(syllables, term);
      count(syllableRows, { index: syllable, term: syllable }, counts);
      if (before !== -1) {
        const pair = numberedPair(before, syllable);
        count(pairRows, { index: pair, term: BIGRAM + pair }, counts);
      }
      before = syllable;
    }
    return field.length;
  };

  for (const entry of entries) {
    first = terms.length;
    headingLengths.add(countField(entry.heading, heading));
    bodyLengths.add(countField(entry.body, body));
    ends.add(terms.length);
  }
  return {
    syllables: [...syllables.keys()],
    pairs: pairSyllables.values(),
    rows: { ends: ends.values(), terms: terms.values(), heading: heading.values(), body: body.values() },
    headingLengths: headingLengths.values(),
    bodyLengths: bodyLengths.values(),
  };
}

/** Joins parts in the order of their entries. How the entries were divided changes nothing. */
export function termCounter(): TermCounter {
  const syllables = new Map<string, number>();
  const pairs = new Map<number, number>();
  const parts: TermRows[] = [];
  const [headingLengths, bodyLengths] = [column32(), column32()];
  return {
    add: (part) => {
      const ownSyllable = Uint32Array.from(part.syllables, (syllable) => numbered(syllables, syllable));
      const ownPair = new Uint32Array(part.pairs.length / 2);
      for (let pair = 0; pair < ownPair.length; pair++) {
        const [before, syllable] = [part.pairs[2 * pair] ?? 0, part.pairs[2 * pair + 1] ?? 0];
        ownPair[pair] = numbered(pairs, (ownSyllable[before] ?? 0) * PAIR + (ownSyllable[syllable] ?? 0));
      }
      const { terms } = part.rows;
      for (let row = 0; row < terms.length; row++) {
        const term = terms[row] ?? 0;
        terms[row] = term < BIGRAM ? (ownSyllable[term] ?? 0) : BIGRAM + (ownPair[term - BIGRAM] ?? 0);
      }
      parts.push(part.rows);
      for (const length of part.headingLengths) headingLengths.add(length);
      for (const length of part.bodyLengths) bodyLengths.add(length);
    },
    counts: () => {
      const spelled = [...syllables.keys()];
      const terms = spelled.slice();
      for (const pair of pairs.keys()) terms.push(`${spelled[Math.floor(pair / PAIR)]}_${spelled[pair % PAIR]}`);
      for (const part of parts) {
        for (let row = 0; row < part.terms.length; row++) {
          const term = part.terms[row] ?? 0;
          if (term >= BIGRAM) part.terms[row] = term - BIGRAM + spelled.length;
        }
      }
      return {
        entries: headingLengths.length,
        terms,
        syllables: spelled.length,
        parts,
        headingLengths: headingLengths.values(),
        bodyLengths: bodyLengths.values(),
      };
    },
  };
}

/** Counts the terms of entries at hand. */
export function countTerms(entries: Iterable<EntryWords>): TermCounts {
  const counter = termCounter();
  counter.add(countPart(entryTerms(entries)));
  return counter.counts();
}

function numbered<T>(numbers: Map<T, number>, key: T): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, numbers.size);
  return numbers.size - 1;
}
