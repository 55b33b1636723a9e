import { bigrams, tokenise } from '../vietnamese/tokens.ts';
import type { WeightedTerm } from './ports.ts';

/** A question without any understanding of it: every syllable and bigram once, each with weight 1. */
export function questionTerms(question: string): WeightedTerm[] {
  const syllables = tokenise(question).map(({ term }) => term);
  return [...new Set([...syllables, ...bigrams(syllables)])].map((term) => ({ term, weight: 1 }));
}
