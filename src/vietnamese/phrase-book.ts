import { tokenise } from './tokens.ts';

/** Phrases as sequences of folded terms, found longest first. */
export interface PhraseBook<T> {
  /** By first term, longest phrase first. */
  readonly byFirst: ReadonlyMap<string, readonly PhraseEntry<T>[]>;
}

interface PhraseEntry<T> {
  readonly terms: readonly string[];
  readonly value: T;
}

/** A phrase found in a term sequence: terms `[start, end)`. */
export interface PhraseMatch<T> {
  readonly start: number;
  readonly end: number;
  readonly value: T;
}

/** Builds a book; of two equal phrases the first one given counts. */
export function phraseBook<T>(entries: Iterable<readonly [phrase: string, value: T]>): PhraseBook<T> {
  const byFirst = new Map<string, PhraseEntry<T>[]>();
  for (const [phrase, value] of entries) {
    const terms = termsOf(phrase);
    const [first] = terms;
    if (first === undefined) continue;
    const list = byFirst.get(first) ?? [];
    list.push({ terms, value });
    byFirst.set(first, list);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.terms.length - a.terms.length);
  return { byFirst };
}

/** The folded terms of a phrase. */
export function termsOf(phrase: string): string[] {
  return tokenise(phrase).map((token) => token.term);
}

/** The values of all phrases that stand anywhere in the terms, within one another too. */
export function valuesIn<T>(book: PhraseBook<T>, terms: readonly string[]): ReadonlySet<T> {
  const values = new Set<T>();
  for (const [at, term] of terms.entries()) {
    for (const entry of book.byFirst.get(term) ?? []) if (standsAt(entry.terms, terms, at)) values.add(entry.value);
  }
  return values;
}

function standsAt(phrase: readonly string[], terms: readonly string[], at: number): boolean {
  for (let i = 0; i < phrase.length; i++) if (terms[at + i] !== phrase[i]) return false;
  return true;
}

/** Non-overlapping matches from left to right, at each place the longest that is accepted. */
export function findPhrases<T>(
  book: PhraseBook<T>,
  terms: readonly string[],
  accept: (match: PhraseMatch<T>) => boolean = () => true,
): PhraseMatch<T>[] {
  const matches: PhraseMatch<T>[] = [];
  for (let at = 0; at < terms.length; ) {
    const entry = book.byFirst
      .get(terms[at] ?? '')
      ?.find(
        (candidate) =>
          standsAt(candidate.terms, terms, at) &&
          accept({ start: at, end: at + candidate.terms.length, value: candidate.value }),
      );
    if (entry === undefined) {
      at += 1;
      continue;
    }
    matches.push({ start: at, end: at + entry.terms.length, value: entry.value });
    at += entry.terms.length;
  }
  return matches;
}
