import type { Random } from './random.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A text as the model sees it: rows of the vocabulary with their weights. */
export interface Bag {
  readonly rows: Int32Array;
  readonly weights: Float32Array;
}

/** Syllables and bigrams of the terms, each with 1 + ln tf: the weights that `embedText` uses. */
export function bagOf(terms: readonly string[], vocabulary: Vocabulary): Bag {
  const counts = new Map<number, number>();
  const count = (row: number | undefined) => {
    if (row !== undefined) counts.set(row, (counts.get(row) ?? 0) + 1);
  };
  for (const [i, term] of terms.entries()) {
    count(vocabulary.rows.get(term));
    if (i > 0) count(vocabulary.rows.get(`${terms[i - 1]}_${term}`));
  }
  return {
    rows: Int32Array.from(counts.keys()),
    weights: Float32Array.from(counts.values(), (frequency) => 1 + Math.log(frequency)),
  };
}

/** The bag without a random share of its tokens; a bag that would be left empty stays whole. */
export function thin(bag: Bag, share: number, random: Random): Bag {
  if (share === 0) return bag;
  const kept: number[] = [];
  for (let i = 0; i < bag.rows.length; i++) if (random.next() >= share) kept.push(i);
  if (kept.length === 0) return bag;
  return {
    rows: Int32Array.from(kept, (i) => bag.rows[i] ?? 0),
    weights: Float32Array.from(kept, (i) => bag.weights[i] ?? 0),
  };
}
