import wording from '../../seeds/embedding/everyday-wording.json' with { type: 'json' };
import { findPhrases, phraseBook, termsOf } from '../vietnamese/phrase-book.ts';
import { bigrams, tokenise } from '../vietnamese/tokens.ts';
import type { WeightedTerm } from './ports.ts';

/** Terms of a question without any understanding of it: every syllable and bigram once, each with weight 1. */
export function questionTerms(question: string): WeightedTerm[] {
  const syllables = tokenise(question).map(({ term }) => term);
  return [...new Set([...syllables, ...bigrams(syllables)])].map((term) => ({ term, weight: 1 }));
}

/**
 * What the documents' word for an everyday word counts. In the recorded runs 0.2 found more of what citizens ask and
 * changed nothing for questions in the words of the law; 0.4 pushed aside what was asked literally.
 */
const MEANING_WEIGHT = 0.2;

/** A single syllable without accents means too many things to be taken for an everyday word. */
const LEAST_SYLLABLES = 2;

const MEANINGS = phraseBook([...meaningsByPhrase()]);

/** The terms of a question, and at a low weight what the documents call its everyday words. */
export function questionTermsWithMeanings(question: string): WeightedTerm[] {
  const asked = questionTerms(question);
  const known = new Set(asked.map(({ term }) => term));
  const meanings = findPhrases(
    MEANINGS,
    tokenise(question).map(({ term }) => term),
  ).flatMap(({ value }) => value);
  const added = new Set(meanings.flatMap((terms) => [...terms, ...bigrams(terms)]).filter((term) => !known.has(term)));
  return [...asked, ...[...added].map((term) => ({ term, weight: MEANING_WEIGHT }))];
}

/** Everyday phrase → the documents' words for it, as terms. */
function meaningsByPhrase(): Map<string, string[][]> {
  const meanings = new Map<string, string[][]>();
  for (const { document, everyday } of wording.wordings) {
    for (const phrase of everyday) {
      if (termsOf(phrase).length < LEAST_SYLLABLES) continue;
      meanings.set(phrase, [...(meanings.get(phrase) ?? []), termsOf(document)]);
    }
  }
  return meanings;
}
