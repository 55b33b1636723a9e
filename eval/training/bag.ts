import type { Random } from './random.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A text as the model sees it: rows of the vocabulary, each once. */
export type Bag = Int32Array;

/** The rows of a text's terms in their order, looked up once so that stretches of it need no looking up. */
export interface PlacedRows {
  /** The row of each syllable; −1 for one without a vector. */
  readonly syllables: Int32Array;
  /** The row of each syllable with the one before it; −1 for the first and where there is none. */
  readonly pairs: Int32Array;
}

/** Looks up the terms of a text. */
export function placeRows(terms: readonly string[], { rows }: Vocabulary): PlacedRows {
  const numbers = Int32Array.from(terms, (term) => rows.syllable(term));
  return {
    syllables: numbers.map((number) => rows.rowOf(number)),
    pairs: numbers.map((number, i) => rows.rowOfPair(numbers[i - 1] ?? -1, number)),
  };
}

/** Syllables and bigrams of the stretch `[start, end)`, each once, as `embedText` counts them. */
export function bagOf({ syllables, pairs }: PlacedRows, start = 0, end = syllables.length): Bag {
  const rows = new Set<number>();
  for (let i = start; i < end; i++) {
    const syllable = syllables[i] ?? -1;
    if (syllable !== -1) rows.add(syllable);
    const pair = i === start ? -1 : (pairs[i] ?? -1);
    if (pair !== -1) rows.add(pair);
  }
  return Int32Array.from(rows);
}

/** What stands in either bag. */
export function joined(one: Bag, other: Bag): Bag {
  return Int32Array.from(new Set([...one, ...other]));
}

/** The bag without a random share of its tokens; a bag that would be left empty stays whole. */
export function thin(bag: Bag, share: number, random: Random): Bag {
  if (share === 0) return bag;
  const kept = bag.filter(() => random.next() >= share);
  return kept.length === 0 ? bag : kept;
}
