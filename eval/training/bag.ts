import type { Random } from './random.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A text as the model sees it: rows of the vocabulary, each once. */
export type Bag = Int32Array;

/** Syllables and bigrams of the terms, each once, as `embedText` counts them. */
export function bagOf(terms: readonly string[], vocabulary: Vocabulary): Bag {
  const rows = new Set<number>();
  const add = (row: number | undefined) => {
    if (row !== undefined) rows.add(row);
  };
  for (const [i, term] of terms.entries()) {
    add(vocabulary.rows.get(term));
    if (i > 0) add(vocabulary.rows.get(`${terms[i - 1]}_${term}`));
  }
  return Int32Array.from(rows);
}

/** The bag without a random share of its tokens; a bag that would be left empty stays whole. */
export function thin(bag: Bag, share: number, random: Random): Bag {
  if (share === 0) return bag;
  const kept = bag.filter(() => random.next() >= share);
  return kept.length === 0 ? bag : kept;
}
