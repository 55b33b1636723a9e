import { bigrams, tokenise } from '../../src/vietnamese/tokens.ts';

/** How the terms of a corpus grow with its length: Heaps' law, V(n) = K · n^β, with β between n / 8 and n. */
export interface Growth {
  readonly tokens: number;
  readonly syllables: number;
  readonly bigrams: number;
  readonly syllableExponent: number;
  readonly bigramExponent: number;
}

/**
 * Counts the different folded syllables and bigrams of texts in their order. The exponent is the slope, in logarithms,
 * from an eighth of the tokens to all of them: β = ln(V(n) / V(n/8)) / ln 8.
 */
export function growthOf(texts: readonly string[]): Growth {
  const tokenised = texts.map((text) => tokenise(text).map(({ term }) => term));
  const tokens = tokenised.reduce((sum, terms) => sum + terms.length, 0);
  const syllables = new Set<string>();
  const pairs = new Set<string>();
  let read = 0;
  let eighth: readonly [number, number] | null = null;
  for (const terms of tokenised) {
    for (const term of terms) syllables.add(term);
    for (const pair of bigrams(terms)) pairs.add(pair);
    read += terms.length;
    if (eighth === null && read >= tokens / EIGHTH) eighth = [syllables.size, pairs.size];
  }
  const [fewSyllables, fewPairs] = eighth ?? [syllables.size, pairs.size];
  return {
    tokens,
    syllables: syllables.size,
    bigrams: pairs.size,
    syllableExponent: Math.log(syllables.size / fewSyllables) / Math.log(EIGHTH),
    bigramExponent: Math.log(pairs.size / fewPairs) / Math.log(EIGHTH),
  };
}

const EIGHTH = 8;
