import asking from '../../seeds/lexicon/asking.json' with { type: 'json' };
import { findPhrases, phraseBook, termsOf } from '../vietnamese/phrase-book.ts';
import { bigrams } from '../vietnamese/tokens.ts';
import type { WeightedTerm } from './ports.ts';

const FRAMES = phraseBook([
  ...asking.frames.map((phrase) => [phrase, 'frame'] as const),
  ...asking.kept.map((phrase) => [phrase, 'kept'] as const),
]);

/** The terms that only put the question ("cho tôi hỏi … như thế nào"), by place. */
export function askingPlaces(terms: readonly string[]): ReadonlySet<number> {
  const places = findPhrases(FRAMES, terms)
    .filter(({ value }) => value === 'frame')
    .flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i));
  return new Set(places);
}

const DEFINITIONS = phraseBook(asking.definitions.map((phrase) => [phrase, true] as const));
const DEFINITION_WORDS = phraseBook(asking.definitionWords.map((phrase) => [phrase, true] as const));
const HEADINGS = asking.definitionHeadings.map(termsOf).flatMap((terms) => bigrams(terms));
const WEIGHTS = { defines: 1, heading: 0.5 };
/** A word that is to be explained is not longer; a longer subject is a question about something. */
const LONGEST_WORD = 6;

/**
 * What to look for beside the words of a question that asks what a word means: "X là gì", "X được hiểu như thế nào".
 * Its answer reads "X là …" and stands in an article "Giải thích từ ngữ" or "Khái niệm …". Nothing for other questions.
 * `subject` are the terms that are no asking words.
 */
export function definitionTerms(terms: readonly string[], subject: readonly string[]): WeightedTerm[] {
  if (findPhrases(DEFINITIONS, terms).length === 0) return [];
  const words = findPhrases(DEFINITION_WORDS, subject);
  const word = subject.filter((_, at) => !words.some(({ start, end }) => at >= start && at < end));
  const last = word.at(-1);
  if (last === undefined || word.length > LONGEST_WORD) return [];
  return [
    { term: `${last}_la`, weight: WEIGHTS.defines },
    ...HEADINGS.map((term) => ({ term, weight: WEIGHTS.heading })),
  ];
}
