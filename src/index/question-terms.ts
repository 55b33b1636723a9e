import { bigrams, tokenise } from '../vietnamese/tokens.ts';
import { askingPlaces, definitionTerms } from './asking.ts';
import { citedLaw } from './cited-law.ts';
import { everydayMeanings } from './everyday-meanings.ts';
import type { WeightedTerm } from './ports.ts';

/** Terms of a question without any understanding of it: every syllable and bigram once, each with weight 1. */
export function questionTerms(question: string): WeightedTerm[] {
  const syllables = tokenise(question).map(({ term }) => term);
  return [...new Set([...syllables, ...bigrams(syllables)])].map((term) => ({ term, weight: 1 }));
}

/** A question made ready for retrieval. */
export interface WeighedQuestion {
  /** For the lexical part. */
  readonly terms: readonly WeightedTerm[];
  /** For the vector part: what the question is about. */
  readonly text: string;
}

/**
 * What a term counts beside a term of the subject, from the runs in `eval/retrieval/results.md`. Asking words and the
 * name of a cited law stay: they may be all there is. An everyday word's meaning counts 0.15: more pushed aside what was
 * asked literally.
 */
const WEIGHTS = { asking: 0.2, cited: 0.3, meaning: 0.15 };

/**
 * Weighs the terms of a question by what they do in it: subject, asking words, a cited law; a bigram as its two
 * syllables do on average. Added are what the documents call its everyday words and how definitions are written.
 */
export function weighQuestion(question: string): WeighedQuestion {
  const tokens = tokenise(question);
  const syllables = tokens.map(({ term }) => term);
  const cited = citedLaw(question, tokens);
  const asking = askingPlaces(syllables);
  const weightAt = tokens.map((_, at) => {
    if (cited.some(([start, end]) => at >= start && at < end)) return WEIGHTS.cited;
    return asking.has(at) ? WEIGHTS.asking : 1;
  });
  const subject = tokens.filter((_, at) => weightAt[at] === 1);
  const meanings = everydayMeanings(syllables).flatMap((terms) => [...terms, ...bigrams(terms)]);
  const own = [
    ...syllables.map((term, at) => ({ term, weight: weightAt[at] ?? 1 })),
    ...bigrams(syllables).map((term, at) => ({ term, weight: ((weightAt[at] ?? 1) + (weightAt[at + 1] ?? 1)) / 2 })),
  ];
  const terms = heaviest([
    ...own,
    ...definitionTerms(
      syllables,
      subject.map(({ term }) => term),
    ),
    ...meanings.map((term) => ({ term, weight: WEIGHTS.meaning })),
  ]);
  return { terms, text: subject.length === 0 ? question : subject.map(({ text }) => text).join(' ') };
}

/** Each term once, with the most it counts. */
function heaviest(terms: readonly WeightedTerm[]): WeightedTerm[] {
  const weights = new Map<string, number>();
  for (const { term, weight } of terms) weights.set(term, Math.max(weight, weights.get(term) ?? 0));
  return [...weights].map(([term, weight]) => ({ term, weight }));
}
