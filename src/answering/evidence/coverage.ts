import type { Concept } from '../understand/concept.ts';
import { matcherOf } from './concept-matcher.ts';
import type { TermSet } from './term-set.ts';

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
  if (concepts.length === 0) return 0;
  const match = matcherOf(concepts);
  const best = [...match(text)];
  for (const { terms, weight } of contexts) {
    const matches = match(terms);
    for (let i = 0; i < best.length; i++) best[i] = Math.max(best[i] ?? 0, weight * (matches[i] ?? 0));
  }
  let held = 0;
  let asked = 0;
  for (let i = 0; i < best.length; i++) {
    const weight = concepts[i]?.weight ?? 0;
    asked += weight;
    held += weight * (best[i] ?? 0);
  }
  return asked === 0 ? 0 : held / asked;
}
