import { integerOf, type Row } from '../../store/row.ts';
import { BM25, fieldFrequency, impact, inverseFrequency } from '../bm25.ts';
import type { WeightedTerm } from '../ports.ts';
import type { GenerationTerms } from './statistics.ts';
import { countsReader } from './term-counts.ts';

/** Averages over all entries of the generation. */
export interface FieldLengths {
  readonly heading: number;
  readonly body: number;
}

/** A term of the question that the generation knows. */
export interface KnownTerm {
  readonly id: number;
  readonly weight: number;
  readonly rarity: number;
  /** Entries that hold it. */
  readonly holding: number;
}

/** The terms that are known; one that comes twice counts twice. */
export function knownTerms(wanted: readonly WeightedTerm[], terms: GenerationTerms): readonly KnownTerm[] {
  const weights = new Map<string, number>();
  for (const { term, weight } of wanted) {
    if (weight > 0 && terms.idOf(term) !== null) weights.set(term, (weights.get(term) ?? 0) + weight);
  }
  return [...weights].map(([term, weight]) => {
    const holding = terms.documentFrequency(term);
    return { id: terms.idOf(term) ?? 0, weight, holding, rarity: inverseFrequency(terms.size, holding) };
  });
}

/** The columns that a score is worked out from. */
export const COUNTED = ['heading_length', 'body_length', 'counts'] as const;

/** BM25 of an entry by its row, rounded where the index in memory rounds; 0 for one without any of the terms. */
export function rowScorer(known: readonly KnownTerm[], average: FieldLengths): (row: Row) => number {
  return (row) => {
    const { counts } = row;
    if (!(counts instanceof Uint8Array)) throw new TypeError('Column counts holds no bytes.');
    const countOf = countsReader(counts);
    const heading = average.heading === 0 ? 0 : integerOf(row, 'heading_length') / average.heading;
    const body = average.body === 0 ? 0 : integerOf(row, 'body_length') / average.body;
    return known.reduce((sum, { id, weight, rarity }) => {
      const count = countOf(id);
      if (count === null) return sum;
      const frequency =
        fieldFrequency(BM25.heading, count.heading, heading) + fieldFrequency(BM25.body, count.body, body);
      return frequency === 0 ? sum : Math.fround(sum + Math.fround(impact(rarity, frequency)) * weight);
    }, 0);
  };
}
