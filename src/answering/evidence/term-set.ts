import { bigrams, tokenise } from '../../vietnamese/tokens.ts';
import type { Concept, ConceptForm } from '../understand/concepts.ts';

/** The folded terms of a text, for matching concepts against it. */
export interface TermSet {
  readonly terms: ReadonlySet<string>;
  readonly pairs: ReadonlySet<string>;
}

/** The terms of a text; one tokenisation per object it is kept with, see `document-view`. */
export function termSetOf(text: string): TermSet {
  const terms = tokenise(text).map((token) => token.term);
  return { terms: new Set(terms), pairs: new Set(bigrams(terms)) };
}

/** Words in their order count fully, all words in another order less, a part of them by its share of pairs. */
const OUT_OF_ORDER = 0.7;
const PARTIAL = 0.5;

/** How well a text holds a concept, 0–1: its best form. */
export function matchConcept(concept: Concept, set: TermSet): number {
  let best = 0;
  for (const form of concept.forms) best = Math.max(best, form.weight * matchForm(form, set));
  return best;
}

function matchForm({ terms, pairs }: ConceptForm, set: TermSet): number {
  const [first] = terms;
  if (first === undefined) return 0;
  if (pairs.length === 0) return set.terms.has(first) ? 1 : 0;
  let held = 0;
  for (const pair of pairs) if (set.pairs.has(pair)) held += 1;
  if (held === pairs.length) return 1;
  for (const term of terms) if (!set.terms.has(term)) return (PARTIAL * held) / pairs.length;
  return OUT_OF_ORDER;
}

/** A text that stands round another one, and what a match in it counts, 0–1. */
export interface Context {
  readonly terms: TermSet;
  readonly weight: number;
}

/** Headings and titles govern what stands under them. */
export const HEADINGS = 0.6;
/** The rest of a sentence speaks of other things too. */
export const NEIGHBOURHOOD = 0.3;

/**
 * Share of what is looked for that a text holds: Σ weight · match / Σ weight, 0–1, a match in a context counting its
 * weight. 0 when nothing is looked for.
 */
export function coverage(concepts: readonly Concept[], text: TermSet, contexts: readonly Context[] = []): number {
  let held = 0;
  let asked = 0;
  for (const concept of concepts) {
    asked += concept.weight;
    let best = matchConcept(concept, text);
    for (const { terms, weight } of contexts)
      if (best < weight) best = Math.max(best, weight * matchConcept(concept, terms));
    held += concept.weight * best;
  }
  return asked === 0 ? 0 : held / asked;
}
