import { foldSyllable } from './fold.ts';
import { MOST_WORDS, remembered } from './remembered.ts';
import { eachWord } from './words.ts';

/** A syllable, number, or abbreviation with its place in the text it came from. */
export interface Token {
  /** As printed. */
  readonly text: string;
  /** Folded: the form that is indexed and matched. */
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The tokens of a text, in order. A number keeps its inner dots and commas (2.539 · 2,35); a document number breaks at its
 * slashes and hyphens (50/KH-UBND → 50 kh ubnd), so that every way of typing it meets.
 */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  eachWord(text, (word, start, end) => {
    tokens.push({ text: word, term: foldTerm(word), start, end });
  });
  return tokens;
}

/** The indexed form of one word: folded syllable, or a number without thousands dots and leading zeros. */
export const foldTerm: (word: string) => string = remembered(
  (word) => (/^\d/.test(word) ? word.replace(/\.(?=\d{3}(?:\D|$))/g, '').replace(/^0+(?=\d)/, '') : foldSyllable(word)),
  MOST_WORDS,
);

/** Folded syllables joined two by two: `ho ngheo` → `ho_ngheo`. */
export function bigrams(terms: readonly string[]): string[] {
  const pairs: string[] = [];
  for (let i = 1; i < terms.length; i++) pairs.push(`${terms[i - 1]}_${terms[i]}`);
  return pairs;
}
