import type { Concept } from '../understand/concept.ts';
import { type ConceptMatcher, matcherOf } from './concept-matcher.ts';
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

/** What a concept counts. */
export const weightOf = ({ weight }: Concept): number => weight;

/**
 * Share of what is looked for that a text holds: Σ weight · match / Σ weight, 0–1, a match in a context counting its
 * weight. 0 when nothing is looked for.
 */
export function coverage(concepts: readonly Concept[], text: TermSet, contexts: readonly Context[] = []): number {
  return concepts.length === 0 ? 0 : shareHeld(concepts.map(weightOf), matchesIn(concepts, text, contexts));
}

/** How well a text holds each of the concepts, 0–1, itself or in what stands round it. */
export function matchesIn(
  concepts: readonly Concept[],
  text: TermSet,
  contexts: readonly Context[] = [],
): readonly number[] {
  const match = matcherOf(concepts);
  const own = match(text);
  if (contexts.length === 0) return own;
  const around = matchesAround(match, contexts);
  return own.map((held, i) => Math.max(held, around[i] ?? 0));
}

/** What the best of the texts round another one gives each concept, 0–1. */
export function matchesAround(match: ConceptMatcher, contexts: readonly Context[]): readonly number[] {
  const best: number[] = [];
  for (const { terms, weight } of contexts) {
    const matches = match(terms);
    for (let i = 0; i < matches.length; i++) best[i] = Math.max(best[i] ?? 0, weight * (matches[i] ?? 0));
  }
  return best;
}

/** Σ weight · match / Σ weight over the concepts that count, each with its weight; 0 when none does. */
export function shareHeld(weights: readonly number[], matches: readonly number[]): number {
  let held = 0;
  let asked = 0;
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i] ?? 0;
    asked += weight;
    held += weight * (matches[i] ?? 0);
  }
  return asked === 0 ? 0 : held / asked;
}
