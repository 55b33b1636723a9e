import { foldSyllable } from './fold.ts';

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
 * A number keeps its inner dots and commas (2.539 · 2,35); a document number breaks at its slashes and hyphens
 * (50/KH-UBND → 50 kh ubnd), so that every way of typing it meets.
 */
const WORD = /\d+(?:[.,]\d+)*|\p{L}[\p{L}\p{M}]*/gu;

/** The tokens of a text, in order. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(WORD)) {
    const word = match[0];
    tokens.push({ text: word, term: foldTerm(word), start: match.index, end: match.index + word.length });
  }
  return tokens;
}

/** Words already folded. Vietnamese has a few thousand syllables, so nearly every word is found here. */
const folded = new Map<string, string>();
const FOLDED_LIMIT = 50_000;

/** The indexed form of one word: folded syllable, or a number without thousands dots and leading zeros. */
export function foldTerm(word: string): string {
  const known = folded.get(word);
  if (known !== undefined) return known;
  const term = /^\d/.test(word)
    ? word.replace(/\.(?=\d{3}(?:\D|$))/g, '').replace(/^0+(?=\d)/, '')
    : foldSyllable(word);
  if (folded.size >= FOLDED_LIMIT) folded.clear();
  folded.set(word, term);
  return term;
}

/** Folded syllables joined two by two: `ho ngheo` → `ho_ngheo`. */
export function bigrams(terms: readonly string[]): string[] {
  return terms.slice(1).map((term, i) => `${terms[i]}_${term}`);
}
