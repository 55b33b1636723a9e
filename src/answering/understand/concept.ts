import { bigrams } from '../../vietnamese/tokens.ts';

/** One way of writing a concept, as folded terms; 1 for the words asked or their equivalents, less for looser words. */
export interface ConceptForm {
  readonly terms: readonly string[];
  /** Neighbours among the terms: `ho_ngheo`. */
  readonly pairs: readonly string[];
  readonly weight: number;
  /** One word: its syllables apart from each other say nothing of it. */
  readonly isWord?: boolean;
}

/** A form with its pairs. */
export function conceptForm(terms: readonly string[], weight: number): ConceptForm {
  return { terms, pairs: bigrams(terms), weight };
}

/** A thing that is looked for, in every form it may be written in. */
export interface Concept {
  /** Folded words of the question. */
  readonly label: string;
  /** Informativeness: inverse document frequency of its most frequent form. */
  readonly weight: number;
  readonly forms: readonly ConceptForm[];
}

/** What the index knows of a term. */
export interface TermStatistics {
  documentFrequency(term: string): number;
  readonly size: number;
}

/** How rare a term is in the index: ln(1 + N / (1 + df)). */
export function inverseFrequency(term: string, statistics: TermStatistics): number {
  return Math.log(1 + statistics.size / (1 + statistics.documentFrequency(term)));
}

/** Do all neighbours of a phrase stand side by side somewhere in the documents? */
export function isKnown(terms: readonly string[], statistics: TermStatistics): boolean {
  const parts = terms.length === 1 ? terms : bigrams(terms);
  return parts.every((part) => statistics.documentFrequency(part) > 0);
}
