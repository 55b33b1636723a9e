import { bigrams, tokenise } from '../vietnamese/tokens.ts';
import { askingPlaces, definitionTerms } from './asking.ts';
import { citedLaw } from './cited-law.ts';
import { abbreviations, type EverydayWord, everydayWords } from './everyday-meanings.ts';
import type { TermStatistics, WeightedTerm } from './ports.ts';

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

/** What the texts searched say of a term. */
export type Corpus = Pick<TermStatistics, 'documentFrequency' | 'size'>;

/**
 * What a term counts beside a term of the subject, from the runs in `eval/retrieval/ablations.md`. Asking words and the
 * name of a cited law stay: they may be all there is. An abbreviation means nothing else than what it stands for.
 */
const WEIGHTS = { asking: 0.2, cited: 0.3, abbreviation: 0.8 };

/**
 * What an everyday word's meaning counts: 0.5 when no text has the word itself, so that only its meaning can be found,
 * and toward 0.1 the more texts have it: there a meaning would push aside what was asked literally. One text in a
 * thousand that has the word takes away half of the difference.
 */
const MEANING = { unwritten: 0.5, written: 0.1, halved: 1 / 1000 };

/**
 * Weighs the terms of a question by what they do in it: subject, asking words, a cited law; a bigram as its two
 * syllables do on average. Added are abbreviations written out, what the documents call its everyday words and how
 * definitions are written.
 */
export function weighQuestion(question: string, corpus: Corpus): WeighedQuestion {
  const tokens = tokenise(question);
  const syllables = tokens.map(({ term }) => term);
  const cited = citedLaw(question, tokens);
  const asking = askingPlaces(syllables);
  const weightAt = tokens.map((_, at) => {
    if (cited.some(([start, end]) => at >= start && at < end)) return WEIGHTS.cited;
    return asking.has(at) ? WEIGHTS.asking : 1;
  });
  const subject = tokens.filter((_, at) => weightAt[at] === 1);
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
    ...everydayWords(syllables).flatMap((word) => inWriting(word, meaningWeight(word, corpus))),
    ...abbreviations(syllables).flatMap((word) => inWriting(word, WEIGHTS.abbreviation)),
  ]);
  return { terms, text: subject.length === 0 ? question : subject.map(({ text }) => text).join(' ') };
}

function inWriting({ written }: EverydayWord, weight: number): WeightedTerm[] {
  return written.flatMap((terms) => [...terms, ...bigrams(terms)]).map((term) => ({ term, weight }));
}

/** A text can have no more of a phrase than of its rarest pair of words. */
function meaningWeight({ said }: EverydayWord, { documentFrequency, size }: Corpus): number {
  const texts = Math.min(...bigrams(said).map(documentFrequency));
  const share = texts / Math.max(1, size);
  return MEANING.written + (MEANING.unwritten - MEANING.written) / (1 + share / MEANING.halved);
}

/** Each term once, with the most it counts. */
function heaviest(terms: readonly WeightedTerm[]): WeightedTerm[] {
  const weights = new Map<string, number>();
  for (const { term, weight } of terms) weights.set(term, Math.max(weight, weights.get(term) ?? 0));
  return [...weights].map(([term, weight]) => ({ term, weight }));
}
