import { countDistinct, knownNumber, termNamed, termNumbersOf } from './term-numbers.ts';

/** The folded terms of a text in their order, as numbers of `term-numbers`, for matching concepts against it. */
export interface TermSet {
  readonly sequence: Uint32Array;
  /** How many terms differ. */
  readonly size: number;
}

/** The terms of a text of a document; one tokenisation per object it is kept with, see `document-view`. */
export function termSetOf(text: string): TermSet {
  const sequence = termNumbersOf(text);
  return { sequence, size: countDistinct(sequence) };
}

/** The terms that differ, in order of first appearance. */
export function distinctTerms(set: TermSet): readonly string[] {
  const known = TERMS.get(set);
  if (known !== undefined) return known;
  const terms = Array.from(new Set(set.sequence), termNamed);
  TERMS.set(set, terms);
  return terms;
}

const TERMS = new WeakMap<TermSet, readonly string[]>();

/** Does a term of the question stand in one of these texts? */
export function holdsTerm(texts: readonly TermSet[], term: string): boolean {
  const number = knownNumber(term);
  return number !== null && texts.some(({ sequence }) => sequence.includes(number));
}

/** The neighbours in a text: `ho_ngheo`. */
export function pairsIn(set: TermSet): ReadonlySet<string> {
  const known = PAIRS.get(set);
  if (known !== undefined) return known;
  const { sequence } = set;
  const pairs = new Set<string>();
  for (let i = 1; i < sequence.length; i++)
    pairs.add(`${termNamed(sequence[i - 1] ?? 0)}_${termNamed(sequence[i] ?? 0)}`);
  PAIRS.set(set, pairs);
  return pairs;
}

const PAIRS = new WeakMap<TermSet, ReadonlySet<string>>();
